import { useTranslation } from 'react-i18next';
import type { TypeGroup } from '../../../data/insights/brand-series.ts';

/** "Publishers", or "Others" for several types at once. */
export function useGroupName(): (group: TypeGroup) => string {
  const { t } = useTranslation('brand');
  return (group) => {
    const [type, ...more] = group.types;
    return type === undefined || more.length > 0 ? t('trend.others') : t(`partner_types.${type}`);
  };
}
