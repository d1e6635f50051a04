import type { ActorName, World } from '../support/world.ts';
import { type Cell, REFUSED } from './cell.ts';

const MISSING = 'PT404 no such invitation, or not for you';

/** What even those who may invite cannot do, and what does not let in those who hold a token. */
export function invitationGuards(world: World): Cell[] {
  const cell = (
    object: string,
    operation: string,
    actor: ActorName,
    sql: string,
    expected: string,
    before?: string,
  ): Cell => ({
    object,
    operation: `guard: ${operation}`,
    actor,
    sql,
    expected,
    ...(before !== undefined && { before }),
  });
  const { a, invitations, teams, partners } = world;
  const team = teams.mira;
  if (team === undefined) throw new Error('mira has no invitation');
  const slug = `'${a.slug}'`;
  const keep = (act: 'resend' | 'revoke', id: string) => `select public.${act}_invitation('${id}') ->> 'email'`;
  const keepings = (['resend', 'revoke'] as const).flatMap((act) => {
    const one = (operation: string, actor: ActorName, id: string, expected: string, before?: string) =>
      cell(`private.${act}_invitation`, operation, actor, keep(act, id), expected, before);
    const used = `update public.invitations set accepted_at = now() where id = '${team.id}'`;
    return [
      one('of the own team', 'p.owner', team.id, team.email),
      one('of the own team, without being its owner', 'p.member', team.id, MISSING),
      one('of another team', 'nora', team.id, MISSING),
      one('of a partner, by the brand', 's.owner', team.id, MISSING),
      one('of a colleague', 's.owner', invitations['a/staff'].id, invitations['a/staff'].email),
      one('of a colleague, by a manager', 's.manager', invitations['a/staff'].id, MISSING),
      one('of another program', 's.owner', invitations['b/partner'].id, MISSING),
      one('already used', 'p.owner', team.id, 'PT409', used),
      one('already revoked', 'p.owner', team.id, 'PT409', used.replace('accepted_at', 'revoked_at')),
    ];
  });
  const list = (actor: ActorName, partner: string, expected: string) =>
    cell(
      'private.invitation_list',
      'of a team',
      actor,
      `select public.invitation_list(null, '${partner}') #>> '{invitations,0,email}'`,
      expected,
    );
  // For the stranger's address; what stands in the way is laid there before.
  const accept = (operation: string, expected: string, before: string, partner = 'null') =>
    cell(
      'private.accept_invitation',
      operation,
      'stranger',
      `select public.accept_invitation('${invitations['a/stranger'].token}', 'New', ${partner}) #>> '{place,side}'`,
      expected,
      before,
    );
  const stranger = world.actors.stranger.user?.id ?? '';
  const change = (set: string) => `update public.invitations set ${set} where id = '${invitations['a/stranger'].id}'`;
  const asPartner = change(`kind = 'partner', staff_role = null, partner_type = 'affiliate'`);
  return [
    ...keepings,
    list('p.owner', partners.mira.id, team.email),
    list('p.finance', partners.mira.id, 'PT404 no such team, or not for you'),
    list('nora', partners.mira.id, 'PT404 no such team, or not for you'),
    list('s.owner', partners.mira.id, 'PT404 no such team, or not for you'),
    accept('used', 'PT409', change('accepted_at = now()')),
    accept('revoked', 'PT409', change('revoked_at = now()')),
    accept('expired', 'PT409', change('expires_at = now()')),
    accept(
      'address not confirmed',
      'PT403 this invitation is for another address',
      `update auth.users set email_confirmed_at = null where id = '${stranger}'`,
    ),
    accept(
      'in other letters',
      'brand',
      `${change(`email = upper(email)`)}; update auth.users set email = initcap(email) where id = '${stranger}'`,
    ),
    accept(
      'on the team already',
      'PT409',
      `insert into public.program_staff (program_id, user_id, email, role) values ('${a.id}', '${stranger}', 'x', 'viewer')`,
    ),
    accept(
      'was on the team once',
      'brand',
      `insert into public.program_staff (program_id, user_id, email, role, removed_at) values ('${a.id}', '${stranger}', 'x', 'owner', now())`,
    ),
    accept('without a partner', 'PT422', asPartner),
    accept(
      "with somebody else's partner",
      'PT404 no such partner of yours',
      asPartner,
      `'{"id": "${partners.berta.id}"}'::jsonb`,
    ),
    accept(
      'with a partner that is there',
      'PT409',
      `${asPartner}; insert into public.partner_members (partner_id, user_id, email, role) values ('${partners.mira.id}', '${stranger}', 'x', 'owner')`,
      `'{"id": "${partners.mira.id}"}'::jsonb`,
    ),
    accept(
      'with a partner of the own team, not as its owner',
      'PT404 no such partner of yours',
      `${asPartner}; insert into public.partner_members (partner_id, user_id, email, role) values ('${partners.berta.id}', '${stranger}', 'x', 'finance')`,
      `'{"id": "${partners.berta.id}"}'::jsonb`,
    ),
    cell(
      'private.accept_invitation',
      'nobody gets in',
      'anon',
      `select private.accept_invitation('${invitations['a/stranger'].token}', 'x', null)`,
      'PT401',
      'grant execute on function private.accept_invitation to anon',
    ),
    cell(
      'private.invite_staff',
      'a colleague who is there',
      's.owner',
      `select public.invite_staff(${slug}, '${world.actors['s.viewer'].user?.email}', 'viewer')`,
      'PT409',
    ),
    cell(
      'private.invite_member',
      'a member who is there',
      'p.owner',
      `select public.invite_member('${partners.mira.id}', '${world.actors['p.viewer'].user?.email}', 'viewer')`,
      'PT409',
    ),
    cell(
      'private.invite_staff',
      'a colleague who was there once',
      's.owner',
      `select public.invite_staff(${slug}, '${world.actors['s.removed'].user?.email}', 'viewer') ->> 'fate'`,
      'invited',
    ),
    cell(
      'private.invite_member',
      'a member who was there once',
      'p.owner',
      `select public.invite_member('${partners.mira.id}', '${world.actors['p.removed'].user?.email}', 'viewer') ->> 'fate'`,
      'invited',
    ),
    cell(
      'private.invite_staff',
      'twice',
      's.owner',
      `select public.invite_staff(${slug}, '${invitations['a/staff'].email.toUpperCase()}', 'viewer')`,
      'PT409',
    ),
    cell(
      'private.invite_staff',
      'no address',
      's.owner',
      `select public.invite_staff(${slug}, E'a@b.example\\nbcc: c@d.example', 'viewer')`,
      'PT422',
    ),
    cell(
      'private.invite_partners',
      'more than fit',
      's.manager',
      `select public.invite_partners(${slug}, (select jsonb_agg('{}'::jsonb) from generate_series(1, 501)))`,
      'PT422',
    ),
    cell(
      'invitations',
      'the hash of a token is read',
      's.owner',
      'select token_hash::text from public.invitations limit 1',
      REFUSED,
    ),
  ];
}
