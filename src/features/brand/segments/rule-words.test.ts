import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import type { Group } from '../../../data/segments/rule.ts';
import deCore from '../../../i18n/de/core.json';
import de from '../../../i18n/de/segments.json';
import enCore from '../../../i18n/en/core.json';
import en from '../../../i18n/en/segments.json';
import { makeFormat } from '../../../i18n/format.ts';
import frCore from '../../../i18n/fr/core.json';
import fr from '../../../i18n/fr/segments.json';
import koCore from '../../../i18n/ko/core.json';
import ko from '../../../i18n/ko/segments.json';
import type { Locale } from '../../../i18n/locales.ts';
import zhCore from '../../../i18n/zh-Hant/core.json';
import zh from '../../../i18n/zh-Hant/segments.json';
import { ruleSentence } from './rule-words.ts';

const translator = i18next.createInstance();
await translator.init({
  resources: {
    en: { segments: en, core: enCore },
    de: { segments: de, core: deCore },
    fr: { segments: fr, core: frCore },
    ko: { segments: ko, core: koCore },
    'zh-Hant': { segments: zh, core: zhCore },
  },
  interpolation: { escapeValue: false },
});

function sentenceIn(language: Locale, group: Group): string {
  return ruleSentence(group, {
    t: translator.getFixedT(language, 'segments'),
    core: translator.getFixedT(language, 'core'),
    format: makeFormat(language === 'en' ? 'en-GB' : language),
    currency: { code: 'GBP', exponent: 2 },
  });
}

const all = (...rules: Group['rules']): Group => ({ combinator: 'and', not: false, rules });
const any = (...rules: Group['rules']): Group => ({ combinator: 'or', not: false, rules });
const type = (...value: string[]) => ({ field: 'type' as const, operator: 'in' as const, value });
const country = (...value: string[]) => ({ field: 'country' as const, operator: 'in' as const, value });
const silent = { field: 'conversions' as const, operator: '=' as const, value: { number: 0, days: 28 } };

describe('a rule as a sentence', () => {
  test.each<[Group, string, string]>([
    [all(), 'All partners', 'Alle Partner'],
    [
      all(type('publisher'), country('DE'), silent),
      'Publishers in Germany, with no conversion in the last 28 days',
      'Publisher in Deutschland, ohne Conversion in den letzten 28 Tagen',
    ],
    [
      all(type('app', 'charity'), country('GB', 'IE', 'FR')),
      'Apps and charities in United Kingdom, Ireland or France',
      'Apps und Hilfswerke in Vereinigtes Königreich, Irland oder Frankreich',
    ],
    [
      any(type('b2b'), { field: 'tags', operator: 'all', value: ['gifts', 'print'] }),
      'Partners of type B2B or tagged gifts and print',
      'Partner vom Typ B2B oder mit Schlagwort gifts und print',
    ],
    [{ ...all(country('KR')), not: true }, 'All partners but: in South Korea', 'Alle Partner außer: in Südkorea'],
    [
      all(
        { field: 'revenue', operator: '>=', value: { number: 123_456, days: 90 } },
        {
          ...any({ field: 'tier', operator: 'in', value: ['gold'] }, { field: 'tenure', operator: '<=', value: 30 }),
          not: true,
        },
      ),
      'Partners with at least £1,234.56 of revenue in the last 90 days, not (with tier gold or who joined at most 30 days ago)',
      'Partner mit mindestens 1.234,56 £ Umsatz in den letzten 90 Tagen, nicht (mit Stufe gold oder mit Beitritt vor höchstens 30 Tagen)',
    ],
  ])('%#', (group, english, german) => {
    const plain = (text: string) => text.replace(/\u00a0/g, ' ');
    expect([plain(sentenceIn('en', group)), plain(sentenceIn('de', group))]).toEqual([english, german]);
  });
});

describe('in the order of each language', () => {
  const rule = all(type('publisher', 'app'), country('DE', 'FR'), silent);

  test.each<[Locale, string]>([
    ['fr', 'Éditeurs et applications (pays : Allemagne ou France), sans conversion ces 28 derniers jours'],
    ['ko', '국가가 독일 또는 프랑스인, 최근 28일간 전환이 없는 퍼블리셔 및 앱'],
    ['zh-Hant', '國家/地區為德國或法國，過去 28 天無轉換的媒體和App'],
  ])('%s', (language, sentence) => {
    expect(sentenceIn(language, rule).replaceAll('\u00a0', ' ')).toBe(sentence);
  });
});
