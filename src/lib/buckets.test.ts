import { describe, expect, it } from 'vitest';
import { bucketSizeFor, bucketsOf, sumBuckets } from './buckets.ts';
import { countDays } from './dates.ts';

describe('bucketSizeFor', () => {
  it.each([
    ['one day', '2026-11-22', '2026-11-22', 'day'],
    ['90 days', '2026-08-25', '2026-11-22', 'day'],
    ['91 days', '2026-08-24', '2026-11-22', 'week'],
    ['a year', '2025-11-23', '2026-11-22', 'week'],
    ['400 days', '2025-10-19', '2026-11-22', 'week'],
    ['401 days', '2025-10-18', '2026-11-22', 'month'],
  ])('%s', (_, from, to, size) => {
    expect(bucketSizeFor({ from, to })).toBe(size);
  });

  it.each([
    ['45 days beside 45', '2026-10-09', '2026-11-22', 'day'],
    ['46 days beside 46', '2026-10-08', '2026-11-22', 'week'],
    ['90 days beside 90', '2026-08-25', '2026-11-22', 'week'],
    ['a year beside a year', '2025-11-23', '2026-11-22', 'month'],
  ])('%s', (_, from, to, size) => {
    expect(bucketSizeFor({ from, to }, 2)).toBe(size);
  });
});

describe('bucketsOf', () => {
  it('gives every day its own', () => {
    expect(bucketsOf({ from: '2026-02-27', to: '2026-03-01' }, 'day', 1)).toEqual([
      { from: '2026-02-27', to: '2026-02-27' },
      { from: '2026-02-28', to: '2026-02-28' },
      { from: '2026-03-01', to: '2026-03-01' },
    ]);
  });

  it.each([
    // 18 November 2026 is a Wednesday.
    ['from Monday', 1, ['2026-11-18..2026-11-22', '2026-11-23..2026-11-29', '2026-11-30..2026-12-01']],
    ['from Sunday', 0, ['2026-11-18..2026-11-21', '2026-11-22..2026-11-28', '2026-11-29..2026-12-01']],
    ['from Wednesday', 3, ['2026-11-18..2026-11-24', '2026-11-25..2026-12-01']],
  ])('cuts weeks %s, the ends shorter', (_, weekStart, expected) => {
    const buckets = bucketsOf({ from: '2026-11-18', to: '2026-12-01' }, 'week', weekStart);
    expect(buckets.map((one) => `${one.from}..${one.to}`)).toEqual(expected);
  });

  it('cuts months, leap days and both ends included', () => {
    const buckets = bucketsOf({ from: '2028-01-30', to: '2028-03-02' }, 'month', 1);
    expect(buckets.map((one) => `${one.from}..${one.to}`)).toEqual([
      '2028-01-30..2028-01-31',
      '2028-02-01..2028-02-29',
      '2028-03-01..2028-03-02',
    ]);
  });
});

describe('sumBuckets', () => {
  it('loses nothing and adds nothing, whatever the size', () => {
    const range = { from: '2025-11-23', to: '2026-11-22' };
    const rows = Array.from({ length: 365 }, (_, day) => [day, 1, -day * 100]);
    for (const size of ['day', 'week', 'month'] as const) {
      const buckets = bucketsOf(range, size, 1);
      const sums = sumBuckets(buckets, rows);
      expect(sums.map(([, days]) => days)).toEqual(buckets.map(countDays));
      const whole = sums.reduce<[number, number]>(([a, b], [first = 0, , last = 0]) => [a + first, b + last], [0, 0]);
      expect(whole).toEqual([66_430, -6_643_000]);
    }
  });

  it('gives a bucket without rows zeros, and no figures where there are none', () => {
    const buckets = bucketsOf({ from: '2026-11-01', to: '2026-11-03' }, 'day', 1);
    expect(sumBuckets(buckets, [[7], [8]])).toEqual([[7], [8], [0]]);
    expect(sumBuckets(buckets, [])).toEqual([[], [], []]);
  });
});
