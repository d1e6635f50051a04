import type { PlaceName, World } from '../support/world.ts';
import type { Answer } from './answer.ts';
import type { Action, Call, Target } from './calls.ts';

const placeOf = (target: Target): PlaceName => (typeof target === 'string' ? 'a/mira' : target.place);
const codeOf = (world: World, place: PlaceName) => world.partnerships[place].code.toLowerCase();

/** One of an open place, one of a place that is over, and one of nobody. */
function visits(world: World, target: Target): string {
  const codes = [codeOf(world, placeOf(target)), codeOf(world, 'a/ended'), 'no-such-link'];
  return JSON.stringify(
    codes.map((code, at) => ({ id: `00000000-0000-4000-8000-00000000000${at}`, code, kind: 'person' })),
  );
}

/** What became of each: whether it is a click, and whether it leads to the shop with somebody's code. */
function fates(answer: Answer): string[] {
  return answer.list('').map((visit, at) => {
    const hasCode = /[?&]via=/.test(String(visit.at('location')));
    return `visit${at}:${visit.at('is_click') ? 'click' : 'none'}:${hasCode ? 'credited' : 'bare'}`;
  });
}

export const visitActions: Record<string, Action> = {
  record_visits: {
    missing: 'nothing',
    sql: (world, target) => `record_visits('${visits(world, target)}'::jsonb)`,
    sums: fates,
    done: ['visit0:click:credited', 'visit1:none:bare', 'visit2:none:bare'],
  },
};

export const linksCall: Call = {
  missing: 'no earnings here for you',
  sql: (world, target) => {
    const named =
      target === 'unknown'
        ? `'no-such-program', 'NOBODY'`
        : `'${world[target.place.startsWith('a/') ? 'a' : 'b'].slug}', '${world.partnerships[target.place].code}'`;
    return `public.partner_links(${named}, current_date - 40, current_date + 40)`;
  },
  sums: (answer) => [`clicks:${answer.list('rows').reduce((sum, row) => sum + Number(row.at('clicks')), 0)}`],
  expected: (_, word, target) => (word === 'end' ? ['clicks:0'] : [`place:${placeOf(target)}`, 'clicks:1']),
};
