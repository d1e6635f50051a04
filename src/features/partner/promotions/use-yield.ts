import { useTranslation } from 'react-i18next';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import type { ShownPromotion } from '../../../data/promotions/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** What the own code has brought so far; null while it brought nothing. */
export function useYield({ orders, commission_minor }: ShownPromotion): string | null {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  if (orders === 0) return null;
  return t('brought', { count: orders, value: format.number(orders), money: format.money(commission_minor, currency) });
}
