import { readTable } from './table.ts';

/** What the functions of segments answer to whom; the words are those of `actingCalls`. */
export const segmentCalls = readTable(`
call                    | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
segment_list/own        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
segment_list/program    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
segment_list/unknown    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
segment_choices/own     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
segment_choices/program | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
segment_choices/unknown | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
segment_size/own        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
segment_size/program    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
segment_size/unknown    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
audience_size/own       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
audience_size/program   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
audience_size/unknown   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
explain_segment/own     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
explain_segment/program | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
explain_segment/unknown | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
find_partners/own       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
find_partners/program   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
find_partners/unknown   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
save_segment/own        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
save_segment/program    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
save_segment/unknown    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
delete_segment/own      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
delete_segment/program  | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
delete_segment/unknown  | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
`);

/** Whose keys policies see: one's own programs, and the segments in use that one is in. */
export const segmentHelpers = readTable(`
call                  | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
my_audience_keys()    | x    -        | own      own      own       own     own  own  | own    -     -       -       -        -         | -        -         -         -       -      -         | x
`);
