import { useTranslation } from 'react-i18next';
import type { Breakdown, BreakdownRow } from '../../../data/insights/partner-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** What a row of the breakdown is called: on the page and in the file alike. */
export function useSourceNames(by: Breakdown): (row: BreakdownRow) => string {
  const { t } = useTranslation('details');
  const format = useFormat();
  return (row) => {
    if (row.key === null) return t(`breakdown.no_${by}`);
    const label = row.label ?? row.key;
    return by === 'country' ? format.country(label) : label;
  };
}
