import type { DayRange } from '../../lib/dates.ts';
import { callRpc, getClients, unwrap } from '../connection.ts';
import { AppError } from '../errors.ts';
import type { PlaceAddress } from '../programs/model.ts';
import { type LinkDraft, linksSchema, type PartnerLinks } from './model.ts';

export function fetchLinks(address: PlaceAddress, days: DayRange, signal?: AbortSignal): Promise<PartnerLinks> {
  const place = { p_program: address.program, p_code: address.code ?? '' };
  return callRpc('partner_links', { ...place, p_from: days.from, p_to: days.to }, linksSchema, signal);
}

/** Row-level security answers a write that is not allowed with no row: that is a refusal, not a success. */
function theCode(rows: readonly { readonly code: string }[]): string {
  const [row] = rows;
  if (row === undefined) throw new AppError('not_allowed', 'no link was written');
  return row.code;
}

type Owner = { readonly programId: string; readonly partnershipId: string };

/** Answers the new link's code. A try whose answer was lost left the link behind: asking again finds it. */
export async function addLink(
  { programId, partnershipId }: Owner,
  { id, destination, name }: LinkDraft,
): Promise<string> {
  const { rest } = await getClients();
  const row = { id, program_id: programId, partnership_id: partnershipId, destination, name };
  const made = await rest.from('links').insert(row).select('code');
  if (made.error === null) return theCode(made.data);
  const found = await rest.from('links').select('code').eq('partnership_id', partnershipId).eq('id', id);
  if (found.error === null && found.data.length > 0) return theCode(found.data);
  return theCode(unwrap(made));
}

export async function changeLink(partnershipId: string, { id, destination, name }: LinkDraft): Promise<string> {
  const { rest } = await getClients();
  const request = rest.from('links').update({ destination, name }).eq('partnership_id', partnershipId).eq('id', id);
  return theCode(unwrap(await request.select('code')));
}

export async function archiveLink(partnershipId: string, id: string, isArchived: boolean): Promise<string> {
  const { rest } = await getClients();
  const change = { archived_at: isArchived ? new Date().toISOString() : null };
  const request = rest.from('links').update(change).eq('partnership_id', partnershipId).eq('id', id);
  return theCode(unwrap(await request.select('code')));
}
