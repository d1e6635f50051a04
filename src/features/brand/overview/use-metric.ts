import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { OVERVIEW_METRICS, type OverviewMetric } from '../../../data/insights/brand-model.ts';

const metricParser = parseAsStringLiteral(OVERVIEW_METRICS).withDefault('revenue');

/** Which figure the chart shows; in the URL as `?metric=commission`. */
export function useMetric(): readonly [OverviewMetric, (metric: OverviewMetric) => void] {
  const [metric, setMetric] = useQueryState('metric', metricParser);
  return [metric, (next) => void setMetric(next)];
}
