import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALE_NAMES, LOCALES, pickLocale } from './locales.ts';
import { weekStartIn } from './week-start.ts';

const cases: [string, (string | null)[], string][] = [
  ['a language we speak', ['fr'], 'fr'],
  ['one of its countries', ['de-AT', 'en'], 'de'],
  ['the first that we speak', [null, 'pt-BR', 'ko-KR', 'en'], 'ko'],
  ['Taiwan', ['zh-TW'], 'zh-Hant'],
  ['Hong Kong', ['zh-HK', 'en-GB'], 'zh-Hant'],
  ['traditional signs', ['zh-Hant-MO'], 'zh-Hant'],
  ['simplified signs, whose readers know ours', ['zh-CN', 'en'], 'zh-Hant'],
  ['any letter case', ['FR-fr'], 'fr'],
  ['a language whose name only begins alike', ['den', 'kok'], 'en'],
  ['none of ours', ['pt'], 'en'],
  ['nothing', [], 'en'],
];

describe('the first language', () => {
  it.each(cases)('is found by %s', (_, wanted, locale) => {
    expect(pickLocale(wanted)).toBe(locale);
  });

  it.each(cases)('is the one index.html paints first for %s', (_, wanted, locale) => {
    const html = readFileSync('index.html', 'utf8');
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    const root = { dataset: {}, lang: 'en', style: { setProperty: () => undefined } };
    const kept = { getItem: () => null };
    const environment = {
      document: { documentElement: root },
      localStorage: kept,
      location: { pathname: '/' },
      matchMedia: () => ({ matches: false }),
      navigator: { languages: wanted.filter((tag) => tag !== null) },
    };
    new Function(...Object.keys(environment), script)(...Object.values(environment));
    expect(root.lang).toBe(locale);
  });

  it('has its own name in the list', () => {
    expect(LOCALES.map((locale) => LOCALE_NAMES[locale])).toEqual([
      'English',
      'Deutsch',
      'Français',
      '한국어',
      '繁體中文',
    ]);
  });
});

describe('the first day of the week', () => {
  it.each(LOCALES)('is what Intl says for %s', (locale) => {
    // English is set in its British form. `getWeekInfo` is not in every TypeScript library yet.
    const known = new Intl.Locale(locale === 'en' ? 'en-GB' : locale) as Intl.Locale & {
      getWeekInfo: () => { firstDay: number };
    };
    expect(weekStartIn(locale)).toBe(known.getWeekInfo().firstDay % 7);
  });
});
