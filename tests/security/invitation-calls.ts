import type { PlaceName, World } from '../support/world.ts';
import type { InvitationName } from '../support/world-invitations.ts';
import type { Answer } from './answer.ts';
import type { Action, Target } from './calls.ts';

type Side = 'a' | 'b';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const sideOf = (target: Target): Side => (typeof target === 'string' ? 'a' : target.program);
const placeOf = (target: Target): PlaceName => (typeof target === 'string' ? 'a/mira' : target.place);
const slugOf = (world: World, target: Target) =>
  target === 'unknown' ? `'no-such-program'` : `'${world[sideOf(target)].slug}'`;
const partnerOf = (world: World, target: Target) =>
  `'${target === 'unknown' ? NOBODY : world.partnerships[placeOf(target)].partnerId}'`;
const toPartner = (world: World, target: Target) => world.invitations[`${sideOf(target)}/partner`];
const idOf = (world: World, target: Target) => `'${target === 'unknown' ? NOBODY : toPartner(world, target).id}'`;
const tokenFor = (target: Target, token: string) => `'${target === 'unknown' ? 'no-such-token' : token}'`;

const fate = (answer: Answer) => [`fate:${answer.at('fate')}`];
const tokens = (...names: InvitationName[]) => names.map((name) => `invitation:${name}`);

const missingProgram = 'no such program, or not for you';
const missingTeam = 'no such team, or not for you';
const missingInvitation = 'no such invitation, or not for you';

/** A new address, one with an open invitation, one of a colleague who is no partner, and none at all. */
const fourRows = (world: World, target: Target) =>
  JSON.stringify(
    [`new@${world.a.slug}.example`, toPartner(world, target).email, `new@${world.a.slug}.example`, 'nothing'].map(
      (email) => ({ email, partner_type: 'influencer' }),
    ),
  );

/** Making invitations, keeping them, and getting in and out by them. */
export const invitationActions: Record<string, Action> = {
  invite_staff: {
    missing: missingProgram,
    sql: (world, target) =>
      `invite_staff(${slugOf(world, target)}, 'new@${world.a.slug}.example', 'viewer'::public.staff_role, null)`,
    sums: fate,
    done: ['fate:invited'],
  },
  invite_member: {
    missing: missingTeam,
    sql: (world, target) =>
      `invite_member(${partnerOf(world, target)}, 'new@${world.a.slug}.example', 'viewer'::public.partner_role, null)`,
    sums: fate,
    done: ['fate:invited'],
  },
  invite_partners: {
    missing: missingProgram,
    sql: (world, target) =>
      `invite_partners(${slugOf(world, target)}, '${fourRows(world, target)}'::jsonb, null, false)`,
    sums: (answer) => answer.list('rows').map((row) => `${row.at('fate')}:${row.at('reason')}`),
    done: (target) => [
      ...tokens(`${sideOf(target)}/partner`),
      ...['invited:null', 'already:invited', 'already:repeated', 'invalid:bad_email'],
    ],
  },
  resend_invitation: {
    missing: missingInvitation,
    sql: (world, target) => `resend_invitation(${idOf(world, target)})`,
    done: (target) => tokens(`${sideOf(target)}/partner`),
  },
  revoke_invitation: {
    missing: missingInvitation,
    sql: (world, target) => `revoke_invitation(${idOf(world, target)})`,
    done: (target) => tokens(`${sideOf(target)}/partner`),
  },
  invitation_list: {
    missing: missingProgram,
    sql: (world, target) => `invitation_list(${slugOf(world, target)}, null, null, null, 50)`,
    sums: (answer) => [`mails:${answer.list('invitations').filter((one) => one.at('mail') === 'waiting').length}`],
    done: (target) =>
      sideOf(target) === 'a'
        ? [...tokens('a/staff', 'a/partner', 'a/stranger'), 'mails:3']
        : [...tokens('b/staff', 'b/partner'), 'mails:2'],
  },
  peek_invitation: {
    missing: 'nothing',
    sql: (world, target) => `peek_invitation(${tokenFor(target, toPartner(world, target).token)})`,
    sums: (answer) => (answer.at('state') === 'unknown' ? [] : [`state:${answer.at('state')}`]),
    done: (target) => [...tokens(`${sideOf(target)}/partner`), `program:${sideOf(target)}`, 'state:open'],
  },
  accept_invitation: {
    missing: 'no such invitation',
    refused: 'this invitation is for another address',
    sql: (world, target) =>
      `accept_invitation(${tokenFor(target, world.invitations['a/stranger'].token)}, 'New', null)`,
    sums: (answer) => [`side:${answer.at('place.side')}`],
    done: ['program:a', 'side:brand'],
  },
  leave_program: {
    missing: 'no such team of yours',
    sql: (world, target) => `leave_program(${slugOf(world, target)})`,
    done: [],
  },
  leave_partner: {
    missing: 'no such team of yours',
    sql: (world, target) => `leave_partner(${partnerOf(world, target)})`,
    done: [],
  },
  waiting_mails: {
    missing: 'nothing',
    sql: () => 'waiting_mails()',
    done: (target, word) => {
      const side = sideOf(target);
      if (word === 'own') return [`mail:team/${placeOf(target).slice(2)}`];
      if (word === 'inv') return [`mail:${side}/partner`];
      return side === 'a' ? ['mail:a/staff', 'mail:a/partner', 'mail:a/stranger'] : ['mail:b/staff', 'mail:b/partner'];
    },
  },
  claim_mails: {
    missing: 'nothing',
    sql: (world) =>
      `claim_mails(array['${world.invitations['a/staff'].mail}', '${world.teams.nora?.mail}']::uuid[], 10)`,
    sums: (answer) => [`claimed:${answer.list('').length}`],
    done: [
      ...['claimed:2', 'program:a', 'partner:nora', 'invitation:a/staff', 'invitation:team/nora'],
      ...['mail:a/staff', 'mail:team/nora'],
    ],
  },
  finish_mail: {
    missing: 'nothing',
    sql: (world) => `finish_mail('${world.invitations['a/staff'].mail}', null)`,
    done: [],
  },
};
