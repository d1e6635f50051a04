import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { EventRow } from '../../../data/insights/brand-events-model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Money } from '../../../ui/money.tsx';
import { FateBadge, useReasonText } from './fate-badge.tsx';

export function EventsTable({ rows }: { readonly rows: readonly EventRow[] }) {
  const { t } = useTranslation('brand');
  return <DataTable caption={t('events.list')} columns={useColumns()} rows={rows} rowKey={(row) => row.id} />;
}

function useColumns(): Column<EventRow>[] {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const { program } = usePlace();
  const currency = currencyOf(program);
  return [
    { id: 'event', header: t('events.event'), cell: (row) => <EventName row={row} /> },
    {
      id: 'time',
      header: t('events.time'),
      cell: (row) => <span className="whitespace-nowrap">{format.instant(row.occurred_at, program.time_zone)}</span>,
    },
    { id: 'kind', header: t('fates.kind'), cell: (row) => t(`kind.${row.kind}`) },
    { id: 'partner', header: t('events.partner'), cell: (row) => <Credit row={row} /> },
    {
      id: 'amount',
      header: t('events.amount'),
      isFigure: true,
      cell: (row) => <Money amount={row.amount_minor} currency={currency} />,
    },
    { id: 'fate', header: t('events.fate'), cell: (row) => <Fate row={row} /> },
  ];
}

/** Leads to the story; where it came from goes along, so that the way back finds the same filter. */
function EventName({ row }: { readonly row: EventRow }) {
  const { t } = useTranslation('brand');
  const { search } = useLocation();
  return (
    <>
      <Link to={row.id} state={{ search }} className="wrap-anywhere hover:underline">
        {row.external_id}
      </Link>
      {row.order_ref !== null && row.order_ref !== row.external_id && (
        <span className="block text-sm font-normal wrap-anywhere text-ink-3">
          {t('events.order_of', { order: row.order_ref })}
        </span>
      )}
    </>
  );
}

/** Whose it is, and below it the promotion code that was typed in, which leads to its promotion. */
function Credit({ row }: { readonly row: EventRow }) {
  return (
    <span className="flex flex-col items-end @2xl:items-start">
      <span>
        <Partner row={row} />
      </span>
      {row.promotion_code !== null && (
        <span className="text-sm text-ink-3">
          {row.promotion === null ? (
            row.promotion_code
          ) : (
            <Link to={`../promotions/${row.promotion.id}`} title={row.promotion.name} className="hover:underline">
              {row.promotion_code}
            </Link>
          )}
        </span>
      )}
    </span>
  );
}

function Partner({ row }: { readonly row: EventRow }) {
  const { t } = useTranslation('brand');
  if (row.partner_name !== null && row.partnership_id !== null)
    return (
      <Link to={`../partners/${row.partnership_id}`} className="wrap-anywhere hover:underline">
        {row.partner_name}
      </Link>
    );
  if (row.status === 'applied') return <span className="text-ink-3">{t('events.organic')}</span>;
  return <span className="text-ink-3">{row.partner_code ?? '–'}</span>;
}

function Fate({ row }: { readonly row: EventRow }) {
  const { t } = useTranslation('brand');
  const reasonText = useReasonText();
  const isTakenBack = row.status === 'applied' && row.conversion_status === 'rejected';
  return (
    <span className="inline-flex flex-col items-end gap-0.5 @2xl:items-start">
      <FateBadge status={row.status} />
      {row.reason !== null && <span className="text-sm text-ink-2">{reasonText(row.reason)}</span>}
      {isTakenBack && <span className="text-sm text-ink-2">{t('events.rejected_in_review')}</span>}
    </span>
  );
}
