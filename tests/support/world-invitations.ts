import { createHash } from 'node:crypto';
import type { ISql } from 'postgres';
import type { Actor } from './actors.ts';
import { addInvitation, type Partner, type Program } from './builders.ts';

/** In each program: a colleague, and a partner to be. `stranger` is for the address of the actor of that name. */
export const invitationNames = ['a/staff', 'a/partner', 'a/stranger', 'b/staff', 'b/partner'] as const;
export type InvitationName = (typeof invitationNames)[number];

/** An open invitation, whose mail waits. */
export type WorldInvitation = {
  readonly id: string;
  readonly email: string;
  readonly token: string;
  readonly mail: string;
};

type Made = {
  readonly invitations: Record<InvitationName, WorldInvitation>;
  /** Of each partner's team, by the partner's name. */
  readonly teams: Record<string, WorldInvitation>;
};

export async function addInvitations(
  sql: ISql,
  { a, b }: { readonly a: Program; readonly b: Program },
  partners: Record<string, Partner>,
  stranger: Actor,
  suffix: string,
): Promise<Made> {
  const open = async (email: string, invited: Parameters<typeof addInvitation>[2]): Promise<WorldInvitation> => {
    const id = await addInvitation(sql, email, invited);
    const token = `token-${id}`;
    const hash = createHash('sha256').update(token).digest();
    await sql`update public.invitations set token_hash = ${hash} where id = ${id}`;
    const [mail] = await sql<{ id: string }[]>`
      insert into private.outbox (invitation_id, template, recipient, locale)
      select i.id, i.kind::text, i.email, i.locale from public.invitations i where i.id = ${id} returning id`;
    return { id, email, token, mail: mail?.id ?? '' };
  };
  const staff = (program: Program) =>
    open(`colleague@${program.slug}.example`, { kind: 'staff', program, role: 'viewer' });
  const partner = (program: Program) => open(`promoter@${program.slug}.example`, { kind: 'partner', program });
  const teams: Record<string, WorldInvitation> = {};
  for (const [name, one] of Object.entries(partners)) {
    const email = `friend-of-${name}-${suffix}@example.com`;
    teams[name] = await open(email, { kind: 'partner_member', partner: one, role: 'viewer' });
  }
  return {
    teams,
    invitations: {
      'a/staff': await staff(a),
      'a/partner': await partner(a),
      'a/stranger': await open(stranger.user?.email ?? '', { kind: 'staff', program: a, role: 'viewer' }),
      'b/staff': await staff(b),
      'b/partner': await partner(b),
    },
  };
}
