import type { DayRange } from '../../lib/dates.ts';
import { callRpc } from '../connection.ts';
import type { PlaceAddress } from '../programs/model.ts';
import {
  type CommissionLine,
  type CommissionState,
  type LinePage,
  type LinePosition,
  linePageSchema,
} from './model.ts';

export type LinesAsk = { readonly days: DayRange; readonly state: CommissionState | null };
export type PageAsk = { readonly after: LinePosition | null; readonly size: number };

/** The most lines the database answers at once. */
const LARGEST_PAGE = 1000;

export function fetchLinePage(
  address: PlaceAddress,
  ask: LinesAsk,
  page: PageAsk,
  signal?: AbortSignal,
): Promise<LinePage> {
  const args = {
    p_program: address.program,
    p_code: address.code ?? '',
    p_from: ask.days.from,
    p_to: ask.days.to,
    p_limit: page.size,
    ...(ask.state === null ? {} : { p_state: ask.state }),
    ...(page.after === null ? {} : { p_after_occurred_at: page.after.occurred_at, p_after_id: page.after.id }),
  };
  return callRpc('partner_lines', args, linePageSchema, signal);
}

/** Every line of the range, page after page; `onCount` hears how many are here so far. */
export async function fetchAllLines(
  address: PlaceAddress,
  ask: LinesAsk,
  onCount: (count: number) => void,
  signal: AbortSignal,
): Promise<CommissionLine[]> {
  const lines: CommissionLine[] = [];
  let after: LinePosition | null = null;
  do {
    const page: LinePage = await fetchLinePage(address, ask, { after, size: LARGEST_PAGE }, signal);
    lines.push(...page.rows);
    onCount(lines.length);
    after = page.next;
  } while (after !== null);
  return lines;
}
