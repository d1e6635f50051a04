import type { PlaceName, World } from '../support/world.ts';
import { type AnnouncementName, announcementNames, announcementsAt } from '../support/world-announcements.ts';
import type { Answer } from './answer.ts';
import type { Action, Call, Target } from './calls.ts';

type Side = 'a' | 'b';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const sideOf = (target: Target): Side => (typeof target === 'string' ? 'a' : target.program);
const placeOf = (target: Target): PlaceName => (typeof target === 'string' ? 'a/mira' : target.place);
const slugOf = (world: World, target: Target) =>
  target === 'unknown' ? `'no-such-program'` : `'${world[sideOf(target)].slug}'`;
/** Program and partner code of an inbox. */
const inboxOf = (world: World, target: Target) =>
  target === 'unknown'
    ? `'no-such-program', 'NOBODY'`
    : `'${world[sideOf(target)].slug}', '${world.partnerships[placeOf(target)].code}'`;

type Canary = 'everyone' | 'late' | 'draft' | 'scheduled';
const idOf = (world: World, target: Target, canary: Canary) =>
  `'${world.announcements[`${sideOf(target)}/${canary}`]}'`;
const tokens = (names: readonly AnnouncementName[]) => names.map((name) => `announcement:${name}`);
const ofSide = (side: Side) => announcementNames.filter((name) => name.startsWith(`${side}/`));

const staffMissing = 'no such program, or not for you';
const inboxMissing = 'no messages here for you';

const state = (answer: Answer) => [`state:${answer.at('announcement.state')}`];

/** An action on one announcement, and what becomes of it. */
function acting(name: string, canary: Canary, rest: string, becomes: string): Action {
  return {
    missing: staffMissing,
    sql: (world, target) => `${name}(${slugOf(world, target)}, ${idOf(world, target, canary)}${rest})`,
    sums: state,
    done: (target) => [`announcement:${sideOf(target)}/${canary}`, `state:${becomes}`],
  };
}

/** Who has read what is for everyone: people of these partners; named where the partnership is active. */
const readers: Record<Side, { places: PlaceName[]; people: number; named: number }> = {
  a: { places: ['a/mira', 'a/nora', 'a/both', 'a/paused', 'a/ended'], people: 9, named: 7 },
  b: { places: ['b/both'], people: 1, named: 1 },
};

export const announcementActions: Record<string, Action> = {
  announcement_list: {
    missing: staffMissing,
    sql: (world, target) => `announcement_list(${slugOf(world, target)}, null, null, null, null, 50)`,
    sums: (answer) =>
      ['draft', 'scheduled', 'live', 'expired', 'recalled'].map((one) => `${one}:${answer.at(`counts.${one}`)}`),
    done: (target) => [
      ...tokens(ofSide(sideOf(target))),
      `segment:${sideOf(target)}/used`,
      ...['draft:1', 'scheduled:1', 'live:3'],
      ...(sideOf(target) === 'a' ? ['expired:1', 'recalled:1'] : ['expired:0', 'recalled:0']),
    ],
  },
  announcement_detail: {
    missing: staffMissing,
    sql: (world, target) => `announcement_detail(${slugOf(world, target)}, ${idOf(world, target, 'everyone')})`,
    sums: (answer) => [`reads:${answer.at('announcement.reads')}`],
    done: (target) => [`announcement:${sideOf(target)}/everyone`, `reads:${readers[sideOf(target)].people}`],
  },
  announcement_readers: {
    missing: staffMissing,
    sql: (world, target) =>
      `announcement_readers(${slugOf(world, target)}, ${idOf(world, target, 'everyone')}, null, null, 50)`,
    sums: (answer) => [
      `people:${answer.list('rows').length}`,
      `named:${answer.list('rows').filter((row) => row.at('person') !== null).length}`,
    ],
    done: (target) => {
      const { places, people, named } = readers[sideOf(target)];
      const whose = places.flatMap((place) => [`place:${place}`, `partner:${place.slice(2)}`]);
      return [...whose, `people:${people}`, `named:${named}`];
    },
  },
  save_announcement: {
    missing: staffMissing,
    sql: (world, target) =>
      `save_announcement(${slugOf(world, target)}, ${idOf(world, target, 'draft')}, 'education',
        '{"en": {"title": "New", "body": "New"}}'::jsonb, 'everyone', '{}', false, null, 1)`,
    sums: (answer) => [`revision:${answer.at('announcement.revision')}`],
    done: (target) => [`announcement:${sideOf(target)}/draft`, 'revision:2'],
  },
  publish_announcement: acting('publish_announcement', 'draft', ', 1, null', 'scheduled'),
  unpublish_announcement: acting('unpublish_announcement', 'scheduled', '', 'draft'),
  recall_announcement: acting('recall_announcement', 'everyone', '', 'recalled'),
  delete_announcement: {
    missing: staffMissing,
    sql: (world, target) => `delete_announcement(${slugOf(world, target)}, ${idOf(world, target, 'draft')})`,
    done: [],
  },
  partner_inbox: {
    missing: inboxMissing,
    sql: (world, target) => `partner_inbox(${inboxOf(world, target)}, 'en', null, null, false, null, null, 50)`,
    sums: (answer) => [`rows:${answer.list('rows').length}`],
    done: (target) => {
      const mine = announcementsAt(placeOf(target));
      return [...tokens(mine), `rows:${mine.length}`];
    },
  },
  partner_message: {
    missing: inboxMissing,
    sql: (world, target) => `partner_message(${inboxOf(world, target)}, ${idOf(world, target, 'everyone')}, 'en')`,
    done: (target) => [`announcement:${sideOf(target)}/everyone`],
  },
  inbox_news: {
    missing: inboxMissing,
    sql: (world, target) => `inbox_news(${inboxOf(world, target)}, 'en', now() - interval '1 day')`,
    sums: (answer) => [`unread:${answer.at('unread')}`],
    // Everybody has read what is for everyone.
    done: (target) => {
      const mine = announcementsAt(placeOf(target));
      return [...tokens(mine), `unread:${mine.length - 1}`];
    },
  },
  mark_all_read: {
    missing: inboxMissing,
    sql: (world, target) => `mark_all_read(${inboxOf(world, target)})`,
    done: [],
  },
};

export const markCall: Call = {
  missing: 'no such message',
  sql: (world, target) =>
    `public.mark_message(${target === 'unknown' ? `'${NOBODY}'` : idOf(world, target, 'late')}, true)`,
  expected: () => [],
};
