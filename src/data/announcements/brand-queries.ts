import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import { queryClient } from '../query-client.ts';
import {
  deleteAnnouncement,
  fetchAnnouncement,
  fetchAnnouncements,
  fetchReaders,
  type ListAsk,
  publishAnnouncement,
  recallAnnouncement,
  type SaveAsk,
  saveAnnouncement,
  unpublishAnnouncement,
} from './brand-api.ts';
import type { Announcement } from './brand-model.ts';
import type { Cursor } from './model.ts';

const all = ['announcements', 'brand'] as const;
const detailKey = (program: string, id: string) => [...all, 'detail', program, id] as const;
const beforeTheFirst = (): Cursor | null => null;

export const announcementQueries = {
  all,
  list: (program: string, ask: Omit<ListAsk, 'after'>) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', program, ask] as const,
      queryFn: ({ pageParam, signal }) => fetchAnnouncements(program, { ...ask, after: pageParam }, signal),
      initialPageParam: beforeTheFirst(),
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  detail: (program: string, id: string) =>
    queryOptions({
      queryKey: detailKey(program, id),
      queryFn: ({ signal }) => fetchAnnouncement(program, id, signal),
    }),
  readers: (program: string, id: string) =>
    infiniteQueryOptions({
      queryKey: [...all, 'readers', program, id] as const,
      queryFn: ({ pageParam, signal }) => fetchReaders(program, id, pageParam, signal),
      initialPageParam: beforeTheFirst(),
      getNextPageParam: (page) => page.next,
    }),
};

/** What an action answers is the newest there is; lists are asked for again. */
function remember(program: string, announcement: Announcement): void {
  queryClient.setQueryData(detailKey(program, announcement.id), announcement);
  void queryClient.invalidateQueries({ queryKey: [...all, 'list', program] });
}

export const announcementMutations = {
  save: (program: string) =>
    mutationOptions({
      mutationFn: (ask: SaveAsk) => saveAnnouncement(program, ask),
      onSuccess: (saved) => remember(program, saved),
    }),
  publish: (program: string, id: string) =>
    mutationOptions({
      mutationFn: ({ revision, at }: { readonly revision: number; readonly at: string | null }) =>
        publishAnnouncement(program, id, revision, at),
      onSuccess: (saved) => remember(program, saved),
    }),
  unpublish: (program: string, id: string) =>
    mutationOptions({
      mutationFn: () => unpublishAnnouncement(program, id),
      onSuccess: (saved) => remember(program, saved),
    }),
  recall: (program: string, id: string) =>
    mutationOptions({
      mutationFn: () => recallAnnouncement(program, id),
      onSuccess: (saved) => remember(program, saved),
    }),
  remove: (program: string, id: string) =>
    mutationOptions({
      mutationFn: () => deleteAnnouncement(program, id),
      onSuccess: () => {
        queryClient.removeQueries({ queryKey: detailKey(program, id) });
        return queryClient.invalidateQueries({ queryKey: [...all, 'list', program] });
      },
    }),
};
