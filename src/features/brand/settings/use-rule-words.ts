import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../data/programs/settings-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { todayIn } from '../../../lib/dates.ts';
import { beginning } from '../../../lib/moments.ts';
import { type Currency, toMinor } from '../../../lib/money.ts';

export type Terms = Pick<Rule, 'kind' | 'rate_bps' | 'flat_minor'>;

/** A rule that began before this began with the program. */
const LONG_AGO = '2001-01-01T00:00:00Z';

/** Rules as sentences: what is earned, and since when. */
export function useRuleWords(currency: Currency, zone: string) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const terms = ({ kind, rate_bps: rate, flat_minor: fee }: Terms): string =>
    kind === 'percent'
      ? t('earns_percent', { rate: format.rate(rate ?? 0) })
      : t('earns_flat', { money: format.money(toMinor(fee ?? 0), currency) });
  /** A day where it begins with one, else to the minute. */
  const when = (instant: string): string => {
    const { time } = beginning(instant, zone);
    return time === null ? format.dayShort(todayIn(zone, new Date(instant))) : format.instant(instant, zone);
  };
  const sentence = (rule: Rule, state: 'present' | 'coming' | 'past'): string => {
    const said = { time: when(rule.effective_from), terms: terms(rule) };
    if (state === 'coming') return t('from', said);
    if (state === 'past') return t('was', said);
    return Date.parse(rule.effective_from) < Date.parse(LONG_AGO) ? t('always', said) : t('since', said);
  };
  return { terms, when, sentence };
}
