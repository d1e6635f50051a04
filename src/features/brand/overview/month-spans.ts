import {
  addDays,
  addMonths,
  countDays,
  type Day,
  type DayRange,
  daysOfMonth,
  earlierDay,
  monthOf,
} from '../../../lib/dates.ts';

/**
 * The running month so far, and as many days of the month before: fewer when that month is shorter, as on
 * 31 March against the 28 days of February.
 */
export function monthSpans(monthStart: Day, today: Day): { readonly now: DayRange; readonly before: DayRange } {
  const now = { from: monthStart, to: today };
  const last = daysOfMonth(addMonths(monthOf(monthStart), -1));
  const before = { from: last.from, to: earlierDay(last.to, addDays(last.from, countDays(now) - 1)) };
  return { now, before };
}
