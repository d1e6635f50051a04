import { describe, expect, it } from 'vitest';
import { addDays, addMonths, countDays, daysOfMonth, isDay, todayIn, zonedText } from './dates.ts';

describe('days', () => {
  it.each([
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2024-02-28', 1, '2024-02-29'],
  ])('%s plus %i is %s', (day, days, result) => {
    expect(addDays(day, days)).toBe(result);
  });

  it('are counted with both ends, over a change of clocks too', () => {
    expect(countDays({ from: '2026-03-01', to: '2026-03-31' })).toBe(31);
    expect(countDays({ from: '2026-11-22', to: '2026-11-22' })).toBe(1);
  });

  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['26-01-01', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it('follow the zone, not the machine', () => {
    const instant = new Date('2026-06-30T23:30:00Z');
    expect(todayIn('Europe/London', instant)).toBe('2026-07-01');
    expect(todayIn('America/New_York', instant)).toBe('2026-06-30');
  });
});

describe('months', () => {
  it('have their own last day', () => {
    expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });

  it('go over the turn of the year', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addMonths('2026-12', 1)).toBe('2027-01');
  });
});

describe('zonedText', () => {
  it.each([
    ['in summer', '2026-07-01T23:26:05+00:00', 'Europe/London', '2026-07-02 00:26:05'],
    ['in winter', '2026-11-22T10:42:05.123Z', 'Europe/London', '2026-11-22 10:42:05'],
    ['at midnight', '2026-11-22T05:00:00Z', 'America/New_York', '2026-11-22 00:00:00'],
  ])('%s', (_, instant, zone, text) => {
    expect(zonedText(instant, zone)).toBe(text);
  });
});
