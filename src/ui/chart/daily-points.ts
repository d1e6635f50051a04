import { type BucketSize, bucketSizeFor, bucketsOf, sumBuckets } from '../../lib/buckets.ts';
import type { DayRange } from '../../lib/dates.ts';
import type { TimePoint } from './series.ts';

/**
 * What a chart shows of figures that come one row a day, the first being the range's first day: days, or
 * weeks or months where so many bars could not be told apart. Figures of a row stand beside each other.
 */
export function pointsOfDays(
  range: DayRange,
  rows: readonly (readonly number[])[],
  weekStart: number,
): { readonly size: BucketSize; readonly points: readonly TimePoint[] } {
  const size = bucketSizeFor(range, rows[0]?.length);
  const spans = bucketsOf(range, size, weekStart);
  const sums = sumBuckets(spans, rows);
  return { size, points: spans.map((span, index) => ({ span, values: sums[index] ?? [] })) };
}
