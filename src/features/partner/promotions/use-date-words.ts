import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import type { ShownPromotion } from '../../../data/promotions/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { beginning, ending } from '../../../lib/moments.ts';

type Dated = Pick<ShownPromotion, 'state' | 'publish_from' | 'publish_until'>;

/** From when to when, in words and in the program's time: its days are the shop's. */
export function useDateWords({ state, publish_from, publish_until }: Dated): string {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const zone = usePlace().program.time_zone;
  const from = beginning(publish_from, zone);
  const until = ending(publish_until, zone);
  if (state === 'live') return t('until', { until: format.moment(until) });
  if (state === 'ended') return t('was', { span: format.dayRange({ from: from.day, to: until.day }) });
  return t('from_until', { from: format.moment(from), until: format.moment(until) });
}
