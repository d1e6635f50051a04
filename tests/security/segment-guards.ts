import type { ActorName, World } from '../support/world.ts';
import type { Cell } from './cell.ts';

const RULE = `'{"combinator": "and", "rules": []}'::jsonb`;
const CONDITION = `'{"field": "type", "operator": "in", "value": ["app"]}'::jsonb`;

/** A table with an audience, as announcements, creatives and promotions are, made for one question. */
const SHOWN = `create temporary table shown (id uuid, program_id uuid, label text, audience public.audience_kind, segment_ids uuid[]);
  create trigger keep_audience before insert or update or delete on pg_temp.shown
    for each row execute function private.keep_audience('announcement', 'label');
  grant insert on pg_temp.shown to authenticated`;

/** What even those who keep segments cannot do. */
export function segmentGuards(world: World): Cell[] {
  const cell = (
    object: string,
    operation: string,
    sql: string,
    expected: string,
    actor: ActorName = 's.manager',
  ): Cell => ({ object, operation: `guard: ${operation}`, actor, sql, expected });
  const slug = `'${world.a.slug}'`;
  const own = `'${world.segments['a/free']}'`;
  const used = `'${world.segments['a/used']}'`;
  const foreign = `'${world.segments['b/free']}'`;
  const show = (audience: string, segments: string) => ({
    before: SHOWN,
    ...cell(
      'segments',
      `audience of ${audience} and ${segments === '' ? 'no' : 'a foreign'} segment`,
      `insert into pg_temp.shown values (gen_random_uuid(), '${world.a.id}', 'x', '${audience}', '{${segments}}')`,
      'PT422',
    ),
  });
  return [
    cell('segments', 'used is deleted', `delete from public.segments where id = ${used}`, 'PT409'),
    cell('segments', 'has no name', `update public.segments set name = '  ' where id = ${own}`, 'PT422'),
    cell('segments', 'begins with a condition', `update public.segments set rule = ${CONDITION}`, 'PT422'),
    cell(
      'segments',
      'holds what is no rule',
      `update public.segments set rule = '{"combinator": "and", "rules": [1]}'`,
      'PT422',
    ),
    show('segments', ''),
    show('segments', world.segments['b/used']),
    cell('private.delete_segment', 'used is deleted', `select public.delete_segment(${slug}, ${used}, 1)`, 'PT409'),
    cell('private.delete_segment', 'changed meanwhile', `select public.delete_segment(${slug}, ${own}, 7)`, 'PT409'),
    cell(
      'private.delete_segment',
      'of another program',
      `select public.delete_segment(${slug}, ${foreign}, 1)`,
      'PT404 no such segment',
    ),
    cell(
      'private.save_segment',
      'changed meanwhile',
      `select public.save_segment(${slug}, ${own}, 7, 'Other', ${RULE})`,
      'PT409',
    ),
    cell(
      'private.save_segment',
      'of another program',
      `select public.save_segment(${slug}, ${foreign}, 1, 'Other', ${RULE})`,
      'PT404 no such segment',
    ),
    cell(
      'private.explain_segment',
      'of another program',
      `select public.explain_segment(${slug}, ${RULE}, '${world.partnerships['b/berta'].id}')`,
      'PT404 no such partner in this program',
      's.viewer',
    ),
  ];
}
