import type { Columns } from './expectations-columns.ts';
import { readTable } from './table.ts';

/**
 * Announcements and who has read them; the words are those of expectations.ts, and
 *
 *   aud   what the audience and the dates allow (readers of tests/support/world-announcements.ts)
 */
export const announcementReads = readTable(`
object             | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
announcements      | x    -        | aud      aud      aud       aud     aud  aud  | aud    aud   -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
announcement_reads | x    self     | self     self     self      self    self self | self   self  self    self    self     self      | pgm      pgm       pgm       pgm     pgm    self      | x
`);

/** A mark is set for oneself, on what one may read. */
export const announcementInserts = readTable(`
object             | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
announcements      | x    x        | x        x        x         x       x    x    | x      x     x       x       x        x         | x        pgm       x         pgm     pgm    x         | x
announcement_reads | x    x        | self     self     self      self    self self | self   x     x       x       x        x         | self     self      self      self    self   x         | x
`);

export const announcementUpdates = readTable(`
object             | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
announcements      | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        pgm       -         pgm     pgm    -         | x
`);

export const announcementDeletes = readTable(`
object             | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
announcements      | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        pgm       -         pgm     pgm    -         | x
announcement_reads | x    self     | self     self     self      self    self self | self   self  self    self    self     self      | self     self      self      self    self   self      | x
`);

const STANDING = 'recalled_at is null';

export const announcementColumns: Record<string, Columns> = {
  announcements: {
    read: `id program_id label kind texts is_pinned publish_at expires_at recalled_at revision created_at updated_at`,
    hidden: 'audience segment_ids audience_keys created_by',
    insert: {
      id: 'gen_random_uuid()',
      program_id: 'own',
      kind: "'product'",
      texts: "'{}'",
      audience: "'everyone'",
      segment_ids: "'{}'",
      is_pinned: 'true',
      expires_at: 'null',
    },
    update: {
      kind: { value: "'education'", where: STANDING },
      texts: { value: `'{"en": {"title": "Another", "body": "Another"}}'`, where: STANDING },
      audience: { value: "'everyone'", where: `${STANDING} and label like '%to all'` },
      segment_ids: { value: "'{}'", where: `${STANDING} and label like '%to all'` },
      is_pinned: { value: 'true', where: STANDING },
      publish_at: { value: 'null', where: 'publish_at > now()' },
      expires_at: { value: "now() + interval '1 day'", where: STANDING },
      recalled_at: { value: 'now()', where: `${STANDING} and publish_at < now()` },
    },
  },
  announcement_reads: {
    read: 'program_id announcement_id user_id read_at',
    insert: { program_id: 'own', announcement_id: 'own', user_id: 'own' },
  },
};

/** What the functions answer to whom; the words are those of `actingCalls`. */
export const announcementCalls = readTable(`
call                           | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
announcement_list/own          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
announcement_list/program      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
announcement_list/unknown      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
announcement_detail/own        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
announcement_detail/program    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
announcement_detail/unknown    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
announcement_readers/own       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
announcement_readers/program   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
announcement_readers/unknown   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
save_announcement/own          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
save_announcement/program      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
save_announcement/unknown      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
publish_announcement/own       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
publish_announcement/program   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
publish_announcement/unknown   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
unpublish_announcement/own     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
unpublish_announcement/program | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
unpublish_announcement/unknown | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
recall_announcement/own        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
recall_announcement/program    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
recall_announcement/unknown    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
delete_announcement/own        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
delete_announcement/program    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
delete_announcement/unknown    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_inbox/own              | x    404      | ok       ok       ok        ok      ok   ok   | ok     ok    404     404     404      404       | 404      404       404       404     404    404       | x
partner_inbox/partner          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_inbox/program          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_inbox/unknown          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_message/own            | x    404      | ok       ok       ok        ok      ok   ok   | ok     ok    404     404     404      404       | 404      404       404       404     404    404       | x
partner_message/partner        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_message/program        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_message/unknown        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
inbox_news/own                 | x    404      | ok       ok       ok        ok      ok   ok   | ok     ok    404     404     404      404       | 404      404       404       404     404    404       | x
inbox_news/partner             | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
inbox_news/program             | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
inbox_news/unknown             | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
mark_all_read/own              | x    404      | ok       ok       ok        ok      ok   ok   | ok     ok    404     404     404      404       | 404      404       404       404     404    404       | x
mark_all_read/partner          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
mark_all_read/program          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
mark_all_read/unknown          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
`);

/** In `public` alone, with the caller's rights. */
export const markCalls = readTable(`
call                  | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
mark_message/own      | x    404      | ok       ok       ok        ok      ok   ok   | ok     404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
mark_message/program  | x    404      | 404      404      404       404     404  ok   | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
mark_message/unknown  | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
`);

/** What had been received before a partnership ended. */
export const announcementHelpers = readTable(`
call                            | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
my_received_announcement_ids()  | x    -        | -        -        -         -       -    -    | -      own   -       -       -        -         | -        -         -         -       -      -         | x
`);
