import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MOST_UNREAD } from '../../../data/announcements/inbox-model.ts';
import { inboxMutations, inboxQueries } from '../../../data/announcements/inbox-queries.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ErrorNotice, PageState } from '../../../ui/page-state.tsx';
import { QueryString } from '../../../ui/query-string.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { InboxFilters } from './inbox-filters.tsx';
import { MessageList } from './message-list.tsx';
import { useInboxFilter } from './use-inbox-filter.ts';

/** What the brand has told this partner, the newest first. */
export function MessagesPage() {
  return (
    <QueryString>
      <Messages />
    </QueryString>
  );
}

function Messages() {
  const { t, i18n } = useTranslation('messages');
  const address = useAddress();
  const { program } = usePlace();
  const format = useFormat();
  const { filter, isFiltered, setFilter } = useInboxFilter();
  const query = useInfiniteQuery(inboxQueries.list(address, filter, i18n.language));
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('meta', { program: program.name, zone: format.zone(program.time_zone) })}
        actions={<MarkAll />}
      />
      <InboxFilters filter={filter} onChange={setFilter} />
      <PageState query={query} skeleton={<SkeletonCards heights={['h-96']} />}>
        {({ pages }) => (
          <Card isFlush>
            <MessageList
              rows={pages.flatMap((page) => page.rows)}
              query={query}
              isFiltered={isFiltered}
              onReset={() => void setFilter(null)}
            />
          </Card>
        )}
      </PageState>
    </>
  );
}

function MarkAll() {
  const { t, i18n } = useTranslation('messages');
  const address = useAddress();
  // The shell asks; here only what it heard is read.
  const news = useQuery({ ...inboxQueries.news(address, i18n.language), enabled: false });
  const marking = useMutation(inboxMutations.markAll(address));
  const unread = news.data?.unread ?? 0;
  const value = unread >= MOST_UNREAD ? `${String(MOST_UNREAD - 1)}+` : String(unread);
  return (
    <>
      <p role="status" className="text-ink-2">
        {unread > 0 && t('unread_count', { count: unread, value })}
      </p>
      {unread > 0 && (
        <Button isBusy={marking.isPending} onClick={() => marking.mutate()}>
          {t('mark_all')}
        </Button>
      )}
      {marking.error !== null && <ErrorNotice error={marking.error} />}
    </>
  );
}
