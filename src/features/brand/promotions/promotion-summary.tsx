import { useTranslation } from 'react-i18next';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import type { PromotionDetail } from '../../../data/promotions/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { Money } from '../../../ui/money.tsx';
import { StateBadge } from './state-badge.tsx';
import { useSpanWords } from './use-span-words.ts';

/** Where it stands and what came by its codes, less what was given back. */
export function PromotionSummary({ promotion }: { readonly promotion: PromotionDetail }) {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  const span = useSpanWords();
  const figures = [
    { label: t('brand.orders'), value: format.number(promotion.orders) },
    { label: t('brand.revenue'), value: <Money amount={promotion.revenue_minor} currency={currency} /> },
    { label: t('brand.commission'), value: <Money amount={promotion.commission_minor} currency={currency} /> },
  ];
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2">
          <StateBadge state={promotion.state} />
          {span(promotion)}
        </p>
        <dl className="flex flex-wrap gap-x-8 gap-y-2">
          {figures.map(({ label, value }) => (
            <div key={label}>
              <dt className="text-sm text-ink-2">{label}</dt>
              <dd className="text-lg font-semibold tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Card>
  );
}
