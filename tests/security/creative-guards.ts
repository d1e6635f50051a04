import { type ActorName, actorNames, type World } from '../support/world.ts';
import { announcedBy, type CreativeName, creativeNames, creativesAt } from '../support/world-creatives.ts';
import { type Cell, REFUSED } from './cell.ts';
import { placesOf, standsFor } from './rows.ts';

/** What even those who keep creatives cannot do. */
export function creativeGuards(world: World): Cell[] {
  const change = (operation: string, name: CreativeName, set: string): Cell => ({
    object: 'creatives',
    operation: `guard: ${operation}`,
    actor: 's.manager',
    sql: `update public.creatives set ${set} where id = '${world.creatives[name].id}'`,
    expected: 'PT422',
  });
  return [
    change('is without a name', 'a/everyone', "name = ' '"),
    change('leads to a script', 'a/everyone', "url = 'javascript:alert(1)'"),
    change('ends before it begins', 'a/everyone', "valid_from = now(), valid_until = now() - interval '1 day'"),
    change(
      'is for a segment of another program',
      'a/everyone',
      `audience = 'segments', segment_ids = '{${world.segments['b/used']}}'`,
    ),
    {
      object: 'public.record_creative_check',
      operation: 'guard: what was checked is judged again',
      actor: 'service',
      sql: `select public.record_creative_check('${world.creatives['a/everyone'].fileId}', '{"state": "refused", "reason": "broken"}')`,
      expected: 'PT409',
    },
    {
      object: 'public.save_creatives',
      operation: 'guard: somebody else changed it',
      actor: 's.manager',
      sql: `select public.save_creatives('${world.a.slug}', array['${world.creatives['a/everyone'].id}']::uuid[], array[99], '{"language": "fr"}')`,
      expected: 'PT409',
    },
    ...libraryGuards(world),
  ];
}

/** A library is no way to learn of other things: of a promotion one does not see, of when somebody else was there. */
function libraryGuards(world: World): Cell[] {
  const { slug, id } = world.a;
  const library = (place: 'a/mira' | 'a/nora', more = '') =>
    `public.partner_creatives('${slug}', '${world.partnerships[place].code}'${more})`;
  const belongTo = (name: 'a/segment' | 'a/planned'): Cell => ({
    object: 'private.partner_creatives',
    operation: `guard: what belongs to ${name}`,
    actor: 'nora',
    before: `insert into public.promotion_creatives (program_id, promotion_id, creative_id)
      values ('${id}', '${world.promotions[name]}', '${world.promoted['a/shown']}') on conflict do nothing`,
    sql: `select ${library('a/nora', `, p_promotion => '${world.promotions[name]}'`)} ->> 'found'`,
    expected: '0',
  });
  return [
    belongTo('a/segment'),
    belongTo('a/planned'),
    {
      object: 'private.partner_creatives',
      operation: 'guard: the visit of a colleague is not mine',
      actor: 'p.viewer',
      before: `insert into private.creative_visits (user_id, program_id, partnership_id, visited_at)
        values ('${world.actors['p.member'].user?.id ?? ''}', '${id}', '${world.partnerships['a/mira'].id}', '2020-01-01')`,
      sql: `select (${library('a/mira')} ->> 'since')::timestamptz > now() - interval '15 days'`,
      expected: 'true',
    },
  ];
}

/** The operations of Storage that open one object by its name, and those that do not. */
const OPENING = ['storage.object.get_authenticated', 'object.sign', 'storage.object.sign', 'storage.object.sign_many'];
const OTHERS = [
  'storage.object.list',
  'storage.object.list_v2',
  'storage.object.move',
  'storage.object.copy',
  'storage.s3.object.list',
  '',
];

/** Whose objects this actor may open now, one at a time. */
export function seenBy(actor: ActorName): CreativeName[] {
  const who = standsFor[actor];
  if (!who) return [];
  if ('partner' in who) return placesOf(who.partner).flatMap((place) => creativesAt(place));
  const fates = ['waiting', 'refused', 'of-'];
  return creativeNames.filter(
    (name) => name.startsWith(`${who.program}/`) && !fates.some((fate) => name.includes(fate)),
  );
}

/** The rows of the files' objects, at the level of SQL. */
export function putCreativeObjects(world: World): string {
  const rows = Object.values(world.creatives).map(({ path }) => `('creatives', '${path}')`);
  return `insert into storage.objects (bucket_id, name) values ${rows.join(', ')} on conflict do nothing`;
}

/** Objects of creatives, asked for as the storage server does: with the operation it is about to carry out. */
export function creativeStorageCells(world: World): Cell[] {
  return actorNames
    .filter((actor) => actor !== 'service')
    .flatMap((actor) => [
      ...OPENING.map((operation) => readCell(world, actor, operation, seenBy(actor))),
      ...OTHERS.map((operation) => readCell(world, actor, operation, [])),
      ...creativeNames.map((name) => addCell(world, actor, name)),
      ...goneCells(world, actor),
    ]);
}

function readCell(world: World, actor: ActorName, operation: string, seen: readonly CreativeName[]): Cell {
  const paths = seen.map((name) => world.creatives[name].path).sort();
  return {
    object: 'bucket creatives',
    operation: `select for ${operation}`,
    actor,
    before: `${putCreativeObjects(world)}; select set_config('storage.operation', '${operation}', true)`,
    sql: `select string_agg(name, ' ' order by name collate "C") from storage.objects where bucket_id = 'creatives'`,
    expected: actor === 'anon' ? '' : paths.join(' '),
  };
}

/** The path of a file that waits is open to who announced it, in a role that may, and to nobody else. */
function addCell(world: World, actor: ActorName, name: CreativeName): Cell {
  const isMine = ['s.manager', 's.owner', 'second'].includes(actor) && announcedBy(actor).includes(name);
  return {
    object: 'bucket creatives',
    operation: `add to the path of ${name}`,
    actor,
    sql: `insert into storage.objects (bucket_id, name) values ('creatives', '${world.creatives[name].path}')`,
    expected: isMine ? '1 rows' : REFUSED,
  };
}

/** What was open a moment ago, after each way in which it goes. */
function goneCells(world: World, actor: ActorName): Cell[] {
  const { id, path } = world.creatives['a/everyone'];
  const ways: Record<string, string> = {
    'is withdrawn': `update public.creatives set withdrawn_at = now() where id = '${id}'`,
    'has ended': `update public.creatives set valid_until = now() where id = '${id}'`,
    'is for others': `update public.creatives set audience = 'segments', segment_ids = '{${world.segments['a/free']}}' where id = '${id}';
      update public.segments set rule = '{"combinator": "and", "rules": [{"field": "type", "operator": "in", "value": ["nobody"]}]}' where id = '${world.segments['a/free']}'`,
    'was left by everybody': `update public.partner_members set removed_at = now() where removed_at is null and role <> 'owner';
      update public.partnerships set status = 'ended' where status in ('active', 'paused')`,
  };
  if (!standsFor[actor] || 'program' in (standsFor[actor] ?? {})) return [];
  return Object.entries(ways).map(([way, sql]) => ({
    object: 'bucket creatives',
    operation: `select once it ${way}`,
    actor,
    before: `${putCreativeObjects(world)}; ${sql}; select set_config('storage.operation', 'storage.object.sign', true)`,
    sql: `select count(*) from storage.objects where name = '${path}'`,
    expected: '0',
  }));
}
