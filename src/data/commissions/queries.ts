import { infiniteQueryOptions } from '@tanstack/react-query';
import type { PlaceAddress } from '../programs/model.ts';
import { fetchAllLines, fetchLinePage, type LinesAsk } from './api.ts';
import type { LinePosition } from './model.ts';

const PAGE_SIZE = 50;
const all = ['commissions'] as const;
// Widened here, since an initial value of null alone would make every later page's position null too.
const FIRST: LinePosition | null = null as LinePosition | null;

export const commissionQueries = {
  all,
  lines: (address: PlaceAddress, ask: LinesAsk) =>
    infiniteQueryOptions({
      queryKey: [...all, 'lines', address, ask] as const,
      queryFn: ({ pageParam, signal }) => fetchLinePage(address, ask, { after: pageParam, size: PAGE_SIZE }, signal),
      initialPageParam: FIRST,
      getNextPageParam: (page) => page.next,
    }),
};

/** For a file, which is made once and not kept. */
export const exportLines = fetchAllLines;
