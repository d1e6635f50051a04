import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { DataTable } from '../data-table.tsx';
import { Skeleton } from '../skeleton.tsx';
import { type DayPoint, type Series, seriesColor } from './series.ts';

const DayBars = lazy(() =>
  import('./day-bars.tsx').then(
    (module) => ({ default: module.DayBars }),
    () => ({ default: NoBars }),
  ),
);

type DayChartProps = {
  /** What is shown: "Earnings by day". */
  readonly label: string;
  readonly points: readonly DayPoint[];
  readonly series: readonly Series[];
  readonly isStacked?: boolean;
  /** Exact, for the table and the tooltip. */
  readonly formatValue: (value: number) => string;
  /** Short, for the axis. */
  readonly formatAxis?: (value: number) => string;
  /** For bars that stand for more than a day: what `day`, their first one, is called and shown as. */
  readonly dayHeader?: string;
  readonly formatDay?: (day: string) => string;
  readonly formatTick?: (day: string) => string;
};

const sumOf = (point: DayPoint): number => point.values.reduce((sum, value) => sum + value, 0);

/** Bars by day with their legend, and the same figures as a table for whoever wants to read them. */
export function DayChart({
  label,
  points,
  series,
  isStacked = true,
  formatValue,
  formatAxis = formatValue,
  dayHeader,
  formatDay,
  formatTick,
}: DayChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const dayText = formatDay ?? format.dayShort;
  return (
    <div>
      {series.length > 1 && <Legend series={series} />}
      <div className="h-60">
        <Suspense fallback={<Skeleton className="h-60 w-full" />}>
          <DayBars
            label={label}
            points={points}
            series={series}
            isStacked={isStacked}
            formatValue={formatValue}
            formatAxis={formatAxis}
            formatDay={dayText}
            formatTick={formatTick ?? format.dayTick}
          />
        </Suspense>
      </div>
      <details className="mt-2">
        <summary className="inline-flex min-h-11 items-center text-ink-2 sm:min-h-9">{t('chart.as_table')}</summary>
        <div>
          <DataTable
            caption={label}
            rows={points}
            rowKey={(point) => point.day}
            columns={[
              { id: 'day', header: dayHeader ?? t('chart.day'), cell: (point) => dayText(point.day) },
              ...series.map((one, index) => ({
                id: one.id,
                header: one.label,
                isFigure: true,
                cell: (point: DayPoint) => formatValue(point.values[index] ?? 0),
              })),
              ...(isStacked && series.length > 1
                ? [
                    {
                      id: 'all',
                      header: t('chart.total'),
                      isFigure: true,
                      cell: (point: DayPoint) => formatValue(sumOf(point)),
                    },
                  ]
                : []),
            ]}
          />
        </div>
      </details>
    </div>
  );
}

/** Without a line the drawing cannot be fetched; its figures are here all the same. */
function NoBars() {
  const { t } = useTranslation();
  return <p className="flex h-full items-center justify-center text-ink-3">{t('chart.missing')}</p>;
}

function Legend({ series }: { readonly series: readonly Series[] }) {
  return (
    <ul className="mb-2 flex flex-wrap justify-end gap-x-4 gap-y-1 text-sm text-ink-2">
      {series.map((one, index) => (
        <li key={one.id} className="flex items-center gap-1.5">
          <span aria-hidden="true" className="size-2 rounded-full" style={{ background: seriesColor(series, index) }} />
          {one.label}
        </li>
      ))}
    </ul>
  );
}
