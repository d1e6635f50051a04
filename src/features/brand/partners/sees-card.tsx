import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PartnerPage } from '../../../data/partners/brand-model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { beginning, ending } from '../../../lib/moments.ts';
import { Card } from '../../../ui/card.tsx';

type Promotion = NonNullable<PartnerPage['sees']>['promotions'][number];

/** What the partner finds in their own rooms now; their messages stand in a card of their own. */
export function SeesCard({ sees }: { readonly sees: PartnerPage['sees'] }) {
  const { t } = useTranslation('partners');
  const format = useFormat();
  if (sees === null) {
    return (
      <Card title={t('sees')}>
        <p className="text-ink-3">{t('sees_nothing')}</p>
      </Card>
    );
  }
  return (
    <Card
      title={t('sees')}
      aside={t('sees_creatives', { count: sees.creatives, value: format.number(sees.creatives) })}
    >
      {sees.promotions.length === 0 && <p className="text-ink-3">{t('sees_no_promotions')}</p>}
      <ul className="divide-y divide-line">
        {sees.promotions.map((promotion) => (
          <SeenPromotion key={promotion.id} promotion={promotion} />
        ))}
      </ul>
    </Card>
  );
}

function SeenPromotion({ promotion }: { readonly promotion: Promotion }) {
  const { t } = useTranslation('partners');
  const format = useFormat();
  const { program } = usePlace();
  const isLive = promotion.state === 'live';
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
      <Link
        to={`../promotions/${promotion.id}`}
        className="flex min-h-11 min-w-0 items-center wrap-anywhere hover:underline sm:min-h-0"
      >
        {promotion.name}
      </Link>
      <span className="text-sm text-ink-3">
        {t(`promotion.${promotion.state}`)} ·{' '}
        {isLive
          ? t('sees_until', { time: format.moment(ending(promotion.publish_until, program.time_zone)) })
          : t('sees_from', { time: format.moment(beginning(promotion.publish_from, program.time_zone)) })}
      </span>
    </li>
  );
}
