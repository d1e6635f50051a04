import * as z from 'zod/mini';
import { type Minor, sumMinor } from '../../lib/money.ts';
import { partnershipStatusSchema, partnerTypeSchema } from '../programs/model.ts';
import { conversionStatusSchema, eventStatusSchema, kindSchema } from './brand-events-model.ts';
import { minorSchema, promotionNameSchema } from './partner-model.ts';

const eventSchema = z.object({
  id: z.string(),
  source: z.string(),
  external_id: z.string(),
  kind: kindSchema,
  order_ref: z.nullable(z.string()),
  amount_minor: minorSchema,
  currency: z.string(),
  occurred_at: z.string(),
  country: z.nullable(z.string()),
  partner_code: z.nullable(z.string()),
  promotion_code: z.nullable(z.string()),
  click_id: z.nullable(z.string()),
  status: eventStatusSchema,
  reason: z.nullable(z.string()),
  line: z.nullable(z.number()),
  received_at: z.string(),
});

const conversionSchema = z.object({
  id: z.string(),
  event_id: z.string(),
  order_ref: z.string(),
  amount_minor: minorSchema,
  refunded_minor: minorSchema,
  left_minor: minorSchema,
  currency: z.string(),
  occurred_at: z.string(),
  accrual_day: z.string(),
  is_new_customer: z.boolean(),
  status: conversionStatusSchema,
  reject_reason: z.nullable(z.string()),
  reviewed_at: z.nullable(z.string()),
});

const lineSchema = z.object({
  id: z.string(),
  kind: z.enum(['commission', 'reversal', 'rejection']),
  amount_minor: minorSchema,
  base_minor: minorSchema,
  currency: z.string(),
  occurred_at: z.string(),
  accrual_day: z.string(),
  final_on: z.string(),
  state: z.enum(['pending', 'payable', 'reversed', 'rejected']),
});

const ruleSchema = z.object({
  kind: z.enum(['percent', 'flat']),
  rate_bps: z.nullable(z.number()),
  flat_minor: z.nullable(minorSchema),
  version: z.number(),
  partner_type: partnerTypeSchema,
  effective_from: z.string(),
});

const adjustmentSchema = z.object({
  id: z.string(),
  kind: kindSchema,
  amount_minor: minorSchema,
  occurred_at: z.string(),
  event_id: z.string(),
  external_id: z.string(),
});

export const storySchema = z.object({
  event: eventSchema,
  import: z.nullable(
    z.object({ id: z.string(), file_name: z.string(), line: z.nullable(z.number()), created_at: z.string() }),
  ),
  /** For what was given back: the order's own event. */
  matched_event: z.nullable(z.object({ id: z.string(), external_id: z.string(), occurred_at: z.string() })),
  conversion: z.nullable(conversionSchema),
  credit: z.nullable(
    z.object({ by: z.enum(['click', 'link', 'promotion_code', 'partner_code']), code: z.nullable(z.string()) }),
  ),
  promotion: promotionNameSchema,
  partnership: z.nullable(
    z.object({
      id: z.string(),
      name: z.string(),
      type: partnerTypeSchema,
      code: z.string(),
      status: partnershipStatusSchema,
    }),
  ),
  adjustments: z.array(adjustmentSchema),
  lines: z.array(lineSchema),
  rule: z.nullable(ruleSchema),
  can_review: z.boolean(),
});

/** What a review answers. */
export const reviewedSchema = z.object({ id: z.string(), status: conversionStatusSchema });

export type Verdict =
  | { readonly status: 'approved' }
  /** The reason is read by the partner. */
  | { readonly status: 'rejected'; readonly reason: string };

/** Longest reason for a rejection, in characters; the database holds the same limit. */
export const LONGEST_REASON = 500;

export type Story = z.output<typeof storySchema>;
export type StoryConversion = NonNullable<Story['conversion']>;
export type StoryLine = Story['lines'][number];
export type StoryRule = NonNullable<Story['rule']>;

/** How an event's way ended, which decides what its page tells. */
export type StoryEnd = 'credited' | 'organic' | 'given_back' | 'held' | 'rejected' | 'waiting';

export function endOf(story: Story): StoryEnd {
  const { status } = story.event;
  if (status === 'held' || status === 'rejected') return status;
  if (story.conversion === null) return 'waiting';
  if (story.matched_event !== null) return 'given_back';
  return story.partnership === null ? 'organic' : 'credited';
}

/** What the lines of an order come to: commission less what was taken back. */
export function lineTotal(story: Story): Minor {
  return sumMinor(story.lines.map((line) => line.amount_minor));
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a part of an address can be an id at all; anything else names nothing. */
export function isEventId(text: string): boolean {
  return UUID.test(text);
}
