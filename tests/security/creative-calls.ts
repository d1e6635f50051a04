import type { PlaceName, World } from '../support/world.ts';
import { type CreativeName, creativeNames, creativesAt } from '../support/world-creatives.ts';
import type { Action, Call, Target } from './calls.ts';

type Side = 'a' | 'b';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const NEW = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
const sideOf = (target: Target): Side => (typeof target === 'string' ? 'a' : target.program);
const placeOf = (target: Target): PlaceName => (typeof target === 'string' ? 'a/mira' : target.place);
const slugOf = (world: World, target: Target) =>
  target === 'unknown' ? `'no-such-program'` : `'${world[sideOf(target)].slug}'`;
const placeArguments = (world: World, target: Target) =>
  target === 'unknown'
    ? `'no-such-program', 'NOBODY'`
    : `'${world[sideOf(target)].slug}', '${world.partnerships[placeOf(target)].code}'`;
const idOf = (world: World, target: Target, name: 'everyone' | 'refused') =>
  `'${world.creatives[`${sideOf(target)}/${name}`].id}'`;
const waitingFile = (world: World, target: Target) =>
  target === 'unknown' ? NOBODY : world.creatives[`${sideOf(target)}/of-owner`].fileId;

const tokens = (names: readonly CreativeName[]) => names.map((name) => `creative:${name}`);
const promoted = (side: Side, ...names: string[]) => names.map((name) => `promoted:${side}/${name}`);

const newOne = JSON.stringify([
  {
    id: NEW[0],
    name: 'New',
    kind: 'banner',
    files: [{ id: NEW[1], role: 'original', file_name: 'new.png', mime_type: 'image/png', size_bytes: 10 }],
  },
]);

const missingPlace = 'no creatives here for you';

export const creativeActions: Record<string, Action> = {
  creative_list: {
    missing: 'no such program, or not for you',
    sql: (world, target) => `creative_list(${slugOf(world, target)}, null, null, null, null, null, null, 50)`,
    done: (target) => [
      ...tokens(creativeNames.filter((name) => name.startsWith(`${sideOf(target)}/`))),
      ...promoted(sideOf(target), 'shown', 'hidden', 'spare'),
      `segment:${sideOf(target)}/used`,
      `program:${sideOf(target)}`,
    ],
  },
  add_creatives: {
    missing: 'no such program, or not for you to add creatives to',
    sql: (world, target) => `add_creatives(${slugOf(world, target)}, '${newOne}'::jsonb)`,
    sums: (answer) => answer.list('creatives').map((one) => `files:${one.list('files').length}`),
    done: (target) => [`program:${sideOf(target)}`, 'files:1'],
  },
  remove_creatives: {
    missing: 'no such creatives to take away',
    // Beside one that nobody saw: one that partners see.
    sql: (world, target) =>
      `remove_creatives(${slugOf(world, target)}, array[${idOf(world, target, 'refused')}, ${idOf(world, target, 'everyone')}]::uuid[])`,
    sums: (answer) => [`removed:${answer.at('removed')}`],
    done: ['removed:1'],
  },
  creative_upload: {
    missing: 'no such file for you to check',
    sql: (world, target) => `creative_upload('${waitingFile(world, target)}')`,
    sums: (answer) => [`state:${answer.at('state')}`],
    done: (target) => [`program:${sideOf(target)}`, `creative:${sideOf(target)}/of-owner`, 'state:waiting'],
  },
  partner_creatives: {
    missing: missingPlace,
    sql: (world, target) =>
      `partner_creatives(${placeArguments(world, target)}, null, null, null, null, null, false, null, null, null, 100)`,
    sums: (answer) => [`all:${answer.at('all')}`, `found:${answer.at('found')}`],
    done: (target) => {
      const seen = creativesAt(placeOf(target));
      const count = seen.length + 2;
      return [
        ...[...tokens(seen), ...promoted(sideOf(target), 'shown', 'spare'), `program:${sideOf(target)}`],
        ...[`place:${placeOf(target)}`, `all:${count}`, `found:${count}`],
      ];
    },
  },
  visit_creatives: {
    missing: missingPlace,
    sql: (world, target) => `visit_creatives(${placeArguments(world, target)})`,
    sums: (answer) => [`visited:${answer.at('visited')}`],
    done: ['visited:true'],
  },
  record_creative_check: {
    missing: 'nothing',
    sql: (world, target) =>
      `record_creative_check('${waitingFile(world, target)}', '{"state": "checked", "sha256": "${'0'.repeat(64)}"}'::jsonb)`,
    sums: (answer) => [`state:${answer.at('state')}`],
    done: (target) => [`program:${sideOf(target)}`, `creative:${sideOf(target)}/of-owner`, 'state:checked'],
  },
  stale_creative_files: { missing: 'nothing', sql: () => 'stale_creative_files()', done: [] },
};

/** Who only reads changes none of them, and is told so. */
export const saveCall: Call = {
  missing: 'no such program for you',
  sql: (world, target) =>
    `public.save_creatives(${slugOf(world, target)}, array[${idOf(world, target, 'everyone')}]::uuid[],
      array[1], '{"language": "fr"}'::jsonb)`,
  sums: (answer) => [`changed:${answer.at('changed')}`],
  expected: (_, word) => (word === 'none' ? ['PT404 no such creatives, or not for you to change'] : ['changed:1']),
};
