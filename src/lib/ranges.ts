import {
  addDays,
  addMonths,
  countDays,
  type Day,
  type DayRange,
  daysOfMonth,
  earlierDay,
  isDay,
  isMonth,
  type Month,
  monthOf,
} from './dates.ts';

export const RANGE_DAYS = [7, 28, 90, 365] as const;

/** What a person chose, as it stands in the URL: "28d", "month:2026-10" or "2026-10-01..2026-10-15". */
export type RangeChoice =
  | { readonly kind: 'days'; readonly days: (typeof RANGE_DAYS)[number] }
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'custom'; readonly from: Day; readonly to: Day };

export const DEFAULT_RANGE: RangeChoice = { kind: 'days', days: 28 };

/** The longest custom range the database answers. */
export const LONGEST_RANGE_DAYS = 1100;

/** Reads the URL's form; null when it is none, or when the range is backwards or too long. */
export function parseRangeChoice(text: string): RangeChoice | null {
  const days = RANGE_DAYS.find((count) => text === `${count}d`);
  if (days !== undefined) return { kind: 'days', days };
  if (text.startsWith('month:')) {
    const month = text.slice('month:'.length);
    return isMonth(month) ? { kind: 'month', month } : null;
  }
  const [from = '', to = '', more] = text.split('..');
  if (more !== undefined || !isDay(from) || !isDay(to) || from > to) return null;
  return countDays({ from, to }) > LONGEST_RANGE_DAYS ? null : { kind: 'custom', from, to };
}

export function rangeChoiceText(choice: RangeChoice): string {
  if (choice.kind === 'days') return `${choice.days}d`;
  if (choice.kind === 'month') return `month:${choice.month}`;
  return `${choice.from}..${choice.to}`;
}

/** The days a choice means on `today`: "28d" ends today, the running month ends today too. */
export function rangeOn(choice: RangeChoice, today: Day): DayRange {
  if (choice.kind === 'days') return { from: addDays(today, 1 - choice.days), to: today };
  if (choice.kind === 'custom') return { from: choice.from, to: choice.to };
  const month = daysOfMonth(choice.month);
  return monthOf(today) === choice.month ? { from: month.from, to: earlierDay(month.to, today) } : month;
}

/**
 * What to compare with: as many days just before; for a month the month before, cut to the same
 * number of days while the month still runs.
 */
export function rangeBefore(choice: RangeChoice, today: Day): DayRange {
  const range = rangeOn(choice, today);
  const days = countDays(range);
  if (choice.kind !== 'month') return { from: addDays(range.from, -days), to: addDays(range.from, -1) };
  const before = daysOfMonth(addMonths(choice.month, -1));
  const isRunning = monthOf(today) === choice.month;
  return isRunning ? { from: before.from, to: earlierDay(before.to, addDays(before.from, days - 1)) } : before;
}
