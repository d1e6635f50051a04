declare const minorBrand: unique symbol;

/** An amount in the smallest unit of its currency (pence, cents, yen): a safe integer, never a fraction. */
export type Minor = number & { readonly [minorBrand]: true };

/** A currency as a program holds it: ISO 4217 code and the number of digits after its decimal mark. */
export type Currency = { readonly code: string; readonly exponent: number };

export type MoneyTextFault = 'empty' | 'not_a_number' | 'too_many_decimals' | 'too_large';
export type MoneyTextResult =
  | { readonly ok: true; readonly minor: Minor }
  | { readonly ok: false; readonly fault: MoneyTextFault };

export type MoneyTextOptions = {
  readonly decimalMark?: '.' | ',';
  /** What to do with digits the currency does not have: round half away from zero, or refuse. */
  readonly excessDigits?: 'round' | 'refuse';
};

const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** Digits after the decimal mark by ISO 4217: JPY 0, EUR 2, KWD 3. */
export function exponentOf(currencyCode: string): number {
  return EXPONENTS[currencyCode.toUpperCase()] ?? 2;
}

/** Brands a number that came from the database; throws a RangeError when it is no safe integer. */
export function toMinor(value: number): Minor {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an exact amount in minor units: ${value}`);
  // The one place where a plain number becomes money: it was checked in the line above.
  return (value === 0 ? 0 : value) as Minor;
}

/** Adds amounts of one currency; throws a RangeError when the sum is no longer exact. */
export function sumMinor(amounts: readonly Minor[]): Minor {
  const total = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
  return toMinor(Number(total));
}

/** "1284.60" for 128460 and exponent 2: exact, with a point, for CSV files and for Intl. */
export function decimalText(minor: Minor, exponent: number): `${number}` {
  const digits = Math.abs(minor)
    .toString()
    .padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent === 0 ? '' : `.${digits.slice(-exponent)}`;
  // The text is made of digits and one point, which the type system cannot see.
  return `${minor < 0 ? '-' : ''}${whole}${fraction}` as `${number}`;
}

function groupedDigits(text: string, decimalMark: '.' | ','): RegExpExecArray | null {
  const group = decimalMark === '.' ? ',' : '.';
  const thousands = `\\d{1,3}(?:[${group}'  \u202f]\\d{3})+`;
  const pattern = new RegExp(`^([+-]?)(\\d+|${thousands})?(?:[${decimalMark}](\\d*))?$`, 'u');
  return pattern.exec(text);
}

/**
 * Reads "1,284.60" (or "1.284,60" with `decimalMark: ','`) as minor units without a float on the way.
 * Digits beyond the currency's are rounded half away from zero unless `excessDigits` is 'refuse'.
 */
export function parseMoneyText(text: string, exponent: number, options: MoneyTextOptions = {}): MoneyTextResult {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, fault: 'empty' };
  const match = groupedDigits(trimmed, options.decimalMark ?? '.');
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (match === null || whole + fraction === '') return { ok: false, fault: 'not_a_number' };
  const excess = fraction.slice(exponent);
  if (options.excessDigits === 'refuse' && /[1-9]/.test(excess)) return { ok: false, fault: 'too_many_decimals' };
  const kept = BigInt(whole.replace(/\D/gu, '') + fraction.slice(0, exponent).padEnd(exponent, '0'));
  const size = /^[5-9]/.test(excess) ? kept + 1n : kept;
  if (size > LARGEST) return { ok: false, fault: 'too_large' };
  return { ok: true, minor: toMinor(Number(match[1] === '-' ? -size : size)) };
}
