import { expect, test } from 'vitest';
import { countryCode } from './country-code.ts';

test.each([
  ['United Kingdom', 'GB'],
  ['u.k.', 'GB'],
  ['UK', 'GB'],
  ['EIRE', 'IE'],
  ['RSA', 'ZA'],
  ['USA', 'US'],
  ['Czech Republic', 'CZ'],
  ['Österreich', 'AT'],
  ['Hong Kong', 'HK'],
  ['de', 'DE'],
  ['Channel Islands', 'Channel Islands'],
  ['European Community', 'European Community'],
  ['Unspecified', null],
  ['', null],
])('%s is %s', (text, expected) => {
  expect(countryCode(text)).toBe(expected);
});
