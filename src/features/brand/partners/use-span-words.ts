import { useTranslation } from 'react-i18next';
import { EVER, type Span } from '../../../data/partners/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** "All time", "2026", "November 2026". */
export function useSpanWords(): (span: Span) => string {
  const { t } = useTranslation('partners');
  const format = useFormat();
  return (span) => {
    if (span === EVER) return t('span.ever');
    return span.length === 4 ? span : format.month(span);
  };
}
