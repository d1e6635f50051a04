import { useTranslation } from 'react-i18next';
import type { Finding } from './import-counts.ts';

const REASONS = [
  'no_customer',
  'no_order_with_enough_left',
  'paused_partner',
  'unknown_code',
  'click_after_conversion',
  'zero_amount',
  'not_an_order',
  'duplicate_order',
] as const;

/** The words of a reason; one that this portal does not know yet stays as the database calls it. */
export function useReasonWords() {
  const { t } = useTranslation('import');
  return (reason: string) => {
    const known = REASONS.find((one) => one === reason);
    return known === undefined ? reason : t(`reason.${known}`);
  };
}

/** What is wrong with a line, in a few words. */
export function useFindingWords() {
  const { t } = useTranslation('import');
  const reasonWords = useReasonWords();
  return (finding: Finding) => {
    if (finding.kind === 'malformed') return t(`line_error.${finding.error.code}`);
    const { fate, reason } = finding.issue;
    return reason === null ? t(`fate_long.${fate}`) : `${t(`fate.${fate}`)}: ${reasonWords(reason)}`;
  };
}
