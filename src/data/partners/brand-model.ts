import '../../config/zod.ts';
import * as z from 'zod/mini';
import type { Day } from '../../lib/dates.ts';
import { minorSchema } from '../insights/partner-model.ts';
import { partnershipStatusSchema, partnerTypeSchema } from '../programs/model.ts';

export const STATUSES = ['active', 'applied', 'invited', 'paused', 'ended', 'declined'] as const;
export const TYPES = ['influencer', 'publisher', 'affiliate', 'b2b', 'app', 'charity', 'ambassador'] as const;
export const SORTS = ['name', 'joined', 'clicks', 'conversions', 'revenue', 'earnings'] as const;
export type PartnerSort = (typeof SORTS)[number];
export type PartnerOrder = { readonly by: PartnerSort; readonly isUp: boolean };

/** What the list is narrowed to; null leaves it open. A tier of '' is having none. */
export type PartnerFilter = {
  readonly search: string | null;
  readonly type: (typeof TYPES)[number] | null;
  readonly status: (typeof STATUSES)[number] | null;
  readonly tier: string | null;
  readonly tag: string | null;
  readonly country: string | null;
  readonly segment: string | null;
};
export const NO_FILTER: PartnerFilter = {
  search: null,
  type: null,
  status: null,
  tier: null,
  tag: null,
  country: null,
  segment: null,
};

export function isFiltered(filter: PartnerFilter): boolean {
  return Object.values(filter).some((value) => value !== null);
}

/** The filter as the database takes it. */
export function filterJson(filter: PartnerFilter): Record<string, string | string[]> {
  const { search, segment, ...lists } = filter;
  const asked = Object.entries(lists).flatMap(([key, value]) => (value === null ? [] : [[key, [value]] as const]));
  return {
    ...Object.fromEntries(asked),
    ...(search !== null && { search }),
    ...(segment !== null && { segment }),
  };
}

/** Figures stand by month (`2026-11`), by year (`2026`), or `ever`. */
export type Span = string;
export const EVER: Span = 'ever';

export function isSpan(text: string): boolean {
  return text === EVER || /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text);
}

/** First and last day of a span; null for all time. */
export function daysOf(span: Span): { readonly from: Day; readonly to: Day } | null {
  if (span === EVER) return null;
  if (span.length === 4) return { from: `${span}-01-01`, to: `${span}-12-31` };
  const [year = 0, month = 1] = span.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${span}-01`, to: `${span}-${last}` };
}

/** All time, this year and the last, and the twelve months up to the one that holds `today`. */
export function spansUpTo(today: Day): Span[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const months = Array.from({ length: 12 }, (_, ago) =>
    new Date(Date.UTC(year, month - 1 - ago, 1)).toISOString().slice(0, 7),
  );
  return [EVER, String(year), String(year - 1), ...months];
}

const describedSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: partnerTypeSchema,
  country: z.string(),
  language: z.string(),
  status: partnershipStatusSchema,
  status_since: z.string(),
  tier: z.nullable(z.string()),
  tags: z.array(z.string()),
  code: z.string(),
  joined_on: z.string(),
});

const figuresSchema = z.object({
  clicks: z.number(),
  conversions: z.number(),
  revenue_minor: minorSchema,
  accrued_minor: minorSchema,
});

const rowSchema = z.extend(describedSchema, figuresSchema.shape);
const cursorSchema = z.object({ value: z.nullable(z.string()), id: z.string() });

export const partnersPageSchema = z.object({
  rows: z.array(rowSchema),
  next: z.nullable(cursorSchema),
  /** How many fit; null where only going through them tells. */
  total: z.nullable(z.number()),
  as_of: z.string(),
});
export type PartnerRow = z.output<typeof rowSchema>;
export type PartnersPage = z.output<typeof partnersPageSchema>;
export type PartnersCursor = z.output<typeof cursorSchema>;

export const LONGEST_REASON = 500;
export const LONGEST_TAG = 40;

export type PartnerChange =
  | { readonly add_tags: readonly string[] }
  | { readonly remove_tags: readonly string[] }
  | { readonly tier: string | null }
  | { readonly status: 'active' }
  | { readonly status: 'paused' | 'ended' | 'declined'; readonly reason: string };

/** Whose partnerships: some by id, or all that fit a filter. */
export type PartnersMeant =
  | { readonly ids: readonly string[] }
  | { readonly filter: PartnerFilter; readonly total: number | null };

export const changedSchema = z.object({
  act: z.string(),
  /** How many the act has changed so far, this call's with the earlier ones. */
  changed: z.number(),
  met: z.number(),
  next: z.nullable(z.string()),
});
export const undoneSchema = z.object({ undone: z.number(), kept: z.number(), left: z.number() });

const daySchema = z.object({
  day: z.string(),
  accrued_minor: minorSchema,
  revenue_minor: minorSchema,
  conversions: z.number(),
  clicks: z.number(),
});

export const partnerPageSchema = z.object({
  as_of: z.string(),
  today: z.string(),
  partner: z.extend(describedSchema, {
    status_reason: z.nullable(z.string()),
    created_at: z.string(),
    time_zone: z.nullable(z.string()),
    channels: z.array(z.object({ kind: z.enum(['site', 'social', 'app']), url: z.string() })),
    /** Null unless the partnership is active. */
    team: z.nullable(
      z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          email: z.string(),
          role: z.enum(['owner', 'finance', 'member', 'viewer']),
          since: z.string(),
        }),
      ),
    ),
  }),
  link: z.nullable(z.object({ code: z.string(), destination: z.string(), others: z.number() })),
  balance: z.object({ available_minor: minorSchema, pending_minor: minorSchema }),
  range: z.object({
    from: z.string(),
    to: z.string(),
    totals: z.extend(figuresSchema, { new_customers: z.number() }),
    days: z.array(daySchema),
  }),
  ever: z.nullable(figuresSchema),
  codes: z.array(
    z.object({
      code: z.string(),
      promotion_id: z.string(),
      promotion: z.string(),
      state: z.enum(['draft', 'coming', 'live', 'ended']),
    }),
  ),
  messages: z.array(
    z.object({ id: z.string(), title: z.string(), publish_at: z.string(), read_at: z.nullable(z.string()) }),
  ),
  /** What the program shows them now; null where their status shows neither. At most 20 promotions, those that run first. */
  sees: z.nullable(
    z.object({
      creatives: z.number(),
      promotions: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          state: z.enum(['coming', 'live']),
          publish_from: z.string(),
          publish_until: z.string(),
        }),
      ),
    }),
  ),
  segments: z.array(z.object({ id: z.string(), name: z.string(), uses: z.number() })),
  timeline: z.array(
    z.object({
      at: z.string(),
      kind: z.string(),
      text: z.nullable(z.string()),
      before: z.nullable(z.string()),
    }),
  ),
});
export type PartnerPage = z.output<typeof partnerPageSchema>;
export type TimelineEntry = PartnerPage['timeline'][number];

export const TIMELINE_KINDS = [
  'began',
  'status_active',
  'status_paused',
  'status_ended',
  'status_declined',
  'status_applied',
  'status_invited',
  'undone',
  'tier',
  'link',
  'code',
  'first_conversion',
  'last_conversion',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** What happened, in words we have; null for what this release does not know. */
export function knownKind(kind: string): TimelineKind | null {
  return TIMELINE_KINDS.find((known) => known === kind) ?? null;
}
