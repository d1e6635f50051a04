import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import { queryClient } from '../query-client.ts';
import {
  type AudienceAsk,
  deleteSegment,
  fetchAudienceSize,
  fetchCandidates,
  fetchChoices,
  fetchExplanation,
  fetchSegmentSize,
  fetchSegments,
  type SegmentDraft,
  saveSegment,
} from './api.ts';
import type { Group } from './rule.ts';

const MINUTE = 60_000;
const all = ['segments'] as const;

/** `program` is the slug, as in the address. Sizes are never kept for long: orders and partners come in all the time. */
export const segmentQueries = {
  all,
  list: (program: string) =>
    queryOptions({
      queryKey: [...all, 'list', program] as const,
      queryFn: ({ signal }) => fetchSegments(program, signal),
    }),
  size: (program: string, rule: Group) =>
    queryOptions({
      queryKey: [...all, 'size', program, rule] as const,
      queryFn: ({ signal }) => fetchSegmentSize(program, rule, signal),
      placeholderData: keepPreviousData,
      gcTime: MINUTE,
    }),
  /** How many get it, of a choice of segments; ask only for a complete one. */
  audienceSize: (program: string, ask: AudienceAsk) =>
    queryOptions({
      queryKey: [...all, 'audience', program, ask.audience, ask.audience === 'everyone' ? [] : ask.segmentIds] as const,
      queryFn: ({ signal }) => fetchAudienceSize(program, ask, signal),
      placeholderData: keepPreviousData,
      gcTime: MINUTE,
    }),
  choices: (program: string) =>
    queryOptions({
      queryKey: [...all, 'choices', program] as const,
      queryFn: ({ signal }) => fetchChoices(program, signal),
      staleTime: MINUTE,
    }),
  explanation: (program: string, rule: Group, partnership: string) =>
    queryOptions({
      queryKey: [...all, 'explanation', program, rule, partnership] as const,
      queryFn: ({ signal }) => fetchExplanation(program, rule, partnership, signal),
      placeholderData: keepPreviousData,
      gcTime: MINUTE,
    }),
  /** Partners to choose one from: for "why in, why not", and for previews as one of them. */
  candidates: (program: string, text: string) =>
    queryOptions({
      queryKey: [...all, 'candidates', program, text] as const,
      queryFn: ({ signal }) => fetchCandidates(program, text, signal),
      placeholderData: keepPreviousData,
      staleTime: MINUTE,
    }),
};

const refresh = () => queryClient.invalidateQueries({ queryKey: all });

export const segmentMutations = {
  save: (program: string) =>
    mutationOptions({ mutationFn: (draft: SegmentDraft) => saveSegment(program, draft), onSettled: refresh }),
  remove: (program: string) =>
    mutationOptions({
      mutationFn: (segment: { readonly id: string; readonly revision: number }) =>
        deleteSegment(program, segment.id, segment.revision),
      onSettled: refresh,
    }),
};
