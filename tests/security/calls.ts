import type { ActorName, OrganicName, PlaceName, World } from '../support/world.ts';
import { announcementActions, markCall } from './announcement-calls.ts';
import type { Answer } from './answer.ts';
import { creativeActions, saveCall } from './creative-calls.ts';
import { invitationActions } from './invitation-calls.ts';
import { ownContext, placesOfSide, sumTokens } from './marks.ts';
import { partnerActions } from './partner-calls.ts';
import { endingTokens, promotionActions } from './promotion-calls.ts';
import { segmentActions } from './segment-calls.ts';
import { settingsActions } from './settings-calls.ts';
import { linksCall, visitActions } from './visit-calls.ts';

/** Whom a call speaks of. */
export type Target = { place: PlaceName; program: 'a' | 'b'; isNamed: boolean } | 'unknown';

/**
 * One function of `public`: how it is called for a target, what its answer sums, and what a word of the
 * expectation means for it. `missing` are the words in which it says that nothing is there.
 */
export type Call = {
  sql: (world: World, target: Target) => string;
  sums?: (answer: Answer) => string[];
  expected: (actor: ActorName, word: string, target: Target) => string[];
  missing?: string;
  /** The words in which it says that something is, but for somebody else. */
  refused?: string;
};

/** A function that acts, or answers the same to all who may; what is done may depend on whose it is. */
export type Action = Omit<Call, 'expected'> & {
  done: string[] | ((target: Target, word: string) => string[]);
  /** Its name in `private`, where it has another. */
  privately?: string;
  /** It stands in `private` alone. */
  isPrivate?: true;
};

const RANGE = 'current_date - 40, current_date + 40';
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Called without arguments, a function finds the actor's own place. */
const isNamed = (target: Target) => target === 'unknown' || target.isNamed;
const sideOf = (target: Target) => (typeof target === 'string' ? 'a' : target.program);
const placeOf = (target: Target) => (typeof target === 'string' ? 'a/mira' : target.place);
const slugOf = (world: World, target: Target) =>
  target === 'unknown' ? `'no-such-program'` : `'${world[sideOf(target)].slug}'`;
const sideOfPlace = (target: Target) => (placeOf(target).startsWith('a/') ? 'a' : 'b');

/** Program and partner code. */
function placeArguments(world: World, target: Target): string {
  if (!isNamed(target)) return 'null, null';
  if (target === 'unknown') return `'no-such-program', 'NOBODY'`;
  return `'${world[sideOfPlace(target)].slug}', '${world.partnerships[placeOf(target)].code}'`;
}

function contextFor(actor: ActorName, word: string, target: Target): string[] {
  if (word === 'nul') return [...ownContext(actor), 'at:nowhere'];
  if (word === 'pgm') return [...ownContext(actor), `at:${sideOf(target)}`];
  return [...ownContext(actor), `at:${placeOf(target)}`];
}

/** The money of one place, where the word opens it. */
function placeMoney(word: string, target: Target, ...names: string[]): string[] {
  return word === 'own' || word === 'end' ? names.map((name) => `${name}:${placeOf(target)}`) : [];
}

const everywhere = (target: Target): (PlaceName | OrganicName)[] => [
  ...placesOfSide(sideOf(target)),
  `${sideOf(target)}/organic`,
];
const named = (name: string, places: readonly string[]) => places.map((place) => `${name}:${place}`);
const partnersOf = (target: Target) => [
  ...new Set(placesOfSide(sideOf(target)).map((place) => `partner:${place.slice(2)}`)),
];

const eventOf = (world: World, target: Target) =>
  target === 'unknown' ? NOBODY : world.orders[placeOf(target)].eventId;

