import { describe, expect, it } from 'vitest';
import { monthSpans } from './month-spans.ts';

describe('monthSpans', () => {
  it.each([
    ['in the middle of a month', '2026-11-01', '2026-11-22', '2026-10-01..2026-10-22'],
    ['on its first day', '2026-11-01', '2026-11-01', '2026-10-01..2026-10-01'],
    ['over the turn of the year', '2027-01-01', '2027-01-09', '2026-12-01..2026-12-09'],
    ['against a shorter month', '2027-03-01', '2027-03-31', '2027-02-01..2027-02-28'],
  ])('%s', (_, month, today, before) => {
    const spans = monthSpans(month, today);
    expect(spans.now).toEqual({ from: month, to: today });
    expect(`${spans.before.from}..${spans.before.to}`).toBe(before);
  });
});
