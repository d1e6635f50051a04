import type { Day } from '../../lib/dates.ts';
import { callRpc } from '../connection.ts';
import {
  changedSchema,
  daysOf,
  filterJson,
  type PartnerChange,
  type PartnerFilter,
  type PartnerOrder,
  type PartnersCursor,
  type PartnersMeant,
  type PartnersPage,
  partnerPageSchema,
  partnersPageSchema,
  type Span,
  undoneSchema,
} from './brand-model.ts';

export type ListAsk = { readonly filter: PartnerFilter; readonly order: PartnerOrder; readonly span: Span };

const IDS_A_CALL = 500;
/** Calls for one page, where a rule must be asked row by row. */
const MOST_LOOKS = 20;

/** What one call finds; it may end a page early to stay quick. */
export async function fetchOnce(
  program: string,
  ask: ListAsk,
  after: PartnersCursor | null,
  limit: number,
  signal?: AbortSignal,
): Promise<PartnersPage> {
  const days = daysOf(ask.span);
  const args = {
    p_program: program,
    p_filter: filterJson(ask.filter),
    p_sort: `${ask.order.by} ${ask.order.isUp ? 'up' : 'down'}`,
    ...(days !== null && { p_from: days.from, p_to: days.to }),
    ...(after !== null && { p_after: after }),
    p_limit: limit,
  };
  return callRpc('partner_list', args, partnersPageSchema, signal);
}

/** A page; the database may end one early to stay quick, and then it is asked for the rest of it. */
export async function fetchPartners(
  program: string,
  ask: ListAsk,
  after: PartnersCursor | null,
  limit: number,
  signal?: AbortSignal,
): Promise<PartnersPage> {
  const first = await fetchOnce(program, ask, after, limit, signal);
  const rows = [...first.rows];
  let next = first.next;
  for (let look = 1; next !== null && rows.length < limit && look < MOST_LOOKS; look += 1) {
    const more: PartnersPage = await fetchOnce(program, ask, next, limit - rows.length, signal);
    rows.push(...more.rows);
    next = more.next;
  }
  return { ...first, rows, next };
}

export type Act = {
  /** Made before the first call and kept for every try, so that nothing is done twice. */
  readonly id: string;
  readonly meant: PartnersMeant;
  readonly change: PartnerChange;
  readonly onChanged?: (changed: number) => void;
};

/** Changes everybody meant, chunk after chunk; answers how many it was for. */
export async function changePartners(program: string, { id, meant, change, onChanged }: Act): Promise<number> {
  const chunks: { who: Record<string, string | string[]>; after: string | null }[] =
    'ids' in meant
      ? Array.from({ length: Math.ceil(meant.ids.length / IDS_A_CALL) }, (_, at) => ({
          who: { ids: meant.ids.slice(at * IDS_A_CALL, (at + 1) * IDS_A_CALL) },
          after: null,
        }))
      : [{ who: filterJson(meant.filter), after: null }];
  let changed = 0;
  for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
    const args = {
      p_act: id,
      p_program: program,
      p_who: chunk.who,
      p_change: JSON.parse(JSON.stringify(change)),
      ...(chunk.after !== null && { p_after: chunk.after }),
    };
    const answer = await callRpc('change_partners', args, changedSchema);
    changed = answer.changed;
    onChanged?.(changed);
    if (answer.next !== null) chunks.unshift({ who: chunk.who, after: answer.next });
  }
  return changed;
}

/** Puts back what nobody has changed since. */
export async function undoAct(act: string): Promise<{ readonly undone: number; readonly kept: number }> {
  let undone = 0;
  let kept = 0;
  for (;;) {
    const answer = await callRpc('undo_partners_act', { p_act: act }, undoneSchema);
    undone += answer.undone;
    kept += answer.kept;
    if (answer.left === 0) return { undone, kept };
  }
}

export function fetchPartnerPage(program: string, partnership: string, from: Day, to: Day, signal?: AbortSignal) {
  const args = { p_program: program, p_partnership: partnership, p_from: from, p_to: to };
  return callRpc('partner_page', args, partnerPageSchema, signal);
}
