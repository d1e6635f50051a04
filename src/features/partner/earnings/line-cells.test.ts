import { describe, expect, it } from 'vitest';
import type { CommissionLine } from '../../../data/commissions/model.ts';
import { toMinor } from '../../../lib/money.ts';
import { lineCells } from './line-cells.ts';

const line: CommissionLine = {
  id: '1',
  kind: 'reversal',
  occurred_at: '2026-11-19T18:59:00Z',
  day: '2026-11-19',
  order_ref: '579467',
  country: 'GB',
  code: 'MIRA',
  base_minor: toMinor(-2725),
  amount_minor: toMinor(-273),
  currency: 'GBP',
  rule_kind: 'percent',
  rate_bps: 1000,
  flat_minor: null,
  state: 'pending',
  final_on: '2026-12-10',
  reason: 'refund',
  promotion: null,
};
const names = { kind: 'Return', state: 'Pending', reason: 'returned', country: 'United Kingdom', terms: '10%' };

describe('a line in the file', () => {
  it('has plain days and exact amounts', () => {
    expect(lineCells(line, 2, names)).toEqual([
      '2026-11-19',
      '579467',
      'Return',
      'Pending',
      '2026-12-10',
      'returned',
      'United Kingdom',
      'MIRA',
      '10%',
      '-27.25',
      '-2.73',
    ]);
  });
});
