import type { Columns } from './expectations-columns.ts';
import { readTable } from './table.ts';

/**
 * Creatives and their files; the words are those of expectations.ts, and
 *
 *   aud   what the audience and the dates allow (seers of tests/support/world-creatives.ts)
 *   self  the paths of files that oneself announced
 */
export const creativeReads = readTable(`
object         | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
creatives      | x    -        | aud      aud      aud       aud     aud  aud  | aud    -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
creative_files | x    -        | aud      aud      aud       aud     aud  aud  | aud    -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
`);

export const creativeInserts = readTable(`
object         | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
creatives      | x    x        | x        x        x         x       x    x    | x      x     x       x       x        x         | x        pgm       x         pgm     pgm    x         | x
`);

export const creativeUpdates = readTable(`
object         | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
creatives      | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        pgm       -         pgm     pgm    -         | x
`);

const FOR_ALL = "name like '%to all'";

export const creativeColumns: Record<string, Columns> = {
  creatives: {
    read: `id program_id name kind language tags body url valid_from valid_until ready_at withdrawn_at replaced_by revision
      created_at updated_at`,
    hidden: 'audience segment_ids audience_keys replaces created_by',
    insert: {
      id: 'gen_random_uuid()',
      program_id: 'own',
      name: "'New'",
      kind: "'banner'",
      language: "'de'",
      tags: "'{new}'",
      body: "''",
      url: 'null',
      audience: "'everyone'",
      segment_ids: "'{}'",
      valid_from: 'null',
      valid_until: 'null',
    },
    update: {
      name: "'Another'",
      language: "'de'",
      tags: "'{new}'",
      body: "'x'",
      url: "'https://shop.example/'",
      audience: { value: "'everyone'", where: FOR_ALL },
      segment_ids: { value: "'{}'", where: FOR_ALL },
      valid_from: 'null',
      valid_until: 'null',
      withdrawn_at: 'now()',
    },
  },
  creative_files: {
    read: `id program_id creative_id role path file_name mime_type size_bytes width height state refusal sha256 checked_at
      created_at`,
    hidden: 'created_by',
  },
};

export const creativeHelpers = readTable(`
call              | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
my_upload_paths() | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        self      -         self    self   -         | x
`);

/** The check's own steps are for the server's key alone. */
export const creativeCalls = readTable(`
call                        | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
creative_list/own           | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
creative_list/program       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
creative_list/unknown       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
add_creatives/own           | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
add_creatives/program       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
add_creatives/unknown       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
remove_creatives/own        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
remove_creatives/program    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
remove_creatives/unknown    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
creative_upload/own         | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
creative_upload/program     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
creative_upload/unknown     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_creatives/own       | x    404      | ok       ok       ok        ok      ok   ok   | ok     404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_creatives/partner   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_creatives/program   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_creatives/unknown   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
visit_creatives/own         | x    404      | ok       ok       ok        ok      ok   ok   | ok     404   404     404     404      404       | 404      404       404       404     404    404       | x
visit_creatives/partner     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
visit_creatives/program     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
visit_creatives/unknown     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
record_creative_check/own   | x    x        | x        x        x         x       x    x    | x      x     x       x       x        x         | x        x         x         x       x      x         | ok
stale_creative_files/own    | x    x        | x        x        x         x       x    x    | x      x     x       x       x        x         | x        x         x         x       x      x         | ok
`);

/** Edits go through row-level security, so they have no twin in `private`. */
export const saveCalls = readTable(`
call                   | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
save_creatives/own     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | none     pgm       none      pgm     pgm    404       | x
save_creatives/program | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
save_creatives/unknown | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
`);
