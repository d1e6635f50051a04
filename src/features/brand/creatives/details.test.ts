import { expect, test } from 'vitest';
import { changesOf, NO_DETAILS } from './details.ts';

test('only what was touched is changed', () => {
  expect(changesOf({ ...NO_DETAILS, name: 'x', language: 'de' }, new Set(['language']), false)).toEqual({
    language: 'de',
  });
  expect(changesOf(NO_DETAILS, new Set(), true)).toEqual({});
});

test('an emptied field takes away what stood there', () => {
  expect(changesOf(NO_DETAILS, new Set(['language', 'url', 'last_day']), false)).toEqual({
    language: null,
    url: null,
    last_day: null,
  });
});

test('tags of one are replaced, tags of many are added', () => {
  const details = { ...NO_DETAILS, tags: ' advent, , sale ' };
  expect(changesOf(details, new Set(['tags']), false)).toEqual({ tags: ['advent', 'sale'] });
  expect(changesOf(details, new Set(['tags']), true)).toEqual({ add_tags: ['advent', 'sale'] });
});

test('everyone is no segment, whatever was chosen before', () => {
  const audience = { audience: 'everyone', segmentIds: ['left over'] } as const;
  expect(changesOf({ ...NO_DETAILS, audience }, new Set(['audience']), false)).toEqual({
    audience: 'everyone',
    segment_ids: [],
  });
});
