import { useTranslation } from 'react-i18next';
import type { CommissionLine } from '../../../data/commissions/model.ts';
import { currencyOf, type Program } from '../../../data/programs/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { todayIn } from '../../../lib/dates.ts';

const KNOWN_REASONS = ['refund', 'chargeback', 'adjustment'] as const;

export type LineWords = {
  /** "Return · 8.5% of £31.27": what it is and how it was reckoned. */
  readonly terms: (line: CommissionLine) => string;
  /** The reason, or the day from which it is final. */
  readonly detail: (line: CommissionLine) => string;
  readonly reason: (line: CommissionLine) => string;
  readonly country: (line: CommissionLine) => string;
};

/** A line said in words, the same on the page and in the file. */
export function useLineWords(program: Program): LineWords {
  const { t } = useTranslation('details');
  const format = useFormat();
  const currency = currencyOf(program);
  const today = todayIn(program.time_zone);

  const reason = (line: CommissionLine): string => {
    const known = KNOWN_REASONS.find((one) => one === line.reason);
    return known === undefined ? (line.reason ?? '') : t(`lines.reason_${known}`);
  };
  const finality = (line: CommissionLine): string => {
    const date = format.dayTick(line.final_on);
    return line.final_on > today ? t('lines.final_from', { date }) : t('lines.final_since', { date });
  };
  const rule = (line: CommissionLine): string =>
    line.rule_kind === 'percent'
      ? t('lines.of_sale', { rate: format.rate(line.rate_bps ?? 0), sale: format.money(line.base_minor, currency) })
      : t('lines.flat', { amount: format.money(line.flat_minor ?? line.amount_minor, currency) });

  return {
    reason,
    terms: (line) => (line.kind === 'commission' ? rule(line) : `${t(`lines.kind_${line.kind}`)} · ${rule(line)}`),
    detail: (line) => [reason(line), line.state === 'rejected' ? '' : finality(line)].filter(Boolean).join(' · '),
    country: (line) => (line.country === null ? t('breakdown.no_country') : format.country(line.country)),
  };
}