export const calls: Record<string, Call> = {
  mark_message: markCall,
  save_creatives: saveCall,
  partner_links: linksCall,
  program_card: {
    sql: (world) => `public.program_card('${world.a.slug}')`,
    expected: () => ['program:a'],
  },
  my_context: {
    sql: (world, target) =>
      `public.my_context(${isNamed(target) ? `'partner'` : 'null'}, ${placeArguments(world, target)})`,
    expected: contextFor,
  },
  partner_home: {
    sql: (world, target) => `public.partner_home(${placeArguments(world, target)})`,
    sums: (answer) => [
      ...sumTokens('pending', answer.at('home.pending_minor')),
      ...sumTokens('month', answer.at('home.month.accrued_minor')),
      ...(answer.at('home.link') ? ['link'] : []),
    ],
    expected: (actor, word, target) => [
      ...contextFor(actor, word, target),
      ...placeMoney(word, target, 'pending', 'month'),
      ...(word === 'own' ? ['link', ...endingTokens(placeOf(target))] : []),
    ],
  },
  partner_earnings: {
    sql: (world, target) => `public.partner_earnings(${placeArguments(world, target)}, ${RANGE}, ${RANGE})`,
    sums: (answer) => [
      ...sumTokens('pending', answer.at('earnings.pending_minor')),
      ...sumTokens('accrued', answer.at('earnings.totals.accrued_minor')),
      ...sumTokens('revenue', answer.at('earnings.totals.revenue_minor')),
      ...sumTokens('compared', answer.at('earnings.compare.totals.accrued_minor')),
    ],
    expected: (actor, word, target) => [
      ...contextFor(actor, word, target),
      ...placeMoney(word, target, 'pending', 'accrued', 'revenue', 'compared'),
    ],
  },
  partner_breakdown: {
    missing: 'no earnings here for you',
    sql: (world, target) => `public.partner_breakdown(${placeArguments(world, target)}, ${RANGE}, 'code')`,
    sums: (answer) => answer.list('rows').flatMap((row) => sumTokens('accrued', row.at('accrued_minor'))),
    expected: (_, word, target) => [`place:${placeOf(target)}`, ...placeMoney(word, target, 'accrued')],
  },
  partner_lines: {
    missing: 'no earnings here for you',
    sql: (world, target) => `public.partner_lines(${placeArguments(world, target)}, ${RANGE})`,
    sums: (answer) => answer.list('rows').flatMap((row) => sumTokens('line', row.at('amount_minor'))),
    expected: (_, word, target) => [
      `place:${placeOf(target)}`,
      `order:${placeOf(target)}`,
      ...placeMoney(word, target, 'line'),
    ],
  },
  brand_overview: {
    missing: 'no such program for you',
    sql: (world, target) => `public.brand_overview(${slugOf(world, target)}, ${RANGE}, ${RANGE})`,
    sums: (answer) => [
      ...sumTokens('revenue', answer.at('overview.totals.partner_revenue_minor')),
      ...sumTokens('organic', answer.at('overview.totals.organic_revenue_minor')),
      ...sumTokens('commission', answer.at('overview.totals.commission_minor')),
      ...sumTokens('pending', answer.at('overview.pending_commission_minor')),
      `partners:${answer.at('overview.all_partners')}`,
    ],
    expected: (actor, word, target) => [
      ...contextFor(actor, word, target),
      ...partnersOf(target),
      ...['place', 'revenue', 'commission', 'pending'].flatMap((name) => named(name, placesOfSide(sideOf(target)))),
      `organic:${sideOf(target)}/organic`,
      `partners:${placesOfSide(sideOf(target)).length}`,
    ],
  },
  brand_events: {
    missing: 'no such program for you',
    sql: (world, target) => `public.brand_events(${slugOf(world, target)})`,
    expected: (_, __, target) => [
      ...partnersOf(target),
      ...named('place', placesOfSide(sideOf(target))),
      ...named('order', everywhere(target)),
    ],
  },
  brand_fates: {
    missing: 'no such program for you',
    sql: (world, target) => `public.brand_fates(${slugOf(world, target)})`,
    sums: (answer) =>
      answer
        .list('fates')
        .filter((fate) => fate.at('status') === 'applied')
        .flatMap((fate) => sumTokens(String(fate.at('kind')), fate.at('amount_minor'))),
    expected: (_, __, target) => [
      `import:${sideOf(target)}`,
      ...['sale', 'refund'].flatMap((kind) => named(kind, everywhere(target))),
    ],
  },
  event_story: {
    missing: 'no such event',
    sql: (world, target) => `public.event_story('${eventOf(world, target)}')`,
    sums: (answer) => [
      ...answer.list('lines').flatMap((line) => sumTokens('line', line.at('amount_minor'))),
      ...(answer.at('can_review') ? ['reviewable'] : []),
    ],
    expected: (_, word, target) => [
      ...(word === 'rev' ? ['reviewable'] : []),
      `partner:${placeOf(target).slice(2)}`,
      ...['place', 'order', 'line'].map((name) => `${name}:${placeOf(target)}`),
    ],
  },
};

const importOf = (world: World, target: Target) => (target === 'unknown' ? NOBODY : world.imports[sideOf(target)]);
const oneRow = (world: World, target: Target) => {
  const { currency } = world[sideOf(target)];
  const row = {
    row: 1,
    line: 2,
    external_id: 'new-1',
    kind: 'sale',
    amount_minor: 100,
    currency,
    occurred_at: '2026-01-05T10:00:00Z',
  };
  return `'${JSON.stringify([row])}'::jsonb`;
};

const fates = (answer: Answer) => answer.list('fates').map((fate) => `fate:${fate.at('fate')}`);

/** The functions that act. `schema` is put before their names. */
export const actions: Record<string, Action> = {
  ...segmentActions,
  ...visitActions,
  ...announcementActions,
  ...creativeActions,
  ...promotionActions,
  ...settingsActions,
  ...partnerActions,
  ...invitationActions,
  review_conversion: {
    missing: 'no such conversion',
    done: ['status:approved'],
    sql: (world, target) =>
      `review_conversion('${target === 'unknown' ? NOBODY : world.orders[placeOf(target)].conversionId}', 'approved', null)`,
    sums: (answer) => [`status:${answer.at('status')}`],
  },
  start_import: {
    missing: 'no such program, or not for you to import into',
    done: ['status:draft', 'resumed:false'],
    sql: (world, target) => `start_import(${slugOf(world, target)}, 'shop', 'new.csv', repeat('e', 64), 10, 1, '{}')`,
    sums: (answer) => [`status:${answer.at('import.status')}`, `resumed:${answer.at('resumed')}`],
  },
  preview_import_rows: {
    missing: 'no such import',
    done: ['fate:applied'],
    sql: (world, target) => `preview_import_rows('${importOf(world, target)}', 1, ${oneRow(world, target)})`,
    sums: fates,
  },
  apply_import_rows: {
    missing: 'no such import',
    done: ['fate:applied', 'next:2'],
    sql: (world, target) => `apply_import_rows('${importOf(world, target)}', 1, ${oneRow(world, target)}, '[]')`,
    sums: (answer) => [...fates(answer), `next:${answer.at('import.next_row')}`],
  },
  stop_import: {
    missing: 'no such import',
    done: ['status:stopped'],
    sql: (world, target) => `stop_import('${importOf(world, target)}')`,
    sums: (answer) => [`status:${answer.at('import.status')}`],
  },
};
