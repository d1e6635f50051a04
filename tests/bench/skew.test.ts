import { expect, test } from 'vitest';
import { skewExponent } from './world/skew.ts';

test.each([100, 1000, 100_000])('of %i partners the first holds 2 % of everything', (partners) => {
  const exponent = skewExponent(partners);
  const weights = Array.from({ length: partners }, (_, at) => (at + 1) ** -exponent);

  expect(1 / weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(0.02, 6);
});
