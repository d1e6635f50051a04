import '../../config/zod.ts';
import * as z from 'zod/mini';
import { minorSchema, promotionNameSchema } from '../insights/partner-model.ts';

export const COMMISSION_STATES = ['pending', 'payable', 'reversed', 'rejected'] as const;
export type CommissionState = (typeof COMMISSION_STATES)[number];

const lineSchema = z.object({
  id: z.string(),
  kind: z.enum(['commission', 'reversal', 'rejection']),
  occurred_at: z.string(),
  /** The program's day on which the line counts. */
  day: z.string(),
  order_ref: z.nullable(z.string()),
  country: z.nullable(z.string()),
  code: z.nullable(z.string()),
  base_minor: minorSchema,
  amount_minor: minorSchema,
  currency: z.string(),
  rule_kind: z.enum(['percent', 'flat']),
  rate_bps: z.nullable(z.number()),
  flat_minor: z.nullable(minorSchema),
  state: z.enum(COMMISSION_STATES),
  final_on: z.string(),
  /** Why an order was rejected, in the brand's words; the kind of a return for its reversal. */
  reason: z.nullable(z.string()),
  promotion: promotionNameSchema,
});

const positionSchema = z.object({ occurred_at: z.string(), id: z.string() });

export const linePageSchema = z.object({ rows: z.array(lineSchema), next: z.nullable(positionSchema) });

export type CommissionLine = z.output<typeof lineSchema>;
export type LinePage = z.output<typeof linePageSchema>;
/** Where a page begins: after this line, going back in time. */
export type LinePosition = z.output<typeof positionSchema>;
