import type { PlaceName, World } from '../support/world.ts';
import type { Answer } from './answer.ts';
import type { Action, Target } from './calls.ts';
import { placesOfSide } from './marks.ts';

type Side = 'a' | 'b';

const sideOf = (target: Target): Side => (typeof target === 'string' ? 'a' : target.program);
const slugOf = (world: World, target: Target) =>
  target === 'unknown' ? `'no-such-program'` : `'${world[sideOf(target)].slug}'`;
const free = (world: World, target: Target) => `'${world.segments[`${sideOf(target)}/free`]}'`;

const EVERYBODY = `'{"combinator": "and", "rules": []}'::jsonb`;
const INFLUENCERS = `'{"combinator": "or", "rules": [{"field": "type", "operator": "in", "value": ["influencer"]}]}'::jsonb`;

/** Who is there to be reached: active and paused. */
const open: Record<Side, PlaceName[]> = {
  a: ['a/mira', 'a/nora', 'a/both', 'a/paused'],
  b: ['b/both', 'b/berta'],
};

const shown = (places: readonly PlaceName[]) =>
  places.flatMap((place) => [`place:${place}`, `partner:${place.slice(2)}`]);
const counts = (answer: Answer) => [`active:${answer.at('active')}`, `paused:${answer.at('paused')}`];
const countOf = (list: Answer[]) => list.reduce((sum, one) => sum + Number(one.at('partners')), 0);

const missing = 'no such program, or not for you';

/** Functions of segments: each asks in `private` too, where it must answer the same. */
export const segmentActions: Record<string, Action> = {
  segment_list: {
    missing,
    sql: (world, target) => `segment_list(${slugOf(world, target)})`,
    sums: (answer) => answer.list('segments').flatMap(counts),
    done: (target) => [
      ...['active:1', 'paused:0', `segment:${sideOf(target)}/used`, `segment:${sideOf(target)}/free`],
      // What uses it.
      `announcement:${sideOf(target)}/segment`,
      `creative:${sideOf(target)}/segment`,
      `promotion:${sideOf(target)}/segment`,
      ...(sideOf(target) === 'a' ? ['promotion:a/some-coming'] : []),
    ],
  },
  segment_choices: {
    missing,
    sql: (world, target) => `segment_choices(${slugOf(world, target)})`,
    sums: (answer) => [`countries:${countOf(answer.list('country'))}`, `languages:${countOf(answer.list('language'))}`],
    done: (target) => [`countries:${open[sideOf(target)].length}`, `languages:${open[sideOf(target)].length}`],
  },
  segment_size: {
    missing,
    sql: (world, target) => `segment_size(${slugOf(world, target)}, ${EVERYBODY})`,
    sums: counts,
    done: (target) =>
      sideOf(target) === 'a' ? ['active:3', 'paused:1', ...shown(open.a)] : ['active:2', 'paused:0', ...shown(open.b)],
  },
  audience_size: {
    missing,
    privately: 'audience_preview',
    // Segments of both programs are named: only the own may count.
    sql: (world, target) =>
      `audience_size(${slugOf(world, target)}, 'segments', '{${world.segments['a/used']},${world.segments['b/used']}}')`,
    sums: counts,
    done: (target) => ['active:1', 'paused:0', ...shown([sideOf(target) === 'a' ? 'a/mira' : 'b/berta'])],
  },
  explain_segment: {
    missing,
    // An influencer whose application was declined is in no audience, whatever the rule says.
    sql: (world, target) =>
      `explain_segment(${slugOf(world, target)}, ${INFLUENCERS}, '${world.partnerships[sideOf(target) === 'a' ? 'a/declined' : 'b/berta'].id}')`,
    sums: (answer) => [`in:${answer.at('holds')}`, `rule:${answer.at('tree.holds')}`],
    done: (target) =>
      sideOf(target) === 'a'
        ? ['in:false', 'rule:true', ...shown(['a/declined'])]
        : ['in:true', 'rule:true', ...shown(['b/berta'])],
  },
  find_partners: {
    missing,
    sql: (world, target) => `find_partners(${slugOf(world, target)}, '', 50)`,
    done: (target) => shown(placesOfSide(sideOf(target))),
  },
  save_segment: {
    missing,
    sql: (world, target) =>
      `save_segment(${slugOf(world, target)}, ${free(world, target)}, 1, 'Another name', ${INFLUENCERS})`,
    sums: (answer) => [`revision:${answer.at('segment.revision')}`],
    done: (target) => ['revision:2', `segment:${sideOf(target)}/free`],
  },
  delete_segment: {
    missing,
    sql: (world, target) => `delete_segment(${slugOf(world, target)}, ${free(world, target)}, 1)`,
    done: [],
  },
};
