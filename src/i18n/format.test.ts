import { describe, expect, it } from 'vitest';
import { toMinor } from '../lib/money.ts';
import { makeFormat } from './format.ts';

const en = makeFormat('en-GB');
const de = makeFormat('de');
const gbp = { code: 'GBP', exponent: 2 };
const jpy = { code: 'JPY', exponent: 0 };
const kwd = { code: 'KWD', exponent: 3 };

/** Intl puts no-break spaces where a plain one would let a unit wrap away from its number. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

describe('money', () => {
  it.each([
    [128460, gbp, '£1,284.60', '1.284,60 £'],
    [-5, gbp, '-£0.05', '-0,05 £'],
    [1284, jpy, '¥1,284', '1.284 ¥'],
    [1284, kwd, 'KWD 1.284', '1,284 KWD'],
    [Number.MAX_SAFE_INTEGER, gbp, '£90,071,992,547,409.91', '90.071.992.547.409,91 £'],
  ])('%i of %o reads %s and %s', (amount, currency, english, german) => {
    expect(plain(en.money(toMinor(amount), currency))).toBe(english);
    expect(plain(de.money(toMinor(amount), currency))).toBe(german);
  });

  it('comes in pieces that make up the whole', () => {
    expect(en.moneyParts(toMinor(128460), gbp)).toEqual({ before: '£1,284', minor: '.60', after: '' });
    expect(de.moneyParts(toMinor(128460), gbp)).toMatchObject({ before: '1.284', minor: ',60' });
    expect(en.moneyParts(toMinor(1284), jpy)).toEqual({ before: '¥1,284', minor: '', after: '' });
  });

  it('rounds to whole units half away from zero, and can carry its sign', () => {
    expect(en.money(toMinor(150), gbp, { isWhole: true })).toBe('£2');
    expect(en.money(toMinor(-150), gbp, { isWhole: true })).toBe('-£2');
    expect(en.money(toMinor(150), gbp, { isSigned: true })).toBe('+£1.50');
  });
});

describe('days', () => {
  it('are shown as the calendar has them, whatever zone the machine is in', () => {
    expect(en.day('2026-11-22')).toBe('22 November 2026');
    expect(de.day('2026-11-22')).toBe('22. November 2026');
    expect(plain(en.dayRange({ from: '2026-10-26', to: '2026-11-22' }))).toBe('26 Oct – 22 Nov 2026');
    expect(en.month('2026-11')).toBe('November 2026');
    expect([0, 1, 6].map(de.weekday)).toEqual(['Sonntag', 'Montag', 'Samstag']);
  });
});

describe('as of', () => {
  const now = new Date('2026-11-22T12:00:00Z');

  it('is a time today and has its date later', () => {
    expect(en.asOf('2026-11-22T10:42:00Z', 'Europe/London', now)).toBe('10:42');
    expect(plain(en.asOf('2026-11-21T10:42:00Z', 'Europe/London', now))).toBe('21 Nov, 10:42');
  });
});

describe('words', () => {
  it('name countries, zones, rates and lists', () => {
    expect(de.country('GB')).toBe('Vereinigtes Königreich');
    expect(en.country('Unspecified')).toBe('Unspecified');
    expect(en.zone('America/New_York')).toBe('New York');
    expect(plain(de.rate(850))).toBe('8,5 %');
    expect(de.list(['a', 'b', 'c'])).toBe('a, b und c');
  });
});
