import { useQuery } from '@tanstack/react-query';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslation } from 'react-i18next';
import { BREAKDOWNS, type BreakdownRow, type PartnerEarnings } from '../../../data/insights/partner-model.ts';
import { partnerInsightQueries } from '../../../data/insights/partner-queries.ts';
import { currencyOf, type Program } from '../../../data/programs/model.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Money } from '../../../ui/money.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useSorting } from '../../../ui/sorting.ts';
import { BreakdownExport } from './breakdown-export.tsx';
import { hasClicks, shownRows } from './breakdown-rows.ts';
import { SourceCode } from './source-code.tsx';
import { useSourceNames } from './use-source-names.ts';

type BreakdownCardProps = { readonly earnings: PartnerEarnings; readonly program: Program };

const byParser = parseAsStringLiteral(BREAKDOWNS).withDefault('code');

/** The same total by code, by link or by country. */
export function BreakdownCard({ earnings, program }: BreakdownCardProps) {
  const { t } = useTranslation('details');
  const [by, setBy] = useQueryState('by', byParser);
  const days = { from: earnings.from, to: earnings.to };
  const query = useQuery(partnerInsightQueries.breakdown(useAddress(), days, by));
  const segments = BREAKDOWNS.map((value) => ({ value, label: t(`breakdown.by_${value}`) }));
  return (
    <Card
      title={t('breakdown.title')}
      aside={
        <Segmented label={t('breakdown.by')} segments={segments} value={by} onChange={(value) => void setBy(value)} />
      }
      isFlush
    >
      <PageState query={query} skeleton={<Skeleton className="m-5 h-40" />}>
        {(rows) => <BreakdownTable key={by} rows={shownRows(rows, by)} by={by} days={days} program={program} />}
      </PageState>
    </Card>
  );
}

const SORT = {
  name: (row: BreakdownRow) => row.label,
  earned: (row: BreakdownRow) => row.accrued_minor,
  sales: (row: BreakdownRow) => row.revenue_minor,
  orders: (row: BreakdownRow) => row.conversions,
  clicks: (row: BreakdownRow) => row.clicks,
};

type BreakdownTableProps = {
  readonly rows: readonly BreakdownRow[];
  readonly by: (typeof BREAKDOWNS)[number];
  readonly days: { readonly from: string; readonly to: string };
  readonly program: Program;
};

function BreakdownTable({ rows, by, days, program }: BreakdownTableProps) {
  const { t } = useTranslation('details');
  const format = useFormat();
  const nameOf = useSourceNames(by);
  const currency = currencyOf(program);
  const sorted = useSorting(rows, SORT, 'earned');
  if (rows.length === 0) return <EmptyState title={t('breakdown.empty')} />;
  const figure = { isFigure: true, isSortable: true } as const;
  return (
    <>
      <DataTable
        caption={t('breakdown.title')}
        rows={sorted.rows}
        rowKey={(row) => row.key ?? ''}
        sorting={sorted.sorting}
        columns={[
          {
            id: 'name',
            header: t(`breakdown.by_${by}`),
            isSortable: true,
            cell: (row) => <SourceCode code={nameOf(row)} promotion={row.promotion} />,
          },
          {
            ...figure,
            id: 'earned',
            header: t('breakdown.earned'),
            cell: (row) => <Money amount={row.accrued_minor} currency={currency} />,
          },
          {
            ...figure,
            id: 'sales',
            header: t('breakdown.sales'),
            cell: (row) => <Money amount={row.revenue_minor} currency={currency} />,
          },
          { ...figure, id: 'orders', header: t('breakdown.orders'), cell: (row) => format.number(row.conversions) },
          ...(hasClicks(by)
            ? [
                {
                  ...figure,
                  id: 'clicks',
                  header: t('breakdown.clicks'),
                  cell: (row: BreakdownRow) => format.number(row.clicks),
                },
              ]
            : []),
        ]}
      />
      <BreakdownExport rows={sorted.rows} by={by} days={days} program={program} />
    </>
  );
}
