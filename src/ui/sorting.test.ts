import { describe, expect, it } from 'vitest';
import { sortRows } from './sorting.ts';

const rows = [
  { name: 'b', sum: 2 },
  { name: 'a', sum: null },
  { name: 'c', sum: 10 },
];

describe('sortRows', () => {
  it('orders figures as numbers and puts what is missing last, both ways', () => {
    expect(sortRows(rows, (row) => row.sum, 'up').map((row) => row.name)).toEqual(['b', 'c', 'a']);
    expect(sortRows(rows, (row) => row.sum, 'down').map((row) => row.name)).toEqual(['c', 'b', 'a']);
  });

  it('orders words and leaves the given rows as they were', () => {
    expect(sortRows(rows, (row) => row.name, 'up').map((row) => row.name)).toEqual(['a', 'b', 'c']);
    expect(rows[0]?.name).toBe('b');
  });
});
