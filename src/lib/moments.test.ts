import { describe, expect, test } from 'vitest';
import { beginning, ending, fieldText, instantOf, partsLeft } from './moments.ts';

const LONDON = 'Europe/London';

describe('a moment', () => {
  test.each([
    ['midnight begins its day', beginning('2026-11-29T00:00:00Z', LONDON), { day: '2026-11-29', time: null }],
    ['midnight ends the day before', ending('2026-11-30T00:00:00Z', LONDON), { day: '2026-11-29', time: null }],
    ['of summer time too', ending('2026-06-30T23:00:00Z', LONDON), { day: '2026-06-30', time: null }],
    ['any other time is named', ending('2026-11-29T17:30:00Z', LONDON), { day: '2026-11-29', time: '17:30' }],
    [
      'in the zone of the program',
      beginning('2026-11-29T23:00:00Z', 'Asia/Seoul'),
      { day: '2026-11-30', time: '08:00' },
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('the text of a field', () => {
  test.each([
    ['winter', '2026-11-29T09:00', LONDON, '2026-11-29T09:00:00.000Z'],
    ['summer', '2026-06-29T09:00', LONDON, '2026-06-29T08:00:00.000Z'],
    ['far east', '2026-06-29T09:00', 'Asia/Taipei', '2026-06-29T01:00:00.000Z'],
    ['far west', '2026-06-29T20:00', 'America/Los_Angeles', '2026-06-30T03:00:00.000Z'],
    ['shown twice: the first', '2026-10-25T01:30', LONDON, '2026-10-25T00:30:00.000Z'],
  ])('%s', (_, text, zone, instant) => {
    expect(instantOf(text, zone)).toBe(instant);
    expect(fieldText(instant, zone)).toBe(text);
  });

  test('of an hour that the clock skips is taken an hour later', () => {
    expect(fieldText(instantOf('2026-03-29T01:30', LONDON), LONDON)).toBe('2026-03-29T02:30');
  });
});

describe('what is left', () => {
  const HOUR = 3_600_000;
  test.each([
    [
      52 * HOUR,
      [
        [2, 'day'],
        [4, 'hour'],
      ],
    ],
    [48 * HOUR, [[2, 'day']]],
    [20 * 24 * HOUR + HOUR, [[20, 'day']]],
    [
      3 * HOUR + 60_000,
      [
        [3, 'hour'],
        [1, 'minute'],
      ],
    ],
    [60_000, [[1, 'minute']]],
    [0, [[1, 'minute']]],
  ])('%s ms', (milliseconds, parts) => {
    expect(partsLeft(milliseconds)).toEqual(parts);
  });
});
