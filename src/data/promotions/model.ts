import '../../config/zod.ts';
import * as z from 'zod/mini';
import { minorSchema } from '../insights/partner-model.ts';

/** What partners are shown: the states of their three tabs. */
export const SHOWN_STATES = ['live', 'coming', 'ended'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

/** Where the next page begins. */
export const positionSchema = z.object({ at: z.nullable(z.string()), id: z.string() });
export type PromotionPosition = z.output<typeof positionSchema>;

export const sumsSchema = z.object({ orders: z.number(), revenue_minor: minorSchema, commission_minor: minorSchema });

const shownSchema = z.extend(sumsSchema, {
  id: z.string(),
  name: z.string(),
  offer: z.string(),
  publish_from: z.string(),
  publish_until: z.string(),
  state: z.enum(SHOWN_STATES),
  /** The partner's own; null when there is none for them. */
  code: z.nullable(z.string()),
  creatives: z.number(),
});

export const shownPageSchema = z.object({
  as_of: z.string(),
  counts: z.object({ live: z.number(), coming: z.number(), ended: z.number() }),
  rows: z.array(shownSchema),
  next: z.nullable(positionSchema),
});
export type ShownPromotion = z.output<typeof shownSchema>;
export type ShownPage = z.output<typeof shownPageSchema>;

export const shownDetailSchema = z.object({
  as_of: z.string(),
  promotion: z.extend(shownSchema, {
    brief: z.string(),
    terms: z.string(),
    landing_url: z.string(),
    /** Code of the partner's link; null when it is archived. */
    link: z.nullable(z.string()),
  }),
});
export type ShownDetail = z.output<typeof shownDetailSchema>['promotion'];

export const deletedSchema = z.object({});
