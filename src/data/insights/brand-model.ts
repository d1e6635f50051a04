import * as z from 'zod/mini';
import type { Minor } from '../../lib/money.ts';
import { contextSchema, partnershipStatusSchema, partnerTypeSchema } from '../programs/model.ts';
import { minorSchema } from './partner-model.ts';

const totalsSchema = z.object({
  partner_revenue_minor: minorSchema,
  organic_revenue_minor: minorSchema,
  commission_minor: minorSchema,
  conversions: z.number(),
  clicks: z.number(),
  new_customers: z.number(),
});

const daySchema = z.object({
  day: z.string(),
  /** Null is organic: revenue that no partner brought. */
  partner_type: z.nullable(partnerTypeSchema),
  revenue_minor: minorSchema,
  commission_minor: minorSchema,
  conversions: z.number(),
  clicks: z.number(),
  new_customers: z.number(),
});

const leaderSchema = z.object({
  partnership_id: z.string(),
  partner_name: z.string(),
  partner_type: partnerTypeSchema,
  code: z.string(),
  status: partnershipStatusSchema,
  revenue_minor: minorSchema,
  accrued_minor: minorSchema,
  previous_revenue_minor: minorSchema,
});

/** Why a visit through a link is no click. */
export const UNCOUNTED_KINDS = ['bot', 'prefetch', 'head', 'ended', 'archived'] as const;

const overviewSchema = z.object({
  as_of: z.string(),
  today: z.string(),
  from: z.string(),
  to: z.string(),
  totals: totalsSchema,
  compare: z.nullable(z.object({ from: z.string(), to: z.string(), totals: totalsSchema })),
  pending_commission_minor: minorSchema,
  active_partners: z.number(),
  all_partners: z.number(),
  days: z.array(daySchema),
  /** Visits of the range that are no clicks, by their kind. */
  uncounted: z.record(z.string(), z.number()),
  /** First day of the running month, which `top` is about. */
  month: z.string(),
  top: z.array(leaderSchema),
  held: z.array(z.object({ reason: z.string(), events: z.number(), amount_minor: minorSchema })),
});

export const brandOverviewSchema = z.object({ context: contextSchema, overview: overviewSchema });
export type Overview = z.output<typeof overviewSchema>;
export type OverviewTotals = z.output<typeof totalsSchema>;
export type OverviewDay = z.output<typeof daySchema>;
export type Leader = z.output<typeof leaderSchema>;

/** Part of whole as a ratio; null where there is no whole to be a part of. */
function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** What partners brought of all revenue, 0 to 1; null while nothing was sold. */
export function shareOfAllRevenue(totals: OverviewTotals): number | null {
  const all: bigint = BigInt(totals.partner_revenue_minor) + BigInt(totals.organic_revenue_minor);
  return ratio(totals.partner_revenue_minor, Number(all));
}

/** Commission by revenue of partners; null where they brought none. */
export function commissionRate(totals: OverviewTotals): number | null {
  return ratio(totals.commission_minor, totals.partner_revenue_minor);
}

/** New customers by conversions of partners; null without conversions. */
export function newCustomerRate(totals: OverviewTotals): number | null {
  return ratio(totals.new_customers, totals.conversions);
}

/** Whether nothing at all happened in the range: no revenue, no click, no return. */
export function isQuiet(overview: Overview): boolean {
  return overview.days.length === 0;
}

/** Everything that waits for a person, over all reasons. */
export function heldEvents(overview: Overview): number {
  return overview.held.reduce((sum, one) => sum + one.events, 0);
}

export type OverviewMetric = 'revenue' | 'commission' | 'conversions';
export const OVERVIEW_METRICS = ['revenue', 'commission', 'conversions'] as const satisfies readonly OverviewMetric[];

/** One day's figure of a metric: minor units, or a count. */
export function metricOf(day: OverviewDay, metric: OverviewMetric): Minor | number {
  if (metric === 'revenue') return day.revenue_minor;
  return metric === 'commission' ? day.commission_minor : day.conversions;
}
