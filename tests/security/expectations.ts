import {
  announcementDeletes,
  announcementInserts,
  announcementReads,
  announcementUpdates,
} from './expectations-announcements.ts';
import { creativeInserts, creativeReads, creativeUpdates } from './expectations-creatives.ts';
import { promotionDeletes, promotionInserts, promotionReads, promotionUpdates } from './expectations-promotions.ts';
import { auditReads } from './expectations-settings.ts';
import { visitReads } from './expectations-visits.ts';
import { readTable } from './table.ts';

/**
 * THE EXPECTATION, written by hand from the rights table of the domain, apart from the policies.
 * Nothing else is possible: what is not named here is refused.
 *
 *   x     refused (42501): the role has no such right at all
 *   -     may ask, and gets (or changes) nothing
 *   own   what belongs to the actor's partner       self  what belongs to the person
 *   pgm   what belongs to the actor's program       act   partners' people, where the partnership is active
 *   inv   the program's invitations to partners
 *
 * p.* are mira's people in program a, s.* the staff of a; second is the owner of program b. nora is
 * active in a like mira, both in a and in b; paused … declined have one partnership of that status.
 * *.removed were owners and hold a token that is still valid. Readers of `programs`: see the NOTE there.
 */
export const reads = new Map([
  ...announcementReads,
  ...creativeReads,
  ...promotionReads,
  ...auditReads,
  ...visitReads,
  ...readTable(`
object                  | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
programs                | x    -        | own      own      own       own     own  own  | own    own   -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
program_staff           | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
user_settings           | x    self     | self     self     self      self    self self | self   self  self    self    self     self      | self     self      self      self    self   self      | x
partners                | x    -        | own      own      own       own     own  own  | own    own   own     own     own      -         | pgm      pgm       pgm       pgm     pgm    -         | x
partner_channels        | x    -        | own      own      own       own     own  own  | own    own   own     own     own      -         | pgm      pgm       pgm       pgm     pgm    -         | x
partner_members         | x    -        | own      own      own       own     own  own  | own    own   own     own     own      -         | act      act       act       act     act    -         | x
partnerships            | x    -        | own      own      own       own     own  own  | own    own   own     own     own      -         | pgm      pgm       pgm       pgm     pgm    -         | x
program_partner_counts  | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
invitations             | x    -        | -        -        -         own     own  own  | own    own   own     own     own      -         | pgm      pgm       pgm       pgm     pgm    -         | x
links                   | x    -        | own      own      own       own     own  own  | own    -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
clicks                  | x    x        | x        x        x         x       x    x    | x      x     x       x       x        x         | x        x         x         x       x      x         | x
imports                 | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
import_errors           | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
conversion_events       | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
conversions             | x    -        | own      own      own       own     own  own  | own    own   -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
adjustments             | x    -        | own      own      own       own     own  own  | own    own   -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
commission_rules        | x    -        | own      own      own       own     own  own  | own    own   -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
commission_lines        | x    -        | own      own      own       own     own  own  | own    own   -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
partnership_days        | x    -        | own      own      own       own     own  own  | own    own   -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
partnership_day_sources | x    -        | own      own      own       own     own  own  | own    own   -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
program_months          | x    -        | own      own      own       own     own  own  | own    own   -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
program_days            | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
program_event_totals    | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
segments                | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
`),
]);

/** Who may add a row labelled as theirs. A row labelled as somebody else's is refused to everybody. */
export const inserts = new Map([
  ...announcementInserts,
  ...creativeInserts,
  ...promotionInserts,
  ...readTable(`
object                  | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
user_settings           | x    self     | self     self     self      self    self self | self   self  self    self    self     self      | self     self      self      self    self   self      | x
partner_channels        | x    x        | x        x        x         own     own  own  | own    own   own     own     own      x         | x        x         x         x       x      x         | x
links                   | x    x        | x        own      own       own     own  own  | x      x     x       x       x        x         | x        x         x         x       x      x         | x
commission_rules        | x    x        | x        x        x         x       x    x    | x      x     x       x       x        x         | x        x         pgm       pgm     pgm    x         | x
segments                | x    x        | x        x        x         x       x    x    | x      x     x       x       x        x         | x        pgm       x         pgm     pgm    x         | x
`),
]);

/** Which rows an actor may change, in the columns that may change at all (expectations-columns.ts). */
export const updates = new Map([
  ...announcementUpdates,
  ...creativeUpdates,
  ...promotionUpdates,
  ...readTable(`
object                  | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
programs                | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        -         -         pgm     pgm    -         | x
program_staff           | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        -         -         pgm     pgm    -         | x
user_settings           | x    self     | self     self     self      self    self self | self   self  self    self    self     self      | self     self      self      self    self   self      | x
partners                | x    -        | -        -        -         own     own  own  | own    own   own     own     own      -         | -        -         -         -       -      -         | x
partner_channels        | x    -        | -        -        -         own     own  own  | own    own   own     own     own      -         | -        -         -         -       -      -         | x
partner_members         | x    -        | -        -        -         own     own  own  | own    own   own     own     own      -         | -        -         -         -       -      -         | x
partnerships            | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        pgm       -         pgm     pgm    -         | x
invitations             | x    -        | -        -        -         own     own  own  | own    own   own     own     own      -         | -        inv       -         pgm     pgm    -         | x
links                   | x    -        | -        own      own       own     own  own  | own    -     -       -       -        -         | -        -         -         -       -      -         | x
segments                | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        pgm       -         pgm     pgm    -         | x
`),
]);

/** Which rows an actor may delete. */
export const deletes = new Map([
  ...announcementDeletes,
  ...promotionDeletes,
  ...readTable(`
object                  | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
partner_channels        | x    -        | -        -        -         own     own  own  | own    own   own     own     own      -         | -        -         -         -       -      -         | x
segments                | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        pgm       -         pgm     pgm    -         | x
`),
]);
