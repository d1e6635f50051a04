import { describe, expect, it } from 'vitest';
import { askOnUrl } from './earnings-ask.ts';

const today = '2026-11-22';
const ask = (search: string) => askOnUrl(new URLSearchParams(search), today);

describe('what the earnings page asks for', () => {
  it.each([
    ['', '2026-10-26', '2026-11-22'],
    ['range=7d', '2026-11-16', '2026-11-22'],
    ['range=month:2026-10', '2026-10-01', '2026-10-31'],
    ['range=2026-10-01..2026-10-15', '2026-10-01', '2026-10-15'],
    ['range=nonsense', '2026-10-26', '2026-11-22'],
  ])('with "%s" are the days %s to %s', (search, from, to) => {
    expect(ask(search)).toEqual({ days: { from, to }, compare: null });
  });

  it('compares only when told to', () => {
    expect(ask('range=7d&compare=previous').compare).toEqual({ from: '2026-11-09', to: '2026-11-15' });
    expect(ask('range=7d&compare=other').compare).toBeNull();
  });
});
