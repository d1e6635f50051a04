import type { Columns } from './expectations-columns.ts';
import { readTable } from './table.ts';

/** Visits that are no clicks, counted by day; the words are those of expectations.ts. */
export const visitReads = readTable(`
object           | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
uncounted_visits | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
`);

export const visitColumns: Record<string, Columns> = {
  uncounted_visits: { read: 'program_id day kind visits' },
};

/** Storing a visit is for the server's key alone. */
export const visitCalls = readTable(`
call              | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
record_visits/own | x    x        | x        x        x         x       x    x    | x      x     x       x       x        x         | x        x         x         x       x      x         | ok
`);

/** With the caller's rights: `own` the place's links, `end` none of them, since the partnership is over. */
export const linkCalls = readTable(`
call                  | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
partner_links/own     | x    404      | own      own      own       own     own  own  | own    end   404     404     404      404       | 404      404       404       404     404    404       | x
partner_links/partner | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_links/program | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_links/unknown | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
`);
