import type { Locale } from './locales.ts';
import type { Namespace } from './messages.ts';

export type MessageFile = Record<string, unknown>;

// One file a language and side, each a chunk of its own: a partner never loads the brand's words.
const files = import.meta.glob<MessageFile>('./*/*.json', { import: 'default' });

/** Fetches one file of messages; asking twice fetches once. Needs no translator, so the boot can call it early. */
export async function loadMessageFile(locale: Locale, namespace: Namespace): Promise<MessageFile> {
  const load = files[`./${locale}/${namespace}.json`];
  if (load === undefined) throw new Error(`no messages for ${namespace} in ${locale}`);
  return await load();
}
