import type { ActorName } from '../support/world.ts';

/**
 * One question to the walls: the actor runs `sql`, which answers one text. What it answered, or the
 * SQLSTATE it was refused with, is the outcome. Everything a cell does is rolled back.
 */
export type Cell = {
  object: string;
  operation: string;
  /** Who asks; `twice` only where the matter is that one person has two roles. */
  actor: ActorName | 'twice';
  sql: string;
  expected: string;
  /** Run before as the owner, within what is rolled back. */
  before?: string;
  /** Makes the outcome of a long answer: what it tells, and nothing that changes with the clock. */
  judge?: (answer: string) => string;
};

export type Failure = { cell: Cell; outcome: string; isLeak: boolean };

export const REFUSED = '42501';
/** Refused at the function itself, not somewhere inside. */
export const refusedCall = (name: string) => `${REFUSED} ${name}`;
/** The answer for what is not there, and for what is not yours: the same. */
export const NOT_THERE = 'PT404';

const isCode = (outcome: string) => /^[0-9A-Z]{5}( |$)/.test(outcome);

/** A leak: more than expected. A wrong refusal: less, or nothing. Undefined: as expected. */
export function failureOf(cell: Cell, outcome: string): Failure | undefined {
  if (outcome === cell.expected) return undefined;
  return { cell, outcome, isLeak: isLeak(cell.expected, outcome) };
}

function isLeak(expected: string, outcome: string): boolean {
  if (expected === '' || isCode(expected)) return true;
  if (isCode(outcome)) return false;
  const known = new Set(expected.split(' '));
  return outcome.split(' ').some((part) => part !== '' && !known.has(part));
}

export function describeFailure({ cell, outcome, isLeak: leaks }: Failure): string {
  const shorten = (text: string) => (text.length > 160 ? `${text.slice(0, 160)}… (${text.length})` : text);
  return `${leaks ? 'LEAK' : 'WRONG REFUSAL'} ${cell.actor} · ${cell.operation} · ${cell.object}: expected "${shorten(cell.expected)}", got "${shorten(outcome)}"`;
}
