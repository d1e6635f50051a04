import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import type { Day } from '../../lib/dates.ts';
import { auditQueries } from '../audit/queries.ts';
import { brandQueries } from '../insights/brand-queries.ts';
import { queryClient } from '../query-client.ts';
import { segmentQueries } from '../segments/queries.ts';
import { type Act, changePartners, fetchPartnerPage, fetchPartners, type ListAsk, undoAct } from './brand-api.ts';
import type { PartnersCursor } from './brand-model.ts';
import { partnerQueries } from './queries.ts';

const all = [...partnerQueries.all, 'brand'] as const;
const ROWS_A_PAGE = 50;

/** The first page comes after nothing. */
const beforeTheFirst = (): PartnersCursor | null => null;

export type Days = { readonly from: Day; readonly to: Day };

export const partnerListQueries = {
  all,
  list: (program: string, ask: ListAsk) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', program, ask] as const,
      queryFn: ({ pageParam, signal }) => fetchPartners(program, ask, pageParam, ROWS_A_PAGE, signal),
      initialPageParam: beforeTheFirst(),
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  page: (program: string, partnership: string, days: Days) =>
    queryOptions({
      queryKey: [...all, 'page', program, partnership, days] as const,
      queryFn: ({ signal }) => fetchPartnerPage(program, partnership, days.from, days.to, signal),
      // Of other days, but of nobody else.
      placeholderData: (known) => (known?.partner.id === partnership ? known : undefined),
    }),
};

/** Segments count partners by what an act changes, the overview counts the active ones, the audit says who did it. */
const refresh = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: all }),
    queryClient.invalidateQueries({ queryKey: segmentQueries.all }),
    queryClient.invalidateQueries({ queryKey: brandQueries.all }),
    queryClient.invalidateQueries({ queryKey: auditQueries.all }),
  ]);

export const partnerListMutations = {
  change: (program: string) =>
    mutationOptions({ mutationFn: (act: Act) => changePartners(program, act), onSettled: refresh }),
  undo: () => mutationOptions({ mutationFn: (act: string) => undoAct(act), onSettled: refresh }),
};
