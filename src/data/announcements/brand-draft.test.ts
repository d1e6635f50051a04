import { describe, expect, it } from 'vitest';
import {
  type AnnouncementDraft,
  blankDraft,
  isSameDraft,
  localeFor,
  problemOf,
  readersByLocale,
  withText,
} from './brand-draft.ts';

const en = { title: 'Hello', body: 'A lantern.' };
const de = { title: 'Hallo', body: 'Eine Laterne.' };
const draft = (change: Partial<AnnouncementDraft>): AnnouncementDraft => ({ ...blankDraft, ...change });

describe('what is in the way of publishing', () => {
  it.each([
    ['nothing written', draft({}), 'no_text'],
    ['one language whole', draft({ texts: { en } }), null],
    ['a second language with a title only', draft({ texts: { en, de: { title: 'Hallo', body: ' ' } } }), 'part_text'],
    ['a second language emptied again', draft({ texts: { en, de: { title: '', body: '' } } }), null],
    ['segments, but none of them', draft({ texts: { en }, audience: 'segments' }), 'no_segment'],
    ['a segment', draft({ texts: { en }, audience: 'segments', segmentIds: ['s'] }), null],
  ] as const)('of %s', (_, given, problem) => {
    expect(problemOf(given)).toBe(problem);
  });
});

describe('the same draft', () => {
  const base = draft({
    texts: { en },
    audience: 'segments',
    segmentIds: ['a', 'b'],
    expiresAt: '2026-12-01T10:00:00Z',
  });
  it.each([
    ['with a language that is empty', draft({ ...base, texts: { en, de: { title: '', body: '' } } }), true],
    ['with segments in another order', draft({ ...base, segmentIds: ['b', 'a'] }), true],
    ['with the same instant in other words', draft({ ...base, expiresAt: '2026-12-01T10:00:00+00:00' }), true],
    ['with spaces around the title', withText(base, 'en', { title: ' Hello  ' }), true],
    ['with another body', withText(base, 'en', { body: 'Two lanterns.' }), false],
    ['with a pin', draft({ ...base, isPinned: true }), false],
    ['for everyone', draft({ ...base, audience: 'everyone' }), false],
  ])('%s', (_, other, isSame) => {
    expect(isSameDraft(base, other)).toBe(isSame);
  });

  it('for everyone, whatever segments were chosen before', () => {
    expect(isSameDraft(draft({ segmentIds: ['a'] }), draft({}))).toBe(true);
  });
});

describe('the language a partner gets', () => {
  it.each([
    ['their own', { en, de }, 'de', 'de'],
    ['their own, of another region', { en, de }, 'de-AT', 'de'],
    ['the program’s', { en, de }, 'ko', 'en'],
    ['what there is', { de }, 'ko', 'de'],
    ['nothing of an empty draft', {}, 'de', null],
  ])('is %s', (_, texts, language, locale) => {
    expect(localeFor(draft({ texts }), language, 'en')).toBe(locale);
  });

  it('is counted, those without a text of their own with the program’s', () => {
    const counts = [
      { language: 'de', partners: 3 },
      { language: 'en', partners: 5 },
      { language: 'fr', partners: 2 },
    ];
    expect(readersByLocale(draft({ texts: { en, de } }), counts, 'en')).toEqual([
      { locale: 'en', partners: 7 },
      { locale: 'de', partners: 3 },
    ]);
  });
});
