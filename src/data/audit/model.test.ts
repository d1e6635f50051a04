import { describe, expect, it } from 'vitest';
import { changesOf, keptStart, linesOf, NO_AUDIT_FILTER, saidFilter, shapeOf } from './model.ts';

describe('an entry of the audit', () => {
  it('says every field of either side once', () => {
    expect(changesOf({ before: { tier: null, tags: [] }, after: { tier: 'gold', tags: ['a'] } })).toEqual([
      { field: 'tags', before: [], after: ['a'] },
      { field: 'tier', before: null, after: 'gold' },
    ]);
    expect(changesOf({ before: null, after: null })).toEqual([]);
    expect(changesOf({ before: { name: 'x' }, after: null })).toEqual([{ field: 'name', before: 'x', after: null }]);
  });

  it.each([
    [null, 'nothing'],
    ['', 'nothing'],
    [true, 'yes_no'],
    [14, 'number'],
    ['2026-11-22T10:00:00+00:00', 'instant'],
    ['2026-11-22', 'day'],
    ['gold', 'text'],
    [['a'], 'list'],
    [[], 'list'],
    [{ en: { title: 'x' } }, 'other'],
  ])('takes %o for %s', (value, shape) => {
    expect(shapeOf(value)).toBe(shape);
  });

  it('knows a long text by its beginning', () => {
    expect(keptStart({ start: 'Dear', length: 900, sha256: 'ab' })).toEqual({ start: 'Dear', length: 900 });
    expect(keptStart({ start: 1, length: 2 })).toBeNull();
    expect(keptStart('Dear')).toBeNull();
  });

  it('says what lies within a value, line by line', () => {
    const value = {
      en: { title: 'Hello', body: { start: 'Dear', length: 900, sha256: 'ab' } },
      rules: [{ not: false }],
    };
    expect(linesOf(value)).toEqual([
      { path: 'en · title', text: 'Hello' },
      { path: 'en · body', text: 'Dear… (900)' },
      { path: 'rules · 1 · not', text: 'false' },
    ]);
  });

  it('is asked for by what was chosen alone', () => {
    expect(saidFilter({ ...NO_AUDIT_FILTER, kind: 'rule', from: '2026-11-01' })).toEqual({
      kind: 'rule',
      from: '2026-11-01',
    });
  });
});
