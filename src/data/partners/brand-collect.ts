import { fetchOnce, type ListAsk } from './brand-api.ts';
import type { PartnerRow, PartnersCursor, PartnersPage } from './brand-model.ts';

/** As many as the API answers at once. */
const ROWS_A_CALL = 1000;

/** All that fit, page after page; `isCut` says that there are more than `mostRows`. */
export async function collectPartners(
  program: string,
  ask: ListAsk,
  mostRows: number,
  { onRows, signal }: { readonly onRows: (rows: number) => void; readonly signal: AbortSignal },
): Promise<{ readonly rows: readonly PartnerRow[]; readonly isCut: boolean }> {
  const rows: PartnerRow[] = [];
  let after: PartnersCursor | null = null;
  do {
    const limit = Math.min(ROWS_A_CALL, mostRows - rows.length);
    const page: PartnersPage = await fetchOnce(program, ask, after, limit, signal);
    rows.push(...page.rows);
    after = page.next;
    onRows(rows.length);
  } while (after !== null && rows.length < mostRows);
  return { rows, isCut: after !== null };
}
