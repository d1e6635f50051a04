import { fetchEvents } from './brand-api.ts';
import type { EventRow, EventsCursor } from './brand-events-model.ts';
import type { EventFilter } from './brand-filter.ts';

/** As many as the API answers at once. */
const ROWS_A_CALL = 1000;

type Collected = { readonly rows: readonly EventRow[]; readonly isCut: boolean };
type Collecting = { readonly onRows: (rows: number) => void; readonly signal: AbortSignal };

/**
 * All events of a filter, newest first, page after page. `mostRows` bounds them; `isCut` says that there
 * are more.
 */
export async function collectEvents(
  program: string,
  filter: EventFilter,
  mostRows: number,
  { onRows, signal }: Collecting,
): Promise<Collected> {
  const rows: EventRow[] = [];
  let after: EventsCursor | null = null;
  do {
    const limit = Math.min(ROWS_A_CALL, mostRows - rows.length);
    const page: Awaited<ReturnType<typeof fetchEvents>> = await fetchEvents(program, { filter, after, limit }, signal);
    rows.push(...page.rows);
    after = page.next;
    onRows(rows.length);
  } while (after !== null && rows.length < mostRows);
  return { rows, isCut: after !== null };
}
