import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { OVERVIEW_METRICS, type Overview, type OverviewMetric } from '../../../data/insights/brand-model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { useMe, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { weekStartIn } from '../../../i18n/week-start.ts';
import { type Day, type DayRange, monthOf } from '../../../lib/dates.ts';
import { toMinor } from '../../../lib/money.ts';
import { Card } from '../../../ui/card.tsx';
import { DayChart } from '../../../ui/chart/day-chart.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { type Trend, trendOf } from './trend.ts';
import { useGroupName } from './use-group-name.ts';

type TrendCardProps = {
  readonly overview: Overview;
  readonly metric: OverviewMetric;
  readonly onMetric: (metric: OverviewMetric) => void;
};

/** A figure over time, stacked by the partner types that bring the most of it. */
export function TrendCard({ overview, metric, onMetric }: TrendCardProps) {
  const { t, i18n } = useTranslation('brand');
  const weekStart = useMe()?.week_start ?? weekStartIn(i18n.language);
  const trend = useMemo(() => trendOf(overview, metric, weekStart), [overview, metric, weekStart]);
  const label = t(`trend.${metric}_by_${trend.size}`);
  return (
    <Card
      title={label}
      aside={
        <Segmented
          label={t('trend.metric')}
          value={metric}
          onChange={onMetric}
          segments={OVERVIEW_METRICS.map((value) => ({ value, label: t(`trend.${value}`) }))}
        />
      }
    >
      {trend.groups.length === 0 ? (
        <EmptyState title={t('trend.nothing')}>{t('trend.nothing_more')}</EmptyState>
      ) : (
        <TrendChart trend={trend} metric={metric} label={label} />
      )}
      {trend.size !== 'day' && <p className="mt-2 text-sm text-ink-3">{t(`trend.ends_of_${trend.size}`)}</p>}
    </Card>
  );
}

type TrendChartProps = { readonly trend: Trend; readonly metric: OverviewMetric; readonly label: string };

function TrendChart({ trend, metric, label }: TrendChartProps) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const nameOf = useGroupName();
  const currency = currencyOf(usePlace().program);
  const bucketAt = (day: Day): DayRange => trend.buckets.find((one) => one.from === day) ?? { from: day, to: day };
  const isMoney = metric !== 'conversions';
  const bucketText = (day: Day): string => {
    const bucket = bucketAt(day);
    return bucket.from === bucket.to ? format.dayShort(day) : format.dayRange(bucket);
  };
  return (
    <DayChart
      label={label}
      points={trend.buckets.map((bucket, index) => ({ day: bucket.from, values: trend.values[index] ?? [] }))}
      series={trend.groups.map((group) => ({ id: group.types.join('+'), label: nameOf(group), isQuiet: group.isRest }))}
      formatValue={(value) => (isMoney ? format.money(toMinor(value), currency) : format.number(value))}
      formatAxis={(value) =>
        isMoney ? format.money(toMinor(Math.round(value)), currency, { isWhole: true }) : format.number(value)
      }
      dayHeader={t(`trend.${trend.size}`)}
      formatDay={bucketText}
      formatTick={(day) => (trend.size === 'month' ? format.monthTick(monthOf(day)) : format.dayTick(day))}
    />
  );
}
