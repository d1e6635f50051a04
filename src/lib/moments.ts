import { addDays, type Day, todayIn, zonedText } from './dates.ts';

/** A moment as people name it: a day, and a time unless it is midnight, which belongs to the day before. */
export type Moment = { readonly day: Day; readonly time: string | null };

const isMidnight = (instant: string, zone: string): boolean => zonedText(instant, zone).endsWith('00:00:00');

/** When something begins: midnight is the beginning of its day. */
export function beginning(instant: string, zone: string): Moment {
  const day = todayIn(zone, new Date(instant));
  return { day, time: isMidnight(instant, zone) ? null : zonedText(instant, zone).slice(11, 16) };
}

/** When something is over: midnight is the end of the day before. */
export function ending(instant: string, zone: string): Moment {
  if (!isMidnight(instant, zone)) return beginning(instant, zone);
  return { day: addDays(todayIn(zone, new Date(instant)), -1), time: null };
}

/** "2026-11-29T00:00", as a field for date and time holds it, in the given zone. */
export function fieldText(instant: string, zone: string): string {
  return zonedText(instant, zone).slice(0, 16).replace(' ', 'T');
}

/**
 * The instant at which a zone's wall clock shows this text of a field. A time that the clock skips in
 * spring is taken an hour later, one that it shows twice in autumn is taken the first time.
 */
export function instantOf(text: string, zone: string): string {
  const wanted = Date.parse(`${text}Z`);
  const shown = (time: number): number => Date.parse(`${fieldText(new Date(time).toISOString(), zone)}Z`);
  const offsets = [wanted - 86_400_000, wanted + 86_400_000].map((near) => shown(near) - near);
  const fits = offsets.map((offset) => wanted - offset).filter((time) => shown(time) === wanted);
  return new Date(fits[0] ?? wanted - (offsets[0] ?? 0)).toISOString();
}

const MINUTE = 60_000;

/** What is left of a time in its two largest units, never less than a minute. */
export function partsLeft(milliseconds: number): readonly (readonly [number, 'day' | 'hour' | 'minute'])[] {
  const minutes = Math.max(1, Math.floor(milliseconds / MINUTE));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0)
    return hours > 0 && days < 10
      ? [
          [days, 'day'],
          [hours, 'hour'],
        ]
      : [[days, 'day']];
  if (hours > 0)
    return rest > 0
      ? [
          [hours, 'hour'],
          [rest, 'minute'],
        ]
      : [[hours, 'hour']];
  return [[rest, 'minute']];
}
