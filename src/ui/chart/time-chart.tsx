import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { BucketSize } from '../../lib/buckets.ts';
import { monthOf } from '../../lib/dates.ts';
import { DataTable } from '../data-table.tsx';
import { Skeleton } from '../skeleton.tsx';
import { type Series, seriesColor, type TimePoint } from './series.ts';

const TimeBars = lazy(() =>
  import('./time-bars.tsx').then(
    (module) => ({ default: module.TimeBars }),
    () => ({ default: NoBars }),
  ),
);

type TimeChartProps = {
  /** What is shown: "Earnings by day". */
  readonly label: string;
  /** What each point stands for. */
  readonly size: BucketSize;
  readonly points: readonly TimePoint[];
  readonly series: readonly Series[];
  readonly isStacked?: boolean;
  /** Exact, for the table and the tooltip. */
  readonly formatValue: (value: number) => string;
  /** Short, for the axis. */
  readonly formatAxis?: (value: number) => string;
};

const sumOf = (point: TimePoint): number => point.values.reduce((sum, value) => sum + value, 0);

/** Bars over time with their legend, and the same figures as a table for whoever wants to read them. */
export function TimeChart({
  label,
  size,
  points,
  series,
  isStacked = true,
  formatValue,
  formatAxis = formatValue,
}: TimeChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const spanText = ({ span }: TimePoint) =>
    span.from === span.to ? format.dayShort(span.from) : format.dayRange(span);
  return (
    <div>
      {series.length > 1 && <Legend series={series} />}
      <div className="h-60">
        <Suspense fallback={<Skeleton className="h-60 w-full" />}>
          <TimeBars
            label={label}
            points={points}
            series={series}
            isStacked={isStacked}
            formatValue={formatValue}
            formatAxis={formatAxis}
            formatPoint={spanText}
            formatTick={(day) => (size === 'month' ? format.monthTick(monthOf(day)) : format.dayTick(day))}
          />
        </Suspense>
      </div>
      {size !== 'day' && <p className="mt-2 text-sm text-ink-3">{t(`chart.ends_of_${size}`)}</p>}
      <details className="mt-2">
        <summary className="inline-flex min-h-11 items-center text-ink-2 sm:min-h-9">{t('chart.as_table')}</summary>
        <div>
          <DataTable
            caption={label}
            rows={points}
            rowKey={(point) => point.span.from}
            columns={[
              { id: 'span', header: t(`chart.${size}`), cell: spanText },
              ...series.map((one, index) => ({
                id: one.id,
                header: one.label,
                isFigure: true,
                cell: (point: TimePoint) => formatValue(point.values[index] ?? 0),
              })),
              ...(isStacked && series.length > 1
                ? [
                    {
                      id: 'all',
                      header: t('chart.total'),
                      isFigure: true,
                      cell: (point: TimePoint) => formatValue(sumOf(point)),
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
