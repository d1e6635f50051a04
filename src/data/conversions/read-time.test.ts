import { expect, test } from 'vitest';
import type { Mapping } from './model.ts';
import { readTime } from './read-time.ts';

test.each<[string, string, Mapping['dateOrder'], string, string | null]>([
  ['ISO with Z', '2011-12-09T12:50:00Z', 'ymd', 'Europe/London', '2011-12-09T12:50:00.000Z'],
  ['ISO with an offset', '2011-12-09T12:50:00+01:00', 'ymd', 'UTC', '2011-12-09T11:50:00.000Z'],
  ['an offset without a colon', '2011-12-09 12:50 -0530', 'ymd', 'UTC', '2011-12-09T18:20:00.000Z'],
  ['milliseconds', '2011-12-09T12:50:00.125Z', 'ymd', 'UTC', '2011-12-09T12:50:00.125Z'],
  ['no zone, in winter', '2011-12-09 12:50', 'ymd', 'Europe/Berlin', '2011-12-09T11:50:00.000Z'],
  ['no zone, in summer', '2011-07-09 12:50', 'ymd', 'Europe/Berlin', '2011-07-09T10:50:00.000Z'],
  ['no zone, the hour after clocks went back', '2026-10-25 02:30', 'ymd', 'Europe/London', '2026-10-25T02:30:00.000Z'],
  ['a zone of half hours', '2011-12-09 12:00', 'ymd', 'Asia/Kolkata', '2011-12-09T06:30:00.000Z'],
  ['a day alone', '2011-12-09', 'ymd', 'UTC', '2011-12-09T00:00:00.000Z'],
  ['day first', '09.12.2011 12:50', 'dmy', 'UTC', '2011-12-09T12:50:00.000Z'],
  ['month first', '12/9/2011, 12:50', 'mdy', 'UTC', '2011-12-09T12:50:00.000Z'],
  ['ISO in a column of another order', '2011-12-09', 'dmy', 'UTC', '2011-12-09T00:00:00.000Z'],
  ['day first in a column of years', '09.12.2011', 'ymd', 'UTC', null],
  ['a leap day that was none', '2011-02-29', 'ymd', 'UTC', null],
  ['hour 24', '2011-12-09 24:00', 'ymd', 'UTC', null],
  ['minute 60', '2011-12-09 12:60', 'ymd', 'UTC', null],
  ['words', 'yesterday', 'ymd', 'UTC', null],
  ['a number', '44000', 'ymd', 'UTC', null],
])('%s', (_, text, dateOrder, timeZone, expected) => {
  expect(readTime(text, { dateOrder, timeZone })).toBe(expected);
});
