import * as z from 'zod/mini';
import { loadEnv } from '../../config/env.ts';
import { callRpc, getClients } from '../connection.ts';
import { apiError } from '../errors.ts';
import { callFunction } from '../storage.ts';
import {
  type Acceptance,
  type Accepted,
  acceptedSchema,
  type Invitation,
  type InvitationKind,
  type Invitee,
  type InviteesReport,
  type InviteForm,
  invitationListSchema,
  invitedSchema,
  inviteesReportSchema,
  type MailLocale,
  PARTNER_ROLES,
  type Peek,
  peekSchema,
  type Sent,
  STAFF_ROLES,
  sentSchema,
  type Team,
} from './model.ts';

/** Whose invitations: of a program, or of a partner's team. */
export type InvitationScope =
  | { readonly program: string; readonly kind: Exclude<InvitationKind, 'partner_member'> | null }
  | { readonly partnerId: string };

export type InvitationKey = Pick<Invitation, 'created_at' | 'id'>;
export const INVITATIONS_PER_PAGE = 50;

export async function fetchInvitations(
  scope: InvitationScope,
  before: InvitationKey | null,
  signal: AbortSignal,
): Promise<Invitation[]> {
  const args = {
    ...('program' in scope
      ? { p_program: scope.program, ...(scope.kind !== null && { p_kind: scope.kind }) }
      : { p_partner: scope.partnerId }),
    ...(before !== null && { p_before: { created_at: before.created_at, id: before.id } }),
    p_limit: INVITATIONS_PER_PAGE,
  };
  return (await callRpc('invitation_list', args, invitationListSchema, signal)).invitations;
}

export async function inviteToTeam(team: Team, { email, role, locale }: InviteForm): Promise<void> {
  const args = { p_email: email, p_locale: locale };
  if (team.side === 'brand') {
    const known = STAFF_ROLES.find((one) => one === role) ?? 'viewer';
    await callRpc('invite_staff', { ...args, p_program: team.program, p_role: known }, invitedSchema);
    return;
  }
  const known = PARTNER_ROLES.find((one) => one === role) ?? 'viewer';
  await callRpc('invite_member', { ...args, p_partner: team.partnerId, p_role: known }, invitedSchema);
}

/** A dry run says what would become of each row and does nothing. */
export function invitePartners(
  program: string,
  rows: readonly Invitee[],
  isDryRun: boolean,
  locale: MailLocale | null,
): Promise<InviteesReport> {
  // An absent field stays absent on the wire: JSON knows no undefined.
  const plain = rows.map((row) => ({ ...row, tags: row.tags === undefined ? null : [...row.tags] }));
  const args = {
    p_program: program,
    p_rows: JSON.parse(JSON.stringify(plain)),
    p_is_dry_run: isDryRun,
    ...(locale !== null && { p_locale: locale }),
  };
  return callRpc('invite_partners', args, inviteesReportSchema);
}

export async function resendInvitation(id: string): Promise<void> {
  await callRpc('resend_invitation', { p_id: id }, invitedSchema);
}

export async function revokeInvitation(id: string): Promise<void> {
  await callRpc('revoke_invitation', { p_id: id }, invitedSchema);
}

/** Sends what the caller's invitations wait for. A call takes so many; the rest is asked for again while it goes on. */
export async function sendMails(): Promise<Sent> {
  let sent = 0;
  let failed = 0;
  for (;;) {
    const answer = sentSchema.parse(await callFunction('send-invitation', {}));
    sent += answer.sent;
    failed += answer.failed;
    if (answer.left === 0 || answer.sent === 0) return { sent, failed, left: answer.left };
  }
}

/** For anybody who holds a token, signed in or not. */
export async function peekInvitation(token: string, signal: AbortSignal): Promise<Peek> {
  const [{ auth }, env] = await Promise.all([getClients(), loadEnv()]);
  const { data } = await auth.getSession();
  if (data.session !== null) return callRpc('peek_invitation', { p_token: token }, peekSchema, signal);
  const request = {
    method: 'POST',
    headers: { apikey: env.publishableKey, 'content-type': 'application/json' },
    signal,
  };
  const response = await fetch(`${env.apiUrl}/rest/v1/rpc/peek_invitation`, {
    ...request,
    body: JSON.stringify({ p_token: token }),
  }).catch((error: unknown) => {
    throw apiError({ message: String(error) }, 0);
  });
  if (!response.ok) throw apiError({ message: await response.text() }, response.status);
  return z.parse(peekSchema, await response.json());
}

export function acceptInvitation({ token, name, partner }: Acceptance): Promise<Accepted> {
  const args = { p_token: token, p_display_name: name, ...(partner !== null && { p_partner: { ...partner } }) };
  return callRpc('accept_invitation', args, acceptedSchema);
}
