import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import type { PartnerHomeAnswer } from '../data/insights/partner-model.ts';
import { partnerInsightQueries } from '../data/insights/partner-queries.ts';
import { addressOf } from '../data/programs/model.ts';
import { PageState } from '../ui/page-state.tsx';
import { SkeletonCards } from '../ui/skeleton.tsx';
import { readLastPlace } from './last-place.ts';
import { firstRoomPath, paths } from './paths.ts';

/** `/`: to the last place, else to the first. What is asked to find it out is the first screen's own answer. */
export function StartPage() {
  const last = readLastPlace();
  return last === null ? <FirstPlace /> : <Navigate to={firstRoomPath(last)} replace />;
}

function FirstPlace() {
  const query = useQuery(partnerInsightQueries.home(null));
  return (
    <main id="content" className="mx-auto max-w-2xl p-4">
      <PageState query={query} skeleton={<SkeletonCards heights={['h-96', 'h-36']} />}>
        {(answer) => <Navigate to={destination(answer)} replace />}
      </PageState>
    </main>
  );
}

function destination(answer: PartnerHomeAnswer): string {
  const first = answer.context.places[0];
  return first === undefined ? paths.noAccess : firstRoomPath(addressOf(first));
}
