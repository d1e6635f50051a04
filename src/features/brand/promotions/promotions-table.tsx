import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import type { Promotion } from '../../../data/promotions/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Money } from '../../../ui/money.tsx';
import { StateBadge } from './state-badge.tsx';
import { useSpanWords } from './use-span-words.ts';

export function PromotionsTable({ promotions }: { readonly promotions: readonly Promotion[] }) {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const { program } = usePlace();
  const currency = currencyOf(program);
  const span = useSpanWords();
  const audienceOf = ({ audience, segments }: Promotion): string =>
    audience === 'everyone' ? t('brand.everyone') : format.list(segments);
  return (
    <DataTable
      caption={t('title')}
      rows={promotions}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'name',
          header: t('brand.name'),
          cell: (row) => (
            <span className="flex flex-col">
              <Link to={row.id} className="-my-3 py-3 wrap-anywhere hover:underline">
                {row.name}
              </Link>
              <span className="text-sm font-normal text-ink-3">{row.offer}</span>
            </span>
          ),
        },
        {
          id: 'state',
          header: t('brand.state'),
          cell: (row) => (
            <span className="inline-flex flex-col items-end gap-0.5 @2xl:items-start">
              <StateBadge state={row.state} />
              <span className="text-sm text-ink-2">{span(row)}</span>
            </span>
          ),
        },
        { id: 'audience', header: t('brand.audience'), cell: audienceOf },
        { id: 'codes', header: t('brand.codes'), isFigure: true, cell: (row) => format.number(row.codes) },
        { id: 'orders', header: t('brand.orders'), isFigure: true, cell: (row) => format.number(row.orders) },
        {
          id: 'revenue',
          header: t('brand.revenue'),
          isFigure: true,
          cell: (row) => <Money amount={row.revenue_minor} currency={currency} />,
        },
      ]}
    />
  );
}
