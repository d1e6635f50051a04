import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import type { PlaceAddress } from '../programs/model.ts';
import { rememberContext } from '../programs/queries.ts';
import { queryClient } from '../query-client.ts';
import {
  fetchEvents,
  fetchFates,
  fetchImportErrors,
  fetchOverview,
  fetchPartnerChoices,
  fetchPartnerName,
  fetchStory,
  type OverviewAsk,
  reviewConversion,
} from './brand-api.ts';
import type { EventsCursor } from './brand-events-model.ts';
import type { EventFilter } from './brand-filter.ts';
import type { Verdict } from './brand-story-model.ts';

const all = ['insights', 'brand'] as const;
const EVENTS_A_PAGE = 50;
const MINUTE = 60_000;

/** The first page comes after nothing; every later one after the last row of the page before. */
const beforeTheFirst = (): EventsCursor | null => null;

export const brandQueries = {
  /** Whatever books, reviews or imports invalidates all of it: totals, lists and stories hang together. */
  all,
  overview: (address: PlaceAddress, ask: OverviewAsk) =>
    queryOptions({
      queryKey: [...all, 'overview', address.program, ask] as const,
      queryFn: async ({ signal }) => {
        const answer = await fetchOverview(address.program, ask, signal);
        rememberContext(address, answer.context);
        return answer.overview;
      },
      placeholderData: keepPreviousData,
    }),
  events: (program: string, filter: EventFilter) =>
    infiniteQueryOptions({
      queryKey: [...all, 'events', program, filter] as const,
      queryFn: ({ pageParam, signal }) =>
        fetchEvents(program, { filter, after: pageParam, limit: EVENTS_A_PAGE }, signal),
      initialPageParam: beforeTheFirst(),
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  fates: (program: string) =>
    queryOptions({
      queryKey: [...all, 'fates', program] as const,
      queryFn: ({ signal }) => fetchFates(program, signal),
    }),
  story: (eventId: string) =>
    queryOptions({
      queryKey: [...all, 'story', eventId] as const,
      queryFn: ({ signal }) => fetchStory(eventId, signal),
    }),
  partnerChoices: (programId: string, text: string) =>
    queryOptions({
      queryKey: [...all, 'partner-choices', programId, text] as const,
      queryFn: ({ signal }) => fetchPartnerChoices(programId, text, signal),
      placeholderData: keepPreviousData,
      staleTime: MINUTE,
    }),
  partnerName: (programId: string, partnershipId: string) =>
    queryOptions({
      queryKey: [...all, 'partner-name', programId, partnershipId] as const,
      queryFn: ({ signal }) => fetchPartnerName(partnershipId, programId, signal),
      staleTime: MINUTE,
    }),
  /** Fetched when the list is asked for, and not kept: it can be long. */
  importErrors: (programId: string, importId: string) =>
    queryOptions({
      queryKey: [...all, 'import-errors', programId, importId] as const,
      queryFn: ({ signal }) => fetchImportErrors(programId, importId, signal),
      gcTime: 0,
    }),
};

export const brandMutations = {
  /** Refused or not, what the page shows is asked for again: a refusal means that it had changed. */
  review: (conversionId: string) =>
    mutationOptions({
      mutationFn: (verdict: Verdict) => reviewConversion(conversionId, verdict),
      onSettled: () => queryClient.invalidateQueries({ queryKey: all }),
    }),
};
