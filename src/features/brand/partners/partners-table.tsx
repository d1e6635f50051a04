import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { type PartnerRow, type PartnerSort, SORTS } from '../../../data/partners/brand-model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Money } from '../../../ui/money.tsx';
import { StatusBadge } from './status-badge.tsx';
import { TagList } from './tag-list.tsx';
import type { ColumnName } from './use-columns-shown.ts';
import { type Listing, startsUp } from './use-partner-list.ts';

export type Selection = {
  readonly isChosen: (id: string) => boolean;
  readonly onToggle: (id: string) => void;
};

type PartnersTableProps = {
  readonly rows: readonly PartnerRow[];
  readonly listing: Listing;
  readonly columns: readonly ColumnName[];
  /** Null for those who may only look. */
  readonly selection: Selection | null;
};

export function PartnersTable({ rows, listing, columns, selection }: PartnersTableProps) {
  const { t } = useTranslation('partners');
  const { order, onSort } = listing;
  const handleSort = (column: string) => {
    const by: PartnerSort = SORTS.find((sort) => sort === column) ?? 'name';
    onSort(by, by === order.by ? !order.isUp : startsUp(by));
  };
  return (
    // Many columns are wider than a screen: then the table moves within its card, and the page does not.
    <div className="overflow-x-auto">
      <DataTable
        caption={t('list')}
        columns={useColumns(columns, selection)}
        rows={rows}
        rowKey={(row) => row.id}
        sorting={{ column: order.by, direction: order.isUp ? 'up' : 'down', onSort: handleSort }}
      />
    </div>
  );
}

function useColumns(shown: readonly ColumnName[], selection: Selection | null): Column<PartnerRow>[] {
  const { t } = useTranslation('partners');
  const { t: core } = useTranslation();
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  const head = (id: ColumnName) => ({ id, header: t(`column.${id}`) });
  const figure = (id: ColumnName) => ({ ...head(id), isFigure: true, isSortable: true });
  const all: Readonly<Record<ColumnName, Column<PartnerRow>>> = {
    status: { ...head('status'), cell: (row) => <StatusBadge status={row.status} /> },
    type: { ...head('type'), cell: (row) => core(`partner_type.${row.type}`) },
    tier: { ...head('tier'), cell: (row) => row.tier ?? '–' },
    tags: { ...head('tags'), cell: (row) => <TagList tags={row.tags} /> },
    country: { ...head('country'), cell: (row) => format.country(row.country) },
    code: { ...head('code'), cell: (row) => <span className="wrap-anywhere">{row.code}</span> },
    joined: { ...head('joined'), isSortable: true, cell: (row) => format.dayShort(row.joined_on) },
    clicks: { ...figure('clicks'), cell: (row) => format.number(row.clicks) },
    conversions: { ...figure('conversions'), cell: (row) => format.number(row.conversions) },
    revenue: { ...figure('revenue'), cell: (row) => <Money amount={row.revenue_minor} currency={currency} /> },
    earnings: { ...figure('earnings'), cell: (row) => <Money amount={row.accrued_minor} currency={currency} /> },
  };
  return [
    {
      id: 'name',
      header: t('column.name'),
      isSortable: true,
      cell: (row) => <Name row={row} selection={selection} />,
    },
    ...shown.map((column) => all[column]),
  ];
}

/** Leads to the partner; where it came from goes along, so that the way back finds the same list. */
function Name({ row, selection }: { readonly row: PartnerRow; readonly selection: Selection | null }) {
  const { t } = useTranslation('partners');
  const { search } = useLocation();
  const id = useId();
  return (
    <span className="flex items-center gap-2 sm:items-start @2xl:min-w-36">
      {selection !== null && (
        <label htmlFor={id} className="-my-2.5 -ms-2.5 flex size-11 shrink-0 items-center justify-center">
          <input
            id={id}
            type="checkbox"
            aria-label={t('choose', { name: row.name })}
            checked={selection.isChosen(row.id)}
            onChange={() => selection.onToggle(row.id)}
            className="size-5 accent-accent"
          />
        </label>
      )}
      <Link
        to={row.id}
        state={{ search }}
        className="flex min-h-11 min-w-11 items-center wrap-break-word hover:underline sm:min-h-0"
      >
        {row.name}
      </Link>
    </span>
  );
}
