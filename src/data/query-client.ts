import { QueryClient } from '@tanstack/react-query';
import { isWorthRetrying } from './errors.ts';

const MINUTE = 60_000;

/** One cache for the whole page; it is made before React so that the first request can start in it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: MINUTE / 2,
      gcTime: 30 * MINUTE,
      retry: (failures, error) => failures < 2 && isWorthRetrying(error),
      // Old figures stay readable: a failed refresh keeps the last good answer.
      refetchOnReconnect: true,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
