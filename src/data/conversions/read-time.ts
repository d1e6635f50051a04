import type { Mapping } from './model.ts';

type Parts = { year: number; month: number; day: number; time: string; zone: string };

const TIME = String.raw`(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?))?\s*(Z|[+-]\d{2}:?\d{2})?`;
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}$`, 'i');
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}),?${TIME}$`, 'i');

function partsOf(text: string, order: Mapping['dateOrder']): Parts | null {
  const match = (order === 'ymd' ? YEAR_FIRST : YEAR_LAST).exec(text);
  if (match === null) return null;
  const [, one = '', two = '', three = '', time = '00:00', zone = ''] = match;
  const [year, month, day] = { ymd: [one, two, three], dmy: [three, two, one], mdy: [three, one, two] }[order];
  return { year: Number(year), month: Number(month), day: Number(day), time, zone: zone.toUpperCase() };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, made);
  return made;
}

/** Milliseconds that `timeZone` is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const name =
    formatOf(timeZone)
      .formatToParts(instant)
      .find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The instant at which clocks of `timeZone` show `wall` (a time read as if it were UTC). */
function instantOfWall(wall: number, timeZone: string): number {
  if (timeZone === 'UTC') return wall;
  const guess = wall - offsetAt(wall, timeZone);
  return wall - offsetAt(guess, timeZone);
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

/**
 * Reads a time as files write it (ISO 8601, or day and month in the mapping's order; seconds and
 * zone may lack) into `2026-11-20T12:50:00.000Z`; null when it is no such time or no such day.
 * A time without a zone is one of the mapping's zone.
 */
export function readTime(text: string, mapping: Pick<Mapping, 'dateOrder' | 'timeZone'>): string | null {
  const parts = partsOf(text.trim(), mapping.dateOrder) ?? partsOf(text.trim(), 'ymd');
  if (parts === null || parts.year < 1970) return null;
  const { year, month, day } = parts;
  const [hour = '0', minute = '0', seconds = '0'] = parts.time.split(':');
  if (Number(hour) > 23 || Number(minute) > 59 || Number(seconds) >= 60) return null;
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCMonth() !== month - 1 || new Date(midnight).getUTCDate() !== day) return null;
  const wall = midnight + (Number(hour) * 60 + Number(minute)) * 60_000 + Math.floor(Number(seconds) * 1000);
  const instant = parts.zone === '' ? instantOfWall(wall, mapping.timeZone) : wall - offsetOf(parts.zone);
  return new Date(instant).toISOString();
}
