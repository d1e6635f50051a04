import { addDays, countDays, type Day, type DayRange, daysOfMonth, earlierDay, monthOf, weekdayOf } from './dates.ts';

/** How much time one bar stands for. */
export type BucketSize = 'day' | 'week' | 'month';

const MOST_BARS_BY_DAY = 90;
const MOST_DAYS_BY_WEEK = 400;

/**
 * Days up to 90, weeks up to a good year, months beyond: always few enough bars to tell apart. With
 * `abreast` bars beside each other for the same time, that many fewer.
 */
export function bucketSizeFor(range: DayRange, abreast = 1): BucketSize {
  const bars = countDays(range) * abreast;
  if (bars <= MOST_BARS_BY_DAY) return 'day';
  return bars <= MOST_DAYS_BY_WEEK ? 'week' : 'month';
}

function endOfBucket(day: Day, size: BucketSize, weekStart: number): Day {
  if (size === 'day') return day;
  if (size === 'month') return daysOfMonth(monthOf(day)).to;
  const daysIn = (weekdayOf(day) - weekStart + 7) % 7;
  return addDays(day, 6 - daysIn);
}

/**
 * The range cut into days, weeks or months, none left out. The first and the last may be shorter, since
 * no day outside of the range is counted. `weekStart`: 0 is Sunday.
 */
export function bucketsOf(range: DayRange, size: BucketSize, weekStart: number): DayRange[] {
  const buckets: DayRange[] = [];
  for (let from = range.from; from <= range.to; ) {
    const to = earlierDay(endOfBucket(from, size, weekStart), range.to);
    buckets.push({ from, to });
    from = addDays(to, 1);
  }
  return buckets;
}

/**
 * The sums of rows of figures, one row a bucket. `rows`: one a day, none left out, the first of the first
 * bucket's first day; all of the same length.
 */
export function sumBuckets(buckets: readonly DayRange[], rows: readonly (readonly number[])[]): number[][] {
  let at = 0;
  return buckets.map((bucket) => {
    const days = rows.slice(at, at + countDays(bucket));
    at += countDays(bucket);
    return (rows[0] ?? []).map((_, index) => days.reduce((sum, row) => sum + (row[index] ?? 0), 0));
  });
}
