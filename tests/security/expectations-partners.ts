import { readTable } from './table.ts';

/** What the functions of the partners' list and page answer to whom; the words are those of `actingCalls`. */
export const partnerCalls = readTable(`
call                      | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
partner_list/own          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
partner_list/program      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_list/unknown      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_page/own          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
partner_page/program      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_page/unknown      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
change_partners/own       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
change_partners/program   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
change_partners/unknown   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
undo_partners_act/own     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       404     ok     404       | x
undo_partners_act/program | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
undo_partners_act/unknown | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
`);
