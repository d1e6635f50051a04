import { useEffect, useRef, useState } from 'react';
import type { ZoneChange } from '../../../data/programs/settings-model.ts';
import { runZoneChange } from '../../../data/programs/settings-queries.ts';

export type ZoneRun =
  | { readonly step: 'ready' }
  | { readonly step: 'running'; readonly change: ZoneChange | null }
  | { readonly step: 'done' }
  | { readonly step: 'gone' }
  | { readonly step: 'too_large'; readonly zone: string }
  | { readonly step: 'failed'; readonly error: Error };

/** Goes step after step until the zone has changed. A page that is left stops between two steps; nothing is lost. */
export function useZoneChange(program: string) {
  const [run, setRun] = useState<ZoneRun>({ step: 'ready' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const go = async (zone: string, signal: AbortSignal): Promise<void> => {
    try {
      const answer = await runZoneChange(program, zone, {
        signal,
        onAnswer: ({ zone_change: change }) => {
          if (!signal.aborted) setRun({ step: 'running', change });
        },
      });
      if (signal.aborted) return;
      if (answer.is_too_large === true) setRun({ step: 'too_large', zone });
      else setRun({ step: answer.time_zone === zone ? 'done' : 'gone' });
    } catch (thrown) {
      if (!signal.aborted)
        setRun({ step: 'failed', error: thrown instanceof Error ? thrown : new Error(String(thrown)) });
    }
  };

  return {
    run,
    start: (zone: string) => {
      const controller = new AbortController();
      running.current = controller;
      setRun({ step: 'running', change: null });
      void go(zone, controller.signal);
    },
    stop: () => {
      running.current?.abort();
      setRun({ step: 'ready' });
    },
  };
}
