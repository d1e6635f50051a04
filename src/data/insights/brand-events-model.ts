import * as z from 'zod/mini';
import { type Minor, sumMinor } from '../../lib/money.ts';
import { EVENT_KINDS, FATES } from '../conversions/model.ts';
import type { Database } from '../database.types.ts';
import { minorSchema, promotionNameSchema } from './partner-model.ts';

export const EVENT_STATUSES = ['applied', 'held', 'rejected', 'received'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** Why an event is held or rejected; the order in which they are listed. */
export const REASONS = [
  'no_customer',
  'no_order_with_enough_left',
  'paused_partner',
  'unknown_code',
  'click_after_conversion',
  'zero_amount',
  'not_an_order',
  'duplicate_order',
] as const;
export type Reason = (typeof REASONS)[number];

/** The reason in our own words; null for one that this release does not know. */
export function knownReason(reason: string | null): Reason | null {
  return REASONS.find((known) => known === reason) ?? null;
}

export const kindSchema = z.enum(EVENT_KINDS);
export const eventStatusSchema = z.enum(EVENT_STATUSES);
export const conversionStatusSchema = z.enum(['pending', 'approved', 'rejected']);

const eventRowSchema = z.object({
  id: z.string(),
  source: z.string(),
  external_id: z.string(),
  kind: kindSchema,
  order_ref: z.nullable(z.string()),
  amount_minor: minorSchema,
  currency: z.string(),
  occurred_at: z.string(),
  /** The day it happened in the program's zone. */
  day: z.string(),
  country: z.nullable(z.string()),
  partner_code: z.nullable(z.string()),
  promotion_code: z.nullable(z.string()),
  promotion: promotionNameSchema,
  status: eventStatusSchema,
  reason: z.nullable(z.string()),
  partnership_id: z.nullable(z.string()),
  partner_name: z.nullable(z.string()),
  conversion_status: z.nullable(conversionStatusSchema),
});

const cursorSchema = z.object({ occurred_at: z.string(), id: z.string() });
export const eventsPageSchema = z.object({ rows: z.array(eventRowSchema), next: z.nullable(cursorSchema) });
export type EventRow = z.output<typeof eventRowSchema>;
export type EventsPage = z.output<typeof eventsPageSchema>;
export type EventsCursor = z.output<typeof cursorSchema>;

const fateSchema = z.object({
  kind: kindSchema,
  status: eventStatusSchema,
  reason: z.nullable(z.string()),
  events: z.number(),
  amount_minor: minorSchema,
});

const importSchema = z.object({
  id: z.string(),
  file_name: z.string(),
  status: z.enum(['draft', 'running', 'stopped', 'finished']),
  rows_total: z.number(),
  next_row: z.number(),
  lines_bad: z.number(),
  created_at: z.string(),
  updated_at: z.string(),
  finished_at: z.nullable(z.string()),
  counts: z.array(
    z.object({
      fate: z.enum(FATES),
      reason: z.nullable(z.string()),
      kind: kindSchema,
      rows: z.number(),
      amount_minor: minorSchema,
    }),
  ),
});

export const fatesSchema = z.object({ fates: z.array(fateSchema), imports: z.array(importSchema) });
export type FateSum = z.output<typeof fateSchema>;
export type ImportSummary = z.output<typeof importSchema>;
export type BrandFates = z.output<typeof fatesSchema>;

/** A line of a file that is no event at all. */
export type ImportError = Pick<
  Database['public']['Tables']['import_errors']['Row'],
  'id' | 'line' | 'code' | 'column_name' | 'value'
>;

const rank = <Value>(list: readonly Value[], value: Value): number => {
  const at = list.indexOf(value);
  return at < 0 ? list.length : at;
};

/** Fates in reading order: what was applied first, then what waits, then what was refused. */
export function orderFates(fates: readonly FateSum[]): FateSum[] {
  return [...fates].sort(
    (one, other) =>
      rank(EVENT_STATUSES, one.status) - rank(EVENT_STATUSES, other.status) ||
      rank<string | null>(REASONS, one.reason) - rank<string | null>(REASONS, other.reason) ||
      rank(EVENT_KINDS, one.kind) - rank(EVENT_KINDS, other.kind),
  );
}

/** Events and their sum over all fates: every event is in it once. */
export function totalOf(fates: readonly FateSum[]): { readonly events: number; readonly amount_minor: Minor } {
  return {
    events: fates.reduce((sum, fate) => sum + fate.events, 0),
    amount_minor: sumMinor(fates.map((fate) => fate.amount_minor)),
  };
}

/** Rows of the file that are in; the next one to take is the row after them. */
export function rowsTaken(one: ImportSummary): number {
  return Math.min(one.next_row - 1, one.rows_total);
}
