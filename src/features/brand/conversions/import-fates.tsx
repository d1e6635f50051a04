import { useTranslation } from 'react-i18next';
import type { FateCount } from '../../../data/conversions/answers.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { type Minor, sumMinor } from '../../../lib/money.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Money } from '../../../ui/money.tsx';
import { byFate, fateKey } from './import-counts.ts';
import { useReasonWords } from './import-words.ts';

type FateRow = { readonly id: string; readonly words: string; readonly rows: number; readonly amount: Minor | null };

/** What the rows of a file come to: rows and sum by fate, malformed lines, and the sum of it all. */
export function FatesTable({ counts, badLines }: { readonly counts: readonly FateCount[]; readonly badLines: number }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  const reasonWords = useReasonWords();
  const rows: FateRow[] = [...counts].sort(byFate).map((count) => ({
    id: fateKey(count),
    words: `${t(`fate.${count.fate}`)}: ${count.reason === null ? t(`kind.${count.kind}`) : reasonWords(count.reason)}`,
    rows: count.rows,
    amount: count.amount_minor,
  }));
  if (badLines > 0) rows.push({ id: 'bad', words: t('fates.bad_lines'), rows: badLines, amount: null });
  const all = {
    id: 'all',
    words: t('fates.all'),
    rows: 0,
    amount: sumMinor(counts.map((count) => count.amount_minor)),
  };
  rows.push({ ...all, rows: rows.reduce((sum, row) => sum + row.rows, 0) });
  const strong = (row: FateRow) => (row.id === 'all' ? 'font-semibold' : 'font-normal');
  const columns: Column<FateRow>[] = [
    { id: 'fate', header: t('fates.fate'), cell: (row) => <span className={strong(row)}>{row.words}</span> },
    {
      id: 'rows',
      header: t('fates.rows'),
      isFigure: true,
      cell: (row) => <span className={strong(row)}>{format.number(row.rows)}</span>,
    },
    {
      id: 'sum',
      header: t('fates.sum', { currency: currency.code }),
      isFigure: true,
      cell: (row) =>
        row.amount === null ? '–' : <Money amount={row.amount} currency={currency} className={strong(row)} />,
    },
  ];
  return <DataTable caption={t('fates.caption')} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
