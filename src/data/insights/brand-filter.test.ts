import { describe, expect, it } from 'vitest';
import { toMinor } from '../../lib/money.ts';
import type { FateSum } from './brand-events-model.ts';
import { changeFilter, isFiltered, knownTotal, NO_FILTER, reasonsFor } from './brand-filter.ts';

describe('reasonsFor', () => {
  it.each([
    ['held', ['no_customer', 'no_order_with_enough_left', 'paused_partner', 'unknown_code', 'click_after_conversion']],
    ['rejected', ['zero_amount', 'not_an_order', 'duplicate_order']],
    ['applied', []],
    ['received', []],
  ] as const)('%s', (status, reasons) => {
    expect(reasonsFor(status)).toEqual(reasons);
  });

  it('offers all of them while no status is chosen', () => {
    expect(reasonsFor(null)).toHaveLength(8);
  });
});

describe('isFiltered', () => {
  it.each([
    ['nothing', NO_FILTER, false],
    ['organic', { ...NO_FILTER, isOrganic: true }, true],
    ['a status', { ...NO_FILTER, status: 'held' as const }, true],
    ['words', { ...NO_FILTER, search: 'C5' }, true],
  ])('%s', (_, filter, expected) => {
    expect(isFiltered(filter)).toBe(expected);
  });
});

describe('changeFilter', () => {
  const held = { ...NO_FILTER, status: 'held' as const, reason: 'no_customer' as const };
  it.each([
    ['keeps what fits', held, { kind: 'refund' as const }, { ...held, kind: 'refund' }],
    [
      'drops a reason that the status does not have',
      held,
      { status: 'rejected' as const },
      { ...NO_FILTER, status: 'rejected' },
    ],
    ['keeps a reason when any status will do', held, { status: null }, { ...held, status: null }],
    [
      'organic has no partner',
      { ...NO_FILTER, partnership: 'p' },
      { isOrganic: true },
      { ...NO_FILTER, isOrganic: true },
    ],
    [
      'a partner is not organic',
      { ...NO_FILTER, isOrganic: true },
      { partnership: 'p' },
      { ...NO_FILTER, partnership: 'p' },
    ],
    [
      'a first day after the last frees the last',
      { ...NO_FILTER, from: '2026-11-01', to: '2026-11-05' },
      { from: '2026-11-06' },
      { ...NO_FILTER, from: '2026-11-06' },
    ],
    [
      'a last day before the first frees the first',
      { ...NO_FILTER, from: '2026-11-03', to: '2026-11-05' },
      { to: '2026-11-01' },
      { ...NO_FILTER, to: '2026-11-01' },
    ],
  ])('%s', (_, filter, change, expected) => {
    expect(changeFilter(filter, change)).toEqual(expected);
  });
});

describe('knownTotal', () => {
  const fates: FateSum[] = [
    { kind: 'sale', status: 'applied', reason: null, events: 10, amount_minor: toMinor(1000) },
    { kind: 'refund', status: 'applied', reason: null, events: 2, amount_minor: toMinor(-50) },
    { kind: 'refund', status: 'held', reason: 'no_customer', events: 3, amount_minor: toMinor(-70) },
  ];
  it.each([
    ['everything', NO_FILTER, { events: 15, amount_minor: 880 }],
    ['one status', { ...NO_FILTER, status: 'applied' as const }, { events: 12, amount_minor: 950 }],
    ['one kind over all fates', { ...NO_FILTER, kind: 'refund' as const }, { events: 5, amount_minor: -120 }],
    ['one reason', { ...NO_FILTER, reason: 'no_customer' as const }, { events: 3, amount_minor: -70 }],
    ['nothing of it', { ...NO_FILTER, status: 'rejected' as const }, { events: 0, amount_minor: 0 }],
    ['a partner: not known', { ...NO_FILTER, partnership: 'p' }, null],
    ['organic: not known', { ...NO_FILTER, isOrganic: true }, null],
    ['some days: not known', { ...NO_FILTER, status: 'held' as const, from: '2026-11-01' }, null],
  ])('%s', (_, filter, total) => {
    expect(knownTotal(fates, filter)).toEqual(total);
  });
});
