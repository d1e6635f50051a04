import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { OVERVIEW_METRICS, type Overview, type OverviewMetric } from '../../../data/insights/brand-model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { useMe, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWeekStart } from '../../../i18n/week-start.ts';
import { Card } from '../../../ui/card.tsx';
import { moneyAxis } from '../../../ui/chart/money-axis.ts';
import { TimeChart } from '../../../ui/chart/time-chart.tsx';
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
  const { t } = useTranslation('brand');
  const weekStart = useWeekStart(useMe()?.week_start);
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
    </Card>
  );
}

type TrendChartProps = { readonly trend: Trend; readonly metric: OverviewMetric; readonly label: string };

function TrendChart({ trend, metric, label }: TrendChartProps) {
  const format = useFormat();
  const nameOf = useGroupName();
  const currency = currencyOf(usePlace().program);
  return (
    <TimeChart
      label={label}
      size={trend.size}
      points={trend.buckets.map((span, index) => ({ span, values: trend.values[index] ?? [] }))}
      series={trend.groups.map((group) => ({ id: group.types.join('+'), label: nameOf(group), isQuiet: group.isRest }))}
      {...(metric === 'conversions' ? { formatValue: format.number } : moneyAxis(format, currency))}
    />
  );
}
