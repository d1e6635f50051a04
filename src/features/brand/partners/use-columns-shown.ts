import { useState } from 'react';

/** Columns that can be left out; the name always stands. */
export const COLUMNS = [
  'status',
  'type',
  'tier',
  'tags',
  'country',
  'code',
  'joined',
  'clicks',
  'conversions',
  'revenue',
  'earnings',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

const KEY = 'partner-columns';
const DEFAULT: readonly ColumnName[] = ['status', 'type', 'tier', 'clicks', 'conversions', 'revenue', 'earnings'];

function read(): readonly ColumnName[] {
  try {
    const kept = localStorage.getItem(KEY)?.split(',');
    return kept === undefined ? DEFAULT : COLUMNS.filter((column) => kept.includes(column));
  } catch {
    return DEFAULT;
  }
}

/** Which columns this person looks at, on this device. */
export function useColumnsShown() {
  const [shown, setShown] = useState(read);
  const handleToggle = (column: ColumnName) => {
    const next = COLUMNS.filter((known) => (known === column ? !shown.includes(known) : shown.includes(known)));
    setShown(next);
    try {
      localStorage.setItem(KEY, next.join(','));
    } catch {
      // A browser that keeps nothing shows them until the page is left.
    }
  };
  return { shown, onToggle: handleToggle };
}
