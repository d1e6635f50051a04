import { describe, expect, it } from 'vitest';
import { bucketsOf } from '../../lib/buckets.ts';
import { toMinor } from '../../lib/money.ts';
import type { PartnerType } from '../programs/model.ts';
import type { OverviewDay } from './brand-model.ts';
import { groupTypes, stackDays } from './brand-series.ts';

function dayOf(day: string, partner_type: PartnerType | null, revenue: number): OverviewDay {
  return {
    day,
    partner_type,
    revenue_minor: toMinor(revenue),
    commission_minor: toMinor(Math.trunc(revenue / 10)),
    conversions: 1,
    clicks: 0,
    new_customers: 0,
  };
}

describe('groupTypes', () => {
  it.each([
    ['nothing', [], []],
    ['organic alone', [dayOf('2026-11-01', null, 900)], []],
    ['two types', [dayOf('2026-11-01', 'b2b', 1), dayOf('2026-11-01', 'app', 2)], ['app', 'b2b']],
    [
      'five types: three and the rest',
      [
        dayOf('2026-11-01', 'b2b', 500),
        dayOf('2026-11-01', 'app', 100),
        dayOf('2026-11-01', 'charity', 50),
        dayOf('2026-11-01', 'publisher', 400),
        dayOf('2026-11-02', 'influencer', 300),
      ],
      ['b2b', 'publisher', 'influencer', 'app+charity (rest)'],
    ],
    [
      'a type whose days cancel out still shows',
      [dayOf('2026-11-01', 'app', 5), dayOf('2026-11-02', 'app', -5)],
      ['app'],
    ],
    ['a type with clicks only stays out', [dayOf('2026-11-01', 'app', 0), dayOf('2026-11-01', 'b2b', 1)], ['b2b']],
  ])('%s', (_, days, expected) => {
    const names = groupTypes(days, 'revenue').map((group) => group.types.join('+') + (group.isRest ? ' (rest)' : ''));
    expect(names).toEqual(expected);
  });
});

describe('stackDays', () => {
  const days = [
    dayOf('2026-11-03', 'app', 7),
    dayOf('2026-11-01', 'b2b', 100),
    dayOf('2026-11-01', null, 1000),
    dayOf('2026-11-02', 'b2b', -30),
    dayOf('2026-11-03', 'b2b', 5),
  ];
  const groups = groupTypes(days, 'revenue');

  it('puts each figure into its day and group, organic nowhere', () => {
    const buckets = bucketsOf({ from: '2026-11-01', to: '2026-11-04' }, 'day', 1);
    expect(stackDays(days, buckets, groups, 'revenue')).toEqual([
      [100, 0],
      [-30, 0],
      [5, 7],
      [0, 0],
    ]);
  });

  it('sums what lies in one bucket, whatever the metric', () => {
    const buckets = [
      { from: '2026-11-01', to: '2026-11-02' },
      { from: '2026-11-03', to: '2026-11-04' },
    ];
    expect(stackDays(days, buckets, groups, 'revenue')).toEqual([
      [70, 0],
      [5, 7],
    ]);
    expect(stackDays(days, buckets, groups, 'conversions')).toEqual([
      [2, 0],
      [1, 1],
    ]);
  });
});
