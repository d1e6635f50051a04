import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PartnerHome } from '../../../data/insights/partner-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ending } from '../../../lib/moments.ts';
import { Card } from '../../../ui/card.tsx';
import { CodeCopy } from '../../../ui/code-copy.tsx';
import { Countdown } from '../../../ui/countdown.tsx';

type EndingCardProps = { readonly promotions: PartnerHome['ending']; readonly zone: string };

/** Promotions whose end is near, each with the code to copy. */
export function EndingCard({ promotions, zone }: EndingCardProps) {
  const { t } = useTranslation('partner');
  const format = useFormat();
  return (
    <Card
      title={t('home.ending')}
      aside={
        <Link to="../promotions" className="underline-offset-4 hover:underline">
          {t('home.all_promotions')}
        </Link>
      }
      isFlush
    >
      <ul>
        {promotions.map((promotion) => (
          <li key={promotion.id} className="border-line px-4 py-3 sm:px-5 [&+&]:border-t">
            <div className="flex items-start justify-between gap-3">
              <Link
                to={`../promotions/${promotion.id}`}
                className="-my-3 py-3 font-semibold underline-offset-4 hover:underline"
              >
                {promotion.name}
              </Link>
              <Countdown until={promotion.publish_until} />
            </div>
            <p className="text-ink-2">{promotion.offer}</p>
            <p className="text-sm text-ink-3">
              {t('home.until', { when: format.moment(ending(promotion.publish_until, zone)) })}
            </p>
            {promotion.code !== null && (
              <div className="mt-2">
                <CodeCopy code={promotion.code} label={t('home.copy_code')} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
