import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FateSum, orderFates, totalOf } from '../../../data/insights/brand-events-model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { Minor } from '../../../lib/money.ts';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Money } from '../../../ui/money.tsx';
import { FateBadge, useReasonText } from './fate-badge.tsx';

/** `fate` is null in the last row, the sum over all. */
type FateRow = { readonly fate: FateSum | null; readonly events: number; readonly amount_minor: Minor };

type FatesCardProps = { readonly fates: readonly FateSum[]; readonly onShow: () => void };

/** Every event once: how many ended how, and their sums, to be held against the shop's own books. */
export function FatesCard({ fates, onShow }: FatesCardProps) {
  const { t } = useTranslation('brand');
  const columns = useColumns(onShow);
  if (fates.length === 0) {
    return (
      <Card title={t('fates.title')}>
        <EmptyState title={t('first.title')}>{t('first.body')}</EmptyState>
      </Card>
    );
  }
  const ordered: FateRow[] = orderFates(fates).map((fate) => ({ fate, ...totalOf([fate]) }));
  return (
    <Card title={t('fates.title')} isFlush>
      <DataTable
        caption={t('fates.title')}
        columns={columns}
        rows={[...ordered, { fate: null, ...totalOf(fates) }]}
        isSlim
        rowKey={({ fate }) => (fate === null ? 'all' : `${fate.status} ${fate.reason ?? ''} ${fate.kind}`)}
      />
    </Card>
  );
}

function useColumns(onShow: () => void): Column<FateRow>[] {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  const strong = ({ fate }: FateRow): string => classes(fate === null && 'font-semibold');
  return [
    {
      id: 'fate',
      header: t('fates.ended'),
      cell: ({ fate }) => (fate === null ? t('fates.total') : <FateName fate={fate} onShow={onShow} />),
    },
    {
      id: 'kind',
      header: t('fates.kind'),
      cell: (row) => (
        <span className={strong(row)}>{row.fate === null ? t('fates.every_kind') : t(`kind.${row.fate.kind}`)}</span>
      ),
    },
    {
      id: 'events',
      header: t('fates.events'),
      isFigure: true,
      cell: (row) => <span className={strong(row)}>{format.number(row.events)}</span>,
    },
    {
      id: 'sum',
      header: t('fates.sum'),
      isFigure: true,
      cell: (row) => <Money amount={row.amount_minor} currency={currency} className={strong(row)} />,
    },
  ];
}

function FateName({ fate, onShow }: { readonly fate: FateSum; readonly onShow: () => void }) {
  const { t } = useTranslation('brand');
  const reasonText = useReasonText();
  const search = new URLSearchParams({
    status: fate.status,
    ...(fate.reason === null ? {} : { reason: fate.reason }),
    kind: fate.kind,
  });
  const words = fate.reason === null ? t(`fates.way.${fate.kind}`) : reasonText(fate.reason);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-normal">
      <FateBadge status={fate.status} />
      <Link
        to={`?${search}`}
        onClick={onShow}
        className="inline-flex min-h-11 items-center font-medium hover:underline sm:min-h-0"
      >
        {words}
      </Link>
    </span>
  );
}
