import * as z from 'zod/mini';
import type { Database } from '../database.types.ts';
import { positionSchema, sumsSchema } from './model.ts';

export const PROMOTION_STATES = ['live', 'coming', 'draft', 'ended'] as const;
export type PromotionState = (typeof PROMOTION_STATES)[number];

const promotionSchema = z.extend(sumsSchema, {
  id: z.string(),
  name: z.string(),
  offer: z.string(),
  landing_url: z.string(),
  prepare_from: z.nullable(z.string()),
  publish_from: z.nullable(z.string()),
  publish_until: z.nullable(z.string()),
  audience: z.enum(['everyone', 'segments']),
  segment_ids: z.array(z.string()),
  segments: z.array(z.string()),
  state: z.enum(PROMOTION_STATES),
  codes: z.number(),
  creatives: z.number(),
  revision: z.number(),
  updated_at: z.string(),
});

export const promotionPageSchema = z.object({
  as_of: z.string(),
  counts: z.object({ draft: z.number(), coming: z.number(), live: z.number(), ended: z.number() }),
  rows: z.array(promotionSchema),
  next: z.nullable(positionSchema),
});
export type Promotion = z.output<typeof promotionSchema>;

export const promotionDetailSchema = z.object({
  promotion: z.extend(promotionSchema, {
    brief: z.string(),
    terms: z.string(),
    creative_ids: z.array(z.string()),
  }),
});
export type PromotionDetail = z.output<typeof promotionDetailSchema>['promotion'];

const codeSchema = z.extend(sumsSchema, {
  id: z.string(),
  code: z.string(),
  partnership_id: z.string(),
  partner_name: z.string(),
  partner_code: z.string(),
  status: z.string(),
});
export type PromotionCode = z.output<typeof codeSchema>;

export const codePageSchema = z.object({ total: z.number(), rows: z.array(codeSchema), next: z.nullable(z.string()) });

/** Why a code was not made. */
export const CODE_REFUSALS = [
  'unknown_partner',
  'has_other_code',
  'not_active',
  'bad_code',
  'code_taken',
  'partner_code',
  'twice',
] as const;

export const codeReportSchema = z.object({
  made: z.number(),
  kept: z.number(),
  refused: z.number(),
  sample: z.array(z.object({ partner_name: z.string(), partner_code: z.string(), code: z.string() })),
  issues: z.array(
    z.object({ line: z.number(), partner_code: z.string(), code: z.string(), reason: z.enum(CODE_REFUSALS) }),
  ),
  /** Of a pattern: how many partners a further call would reach. */
  left: z.optional(z.number()),
});
export type CodeReport = z.output<typeof codeReportSchema>;
export type CodeLine = { readonly line: number; readonly partner_code: string; readonly code: string };

/** What a person sets; instants as ISO text, null where a draft has none yet. */
export type PromotionDraft = {
  readonly id: string;
  /** The revision that was edited; null for a new promotion. */
  readonly revision: number | null;
  readonly name: string;
  readonly offer: string;
  readonly brief: string;
  readonly terms: string;
  readonly landing_url: string;
  readonly prepare_from: string | null;
  readonly publish_from: string | null;
  readonly publish_until: string | null;
  readonly audience: 'everyone' | 'segments';
  readonly segment_ids: string[];
  readonly creative_ids: string[];
};

const NOTHING: CodeReport = { made: 0, kept: 0, refused: 0, sample: [], issues: [] };

/** Reports of several calls as one. */
export function addReports(reports: readonly CodeReport[]): CodeReport {
  return reports.reduce(
    (sum, report) => ({
      made: sum.made + report.made,
      kept: sum.kept + report.kept,
      refused: sum.refused + report.refused,
      sample: [...sum.sample, ...report.sample].slice(0, 6),
      issues: [...sum.issues, ...report.issues],
    }),
    NOTHING,
  );
}

export type CreativeChoice = Pick<
  Database['public']['Tables']['creatives']['Row'],
  'id' | 'name' | 'kind' | 'language'
>;
