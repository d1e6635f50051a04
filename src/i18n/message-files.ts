import type { Locale } from './locales.ts';
import type { Namespace } from './messages.ts';

export type MessageFile = Record<string, unknown>;

type Load = (name: string) => Promise<MessageFile>;

// While developing, the files are modules that change under one's hands.
const loadModule: Load = async (name) => {
  const load = import.meta.glob<MessageFile>('./*/*.json', { import: 'default' })[`./${name}`];
  if (load === undefined) throw new Error(`there is no file of messages ${name}`);
  return await load();
};

// Built, they lie beside the scripts, all under one version (vite.config.ts).
const fetchFile: Load = async (name) => {
  const answer = await fetch(`${import.meta.env.VITE_MESSAGES}/${name}`);
  if (!answer.ok) throw new Error(`the messages ${name} could not be fetched: ${answer.status}`);
  // Our own build wrote it, from files the type checker knows.
  return (await answer.json()) as MessageFile;
};

const asked = new Map<string, Promise<MessageFile>>();

/**
 * Fetches one file of messages, one a language and side, so that nobody loads words they do not read. Asking
 * twice fetches once. Needs no translator, so the boot can call it early.
 */
export function loadMessageFile(locale: Locale, namespace: Namespace): Promise<MessageFile> {
  const name = `${locale}/${namespace}.json`;
  const known = asked.get(name);
  if (known !== undefined) return known;
  const file = import.meta.env.DEV ? loadModule(name) : fetchFile(name);
  asked.set(name, file);
  // What failed is asked for again.
  file.catch(() => asked.delete(name));
  return file;
}
