import type { Overview, OverviewMetric } from '../../../data/insights/brand-model.ts';
import { groupTypes, stackDays, type TypeGroup } from '../../../data/insights/brand-series.ts';
import { type BucketSize, bucketSizeFor, bucketsOf } from '../../../lib/buckets.ts';
import type { DayRange } from '../../../lib/dates.ts';

/** What the chart draws and the export writes: one row of figures a bucket, one figure a group. */
export type Trend = {
  readonly size: BucketSize;
  readonly buckets: readonly DayRange[];
  readonly groups: readonly TypeGroup[];
  readonly values: readonly (readonly number[])[];
};

/** Weeks begin where the reader's calendar begins them, 0 being Sunday. */
export function trendOf(overview: Overview, metric: OverviewMetric, weekStart: number): Trend {
  const size = bucketSizeFor(overview);
  const buckets = bucketsOf(overview, size, weekStart);
  const groups = groupTypes(overview.days, metric);
  return { size, buckets, groups, values: stackDays(overview.days, buckets, groups, metric) };
}
