import { useTranslation } from 'react-i18next';
import type { PartnerRow } from '../../../data/partners/brand-model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { decimalText } from '../../../lib/money.ts';
import type { ColumnName } from './use-columns-shown.ts';

type Cell = string | number | null;

/** A row as cells of a file: amounts as plain decimals in the program's currency, which the head names. */
export function usePartnerCells(columns: readonly ColumnName[]) {
  const { t } = useTranslation('partners');
  const { t: core } = useTranslation();
  const { program } = usePlace();
  const exponent = program.currency_exponent;
  const cellOf: Readonly<Record<ColumnName, (row: PartnerRow) => Cell>> = {
    status: (row) => core(`status.${row.status}`),
    type: (row) => core(`partner_type.${row.type}`),
    tier: (row) => row.tier,
    tags: (row) => row.tags.join(', '),
    country: (row) => row.country,
    code: (row) => row.code,
    joined: (row) => row.joined_on,
    clicks: (row) => row.clicks,
    conversions: (row) => row.conversions,
    revenue: (row) => decimalText(row.revenue_minor, exponent),
    earnings: (row) => decimalText(row.accrued_minor, exponent),
  };
  const money: readonly ColumnName[] = ['revenue', 'earnings'];
  const headOf = (column: ColumnName): string =>
    money.includes(column)
      ? t('export.in_currency', { what: t(`column.${column}`), currency: program.currency })
      : t(`column.${column}`);
  return {
    headers: [t('column.name'), ...columns.map(headOf)],
    cells: (row: PartnerRow): Cell[] => [row.name, ...columns.map((column) => cellOf[column](row))],
  };
}
