/** A calendar day "2026-11-22". It has no zone of its own: it is always a day of the program's zone. */
export type Day = string;
/** A calendar month "2026-11". */
export type Month = string;
/** Both ends belong to the range. */
export type DayRange = { readonly from: Day; readonly to: Day };

const DAY_MS = 86_400_000;
const DAY_TEXT = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_TEXT = /^\d{4}-(0[1-9]|1[0-2])$/;

const atNoon = (day: Day): number => Date.parse(`${day}T12:00:00Z`);
const dayAt = (time: number): Day => new Date(time).toISOString().slice(0, 10);

export function isDay(text: string): boolean {
  if (!DAY_TEXT.test(text)) return false;
  const time = atNoon(text);
  return !Number.isNaN(time) && dayAt(time) === text;
}

export function isMonth(text: string): boolean {
  return MONTH_TEXT.test(text);
}

export function addDays(day: Day, days: number): Day {
  return dayAt(atNoon(day) + days * DAY_MS);
}

/** Days in the range, both ends counted: 1 for a range of one day. */
export function countDays(range: DayRange): number {
  return Math.round((atNoon(range.to) - atNoon(range.from)) / DAY_MS) + 1;
}

/** The calendar day that it is in `timeZone` at `instant`. */
export function todayIn(timeZone: string, instant: Date = new Date()): Day {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(instant);
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(atNoon(day)).getUTCDay();
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function addMonths(month: Month, months: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** First to last day of the month. */
export function daysOfMonth(month: Month): DayRange {
  return { from: `${month}-01`, to: addDays(`${addMonths(month, 1)}-01`, -1) };
}

export function earlierDay(one: Day, other: Day): Day {
  return one < other ? one : other;
}

/** "2026-11-22 10:42:05": the wall clock's date and time in `timeZone` at `instant` (ISO 8601). */
export function zonedText(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return parts.format(new Date(instant));
}
