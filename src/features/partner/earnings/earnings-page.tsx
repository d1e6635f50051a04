import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor, guessedToday } from '../../../data/insights/earnings-ask.ts';
import { partnerInsightQueries } from '../../../data/insights/partner-queries.ts';
import { useAddress, useMe } from '../../../data/programs/place.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { QueryString } from '../../../ui/query-string.tsx';
import { RangePicker } from '../../../ui/range-picker.tsx';
import { useRange } from '../../../ui/use-range.ts';
import { EarningsContent } from './earnings-content.tsx';
import { EarningsMeta } from './earnings-meta.tsx';
import { EarningsSkeleton } from './earnings-skeleton.tsx';

export function EarningsPage() {
  return (
    <QueryString>
      <Earnings />
    </QueryString>
  );
}

/** What the chosen days brought: the money at once, then the days, the sources and every line. */
function Earnings() {
  const { t } = useTranslation('partner');
  const address = useAddress();
  const range = useRange();
  const [today, setToday] = useState(() => guessedToday(address));
  const query = useQuery({
    ...partnerInsightQueries.earnings(address, askFor(range.choice, range.isCompared, today)),
    placeholderData: keepPreviousData,
  });
  const weekStart = useMe()?.week_start ?? null;

  // The first visit guesses the program's day from the browser's; the answer knows it.
  const trueToday = query.data?.earnings?.today ?? today;
  if (trueToday !== today) setToday(trueToday);

  return (
    <>
      <PageHeader
        title={t('earnings.title')}
        meta={<EarningsMeta answer={query.data} />}
        actions={<RangePicker range={range} today={today} weekStart={weekStart} />}
      />
      <PageState query={query} skeleton={<EarningsSkeleton />}>
        {(answer) => <EarningsContent answer={answer} isRenewing={query.isPlaceholderData} />}
      </PageState>
    </>
  );
}
