import * as z from 'zod/mini';
import { callRpc, getClients, unwrap } from '../connection.ts';
import { AppError } from '../errors.ts';
import type { PartnerRole, StaffRole, Team, TeamMember } from './model.ts';

/** Row-level security answers a write that is not allowed with no row: that is a refusal, not a success. */
function mustTouch(rows: readonly unknown[]): void {
  if (rows.length === 0) throw new AppError('not_allowed', 'no row was changed');
}

const COLUMNS = 'id, user_id, email, display_name, role, created_at';

export async function fetchTeam(team: Team, signal: AbortSignal): Promise<readonly TeamMember[]> {
  const { rest } = await getClients();
  if (team.side === 'brand') {
    const request = rest.from('program_staff').select(COLUMNS).eq('program_id', team.programId).is('removed_at', null);
    return unwrap(await request.order('created_at').abortSignal(signal));
  }
  const request = rest.from('partner_members').select(COLUMNS).eq('partner_id', team.partnerId).is('removed_at', null);
  return unwrap(await request.order('created_at').abortSignal(signal));
}

export async function changeStaffRole(team: Team & { side: 'brand' }, id: string, role: StaffRole): Promise<void> {
  const { rest } = await getClients();
  const request = rest.from('program_staff').update({ role }).eq('program_id', team.programId).eq('id', id);
  mustTouch(unwrap(await request.select('id')));
}

export async function changeMemberRole(team: Team & { side: 'partner' }, id: string, role: PartnerRole): Promise<void> {
  const { rest } = await getClients();
  const request = rest.from('partner_members').update({ role }).eq('partner_id', team.partnerId).eq('id', id);
  mustTouch(unwrap(await request.select('id')));
}

/** Holds for the next request of whoever is removed, whatever token they keep. */
export async function removeFromTeam(team: Team, id: string): Promise<void> {
  const { rest } = await getClients();
  const removed_at = new Date().toISOString();
  const request =
    team.side === 'brand'
      ? rest.from('program_staff').update({ removed_at }).eq('program_id', team.programId).eq('id', id)
      : rest.from('partner_members').update({ removed_at }).eq('partner_id', team.partnerId).eq('id', id);
  mustTouch(unwrap(await request.select('id')));
}

const leftSchema = z.object({ left: z.boolean() });

export async function leaveTeam(team: Team): Promise<void> {
  if (team.side === 'brand') await callRpc('leave_program', { p_program: team.program }, leftSchema);
  else await callRpc('leave_partner', { p_partner: team.partnerId }, leftSchema);
}
