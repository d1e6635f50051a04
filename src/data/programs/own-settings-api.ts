import { getClients, unwrap } from '../connection.ts';
import { apiError } from '../errors.ts';
import type { OwnSettings } from './own-settings.ts';

/** Stores a person's own settings; the row is made at the first change, by whichever tab comes first. */
export async function saveOwnSettings(userId: string, changes: Partial<OwnSettings>): Promise<void> {
  const { rest } = await getClients();
  const change = async () => {
    const answer = await rest.from('user_settings').update(changes).eq('user_id', userId).select('user_id');
    return unwrap(answer).length;
  };
  if ((await change()) > 0) return;
  const added = await rest.from('user_settings').insert({ user_id: userId, ...changes });
  if (added.error === null) return;
  const error = apiError(added.error, added.status);
  if (error.code !== 'conflict' || (await change()) === 0) throw error;
}
