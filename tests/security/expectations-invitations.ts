import { readTable } from './table.ts';

/**
 * What the functions of invitations answer to whom; the words are those of `actingCalls`, and
 *
 *   403   the invitation is for another address      409   the last owner cannot go
 *   own   the mail of the own team                   inv   the mails to partners        all   those of the program
 */
export const invitationCalls = readTable(`
call                      | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
invite_staff/own          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       ok      ok     404       | x
invite_staff/program      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
invite_staff/unknown      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
invite_member/own         | x    404      | 404      404      404       ok      ok   ok   | ok     ok    ok      ok      ok       404       | 404      404       404       404     404    404       | x
invite_member/partner     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
invite_member/program     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
invite_member/unknown     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
invite_partners/own       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
invite_partners/program   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
invite_partners/unknown   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
resend_invitation/own     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
resend_invitation/program | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
resend_invitation/unknown | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
revoke_invitation/own     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
revoke_invitation/program | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
revoke_invitation/unknown | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
invitation_list/own       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
invitation_list/program   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
invitation_list/unknown   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
peek_invitation/own       | ok   ok       | ok       ok       ok        ok      ok   ok   | ok     ok    ok      ok      ok       ok        | ok       ok        ok        ok      ok     ok        | x
peek_invitation/unknown   | nil  nil      | nil      nil      nil       nil     nil  nil  | nil    nil   nil     nil     nil      nil       | nil      nil       nil       nil     nil    nil       | x
accept_invitation/own     | x    ok       | 403      403      403       403     403  403  | 403    403   403     403     403      403       | 403      403       403       403     403    403       | x
accept_invitation/unknown | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
leave_program/own         | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        409     ok     404       | x
leave_program/program     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
leave_program/unknown     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
leave_partner/own         | x    404      | ok       ok       ok        409     ok   409  | 409    409   409     409     409      404       | 404      404       404       404     404    404       | x
leave_partner/partner     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
leave_partner/program     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
leave_partner/unknown     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
waiting_mails/own         | x    nil      | nil      nil      nil       own     own  own  | own    own   own     own     own      nil       | nil      inv       nil       all     all    nil       | x
claim_mails/own           | x    x        | x        x        x         x       x    x    | x      x     x       x       x        x         | x        x         x         x       x      x         | ok
finish_mail/own           | x    x        | x        x        x         x       x    x    | x      x     x       x       x        x         | x        x         x         x       x      x         | ok
`);
