import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { PlaceAddress } from '../programs/model.ts';
import type { PromotionPosition, ShownState } from './model.ts';
import { fetchShown, fetchShownOne } from './partner-api.ts';

const all = ['promotions', 'partner'] as const;
// Widened here, since an initial value of null alone would make every later page's position null too.
const FIRST: PromotionPosition | null = null as PromotionPosition | null;

export const partnerPromotionQueries = {
  all,
  list: (address: PlaceAddress, state: ShownState) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', address, state] as const,
      queryFn: ({ pageParam, signal }) => fetchShown(address, state, pageParam, signal),
      initialPageParam: FIRST,
      getNextPageParam: (page) => page.next,
    }),
  one: (address: PlaceAddress, id: string) =>
    queryOptions({
      queryKey: [...all, 'one', address, id] as const,
      queryFn: ({ signal }) => fetchShownOne(address, id, signal),
    }),
};
