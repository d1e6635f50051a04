import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, exponentOf, parseMoneyText, sumMinor, toMinor } from './money.ts';

describe('parseMoneyText', () => {
  it.each([
    ['139.12', 2, 13912],
    ['-168469.60', 2, -16846960],
    ['1,284.60', 2, 128460],
    ['1284', 2, 128400],
    ['.5', 2, 50],
    ['5.', 2, 500],
    ['0.00', 2, 0],
    ['-0.00', 2, 0],
    ['1284', 0, 1284],
    ['1.2345', 3, 1235],
    ['1.005', 2, 101],
    ['-1.005', 2, -101],
    ['1.00499', 2, 100],
    ['90071992547409.91', 2, Number.MAX_SAFE_INTEGER],
  ])('reads %s with exponent %i as %i', (text, exponent, minor) => {
    expect(parseMoneyText(text, exponent)).toEqual({ ok: true, minor });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['-', 'not_a_number'],
    ['.', 'not_a_number'],
    ['12.3.4', 'not_a_number'],
    ['1,28', 'not_a_number'],
    ['£12', 'not_a_number'],
    ['1e5', 'not_a_number'],
    ['=1+1', 'not_a_number'],
    ['90071992547409.92', 'too_large'],
  ])('refuses %j: %s', (text, fault) => {
    expect(parseMoneyText(text, 2)).toEqual({ ok: false, fault });
  });

  it('reads a decimal comma with points between the thousands', () => {
    expect(parseMoneyText('1.284,60', 2, { decimalMark: ',' })).toEqual({ ok: true, minor: 128460 });
    expect(parseMoneyText('1.284', 2, { decimalMark: ',' })).toEqual({ ok: true, minor: 128400 });
  });

  it('refuses digits the currency does not have when told to, but not zeros', () => {
    const options = { excessDigits: 'refuse' } as const;
    expect(parseMoneyText('1.005', 2, options)).toEqual({ ok: false, fault: 'too_many_decimals' });
    expect(parseMoneyText('1.500', 2, options)).toEqual({ ok: true, minor: 150 });
  });

  it('reads back every amount that decimalText wrote', () => {
    const amounts = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(amounts, fc.constantFrom(0, 2, 3), (amount, exponent) => {
        const minor = toMinor(amount);
        expect(parseMoneyText(decimalText(minor, exponent), exponent)).toEqual({ ok: true, minor });
      }),
    );
  });
});

describe('decimalText', () => {
  it.each([
    [128460, 2, '1284.60'],
    [-5, 2, '-0.05'],
    [0, 2, '0.00'],
    [1284, 0, '1284'],
    [1, 3, '0.001'],
  ])('writes %i with exponent %i as %s', (minor, exponent, text) => {
    expect(decimalText(toMinor(minor), exponent)).toBe(text);
  });
});

describe('amounts', () => {
  it('are refused when they are no safe integer', () => {
    expect(() => toMinor(0.5)).toThrow(RangeError);
    expect(() => toMinor(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
    expect(() => sumMinor([toMinor(Number.MAX_SAFE_INTEGER), toMinor(1)])).toThrow(RangeError);
  });

  it('know the digits of their currency', () => {
    expect(['JPY', 'eur', 'KWD', 'GBP'].map(exponentOf)).toEqual([0, 2, 3, 2]);
  });
});
