import type { ActorName, World } from '../support/world.ts';
import type { Cell } from './cell.ts';

const ACT = '00000000-0000-4000-8000-0000000000ac';

/** What even those who steer partnerships cannot do. */
export function partnerGuards(world: World): Cell[] {
  const cell = (
    object: string,
    operation: string,
    sql: string,
    expected: string,
    actor: ActorName = 's.manager',
    before?: string,
  ): Cell => ({
    object,
    operation: `guard: ${operation}`,
    actor,
    sql,
    expected,
    ...(before !== undefined && { before }),
  });
  const slug = `'${world.a.slug}'`;
  const mira = world.partnerships['a/mira'].id;
  const change = (what: string, act = ACT) =>
    `select public.change_partners('${act}', ${slug}, '{"ids": ["${mira}"]}'::jsonb, '${what}'::jsonb)`;
  const undo = (act: string) => `select public.undo_partners_act('${act}')`;
  const nobodys = 'PT404 no such act of yours';
  return [
    cell('private.change_partners', 'ended without a reason', change('{"status": "ended"}'), 'PT422'),
    cell('private.change_partners', 'invited by hand', change('{"status": "invited"}'), 'PT422'),
    cell('private.change_partners', 'no change at all', change('{}'), 'PT422'),
    cell('private.change_partners', 'what is not theirs to change', change('{"code": "OTHER"}'), 'PT422'),
    cell(
      'private.change_partners',
      'under the id of another act',
      change('{"tier": "silver"}', world.acts['a/manager']),
      'PT409',
    ),
    cell(
      'private.change_partners',
      "under the id of somebody else's act",
      change('{"tier": "gold"}', world.acts['a/manager']),
      'PT409',
      's.owner',
    ),
    cell('private.undo_partners_act', 'by who may only look now', undo(world.acts['a/viewer']), nobodys, 's.viewer'),
    cell('private.undo_partners_act', 'by who was removed', undo(world.acts['a/removed']), nobodys, 's.removed'),
    cell('private.undo_partners_act', 'of somebody else', undo(world.acts['a/viewer']), nobodys),
    cell('private.undo_partners_act', 'of another program', undo(world.acts['b/owner']), nobodys),
    cell(
      'private.undo_partners_act',
      'after ten minutes',
      undo(world.acts['a/manager']),
      'PT409',
      's.manager',
      `update private.partner_acts set made_at = now() - interval '11 minutes'`,
    ),
    cell(
      'private.partner_page',
      'of another program',
      `select public.partner_page(${slug}, '${world.partnerships['b/berta'].id}', current_date, current_date)`,
      'PT404 no such partner in this program',
      's.viewer',
    ),
    cell(
      'private.partner_list',
      'by a segment of another program',
      `select public.partner_list(${slug}, '{"segment": "${world.segments['b/used']}"}'::jsonb)`,
      'PT404 no such segment',
      's.viewer',
    ),
    cell(
      'partnerships',
      'ended begins again',
      `update public.partnerships set status = 'active' where status = 'ended'`,
      'PT409',
    ),
  ];
}
