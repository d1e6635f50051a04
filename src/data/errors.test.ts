import { describe, expect, it } from 'vitest';
import { apiError, isWorthRetrying } from './errors.ts';

describe('apiError', () => {
  it.each([
    ['PT404', 400, 'not_found'],
    ['42501', 403, 'not_allowed'],
    ['PGRST301', 401, 'not_signed_in'],
    ['23505', 409, 'conflict'],
    [undefined, 401, 'not_signed_in'],
    [undefined, 503, 'offline'],
    ['', 0, 'offline'],
    ['XX000', 500, 'unexpected'],
  ])('takes code %s with status %i as %s', (code, status, expected) => {
    expect(apiError({ message: 'm', code }, status).code).toBe(expected);
  });

  it('keeps the sentence of our own codes only', () => {
    expect(apiError({ message: 'row 3: no amount', code: 'PT422' }, 400).detail).toBe('row 3: no amount');
    expect(apiError({ message: 'duplicate key value', code: '23505' }, 409).detail).toBeNull();
  });
});

describe('isWorthRetrying', () => {
  it('is true for the network, not for a refusal', () => {
    expect(isWorthRetrying(apiError({ message: 'm' }, 0))).toBe(true);
    expect(isWorthRetrying(apiError({ message: 'm', code: 'PT403' }, 403))).toBe(false);
  });
});
