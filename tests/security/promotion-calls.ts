import type { PlaceName, World } from '../support/world.ts';
import { codeIn, codesOf, comingAt, liveAt, type PromotionName, promotionNames } from '../support/world-promotions.ts';
import type { Answer } from './answer.ts';
import type { Action, Target } from './calls.ts';
import { placesOfSide } from './marks.ts';

type Side = 'a' | 'b';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const sideOf = (target: Target): Side => (typeof target === 'string' ? 'a' : target.program);
const placeOf = (target: Target): PlaceName => (typeof target === 'string' ? 'a/mira' : target.place);
const slugOf = (world: World, target: Target) =>
  target === 'unknown' ? `'no-such-program'` : `'${world[sideOf(target)].slug}'`;
const placeArguments = (world: World, target: Target) =>
  target === 'unknown'
    ? `'no-such-program', 'NOBODY'`
    : `'${world[sideOf(target)].slug}', '${world.partnerships[placeOf(target)].code}'`;
const idOf = (world: World, target: Target, name: 'everyone' | 'draft') =>
  `'${world.promotions[`${sideOf(target)}/${name}`]}'`;

const staffMissing = 'no such program, or not for you';
const placeMissing = 'nothing goes on here for you';

const tokens = (names: readonly PromotionName[]) => names.map((name) => `promotion:${name}`);
const people = (places: readonly PlaceName[]) =>
  places.flatMap((place) => [`place:${place}`, `partner:${place.slice(2)}`]);
const all = codesOf([...placesOfSide('a'), ...placesOfSide('b')]);
const ownCodes = (names: readonly PromotionName[], place: PlaceName) =>
  all.filter((one) => one.place === place && names.includes(one.name)).map(({ name }) => `code:${codeIn(name, place)}`);
const active: Record<Side, PlaceName[]> = { a: ['a/mira', 'a/nora', 'a/both'], b: ['b/both', 'b/berta'] };
const someone = (target: Target): PlaceName => (sideOf(target) === 'a' ? 'a/mira' : 'b/berta');

const made = (answer: Answer) => [`made:${answer.at('made')}`, `refused:${answer.at('refused')}`];

export const promotionActions: Record<string, Action> = {
  promotion_list: {
    missing: staffMissing,
    sql: (world, target) => `promotion_list(${slugOf(world, target)}, null, null, null, 50)`,
    sums: (answer) => ['draft', 'coming', 'live', 'ended'].map((one) => `${one}:${answer.at(`counts.${one}`)}`),
    done: (target) => [
      ...tokens(promotionNames.filter((name) => name.startsWith(`${sideOf(target)}/`))),
      `segment:${sideOf(target)}/used`,
      ...(sideOf(target) === 'a'
        ? ['draft:1', 'coming:3', 'live:2', 'ended:1']
        : ['draft:1', 'coming:2', 'live:2', 'ended:0']),
    ],
  },
  promotion_detail: {
    missing: staffMissing,
    sql: (world, target) => `promotion_detail(${slugOf(world, target)}, ${idOf(world, target, 'everyone')})`,
    sums: (answer) => [`creatives:${answer.list('promotion.creative_ids').length}`],
    done: (target) => [
      `promotion:${sideOf(target)}/everyone`,
      'creatives:2',
      `promoted:${sideOf(target)}/shown`,
      `promoted:${sideOf(target)}/hidden`,
    ],
  },
  promotion_code_list: {
    missing: staffMissing,
    sql: (world, target) =>
      `promotion_code_list(${slugOf(world, target)}, ${idOf(world, target, 'everyone')}, '', null, 50)`,
    done: (target) => [
      ...people(placesOfSide(sideOf(target))),
      ...placesOfSide(sideOf(target)).map((place) => `code:${codeIn(`${sideOf(target)}/everyone`, place)}`),
    ],
  },
  save_promotion: {
    missing: staffMissing,
    sql: (world, target) =>
      `save_promotion(${slugOf(world, target)}, ${idOf(world, target, 'draft')}, '{"offer": "new"}'::jsonb, 1)`,
    sums: (answer) => [`revision:${answer.at('promotion.revision')}`],
    done: (target) => [`promotion:${sideOf(target)}/draft`, 'revision:2'],
  },
  delete_promotion: {
    missing: staffMissing,
    sql: (world, target) => `delete_promotion(${slugOf(world, target)}, ${idOf(world, target, 'draft')}, 1)`,
    done: [],
  },
  make_promotion_codes: {
    missing: staffMissing,
    sql: (world, target) =>
      `make_promotion_codes(${slugOf(world, target)}, ${idOf(world, target, 'draft')}, '{PARTNER}-NEW', null, false)`,
    sums: made,
    done: (target) => [...people(active[sideOf(target)]), `made:${active[sideOf(target)].length}`, 'refused:0'],
  },
  import_promotion_codes: {
    missing: staffMissing,
    sql: (world, target) =>
      `import_promotion_codes(${slugOf(world, target)}, ${idOf(world, target, 'draft')},
        '[{"line": 2, "partner_code": "${world.partnerships[someone(target)].code}", "code": "NEW-CODE"}]'::jsonb, false)`,
    sums: made,
    done: (target) => [...people([someone(target)]), 'made:1', 'refused:0'],
  },
  partner_promotions: {
    missing: placeMissing,
    sql: (world, target) => `partner_promotions(${placeArguments(world, target)}, 'coming', null, null, 30)`,
    sums: (answer) => ['live', 'coming'].map((one) => `${one}:${answer.at(`counts.${one}`)}`),
    done: (target) => {
      const coming = comingAt(placeOf(target));
      return [...tokens(coming), `live:${liveAt(placeOf(target)).length}`, `coming:${coming.length}`];
    },
  },
  partner_promotion: {
    missing: placeMissing,
    sql: (world, target) => `partner_promotion(${placeArguments(world, target)}, ${idOf(world, target, 'everyone')})`,
    sums: (answer) => [`creatives:${answer.at('promotion.creatives')}`],
    done: (target) => {
      const name = `${sideOf(target)}/everyone` as const;
      // The code of their link is that of the place.
      return [`promotion:${name}`, `place:${placeOf(target)}`, ...ownCodes([name], placeOf(target)), 'creatives:1'];
    },
  },
  ending_promotions: {
    isPrivate: true,
    sql: (world, target) =>
      `ending_promotions('${target === 'unknown' ? NOBODY : world.partnerships[placeOf(target)].id}')`,
    done: (target) => endingTokens(placeOf(target)),
  },
};

/** What home tells of promotions at a place. */
export function endingTokens(place: PlaceName): string[] {
  const live = liveAt(place);
  return [...tokens(live), ...ownCodes(live, place)];
}
