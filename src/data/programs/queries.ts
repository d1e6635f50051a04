import { queryOptions } from '@tanstack/react-query';
import { queryClient } from '../query-client.ts';
import { fetchContext } from './api.ts';
import type { Context, PlaceAddress } from './model.ts';

const MINUTE = 60_000;

export const programQueries = {
  all: ['programs'] as const,
  /** `null` asks for the first place. */
  context: (address: PlaceAddress | null) =>
    queryOptions({
      queryKey: [...programQueries.all, 'context', address] as const,
      queryFn: ({ signal }) => fetchContext(address, signal),
      staleTime: 5 * MINUTE,
    }),
};

/** Keeps the context that a screen's answer brought, so that the shell needs no call of its own. */
export function rememberContext(address: PlaceAddress, context: Context): void {
  queryClient.setQueryData(programQueries.context(address).queryKey, context);
}
