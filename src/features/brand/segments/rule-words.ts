import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { currencyOf, partnershipStatusSchema, partnerTypeSchema } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import {
  type Comparison,
  type Condition,
  type FigureCondition,
  type Group,
  isGroup,
} from '../../../data/segments/rule.ts';
import type { Format } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { type Currency, toMinor } from '../../../lib/money.ts';

/** Keys of the messages cannot hold signs. */
export const COMPARISON_WORDS: Readonly<Record<Comparison, 'at_most' | 'at_least' | 'exactly'>> = {
  '<=': 'at_most',
  '>=': 'at_least',
  '=': 'exactly',
};

type Words = {
  readonly t: TFunction<'segments'>;
  readonly core: TFunction<'core'>;
  readonly format: Format;
  readonly currency: Currency;
};

/** What a value of a field is called: "Germany" for DE. One that nothing is called for is shown as it is. */
export function valueName(field: string, value: string, { core, format }: Pick<Words, 'core' | 'format'>): string {
  if (field === 'country') return format.country(value);
  if (field === 'language') return format.language(value);
  const type = field === 'type' ? partnerTypeSchema.options.find((known) => known === value) : undefined;
  if (type !== undefined) return core(`partner_type.${type}`);
  const status = field === 'status' ? partnershipStatusSchema.options.find((known) => known === value) : undefined;
  return status === undefined ? value : core(`status.${status}`);
}

/** "a, b or c", as the language lists things. */
function joined(parts: readonly string[], kind: 'and' | 'or', { format }: Pick<Words, 'format'>): string {
  return kind === 'and' ? format.list(parts) : format.either(parts);
}

function conditionWords(condition: Condition, words: Words): string {
  const { t, format } = words;
  const named = (values: readonly string[], kind: 'and' | 'or' = 'or') =>
    joined(
      values.map((value) => valueName(condition.field, value, words)),
      kind,
      words,
    );
  switch (condition.field) {
    case 'tenure':
      return t(`words.tenure_${COMPARISON_WORDS[condition.operator]}`, { days: format.number(condition.value) });
    case 'conversions':
    case 'revenue':
    case 'earnings':
      return figureWords(condition, words);
    case 'tags':
      return t(`words.tags_${condition.operator}`, {
        values: named(condition.value, condition.operator === 'all' ? 'and' : 'or'),
      });
    default:
      return t(`words.${condition.field}_${condition.operator}`, { values: named(condition.value) });
  }
}

function figureWords({ field, operator, value }: FigureCondition, { t, format, currency }: Words): string {
  const days = format.number(value.days);
  if (value.number === 0 && operator !== '>=') return t(`words.${field}_none`, { days });
  const isMoney = field !== 'conversions';
  const number = isMoney ? format.money(toMinor(value.number), currency) : format.number(value.number);
  return t(`words.${field}_${COMPARISON_WORDS[operator]}`, { number, days });
}

function groupWords(group: Group, words: Words): string {
  const parts = group.rules.map((part) => (isGroup(part) ? inParentheses(part, words) : conditionWords(part, words)));
  if (parts.length === 0) return words.t('words.everybody');
  // Qualities stand side by side, "in Germany, with no conversion …"; only a choice needs its word.
  return group.combinator === 'and' ? parts.join(words.t('words.comma')) : joined(parts, 'or', words);
}

function inParentheses(group: Group, words: Words): string {
  return words.t(group.not ? 'words.not_group' : 'words.group', { inner: groupWords(group, words) });
}

/** Where the types stand that a rule names as its nouns: "Publishers and apps in Germany …"; -1 when nowhere. */
function leadingTypes(group: Group): number {
  if (group.combinator !== 'and') return -1;
  return group.rules.findIndex((part) => !isGroup(part) && part.field === 'type' && part.operator === 'in');
}

/** A rule as a sentence, as one would say it to a colleague. */
export function ruleSentence(group: Group, words: Words): string {
  const { t } = words;
  if (group.rules.length === 0) return t(group.not ? 'words.not' : 'words.everybody', { inner: t('words.everybody') });
  if (group.not) return t('words.not', { inner: groupWords(group, words) });
  const at = leadingTypes(group);
  const types = group.rules[at];
  const rest = group.rules.filter((part) => part !== types);
  const qualifiers = rest.length === 0 ? '' : groupWords({ ...group, rules: rest }, words);
  if (types === undefined || isGroup(types) || types.field !== 'type') return t('words.partners', { rest: qualifiers });
  const nouns = types.value.map((value) => {
    const type = partnerTypeSchema.options.find((known) => known === value);
    return type === undefined ? value : t(`types.${type}`);
  });
  const subject = joined(nouns, 'and', words);
  const sentence = qualifiers === '' ? subject : t('words.nouns', { nouns: subject, rest: qualifiers });
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
}

/** The words of rules in the reader's language and the program's currency. */
export function useRuleWords() {
  const { t } = useTranslation('segments');
  const { t: core } = useTranslation();
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  const words: Words = { t, core, format, currency };
  return {
    sentence: (group: Group): string => ruleSentence(group, words),
    condition: (condition: Condition): string => conditionWords(condition, words),
    value: (field: string, value: string): string => valueName(field, value, words),
  };
}
