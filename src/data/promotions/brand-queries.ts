import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import { queryClient } from '../query-client.ts';
import {
  deletePromotion,
  fetchCodes,
  fetchCreativeChoices,
  fetchPromotion,
  fetchPromotions,
  importCodes,
  makeCodes,
  savePromotion,
} from './brand-api.ts';
import type { CodeLine, PromotionCode, PromotionDraft, PromotionState } from './brand-model.ts';
import type { PromotionPosition } from './model.ts';

const CODES_A_PAGE = 20;
const all = ['promotions', 'brand'] as const;
// Widened here, since an initial value of null alone would make every later page's position null too.
const FIRST: PromotionPosition | null = null as PromotionPosition | null;
const FIRST_CODE: string | null = null as string | null;

/** `program` is the slug, as in the address. */
export const brandPromotionQueries = {
  all,
  list: (program: string, state: PromotionState | null) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', program, state] as const,
      queryFn: ({ pageParam, signal }) => fetchPromotions(program, state, pageParam, signal),
      initialPageParam: FIRST,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  one: (program: string, id: string) =>
    queryOptions({
      queryKey: [...all, 'one', program, id] as const,
      queryFn: ({ signal }) => fetchPromotion(program, id, signal),
    }),
  codes: (program: string, promotion: string, search: string) =>
    infiniteQueryOptions({
      queryKey: [...all, 'codes', program, promotion, search] as const,
      queryFn: ({ pageParam, signal }) => fetchCodes(program, { promotion, search }, pageParam, CODES_A_PAGE, signal),
      initialPageParam: FIRST_CODE,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  /** `programId` is the program's id: what is read here is a table. */
  creatives: (programId: string) =>
    queryOptions({
      queryKey: [...all, 'creatives', programId] as const,
      queryFn: ({ signal }) => fetchCreativeChoices(programId, signal),
    }),
};

const refresh = () => queryClient.invalidateQueries({ queryKey: all });

export const brandPromotionMutations = {
  save: (program: string) =>
    mutationOptions({
      mutationFn: (draft: PromotionDraft) => savePromotion(program, draft),
      onSuccess: (saved) => {
        queryClient.setQueryData(brandPromotionQueries.one(program, saved.id).queryKey, saved);
        void queryClient.invalidateQueries({ queryKey: [...all, 'list'] });
      },
    }),
  remove: (program: string) =>
    mutationOptions({
      mutationFn: ({ id, revision }: { readonly id: string; readonly revision: number }) =>
        deletePromotion(program, id, revision),
      onSuccess: () => queryClient.invalidateQueries({ queryKey: [...all, 'list'] }),
    }),
  /** Nothing is stored by these two: they say what would be. */
  planPattern: (program: string, promotion: string) =>
    mutationOptions({ mutationFn: (pattern: string) => makeCodes(program, promotion, pattern, true) }),
  planLines: (program: string, promotion: string) =>
    mutationOptions({ mutationFn: (lines: readonly CodeLine[]) => importCodes(program, promotion, lines, true) }),
  makePattern: (program: string, promotion: string) =>
    mutationOptions({
      mutationFn: (pattern: string) => makeCodes(program, promotion, pattern, false),
      onSettled: refresh,
    }),
  takeLines: (program: string, promotion: string) =>
    mutationOptions({
      mutationFn: (lines: readonly CodeLine[]) => importCodes(program, promotion, lines, false),
      onSettled: refresh,
    }),
};

/** Every code of a promotion, for a file which is made once and not kept. */
export async function allCodes(
  program: string,
  promotion: string,
  onRows: (rows: number) => void,
  signal: AbortSignal,
): Promise<PromotionCode[]> {
  const rows: PromotionCode[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof fetchCodes>> = await fetchCodes(
      program,
      { promotion, search: '' },
      after,
      1_000,
      signal,
    );
    rows.push(...page.rows);
    onRows(rows.length);
    after = page.next;
  } while (after !== null);
  return rows;
}
