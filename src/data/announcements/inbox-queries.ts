import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  mutationOptions,
  queryOptions,
} from '@tanstack/react-query';
import type { PlaceAddress } from '../programs/model.ts';
import { queryClient } from '../query-client.ts';
import { fetchInbox, fetchMessage, fetchNews, type InboxFilter, markAllRead, markMessage } from './inbox-api.ts';
import type { InboxNews, InboxPage, Message } from './inbox-model.ts';
import type { Cursor } from './model.ts';

const all = ['announcements', 'inbox'] as const;
const newsKey = (address: PlaceAddress) => [...all, 'news', address] as const;
const listsKey = [...all, 'list'] as const;
const beforeTheFirst = (): Cursor | null => null;

/** How long a message may be there before the page knows. */
const ASK_EVERY_MS = 15_000;

export const inboxQueries = {
  all,
  list: (address: PlaceAddress, filter: InboxFilter, locale: string) =>
    infiniteQueryOptions({
      queryKey: [...listsKey, address, filter, locale] as const,
      queryFn: ({ pageParam, signal }) => fetchInbox(address, { ...filter, locale, after: pageParam }, signal),
      initialPageParam: beforeTheFirst(),
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  message: (address: PlaceAddress, id: string, locale: string) =>
    queryOptions({
      queryKey: [...all, 'message', address, id, locale] as const,
      queryFn: ({ signal }) => fetchMessage(address, id, locale, signal),
    }),
  /** Asked again while the page is visible, each time for what came since the answer before. */
  news: (address: PlaceAddress, locale: string) =>
    queryOptions({
      queryKey: newsKey(address),
      queryFn: ({ signal }) => {
        const before = queryClient.getQueryData<InboxNews>(newsKey(address));
        return fetchNews(address, locale, before?.now ?? null, signal);
      },
      refetchInterval: ASK_EVERY_MS,
      staleTime: 0,
    }),
};

/** Lists and messages that are known; what came or changed is in none of them yet. */
export function forgetInboxLists(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: listsKey });
}

type Pages = InfiniteData<InboxPage>;

/** Shows a mark at once, wherever the message stands, and in the count. */
function showMark(address: PlaceAddress, id: string, isRead: boolean): void {
  queryClient.setQueriesData<Pages>({ queryKey: listsKey }, (known) =>
    known === undefined
      ? known
      : {
          ...known,
          pages: known.pages.map((page) => ({
            ...page,
            rows: page.rows.map((row) => (row.id === id ? { ...row, is_unread: !isRead } : row)),
          })),
        },
  );
  queryClient.setQueriesData<Message>({ queryKey: [...all, 'message', address, id] }, (known) =>
    known === undefined ? known : { ...known, is_unread: !isRead },
  );
  queryClient.setQueryData<InboxNews>(newsKey(address), (known) =>
    known === undefined ? known : { ...known, unread: Math.max(0, known.unread + (isRead ? -1 : 1)) },
  );
}

const askCount = (address: PlaceAddress) => queryClient.invalidateQueries({ queryKey: newsKey(address) });

export const inboxMutations = {
  /** Holds at once, and goes back to what it was when it could not be stored. */
  mark: (address: PlaceAddress) =>
    mutationOptions({
      mutationFn: ({ id, isRead }: { readonly id: string; readonly isRead: boolean }) => markMessage(id, isRead),
      onMutate: ({ id, isRead }) => showMark(address, id, isRead),
      onError: (_error, { id, isRead }) => showMark(address, id, !isRead),
      onSettled: () => askCount(address),
    }),
  markAll: (address: PlaceAddress) =>
    mutationOptions({
      mutationFn: () => markAllRead(address),
      onSettled: () => queryClient.invalidateQueries({ queryKey: all }),
    }),
};
