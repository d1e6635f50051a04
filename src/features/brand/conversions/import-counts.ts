import type { FateCount, Issue } from '../../../data/conversions/answers.ts';
import { EVENT_KINDS, FATES, type LineError } from '../../../data/conversions/model.ts';

export const fateKey = ({ fate, reason, kind }: FateCount) => [fate, reason, kind].join(' ');

/** Applied first, conflicts last; within a fate by reason, then sales before returns. */
export function byFate(one: FateCount, other: FateCount): number {
  return (
    FATES.indexOf(one.fate) - FATES.indexOf(other.fate) ||
    (one.reason ?? '').localeCompare(other.reason ?? '') ||
    EVENT_KINDS.indexOf(one.kind) - EVENT_KINDS.indexOf(other.kind)
  );
}

export const rowsOf = (counts: readonly FateCount[], ...fates: readonly FateCount['fate'][]) =>
  counts.filter(({ fate }) => fates.includes(fate)).reduce((sum, { rows }) => sum + rows, 0);

/** A line of a file that a person has to look at: malformed, or well formed and not applied. */
export type Finding = { readonly line: number } & (
  | { readonly kind: 'malformed'; readonly error: LineError }
  | { readonly kind: 'row'; readonly issue: Issue }
);

/** Malformed lines and rows that are not applied, in the order of the file. */
export function findingsOf(errors: readonly LineError[], issues: readonly Issue[]): Finding[] {
  const findings: Finding[] = [
    ...errors.map((error) => ({ kind: 'malformed' as const, line: error.line, error })),
    ...issues.map((issue) => ({ kind: 'row' as const, line: issue.line, issue })),
  ];
  return findings.sort((one, other) => one.line - other.line);
}
