import { describe, expect, it } from 'vitest';
import { faultsOf, flatten, unusedKeys } from './message-faults.ts';

const english = flatten({
  save: 'Save changes',
  file: 'CSV',
  code: 'Code',
  sent: 'Sent to {{name}} on {{day}}',
  hint: 'Write **bold** or [a link](https://…)',
  found_one: '{{value}} row found',
  found_other: '{{value}} rows found',
  gone_zero: 'Nothing left',
  gone_one: '{{count}} left',
  gone_other: '{{count}} remain',
});

const korean = {
  save: '변경 저장',
  file: 'CSV',
  code: '코드',
  sent: '{{day}}에 {{name}}에게 보냄',
  hint: '**굵게** 또는 [링크](https://…)',
  found_other: '{{value}}행 찾음',
  gone_zero: '남은 것 없음',
  gone_other: '{{count}}개 남음',
};

const french = {
  save: 'Enregistrer',
  file: 'CSV',
  code: 'Code',
  sent: 'Envoyé à {{name}} le {{day}}',
  hint: '**gras** ou [un lien](https://…)',
  found_one: '{{value}} ligne trouvée',
  found_many: '{{value}} de lignes trouvées',
  found_other: '{{value}} lignes trouvées',
  gone_zero: 'Plus rien',
  gone_one: '{{count}} restant',
  gone_many: '{{count}} restants',
  gone_other: '{{count}} restants',
};

describe('the messages of a language', () => {
  it('are whole with the plural forms of that language, whatever English has', () => {
    expect(faultsOf('ko', english, flatten(korean))).toEqual([]);
    expect(faultsOf('fr', english, flatten(french))).toEqual([]);
    expect(faultsOf('en', english, english)).toEqual([]);
  });

  it.each<[string, string, object, string[]]>([
    ['a missing key', 'ko', { ...korean, save: undefined }, ['save is missing']],
    ['a key English does not have', 'ko', { ...korean, extra: '더' }, ['extra does not exist in en']],
    [
      'a form the language lacks',
      'ko',
      { ...korean, found_one: '하나' },
      ['found_one is no plural form of this language'],
    ],
    ['a missing plural form', 'fr', { ...french, found_many: undefined }, ['found_many is missing']],
    ['a missing form for nothing', 'fr', { ...french, gone_zero: undefined }, ['gone_zero is missing']],
    ['another variable', 'ko', { ...korean, sent: '{{date}}에 {{name}}에게' }, ['sent has other variables or markup']],
    ['a lost variable', 'ko', { ...korean, found_other: '행 찾음' }, ['found_other has other variables or markup']],
    ['lost markup', 'fr', { ...french, hint: 'gras ou [un lien](https://…)' }, ['hint has other variables or markup']],
    ['an empty text', 'ko', { ...korean, save: '' }, ['save is empty']],
    ['the English text', 'fr', { ...french, save: 'Save changes' }, ['save is still the English text']],
    ['a word that only a neighbour shares', 'ko', { ...korean, code: 'Code' }, ['code is still the English text']],
  ])('are at fault with %s', (_, language, messages, faults) => {
    expect(faultsOf(language, english, flatten(messages))).toEqual(faults);
  });
});

describe('the keys of English', () => {
  const sources = [
    "t('save')",
    't("file")',
    "t('test:code')",
    "t('sent')",
    "t('hint')",
    't(`gone`)',
    "t('found', { count })",
  ];

  it('are used when the source names them, with or without namespace, or their beginning', () => {
    expect(unusedKeys('test', english, [...sources, "t('gone')"])).toEqual([]);
    const template = (prefix: string) => [`t(\`${prefix}\${kind}\`)`];
    expect(unusedKeys('test', flatten({ kind: { sale: 'Sale' } }), template('kind.'))).toEqual([]);
    expect(unusedKeys('test', flatten({ kind_sale: 'Sale' }), template('kind_'))).toEqual([]);
    expect(unusedKeys('test', flatten({ kind_sale: 'Sale' }), template('state_'))).toEqual([
      'kind_sale is used nowhere',
    ]);
  });

  it('are at fault when nothing names them', () => {
    expect(unusedKeys('test', english, sources)).toEqual(['gone is used nowhere']);
  });
});
