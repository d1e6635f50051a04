import { expect, test } from 'vitest';
import type { FateCount, Issue } from '../../../data/conversions/answers.ts';
import type { LineError } from '../../../data/conversions/model.ts';
import { toMinor } from '../../../lib/money.ts';
import { byFate, fateKey, findingsOf, rowsOf } from './import-counts.ts';

const count = (fate: FateCount['fate'], reason: string | null, kind: FateCount['kind'], rows: number): FateCount => ({
  fate,
  reason,
  kind,
  rows,
  amount_minor: toMinor(0),
});

const COUNTS = [
  count('conflict', null, 'sale', 1),
  count('held', 'no_order_with_enough_left', 'refund', 2),
  count('held', 'no_customer', 'refund', 4),
  count('applied', null, 'refund', 8),
  count('applied', null, 'sale', 16),
];

test('fates are listed from good to bad, sales before returns', () => {
  expect([...COUNTS].sort(byFate).map(fateKey)).toEqual([
    'applied  sale',
    'applied  refund',
    'held no_customer refund',
    'held no_order_with_enough_left refund',
    'conflict  sale',
  ]);
});

test('rows are counted by fate', () => {
  expect(rowsOf(COUNTS, 'applied', 'held')).toBe(30);
  expect(rowsOf(COUNTS, 'unchanged')).toBe(0);
});

test('malformed lines and rows to look at stand in the order of the file', () => {
  const error: LineError = { line: 7, code: 'bad_time', column: 'time', value: 'never' };
  const issue = (line: number): Issue => ({ row: 1, line, external_id: 'x', fate: 'held', reason: 'no_customer' });
  expect(findingsOf([error], [issue(9), issue(2)]).map(({ line, kind }) => [line, kind])).toEqual([
    [2, 'row'],
    [7, 'malformed'],
    [9, 'row'],
  ]);
});
