import type { PlaceName, World } from '../support/world.ts';
import { creativesAt } from '../support/world-creatives.ts';
import { comingAt, liveAt } from '../support/world-promotions.ts';
import type { Action, Target } from './calls.ts';
import { placesOfSide } from './marks.ts';

type Side = 'a' | 'b';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const ACT = '00000000-0000-4000-8000-0000000000ac';

const sideOf = (target: Target): Side => (typeof target === 'string' ? 'a' : target.program);
const slugOf = (world: World, target: Target) =>
  target === 'unknown' ? `'no-such-program'` : `'${world[sideOf(target)].slug}'`;
const placeOf = (side: Side): PlaceName => (side === 'a' ? 'a/mira' : 'b/berta');
const shown = (places: readonly string[]) => places.flatMap((place) => [`place:${place}`, `partner:${place.slice(2)}`]);

const missing = 'no such program, or not for you';

/** Functions of the partners' list and page: each asks in `private` too, where it must answer the same. */
export const partnerActions: Record<string, Action> = {
  partner_list: {
    missing,
    sql: (world, target) => `partner_list(${slugOf(world, target)}, '{}'::jsonb, 'revenue', null, null, null, 100)`,
    sums: (answer) => [`total:${answer.at('total')}`],
    done: (target) => [...shown(placesOfSide(sideOf(target))), `total:${placesOfSide(sideOf(target)).length}`],
  },
  partner_page: {
    missing,
    sql: (world, target) =>
      `partner_page(${slugOf(world, target)}, '${world.partnerships[placeOf(sideOf(target))].id}', current_date - 40, current_date + 40)`,
    sums: (answer) => [`team:${answer.list('partner.team').length}`, `creatives:${answer.at('sees.creatives')}`],
    done: (target) =>
      sideOf(target) === 'a'
        ? pageOf('a', ['ended', 'everyone', 'planned', 'segment'], 5)
        : pageOf('b', ['everyone', 'planned', 'segment'], 1),
  },
  change_partners: {
    missing,
    // Ids of both programs are named: only the own are met.
    sql: (world, target) =>
      `change_partners('${ACT}', ${slugOf(world, target)}, '{"ids": ["${world.partnerships['a/mira'].id}",
        "${world.partnerships['b/berta'].id}"]}'::jsonb, '{"add_tags": ["seen"]}'::jsonb, null)`,
    sums: (answer) => [`changed:${answer.at('changed')}`, `met:${answer.at('met')}`],
    done: ['changed:1', 'met:1'],
  },
  undo_partners_act: {
    missing: 'no such act of yours',
    sql: (world, target) =>
      `undo_partners_act('${target === 'unknown' ? NOBODY : world.acts[sideOf(target) === 'a' ? 'a/manager' : 'b/owner']}')`,
    sums: (answer) => [`undone:${answer.at('undone')}`],
    done: ['undone:1'],
  },
};

/** Their messages, segments, codes and what they are shown, and nobody else's; the drafts of their program stay drafts. */
function pageOf(side: Side, promotions: readonly string[], people: number): string[] {
  const [program, partner] = placeOf(side).split('/');
  return [
    ...shown([placeOf(side)]),
    ...['everyone', 'late', 'segment'].map((name) => `announcement:${side}/${name}`),
    ...promotions.flatMap((name) => [
      `promotion:${side}/${name}`,
      `code:${`${name}-${program}-${partner}`.toUpperCase()}`,
    ]),
    ...[...liveAt(placeOf(side)), ...comingAt(placeOf(side))].map((name) => `promotion:${name}`),
    `creatives:${creativesAt(placeOf(side)).length + 2}`,
    `segment:${side}/used`,
    `segment:${side}/free`,
    `team:${people}`,
  ];
}
