import { askOnUrl, guessedToday } from '../data/insights/earnings-ask.ts';
import { partnerInsightQueries } from '../data/insights/partner-queries.ts';
import { queryClient } from '../data/query-client.ts';
import { readLastPlace } from './last-place.ts';
import { paths, readVisit } from './paths.ts';

/**
 * Sends the request whose answer the first screen paints, before React is even loaded. The screen then
 * finds it under way in the query cache. Anything else than a partner's money can wait for its page.
 */
export function startFirstRequest(url: URL): void {
  if (url.pathname === paths.invite) return;
  if (url.pathname === paths.start && readLastPlace() === null) {
    void queryClient.prefetchQuery(partnerInsightQueries.home(null));
    return;
  }
  const visit = readVisit(url.pathname);
  const address = visit?.address ?? readLastPlace();
  if (address?.side !== 'partner') return;
  const room = visit?.room ?? 'home';
  if (room === 'home') void queryClient.prefetchQuery(partnerInsightQueries.home(address));
  if (room === 'earnings') {
    const ask = askOnUrl(url.searchParams, guessedToday(address));
    void queryClient.prefetchQuery(partnerInsightQueries.earnings(address, ask));
  }
}
