import { useTranslation } from 'react-i18next';
import type { CommissionLine } from '../../../data/commissions/model.ts';
import { currencyOf, type Program } from '../../../data/programs/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { CommissionBadge } from '../../../ui/commission-badge.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Money } from '../../../ui/money.tsx';
import { SourceCode } from './source-code.tsx';
import { useLineWords } from './use-line-words.ts';

type LinesTableProps = { readonly lines: readonly CommissionLine[]; readonly program: Program };

export function LinesTable({ lines, program }: LinesTableProps) {
  const { t } = useTranslation('details');
  const format = useFormat();
  const words = useLineWords(program);
  const currency = currencyOf(program);
  return (
    <DataTable
      caption={t('lines.title')}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          id: 'order',
          header: t('lines.order'),
          cell: (line) => <Stacked main={line.order_ref ?? t(`lines.kind_${line.kind}`)} more={words.terms(line)} />,
        },
        {
          id: 'date',
          header: t('lines.date'),
          cell: (line) => <span className="whitespace-nowrap">{format.dayShort(line.day)}</span>,
        },
        {
          id: 'state',
          header: t('lines.state'),
          cell: (line) => (
            <span className="flex flex-col items-end gap-0.5 @2xl:items-start">
              <CommissionBadge state={line.state} />
              <span className="text-sm text-ink-3">{words.detail(line)}</span>
            </span>
          ),
        },
        { id: 'country', header: t('lines.country'), cell: (line) => words.country(line) },
        {
          id: 'code',
          header: t('lines.code'),
          cell: (line) => <SourceCode code={line.code ?? '–'} promotion={line.promotion} />,
        },
        {
          id: 'amount',
          header: t('lines.amount'),
          isFigure: true,
          cell: (line) => <Money amount={line.amount_minor} currency={currency} className="font-semibold" />,
        },
      ]}
    />
  );
}

function Stacked({ main, more }: { readonly main: string; readonly more: string }) {
  return (
    <span className="flex flex-col">
      <span>{main}</span>
      <span className="text-sm font-normal text-ink-3">{more}</span>
    </span>
  );
}
