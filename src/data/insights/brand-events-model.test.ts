import { describe, expect, it } from 'vitest';
import { toMinor } from '../../lib/money.ts';
import {
  type EventStatus,
  type FateSum,
  type ImportSummary,
  knownReason,
  orderFates,
  rowsTaken,
  totalOf,
} from './brand-events-model.ts';

function fate(status: EventStatus, kind: FateSum['kind'], reason: string | null, events = 1, sum = 0): FateSum {
  return { status, kind, reason, events, amount_minor: toMinor(sum) };
}

describe('orderFates', () => {
  it('lists what was applied, then what waits, then what was refused, sales before what was given back', () => {
    const given = [
      fate('rejected', 'sale', 'zero_amount'),
      fate('rejected', 'adjustment', 'a_reason_of_later'),
      fate('held', 'refund', 'no_order_with_enough_left'),
      fate('applied', 'refund', null),
      fate('held', 'refund', 'no_customer'),
      fate('applied', 'sale', null),
    ];
    expect(orderFates(given).map((one) => `${one.status} ${one.kind} ${one.reason ?? ''}`.trim())).toEqual([
      'applied sale',
      'applied refund',
      'held refund no_customer',
      'held refund no_order_with_enough_left',
      'rejected sale zero_amount',
      'rejected adjustment a_reason_of_later',
    ]);
    expect(given[0]?.status).toBe('rejected');
  });
});

describe('totalOf', () => {
  it('adds events and exact sums, signs included', () => {
    const fates = [fate('applied', 'sale', null, 3, 1_065), fate('held', 'refund', 'no_customer', 2, -285)];
    expect(totalOf(fates)).toEqual({ events: 5, amount_minor: 780 });
    expect(totalOf([])).toEqual({ events: 0, amount_minor: 0 });
  });
});

describe('knownReason', () => {
  it.each([
    ['no_customer', 'no_customer'],
    ['a_reason_of_later', null],
    [null, null],
  ])('%s', (reason, known) => {
    expect(knownReason(reason)).toBe(known);
  });
});

describe('rowsTaken', () => {
  const base: ImportSummary = {
    id: 'i',
    file_name: 'orders.csv',
    status: 'running',
    rows_total: 10,
    next_row: 1,
    lines_bad: 0,
    created_at: '',
    updated_at: '',
    finished_at: null,
    counts: [],
  };
  it.each([
    ['before the first row', 1, 0],
    ['in the middle', 5, 4],
    ['after the last', 11, 10],
  ])('%s', (_, next_row, taken) => {
    expect(rowsTaken({ ...base, next_row })).toBe(taken);
  });

  it('is nothing for a file of bad lines only', () => {
    expect(rowsTaken({ ...base, rows_total: 0 })).toBe(0);
  });
});
