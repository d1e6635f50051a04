import { useState } from 'react';

export type Direction = 'up' | 'down';

export type Sorting = {
  readonly column: string;
  readonly direction: Direction;
  readonly onSort: (column: string) => void;
};

type SortValue = number | string | null;
type Getters<Row> = Readonly<Record<string, (row: Row) => SortValue>>;

function compare(one: SortValue, other: SortValue): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other));
}

/** Rows in order of one column; equal rows keep the order they came in, and empty values come last. */
export function sortRows<Row>(rows: readonly Row[], value: (row: Row) => SortValue, direction: Direction): Row[] {
  return [...rows].sort((a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === null || other === null) return compare(one, other);
    return direction === 'up' ? compare(one, other) : compare(other, one);
  });
}

/** Sorts by a column, figures from the largest; a second press on the same column turns it round. */
export function useSorting<Row>(
  rows: readonly Row[],
  getters: Getters<Row>,
  initial: string,
): { rows: Row[]; sorting: Sorting } {
  const [column, setColumn] = useState(initial);
  const [direction, setDirection] = useState<Direction>('down');
  const getter = getters[column];
  const handleSort = (next: string) => {
    setDirection(next === column && direction === 'down' ? 'up' : 'down');
    setColumn(next);
  };
  const sorted = getter === undefined ? [...rows] : sortRows(rows, getter, direction);
  return { rows: sorted, sorting: { column, direction, onSort: handleSort } };
}
