import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type InboxNews, MOST_UNREAD } from '../../data/announcements/inbox-model.ts';
import { forgetInboxLists, inboxQueries } from '../../data/announcements/inbox-queries.ts';
import { useAddress } from '../../data/programs/place.ts';
import { announce } from '../../ui/toast.ts';

type InboxWatchProps = { readonly onCount: (count: string | null) => void };

/** What was told already: a shell that comes back does not tell it again. */
const told = new Set<string>();

/** Asks for news of the inbox while the page is visible; shows nothing itself. */
export function InboxWatch({ onCount }: InboxWatchProps) {
  const { i18n } = useTranslation();
  const { data } = useQuery(inboxQueries.news(useAddress(), i18n.language));
  const unread = data?.unread ?? 0;
  useEffect(() => {
    const shown = unread >= MOST_UNREAD ? `${String(MOST_UNREAD - 1)}+` : String(unread);
    onCount(unread === 0 ? null : shown);
  }, [unread, onCount]);
  useTold(data?.news);
  return null;
}

function useTold(news: InboxNews['news'] | undefined): void {
  const { t } = useTranslation('messages');
  useEffect(() => {
    const fresh = (news ?? []).filter((one) => !told.has(one.id));
    const [first] = fresh;
    if (first === undefined) return;
    for (const { id } of fresh) told.add(id);
    void forgetInboxLists();
    announce(fresh.length === 1 ? t('new', { title: first.title }) : t('new_more', { count: fresh.length }));
  }, [news, t]);
}
