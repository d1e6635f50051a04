import { useEffect } from 'react';

/** Long after the first figures are painted, even on a slow line. */
const WAIT_MS = 4_000;

/** Fetches the other rooms of a side while there is a line, so that they open without one. */
export function useRoomsAtHand(rooms: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    const over = new AbortController();
    const fetchAll = () => {
      // What fails once is not asked for again by every browser: the room would stay shut until the page is loaded anew.
      if (!navigator.onLine) window.addEventListener('online', fetchAll, { once: true, signal: over.signal });
      else for (const load of rooms) load().catch(() => undefined);
    };
    const timer = setTimeout(fetchAll, WAIT_MS);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [rooms]);
}
