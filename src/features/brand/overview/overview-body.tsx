import type { Overview, OverviewMetric } from '../../../data/insights/brand-model.ts';
import { NeedsYouCard } from './needs-you-card.tsx';
import { OverviewFigures } from './overview-figures.tsx';
import { TopPartnersCard } from './top-partners-card.tsx';
import { TrendCard } from './trend-card.tsx';
import { VisitsNote } from './visits-note.tsx';

type OverviewBodyProps = {
  readonly overview: Overview;
  readonly metric: OverviewMetric;
  readonly onMetric: (metric: OverviewMetric) => void;
};

export function OverviewBody({ overview, metric, onMetric }: OverviewBodyProps) {
  return (
    <div className="flex flex-col gap-4">
      <OverviewFigures overview={overview} />
      <VisitsNote overview={overview} />
      <TrendCard overview={overview} metric={metric} onMetric={onMetric} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,4fr)_minmax(0,3fr)] lg:items-start">
        <TopPartnersCard overview={overview} />
        <NeedsYouCard overview={overview} />
      </div>
    </div>
  );
}
