import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isQuiet } from '../../../data/insights/brand-model.ts';
import { brandQueries } from '../../../data/insights/brand-queries.ts';
import { useAddress, useMe, usePlace } from '../../../data/programs/place.ts';
import { todayIn } from '../../../lib/dates.ts';
import { rangeBefore, rangeOn } from '../../../lib/ranges.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { RangeMeta } from '../../../ui/range-meta.tsx';
import { RangePicker } from '../../../ui/range-picker.tsx';
import { useRange } from '../../../ui/use-range.ts';
import { OverviewBody } from './overview-body.tsx';
import { OverviewExport } from './overview-export.tsx';
import { OverviewSkeleton } from './overview-skeleton.tsx';
import { QuietProgram } from './quiet-program.tsx';
import { useMetric } from './use-metric.ts';

/** What partners bring this program, in a range of days; who brings it; and what waits for a person. */
export function OverviewPage() {
  const { t } = useTranslation('brand');
  const { program } = usePlace();
  const address = useAddress();
  const me = useMe();
  const range = useRange();
  const [metric, setMetric] = useMetric();
  const today = todayIn(program.time_zone);
  const query = useQuery(
    brandQueries.overview(address, {
      days: rangeOn(range.choice, today),
      compare: range.isCompared ? rangeBefore(range.choice, today) : null,
    }),
  );
  const shown = query.data;
  // While other days are fetched the old ones stay, and the line above says which they are.
  const known = shown === undefined ? query : { ...query, dataUpdatedAt: Date.parse(shown.as_of) };
  return (
    <>
      <PageHeader
        title={t('overview.title')}
        meta={
          shown === undefined ? (
            '\u00a0'
          ) : (
            <RangeMeta
              days={shown}
              timeZone={program.time_zone}
              currencyCode={program.currency}
              asOf={shown.as_of}
              readerZone={program.time_zone}
            />
          )
        }
        actions={
          <>
            <RangePicker range={range} today={today} weekStart={me?.week_start ?? null} />
            <OverviewExport overview={shown} metric={metric} />
          </>
        }
      />
      <PageState query={known} skeleton={<OverviewSkeleton />}>
        {(overview) => (
          <div aria-busy={query.isPlaceholderData} className={query.isPlaceholderData ? 'opacity-60' : undefined}>
            {isQuiet(overview) && <QuietProgram />}
            <OverviewBody overview={overview} metric={metric} onMetric={setMetric} />
          </div>
        )}
      </PageState>
    </>
  );
}
