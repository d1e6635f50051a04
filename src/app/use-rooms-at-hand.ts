import { useEffect } from 'react';
import { partnerPages } from './partner-pages.tsx';

/** Long after the first figures are painted, even on a slow line. */
const WAIT_MS = 4_000;

const later = [
  ...Object.values(partnerPages),
  () => import('../features/partner/earnings/earnings-details.tsx'),
  () => import('../features/partner/home/qr-dialog.tsx'),
];

/** Fetches the other rooms while there is a line, so that they open without one. */
export function useRoomsAtHand(): void {
  useEffect(() => {
    const fetchAll = () => {
      for (const load of later) load().catch(() => undefined);
    };
    const timer = setTimeout(fetchAll, WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
}
