import type { ActorName, World } from '../support/world.ts';
import type { AnnouncementName } from '../support/world-announcements.ts';
import { type Cell, REFUSED } from './cell.ts';

/** What even those who write announcements cannot do, and what nobody reads by another door. */
export function announcementGuards(world: World): Cell[] {
  const cell = (
    object: string,
    operation: string,
    sql: string,
    expected: string,
    actor: ActorName = 's.manager',
  ): Cell => ({ object, operation: `guard: ${operation}`, actor, sql, expected });
  const id = (name: AnnouncementName) => `'${world.announcements[name]}'`;
  const change = (operation: string, name: AnnouncementName, set: string, expected: string) =>
    cell('announcements', operation, `update public.announcements set ${set} where id = ${id(name)}`, expected);
  const slug = `'${world.a.slug}'`;
  const save = (name: AnnouncementName, revision: string) =>
    `select public.save_announcement(${slug}, ${id(name)}, 'program', '{}'::jsonb, 'everyone', '{}', false, null, ${revision})`;
  const mira = `${slug}, '${world.partnerships['a/mira'].code}'`;
  const mark = (
    name: AnnouncementName,
    side: 'a' | 'b',
  ) => `insert into public.announcement_reads (program_id, announcement_id)
    values ('${world[side].id}', ${id(name)})`;
  return [
    cell(
      'announcements',
      'published is deleted',
      `delete from public.announcements where id = ${id('a/scheduled')}`,
      'PT409',
    ),
    change('recalled is changed', 'a/recalled', "kind = 'product'", 'PT409'),
    change('published is moved', 'a/everyone', "publish_at = now() + interval '1 day'", 'PT409'),
    change('published is a draft again', 'a/everyone', 'publish_at = null', 'PT409'),
    change('draft is recalled', 'a/draft', 'recalled_at = now()', 'PT409'),
    change(
      'half a text is published',
      'a/draft',
      `publish_at = now(), texts = '{"en": {"title": "x", "body": " "}}'`,
      'PT422',
    ),
    change(
      'expires before it is published',
      'a/draft',
      "publish_at = now() + interval '2 days', expires_at = now() + interval '1 day'",
      'PT422',
    ),
    change(
      'is for a segment of another program',
      'a/draft',
      `audience = 'segments', segment_ids = '{${world.segments['b/used']}}'`,
      'PT422',
    ),
    cell(
      'private.announcement_detail',
      'of another program',
      `select public.announcement_detail(${slug}, ${id('b/everyone')})`,
      'PT404 no such announcement',
      's.viewer',
    ),
    cell('private.save_announcement', 'of another program', save('b/draft', '1'), 'PT404 no such announcement'),
    cell(
      'private.save_announcement',
      'takes the id of another program',
      save('b/draft', 'null'),
      'PT404 no such announcement',
    ),
    cell('private.save_announcement', 'changed meanwhile', save('a/draft', '7'), 'PT409'),
    ...(['a/segment', 'a/draft', 'a/scheduled', 'a/expired', 'a/recalled', 'b/everyone'] as const).flatMap((name) => [
      cell(
        'private.partner_message',
        `${name} is not for nora`,
        `select public.partner_message(${slug}, '${world.partnerships['a/nora'].code}', ${id(name)}, 'en')`,
        'PT404 no such message',
        'nora',
      ),
      cell(
        'public.mark_message',
        `${name} is not for nora`,
        `select public.mark_message(${id(name)}, true)`,
        'PT404 no such message',
        'nora',
      ),
      cell(
        'announcement_reads',
        `${name} is not for nora`,
        mark(name, name.startsWith('a/') ? 'a' : 'b'),
        REFUSED,
        'nora',
      ),
    ]),
    // The words of what is hidden are not found either.
    cell(
      'private.partner_inbox',
      'search in what is hidden',
      `select jsonb_array_length(public.partner_inbox(${mira}, 'en', null, 'canary a/draft') -> 'rows')`,
      '0',
      'p.owner',
    ),
  ];
}
