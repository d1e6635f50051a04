import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import type { DayRange } from '../../lib/dates.ts';
import type { Place, PlaceAddress } from '../programs/model.ts';
import { queryClient } from '../query-client.ts';
import { addLink, archiveLink, changeLink, fetchLinks } from './api.ts';
import type { LinkDraft } from './model.ts';

const all = ['links'] as const;

export const linkQueries = {
  all,
  list: (address: PlaceAddress, days: DayRange) =>
    queryOptions({
      queryKey: [...all, 'list', address, days] as const,
      queryFn: ({ signal }) => fetchLinks(address, days, signal),
      placeholderData: keepPreviousData,
    }),
};

const onSettled = () => queryClient.invalidateQueries({ queryKey: all });

export const linkMutations = {
  /** Answers the code. */
  add: ({ program, partnership }: Place) =>
    mutationOptions({
      mutationFn: (draft: LinkDraft) => addLink({ programId: program.id, partnershipId: partnership?.id ?? '' }, draft),
      onSettled,
    }),
  change: ({ partnership }: Place) =>
    mutationOptions({ mutationFn: (draft: LinkDraft) => changeLink(partnership?.id ?? '', draft), onSettled }),
  archive: ({ partnership }: Place) =>
    mutationOptions({
      mutationFn: ({ id, isArchived }: { readonly id: string; readonly isArchived: boolean }) =>
        archiveLink(partnership?.id ?? '', id, isArchived),
      onSettled,
    }),
};
