import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { fetchAudit } from './api.ts';
import type { AuditEntry, AuditFilter } from './model.ts';

const ROWS_A_PAGE = 50;
const ROWS_A_CALL = 500;
// Widened here, since an initial value of null alone would make every later page's position null too.
const FIRST: number | null = null as number | null;

/** `program` is the slug, as in the address. */
export const auditQueries = {
  all: ['audit'] as const,
  list: (program: string, filter: AuditFilter) =>
    infiniteQueryOptions({
      queryKey: [...auditQueries.all, 'list', program, filter] as const,
      queryFn: ({ pageParam, signal }) => fetchAudit(program, filter, pageParam, ROWS_A_PAGE, signal),
      initialPageParam: FIRST,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
      // What was done is read for what is true now.
      staleTime: 0,
    }),
};

type Collecting = { readonly onRows: (rows: number) => void; readonly signal: AbortSignal };

/** The entries of a filter for a file, up to as many as it may hold. */
export async function collectAudit(
  program: string,
  filter: AuditFilter,
  most: number,
  { onRows, signal }: Collecting,
): Promise<{ readonly rows: readonly AuditEntry[]; readonly isCut: boolean }> {
  const rows: AuditEntry[] = [];
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof fetchAudit>> = await fetchAudit(program, filter, before, ROWS_A_CALL, signal);
    rows.push(...page.rows);
    onRows(rows.length);
    before = page.next;
  } while (before !== null && rows.length < most);
  return { rows: rows.slice(0, most), isCut: before !== null || rows.length > most };
}
