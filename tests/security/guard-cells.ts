import type { ActorName, World } from '../support/world.ts';
import { announcementGuards } from './announcement-guards.ts';
import { type Cell, REFUSED } from './cell.ts';
import { creativeGuards } from './creative-guards.ts';
import { invitationGuards } from './invitation-guards.ts';
import { partnerGuards } from './partner-guards.ts';
import { promotionGuards } from './promotion-guards.ts';
import { segmentGuards } from './segment-guards.ts';
import { settingsGuards } from './settings-guards.ts';

/**
 * What even those who may write cannot do: rules that stand behind the rights, in triggers. Each is
 * asked of somebody whose rights would let it pass.
 */
export function guardCells(world: World): Cell[] {
  const { a, partnerships, orders } = world;
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
  const me = (actor: ActorName) => `user_id = '${world.actors[actor].user?.id}'`;
  const review = (status: string, reason: string) =>
    `select public.review_conversion('${orders['a/mira'].conversionId}', '${status}', ${reason})`;
  const reject = `update public.conversions set status = 'rejected', reject_reason = 'before', reviewed_at = now()
    where id = '${orders['a/mira'].conversionId}'`;
  const newLink = (destination: string) => `insert into public.links (program_id, partnership_id, destination)
    values ('${a.id}', '${partnerships['a/mira'].id}', '${destination}')`;
  const manyLinks = `set local session_replication_role = replica;
    insert into public.links (program_id, partnership_id, code, destination)
    select '${a.id}', '${partnerships['a/mira'].id}', 'many-' || n, '${a.site}' from generate_series(1, 1000) n;
    set local session_replication_role = origin`;
  const newRule = (
    from: string,
  ) => `insert into public.commission_rules (program_id, partner_type, kind, rate_bps, effective_from)
    values ('${a.id}', 'influencer', 'percent', 1, ${from})`;
  const used = 'update public.invitations set accepted_at = now()';
  return [
    cell(
      'program_staff',
      'last owner steps down',
      's.owner',
      `update public.program_staff set role = 'viewer' where ${me('s.owner')}`,
      'PT409',
    ),
    cell(
      'program_staff',
      'last owner leaves',
      's.owner',
      `update public.program_staff set removed_at = now() where ${me('s.owner')}`,
      'PT409',
    ),
    cell(
      'program_staff',
      'removed comes back',
      's.owner',
      `update public.program_staff set removed_at = null where ${me('s.removed')}`,
      'PT409',
    ),
    cell(
      'partner_members',
      'last owner steps down',
      'p.owner',
      `update public.partner_members set role = 'viewer' where ${me('p.owner')}`,
      'PT409',
    ),
    cell(
      'partner_members',
      'last owner leaves',
      'p.owner',
      `update public.partner_members set removed_at = now() where ${me('p.owner')}`,
      'PT409',
    ),
    cell(
      'partner_members',
      'removed comes back',
      'p.owner',
      `update public.partner_members set removed_at = null where ${me('p.removed')}`,
      'PT409',
    ),
    cell(
      'partnerships',
      'declined becomes active',
      's.owner',
      `update public.partnerships set status = 'active' where id = '${partnerships['a/declined'].id}'`,
      'PT409',
    ),
    cell(
      'partnerships',
      'ended becomes active',
      's.manager',
      `update public.partnerships set status = 'active' where id = '${partnerships['a/ended'].id}'`,
      'PT409',
    ),
    cell(
      'invitations',
      'used is revoked',
      's.owner',
      `update public.invitations set revoked_at = now() where program_id = '${a.id}'`,
      'PT409',
      used,
    ),
    cell('links', 'leads to another site', 'p.member', newLink('https://evil.example/'), 'PT422'),
    cell(
      'links',
      'is changed to another site',
      'p.member',
      `update public.links set destination = 'https://evil.example/'`,
      'PT422',
    ),
    cell('links', 'ends like the site', 'p.member', newLink(a.site.replace('https://', 'https://evil')), 'PT422'),
    cell(
      'links',
      'hides a host',
      'p.member',
      newLink(a.site.replace('https://', String.raw`https://evil.example\.`)),
      '23514',
    ),
    cell('links', 'hides a person', 'p.member', newLink(a.site.replace('https://', 'https://me@')), '23514'),
    cell('links', 'are more than a thousand', 'p.member', newLink(a.site), 'PT409', manyLinks),
    cell('commission_rules', 'reaches back', 's.finance', newRule("now() - interval '1 day'"), 'PT422'),
    // Whoever may not write is told so, and not what stands there.
    cell('commission_rules', 'tells my viewer nothing', 's.viewer', newRule("now() - interval '1 day'"), REFUSED),
    cell('commission_rules', 'tells others nothing', 'second', newRule("now() - interval '1 day'"), REFUSED),
    cell('links', 'tells others nothing', 'nora', newLink('https://evil.example/'), REFUSED),
    cell(
      'programs',
      'unknown zone',
      'service',
      `update public.programs set time_zone = 'Nowhere/Else'`,
      'PT422',
      'grant select, update on public.programs to service_role',
    ),
    cell('public.review_conversion', 'rejected is approved', 's.finance', review('approved', 'null'), 'PT409', reject),
    cell(
      'public.my_context',
      'nobody has no context',
      'anon',
      'select public.my_context()',
      'PT401',
      'grant execute on function public.my_context to anon',
    ),
    cell('public.review_conversion', 'rejected without reason', 's.finance', review('rejected', "' '"), 'PT422'),
    ...segmentGuards(world),
    ...partnerGuards(world),
    ...announcementGuards(world),
    ...creativeGuards(world),
    ...promotionGuards(world),
    ...settingsGuards(world),
    ...invitationGuards(world),
  ];
}

/** The bucket's own settings, which let things through before any policy is asked. */
export function bucketCells(expected: Record<string, { isPublic: boolean; limit: string; types: string }>): Cell[] {
  return Object.entries(expected).map(([id, { isPublic, limit, types }]) => ({
    object: `bucket ${id}`,
    operation: 'settings',
    actor: 'service',
    sql: `select concat_ws('|', public, file_size_limit, array_to_string(allowed_mime_types, ' ')) from storage.buckets where id = '${id}'`,
    expected: [isPublic ? 't' : 'f', limit, types].slice(0, types === '' ? 2 : 3).join('|'),
  }));
}
