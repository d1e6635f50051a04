import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { partnerInsightQueries } from '../../../data/insights/partner-queries.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { HomeContent } from './home-content.tsx';
import { HomeSkeleton } from './home-skeleton.tsx';

/** The one number a partner opens the phone for, and the link that makes it grow. */
export function HomePage() {
  const { t } = useTranslation('partner');
  const query = useQuery(partnerInsightQueries.home(useAddress()));
  return (
    <>
      <PageHeader title={t('home.title')} isTitleSpokenOnly />
      <PageState query={query} skeleton={<HomeSkeleton />}>
        {(answer) => <HomeContent answer={answer} />}
      </PageState>
    </>
  );
}
