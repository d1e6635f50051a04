import { describe, expect, it } from 'vitest';
import { parseRangeChoice, rangeBefore, rangeChoiceText, rangeOn } from './ranges.ts';

const today = '2026-11-22';

describe('a range in the URL', () => {
  it.each(['7d', '28d', '90d', '365d', 'month:2026-10', '2026-10-01..2026-10-15'])(
    '%s reads back as itself',
    (text) => {
      const choice = parseRangeChoice(text);
      expect(choice && rangeChoiceText(choice)).toBe(text);
    },
  );

  it.each([
    '',
    '30d',
    'month:2026-13',
    '2026-10-15..2026-10-01',
    '2026-02-30..2026-03-01',
    '2020-01-01..2026-01-01',
    'a..b..c',
  ])('%j is none', (text) => expect(parseRangeChoice(text)).toBeNull());
});

describe('the days it means', () => {
  it.each([
    ['28d', '2026-10-26', '2026-11-22', '2026-09-28', '2026-10-25'],
    ['7d', '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
    ['month:2026-11', '2026-11-01', '2026-11-22', '2026-10-01', '2026-10-22'],
    ['month:2026-10', '2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
    ['2026-10-01..2026-10-15', '2026-10-01', '2026-10-15', '2026-09-16', '2026-09-30'],
  ])('%s is %s to %s, compared with %s to %s', (text, from, to, beforeFrom, beforeTo) => {
    const choice = parseRangeChoice(text);
    if (choice === null) throw new Error('not a range');
    expect(rangeOn(choice, today)).toEqual({ from, to });
    expect(rangeBefore(choice, today)).toEqual({ from: beforeFrom, to: beforeTo });
  });

  it('cuts the month before when it is shorter than the days so far', () => {
    expect(rangeBefore({ kind: 'month', month: '2026-03' }, '2026-03-31')).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    });
  });
});
