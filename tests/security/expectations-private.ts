import { announcementHelpers } from './expectations-announcements.ts';
import { creativeHelpers } from './expectations-creatives.ts';
import { promotionHelpers } from './expectations-promotions.ts';
import { segmentHelpers } from './expectations-segments.ts';
import { readTable } from './table.ts';

/**
 * The schema `private`, by hand. The API does not show it, and of its functions only these may be
 * executed, because policies and public functions run them with the caller's rights. Every other
 * function and every table there is refused to everybody.
 *
 *   x refused    - nothing    own what is the partner's    pgm the program's
 *   act          the program's partners in an active partnership
 */
export const helpers = new Map([
  ...creativeHelpers,
  ...segmentHelpers,
  ...announcementHelpers,
  ...promotionHelpers,
  ...readTable(`
call                                                  | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
my_program_ids()                                      | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
my_program_ids('viewer')                              | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      -         -         -       -      -         | x
my_program_ids('manager')                             | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        pgm       -         -       -      -         | x
my_program_ids('finance')                             | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        -         pgm       -       -      -         | x
my_program_ids('owner')                               | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        -         -         pgm     pgm    -         | x
my_joined_program_ids()                               | x    -        | own      own      own       own     own  own  | own    own   -       -       -        -         | -        -         -         -       -      -         | x
my_partner_ids()                                      | x    -        | own      own      own       own     own  own  | own    own   own     own     own      -         | -        -         -         -       -      -         | x
my_partner_ids('viewer')                              | x    -        | own      -        -         -       -    -    | -      -     -       -       -        -         | -        -         -         -       -      -         | x
my_partner_ids('member')                              | x    -        | -        own      -         -       -    -    | -      -     -       -       -        -         | -        -         -         -       -      -         | x
my_partner_ids('finance')                             | x    -        | -        -        own       -       -    -    | -      -     -       -       -        -         | -        -         -         -       -      -         | x
my_partner_ids('owner')                               | x    -        | -        -        -         own     own  own  | own    own   own     own     own      -         | -        -         -         -       -      -         | x
my_partnership_ids()                                  | x    -        | own      own      own       own     own  own  | own    own   -       -       -        -         | -        -         -         -       -      -         | x
my_partnership_ids('viewer')                          | x    -        | own      -        -         -       -    -    | -      -     -       -       -        -         | -        -         -         -       -      -         | x
my_open_partnership_ids()                             | x    -        | own      own      own       own     own  own  | own    -     -       -       -        -         | -        -         -         -       -      -         | x
my_open_partnership_ids('member','finance')           | x    -        | -        own      own       -       -    -    | -      -     -       -       -        -         | -        -         -         -       -      -         | x
my_active_partnership_ids()                           | x    -        | own      own      own       own     own  own  | -      -     -       -       -        -         | -        -         -         -       -      -         | x
my_active_partnership_ids('owner')                    | x    -        | -        -        -         own     own  own  | -      -     -       -       -        -         | -        -         -         -       -      -         | x
my_partnership_ids_in('{invited,declined}','{owner}') | x    -        | -        -        -         -       -    -    | -      -     own     -       own      -         | -        -         -         -       -      -         | x
my_program_partner_ids()                              | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
my_program_partner_ids('active')                      | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | act      act       act       act     act    -         | x
my_rule_ids()                                         | x    -        | own      own      own       own     own  own  | own    own   -       -       -        -         | -        -         -         -       -      -         | x
my_places()                                           | x    -        | own      own      own       own     own  own  | own    own   own     own     own      -         | pgm      pgm       pgm       pgm     pgm    -         | x
`),
]);

/** Sums that are read with the caller's rights: foreign ones come out empty, whoever is named. */
export const sums = readTable(`
call                      | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
partner_balance/own       | x    -        | own      own      own       own     own  own  | own    own   -       -       -        -         | own      own       own       own     own    -         | x
partner_balance/partner   | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
partner_balance/program   | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        -         -         -       -      -         | x
partner_range/own         | x    -        | own      own      own       own     own  own  | own    own   -       -       -        -         | own      own       own       own     own    -         | x
partner_range/partner     | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
partner_range/program     | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        -         -         -       -      -         | x
program_range/own         | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
program_range/program     | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        -         -         -       -      -         | x
program_leaders/own       | x    -        | own      own      own       own     own  own  | own    own   -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
program_leaders/program   | x    -        | -        -        -         -       -    own  | -      -     -       -       -        -         | -        -         -         -       -      -         | x
named_partnership/own     | x    404      | own      own      own       own     own  own  | own    own   404     404     404      404       | 404      404       404       404     404    404       | x
named_partnership/partner | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
named_program/own         | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | pgm      pgm       pgm       pgm     pgm    404       | x
named_program/program     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
`);

/** Functions that only calculate: what to call, what it says, and which roles may. */
export const calculations: Record<string, { call: string; says: string; roles: string }> = {
  fail: { call: "fail('PT404', 'nothing')", says: 'PT404 nothing', roles: 'anon authenticated service_role' },
  program_card: { call: "program_card('no-such-program')", says: '', roles: 'anon authenticated' },
  line_state: {
    call: "line_state('commission', '2030-01-02', '2030-01-01', 'pending', 10, 0)",
    says: 'pending',
    roles: 'authenticated',
  },
  day_start: {
    call: "(day_start('2030-01-01', 'UTC') at time zone 'UTC')::date",
    says: '2030-01-01',
    roles: 'authenticated',
  },
  check_range: { call: "check_range('2030-01-01', '2030-01-02')", says: '', roles: 'authenticated' },
  link_url: {
    call: "link_url('https://shop.example/', 'code')",
    says: 'https://shop.example/?via=code',
    roles: 'authenticated',
  },
  plain_json: { call: 'plain_json(\'"[1]"\')', says: '[1]', roles: 'authenticated service_role' },
  json_texts: { call: 'json_texts(\'["a"]\')', says: '{a}', roles: 'authenticated' },
  valid_instants: { call: "valid_instants('{}', 'UTC')", says: '(,)', roles: 'authenticated' },
  earning_partnership: { call: "earning_partnership('{}')", says: '', roles: 'authenticated' },
  context_today: { call: "context_today('{}')", says: '', roles: 'authenticated' },
};
