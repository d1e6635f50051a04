import type { DayRange } from '../../lib/dates.ts';
import type { PartnerType } from '../programs/model.ts';
import { metricOf, type OverviewDay, type OverviewMetric } from './brand-model.ts';

const SHOWN_TYPES = 3;

/** Partner types that are one colour of the stack. */
export type TypeGroup = { readonly types: readonly PartnerType[]; readonly isRest: boolean };

function sumsByType(days: readonly OverviewDay[], metric: OverviewMetric): Map<PartnerType, number> {
  const sums = new Map<PartnerType, number>();
  for (const day of days) {
    if (day.partner_type === null) continue;
    sums.set(day.partner_type, (sums.get(day.partner_type) ?? 0) + metricOf(day, metric));
  }
  return sums;
}

/** The three types with the most, largest first, then all others as one. Types without a figure stay out. */
export function groupTypes(days: readonly OverviewDay[], metric: OverviewMetric): TypeGroup[] {
  const hasFigure = new Set(days.filter((day) => metricOf(day, metric) !== 0).map((day) => day.partner_type));
  const ranked = [...sumsByType(days, metric)]
    .filter(([type]) => hasFigure.has(type))
    .sort(([one, a], [other, b]) => b - a || one.localeCompare(other))
    .map(([type]) => type);
  const groups: TypeGroup[] = ranked.slice(0, SHOWN_TYPES).map((type) => ({ types: [type], isRest: false }));
  const rest = ranked.slice(SHOWN_TYPES);
  return rest.length === 0 ? groups : [...groups, { types: rest, isRest: true }];
}

/** One figure a bucket and group, in their orders; sums of minor units or of counts. */
export function stackDays(
  days: readonly OverviewDay[],
  buckets: readonly DayRange[],
  groups: readonly TypeGroup[],
  metric: OverviewMetric,
): number[][] {
  const groupOf = new Map(groups.flatMap((group, index) => group.types.map((type) => [type, index] as const)));
  const stacked = buckets.map(() => groups.map(() => 0));
  let at = 0;
  for (const day of [...days].sort((one, other) => one.day.localeCompare(other.day))) {
    while (at < buckets.length - 1 && day.day > (buckets[at]?.to ?? '')) at += 1;
    const index = day.partner_type === null ? undefined : groupOf.get(day.partner_type);
    const row = stacked[at];
    if (index === undefined || row === undefined) continue;
    row[index] = (row[index] ?? 0) + metricOf(day, metric);
  }
  return stacked;
}
