import { mutationOptions } from '@tanstack/react-query';
import { queryClient } from '../query-client.ts';
import type { Context, Me } from './model.ts';
import { saveOwnSettings } from './own-settings-api.ts';
import { programQueries } from './queries.ts';

export type OwnSettings = Pick<Me, 'display_name' | 'locale' | 'time_zone' | 'theme' | 'week_start'>;

const CONTEXTS = { queryKey: [...programQueries.all, 'context'] };

/** Writes the change into every context that is known, so that the page follows at once. */
function showSettings(changes: Partial<OwnSettings>): void {
  queryClient.setQueriesData<Context>(CONTEXTS, (known) =>
    known === undefined ? known : { ...known, me: { ...known.me, ...changes } },
  );
}

/** Changes settings optimistically: they hold at once, and go back to what they were when saving fails. */
export function changeOwnSettings(me: Me) {
  return mutationOptions({
    mutationFn: (changes: Partial<OwnSettings>) => saveOwnSettings(me.id, changes),
    onMutate: (changes) => {
      showSettings(changes);
    },
    onError: (_error, changes) => {
      const before = Object.fromEntries(Object.entries(me).filter(([name]) => name in changes));
      showSettings(before);
    },
  });
}
