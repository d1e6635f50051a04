import type { Columns } from './expectations-columns.ts';
import { readTable } from './table.ts';

/** Settings, audit and zone; the words are those of expectations.ts and of `actingCalls`. */
export const auditReads = readTable(`
object                      | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
audit_entries               | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        -         -         pgm     pgm    -         | x
`);

export const auditColumns: Record<string, Columns> = {
  audit_entries: {
    read: 'id program_id at actor_id actor_name actor_email kind object_id label partnership_id verb before after rows items partnership_ids',
  },
};

/** What the functions answer to whom. */
export const settingsCalls = readTable(`
call                        | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
program_settings/own        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
program_settings/program    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
program_settings/unknown    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
save_settings/own           | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       ok      ok     404       | x
save_settings/program       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
save_settings/unknown       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
change_currency/own         | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       ok      ok     404       | x
change_currency/program     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
change_currency/unknown     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
add_rule/own                | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       ok        ok      ok     404       | x
add_rule/program            | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
add_rule/unknown            | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
use_logo/own                | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       ok      ok     404       | x
use_logo/program            | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
use_logo/unknown            | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
logo_place/own              | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       ok      ok     404       | x
logo_place/program          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
logo_place/unknown          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
audit_list/own              | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       ok      ok     404       | x
audit_list/program          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
audit_list/unknown          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
begin_zone_change/own       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       ok      ok     404       | x
begin_zone_change/program   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
begin_zone_change/unknown   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
step_zone_change/own        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       ok      ok     404       | x
step_zone_change/program    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
step_zone_change/unknown    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
cancel_zone_change/own      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       ok      ok     404       | x
cancel_zone_change/program  | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
cancel_zone_change/unknown  | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
`);
