import type { ActorName, World } from '../support/world.ts';
import type { Answer } from './answer.ts';
import type { Target } from './calls.ts';
import { placesOfSide } from './marks.ts';
import { placesOf, standsFor } from './rows.ts';

/** A helper that reads with the caller's rights: how it is called, and which money it may sum. */
export type SumCall = {
  sql: (world: World, target: Target) => string;
  expected: (actor: ActorName, word: string, target: Target) => string[];
  missing?: string;
} & (
  | { isJson: true; sums: (answer: Answer) => unknown[] }
  | { isJson: false; answerFor?: (world: World, target: Target) => string }
);

const placeOf = (target: Target) => (target === 'unknown' ? 'a/mira' : target.place);
const sideOf = (target: Target) => (placeOf(target).startsWith('a/') ? 'a' : 'b');
const RANGE = 'current_date - 40, current_date + 40';

const ofPlace = (_: ActorName, __: string, target: Target) => [`sum:${placeOf(target)}`];
const ofProgram = (_: ActorName, __: string, target: Target) =>
  placesOfSide(sideOf(target)).map((place) => `sum:${place}`);

/** A partner's own places of the program, or all of them for its staff. */
function ofLeaders(actor: ActorName, word: string, target: Target): string[] {
  const who = standsFor[actor];
  if (word === 'pgm' || !who || !('partner' in who)) return ofProgram(actor, word, target);
  return placesOf(who.partner)
    .filter((place) => place.startsWith(sideOf(target)))
    .map((place) => `sum:${place}`);
}

export const sumCalls: Record<string, SumCall> = {
  partner_balance: {
    isJson: true,
    sql: (world, target) => `private.partner_balance('${world.partnerships[placeOf(target)].id}', current_date)`,
    sums: (answer) => [answer.at('pending_minor')],
    expected: ofPlace,
  },
  partner_range: {
    isJson: true,
    sql: (world, target) => `private.partner_range('${world.partnerships[placeOf(target)].id}', ${RANGE})`,
    sums: (answer) => [answer.at('totals.accrued_minor'), answer.at('totals.revenue_minor')],
    expected: ofPlace,
  },
  program_range: {
    isJson: true,
    sql: (world, target) => `private.program_range('${world[sideOf(target)].id}', ${RANGE})`,
    sums: (answer) => [answer.at('totals.partner_revenue_minor'), answer.at('totals.commission_minor')],
    expected: ofProgram,
  },
  program_leaders: {
    isJson: true,
    sql: (world, target) =>
      `private.program_leaders('${world[sideOf(target)].id}', (now() at time zone '${sideOf(target) === 'a' ? 'Europe/London' : 'Europe/Berlin'}')::date)`,
    sums: (answer) => answer.list('').map((leader) => leader.at('revenue_minor')),
    expected: ofLeaders,
  },
  named_partnership: {
    isJson: false,
    missing: 'no earnings here for you',
    sql: (world, target) =>
      `private.named_partnership('${world[sideOf(target)].slug}', '${world.partnerships[placeOf(target)].code}')`,
    answerFor: (world, target) => world.partnerships[placeOf(target)].id,
    expected: ofPlace,
  },
  named_program: {
    isJson: false,
    missing: 'no such program for you',
    sql: (world, target) => `(private.named_program('${world[sideOf(target)].slug}')).id`,
    answerFor: (world, target) => world[sideOf(target)].id,
    expected: ofProgram,
  },
};
