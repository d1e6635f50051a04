import type { DayRange } from '../../lib/dates.ts';

/** The figures of a day, a week or a month; `values` has one entry for each series, in their order. */
export type TimePoint = { readonly span: DayRange; readonly values: readonly number[] };

export type Series = {
  readonly id: string;
  readonly label: string;
  /** Earlier figures and "everything else" are set in warm grey, beside the accent's tints. */
  readonly isQuiet?: boolean;
};

const TINTS = [100, 66, 38, 22] as const;

/** Tints of the program's accent, darkest first, and one warm grey. */
export function seriesColor(series: readonly Series[], index: number): string {
  if (series[index]?.isQuiet === true) return 'var(--warm)';
  const loud = series.slice(0, index).filter((other) => other.isQuiet !== true).length;
  const tint = TINTS[Math.min(loud, TINTS.length - 1)] ?? 100;
  return tint === 100 ? 'var(--accent)' : `color-mix(in oklab, var(--accent) ${tint}%, var(--surface))`;
}
