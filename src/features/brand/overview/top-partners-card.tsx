import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Leader, Overview } from '../../../data/insights/brand-model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Delta } from '../../../ui/delta.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Money } from '../../../ui/money.tsx';
import { monthSpans } from './month-spans.ts';

/** Who brought the most this month, each against as many days of the month before. */
export function TopPartnersCard({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const columns = useColumns();
  const { now, before } = monthSpans(overview.month, overview.today);
  return (
    <Card title={t('top.title')} isFlush>
      <p className="px-4 text-sm text-ink-3 sm:px-5">
        {t('top.spans', { now: format.dayRange(now), before: format.dayRange(before) })}
      </p>
      {overview.top.length === 0 ? (
        <EmptyState title={t('top.none')}>{t('top.none_more')}</EmptyState>
      ) : (
        <DataTable
          caption={t('top.title')}
          columns={columns}
          rows={overview.top}
          rowKey={(leader) => leader.partnership_id}
          isSlim
        />
      )}
    </Card>
  );
}

function useColumns(): Column<Leader>[] {
  const { t } = useTranslation('brand');
  const { t: core } = useTranslation();
  const currency = currencyOf(usePlace().program);
  return [
    {
      id: 'partner',
      header: t('top.partner'),
      cell: (leader) => (
        <Link to={`../partners/${leader.partnership_id}`} className="hover:underline">
          {leader.partner_name}
        </Link>
      ),
    },
    { id: 'type', header: t('top.type'), cell: (leader) => core(`partner_type.${leader.partner_type}`) },
    {
      id: 'revenue',
      header: t('top.revenue'),
      isFigure: true,
      cell: (leader) => <Money amount={leader.revenue_minor} currency={currency} />,
    },
    {
      id: 'change',
      header: t('top.change'),
      isFigure: true,
      cell: (leader) => <Delta now={leader.revenue_minor} before={leader.previous_revenue_minor} />,
    },
  ];
}
