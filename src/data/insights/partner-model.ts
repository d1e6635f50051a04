import * as z from 'zod/mini';
import { toMinor } from '../../lib/money.ts';
import { contextSchema } from '../programs/model.ts';

/** An amount in minor units, refused unless it is a safe integer. */
export const minorSchema = z.pipe(z.number(), z.transform(toMinor));

const spanSchema = z.object({ from: z.string(), to: z.string(), accrued_minor: minorSchema });

const homeSchema = z.object({
  as_of: z.string(),
  today: z.string(),
  available_minor: minorSchema,
  pending_minor: minorSchema,
  pending_next_on: z.nullable(z.string()),
  pending_last_on: z.nullable(z.string()),
  month: spanSchema,
  last_month: spanSchema,
  days: z.array(z.object({ day: z.string(), accrued_minor: minorSchema, clicks: z.number() })),
  link: z.nullable(z.object({ id: z.string(), code: z.string(), destination: z.string() })),
  clicks_7d: z.number(),
  /** Live promotions that end soon, the next end first. */
  ending: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      offer: z.string(),
      publish_until: z.string(),
      code: z.nullable(z.string()),
    }),
  ),
});

/** `home` is null when the partnership's status opens no earnings. */
export const partnerHomeSchema = z.object({ context: contextSchema, home: z.nullable(homeSchema) });
export type PartnerHomeAnswer = z.output<typeof partnerHomeSchema>;
export type PartnerHome = z.output<typeof homeSchema>;

const totalsSchema = z.object({
  accrued_minor: minorSchema,
  revenue_minor: minorSchema,
  conversions: z.number(),
  clicks: z.number(),
  new_customers: z.number(),
});

const daySchema = z.object({
  day: z.string(),
  accrued_minor: minorSchema,
  revenue_minor: minorSchema,
  conversions: z.number(),
  clicks: z.number(),
});

const periodSchema = z.object({ from: z.string(), to: z.string(), totals: totalsSchema, days: z.array(daySchema) });

const earningsSchema = z.extend(periodSchema, {
  as_of: z.string(),
  today: z.string(),
  available_minor: minorSchema,
  pending_minor: minorSchema,
  pending_next_on: z.nullable(z.string()),
  compare: z.nullable(periodSchema),
});

export const partnerEarningsSchema = z.object({ context: contextSchema, earnings: z.nullable(earningsSchema) });
export type PartnerEarningsAnswer = z.output<typeof partnerEarningsSchema>;
export type PartnerEarnings = z.output<typeof earningsSchema>;
export type EarningsTotals = PartnerEarnings['totals'];

/** The promotion that a code belongs to, while the reader may see it. */
export const promotionNameSchema = z.nullable(z.object({ id: z.string(), name: z.string() }));

export const breakdownSchema = z.object({
  rows: z.array(
    z.object({
      key: z.nullable(z.string()),
      label: z.nullable(z.string()),
      clicks: z.number(),
      conversions: z.number(),
      revenue_minor: minorSchema,
      accrued_minor: minorSchema,
      promotion: promotionNameSchema,
    }),
  ),
});
export type BreakdownRow = z.output<typeof breakdownSchema>['rows'][number];
export const BREAKDOWNS = ['code', 'link', 'country'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];
