import { announcementCalls, markCalls } from './expectations-announcements.ts';
import { creativeCalls, saveCalls } from './expectations-creatives.ts';
import { invitationCalls } from './expectations-invitations.ts';
import { partnerCalls } from './expectations-partners.ts';
import { endingCalls, promotionCalls } from './expectations-promotions.ts';
import { segmentCalls } from './expectations-segments.ts';
import { settingsCalls } from './expectations-settings.ts';
import { linkCalls, visitCalls } from './expectations-visits.ts';
import { readTable } from './table.ts';

/**
 * What each function answers to whom, by hand. `own` speaks of the actor's own place or program,
 * `partner` of another partner of the same program, `program` of another program, `unknown` of
 * nothing that exists. The last three must answer alike, so that a refusal tells nothing.
 *
 *   x     refused (42501)                      404   nothing there for you (PT404)
 *   own   the actor's own places and money     end   the same without a link: the partnership is over
 *   crd   the place and its program's card, no money     nul   who I am and where I may go, no place
 *   pgm   the actor's program                  rev   the same, and may be reviewed
 *   ok    done                                 card  name and look, for everybody
 */
export const publicCalls = new Map([
  ...markCalls,
  ...saveCalls,
  ...linkCalls,
  ...readTable(`
call                     | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
program_card/own         | card card     | card     card     card      card    card card | card   card  card    card    card     card      | card     card      card      card    card   card      | x
my_context/none          | x    nul      | own      own      own       own     own  own  | own    own   own     own     own      nul       | pgm      pgm       pgm       pgm     pgm    nul       | x
my_context/own           | x    nul      | own      own      own       own     own  own  | own    own   own     own     own      nul       | nul      nul       nul       nul     nul    nul       | x
my_context/partner       | x    nul      | nul      nul      nul       nul     nul  nul  | nul    nul   nul     nul     nul      nul       | nul      nul       nul       nul     nul    nul       | x
my_context/program       | x    nul      | nul      nul      nul       nul     nul  nul  | nul    nul   nul     nul     nul      nul       | nul      nul       nul       nul     nul    nul       | x
my_context/unknown       | x    nul      | nul      nul      nul       nul     nul  nul  | nul    nul   nul     nul     nul      nul       | nul      nul       nul       nul     nul    nul       | x
partner_home/none        | x    nul      | own      own      own       own     own  own  | own    end   crd     crd     crd      nul       | nul      nul       nul       nul     nul    nul       | x
partner_home/own         | x    nul      | own      own      own       own     own  own  | own    end   crd     crd     crd      nul       | nul      nul       nul       nul     nul    nul       | x
partner_home/partner     | x    nul      | nul      nul      nul       nul     nul  nul  | nul    nul   nul     nul     nul      nul       | nul      nul       nul       nul     nul    nul       | x
partner_home/program     | x    nul      | nul      nul      nul       nul     nul  nul  | nul    nul   nul     nul     nul      nul       | nul      nul       nul       nul     nul    nul       | x
partner_home/unknown     | x    nul      | nul      nul      nul       nul     nul  nul  | nul    nul   nul     nul     nul      nul       | nul      nul       nul       nul     nul    nul       | x
partner_earnings/own     | x    nul      | own      own      own       own     own  own  | own    own   crd     crd     crd      nul       | nul      nul       nul       nul     nul    nul       | x
partner_earnings/partner | x    nul      | nul      nul      nul       nul     nul  nul  | nul    nul   nul     nul     nul      nul       | nul      nul       nul       nul     nul    nul       | x
partner_earnings/program | x    nul      | nul      nul      nul       nul     nul  nul  | nul    nul   nul     nul     nul      nul       | nul      nul       nul       nul     nul    nul       | x
partner_earnings/unknown | x    nul      | nul      nul      nul       nul     nul  nul  | nul    nul   nul     nul     nul      nul       | nul      nul       nul       nul     nul    nul       | x
partner_breakdown/own    | x    404      | own      own      own       own     own  own  | own    own   404     404     404      404       | 404      404       404       404     404    404       | x
partner_breakdown/partner| x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_breakdown/program| x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_breakdown/unknown| x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_lines/own        | x    404      | own      own      own       own     own  own  | own    own   404     404     404      404       | 404      404       404       404     404    404       | x
partner_lines/partner    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_lines/program    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_lines/unknown    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
brand_overview/own       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | pgm      pgm       pgm       pgm     pgm    404       | x
brand_overview/program   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
brand_overview/unknown   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
brand_events/own         | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | pgm      pgm       pgm       pgm     pgm    404       | x
brand_events/program     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
brand_events/unknown     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
brand_fates/own          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | pgm      pgm       pgm       pgm     pgm    404       | x
brand_fates/program      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
brand_fates/unknown      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
event_story/own          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | pgm      pgm       rev       rev     rev    404       | x
event_story/program      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
event_story/unknown      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
`),
]);

/** Functions that act; each stands in `public` and, with the same answer, in `private`. */
export const actingCalls = new Map([
  ...segmentCalls,
  ...announcementCalls,
  ...creativeCalls,
  ...promotionCalls,
  ...invitationCalls,
  ...endingCalls,
  ...settingsCalls,
  ...partnerCalls,
  ...visitCalls,
  ...readTable(`
call                         | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
review_conversion/own        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       ok        ok      ok     404       | x
review_conversion/program    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
review_conversion/unknown    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
start_import/own             | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       ok        ok      ok     404       | x
start_import/program         | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
start_import/unknown         | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
preview_import_rows/own      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       ok        ok      ok     404       | x
preview_import_rows/program  | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
preview_import_rows/unknown  | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
apply_import_rows/own        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       ok        ok      ok     404       | x
apply_import_rows/program    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
apply_import_rows/unknown    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
stop_import/own              | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       ok        ok      ok     404       | x
stop_import/program          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
stop_import/unknown          | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
`),
]);
