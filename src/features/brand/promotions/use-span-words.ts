import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import type { Promotion } from '../../../data/promotions/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { beginning, ending } from '../../../lib/moments.ts';

type Dated = Pick<Promotion, 'prepare_from' | 'publish_from' | 'publish_until' | 'state'>;

/** The days of a promotion in the program's zone, and from when partners see it while they do not yet. */
export function useSpanWords(): (promotion: Dated) => string {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const zone = usePlace().program.time_zone;
  return ({ prepare_from, publish_from, publish_until, state }) => {
    if (publish_from === null || publish_until === null) return t('brand.no_dates');
    const span = format.dayRange({ from: beginning(publish_from, zone).day, to: ending(publish_until, zone).day });
    if (state !== 'coming' || prepare_from === null || Date.parse(prepare_from) <= Date.now()) return span;
    return t('brand.seen_from', { span, day: format.dayTick(beginning(prepare_from, zone).day) });
  };
}
