import { useEffect, useState, useSyncExternalStore } from 'react';
import { UploadQueue } from '../../../data/creatives/upload-queue.ts';
import { useAddress } from '../../../data/programs/place.ts';

/** The uploads of this page. Leaving while some are on their way is asked about by the browser. */
export function useUploads() {
  const { program } = useAddress();
  const [queue] = useState(() => new UploadQueue(program));
  const uploads = useSyncExternalStore(queue.subscribe, queue.read);
  const isBusy = uploads.some(({ state }) => ['queued', 'preparing', 'sending', 'checking'].includes(state));

  useEffect(() => {
    if (!isBusy) return;
    const handleLeave = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', handleLeave);
    return () => window.removeEventListener('beforeunload', handleLeave);
  }, [isBusy]);

  return { queue, uploads, isBusy };
}

export type Uploads = ReturnType<typeof useUploads>;
