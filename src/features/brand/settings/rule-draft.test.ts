import { describe, expect, it } from 'vitest';
import { basisPoints, type RuleDraft, ruleFaults, ruleOf } from './rule-draft.ts';

const draft = (more: Partial<RuleDraft> = {}): RuleDraft => ({
  kind: 'percent',
  rate: '12.5',
  fee: '',
  begins: 'now',
  day: '',
  note: ' spring ',
  ...more,
});
const frame = { exponent: 2, mark: '.', today: '2026-11-22', isFirst: false } as const;

describe('a new rule', () => {
  it.each([
    ['12.5', 1250],
    ['0', 0],
    ['100', 10_000],
    ['0.01', 1],
    ['100.01', null],
    ['12.345', null],
    ['-1', null],
    ['', null],
    ['ten', null],
  ])('reads %s percent as %s basis points', (text, bps) => {
    expect(basisPoints(text, '.')).toBe(bps);
  });

  it('reads a German decimal mark', () => {
    expect(basisPoints('12,5', ',')).toBe(1250);
  });

  it('is said as the database takes it', () => {
    expect(ruleOf(draft(), frame)).toEqual({
      kind: 'percent',
      rate_bps: 1250,
      flat_minor: null,
      from: null,
      note: 'spring',
    });
    expect(ruleOf(draft({ kind: 'flat', fee: '5', begins: 'day', day: '2027-01-01' }), frame)).toMatchObject({
      rate_bps: null,
      flat_minor: 500,
      from: '2027-01-01',
    });
  });

  it.each<[Partial<RuleDraft>, boolean, string[]]>([
    [{}, false, []],
    [{ rate: '101' }, false, ['rate']],
    [{ kind: 'flat', fee: 'x' }, false, ['fee']],
    [{ begins: 'day', day: '' }, false, ['day']],
    [{ begins: 'day', day: '2026-11-22' }, false, ['day']],
    [{ begins: 'day', day: '2026-11-23' }, false, []],
    [{ begins: 'day', day: '2020-01-01' }, true, []],
  ])('%o, first: %s, has the faults %o', (more, isFirst, faults) => {
    expect(ruleFaults(draft(more), { ...frame, isFirst })).toEqual(faults);
  });
});
