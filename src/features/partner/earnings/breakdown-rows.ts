import type { Breakdown, BreakdownRow } from '../../../data/insights/partner-model.ts';

/** Clicks belong to links: by code there is nothing to count. */
export function hasClicks(by: Breakdown): boolean {
  return by !== 'code';
}

/** The rows worth a line: by code those that only hold the clicks of links are left out. */
export function shownRows(rows: readonly BreakdownRow[], by: Breakdown): BreakdownRow[] {
  const isWorthIt = (row: BreakdownRow): boolean =>
    row.conversions > 0 || row.accrued_minor !== 0 || row.revenue_minor !== 0;
  return hasClicks(by) ? [...rows] : rows.filter(isWorthIt);
}
