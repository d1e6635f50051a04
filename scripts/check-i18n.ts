import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const LANGUAGES = ['en', 'de'];
const NAMESPACES = readdirSync(path.join(ROOT, 'src/i18n/en')).map((name) => path.basename(name, '.json'));

type Messages = ReadonlyMap<string, string>;

function flatten(value: unknown, prefix: string, into: Map<string, string>): void {
  if (typeof value === 'string') {
    into.set(prefix, value);
    return;
  }
  for (const [key, part] of Object.entries(Object(value)))
    flatten(part, prefix === '' ? key : `${prefix}.${key}`, into);
}

function readMessages(language: string, namespace: string): Messages {
  const file = path.join(ROOT, 'src/i18n', language, `${namespace}.json`);
  const messages = new Map<string, string>();
  flatten(JSON.parse(readFileSync(file, 'utf8')), '', messages);
  return messages;
}

/** "days_one" and "days_other" are one key to the code. */
const baseOf = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

const variablesOf = (text: string): string =>
  [...text.matchAll(/\{\{\s*(\w+)/g)]
    .map((match) => match[1])
    .sort()
    .join(' ');

/** Plural categories the language needs, as `Intl` knows them for whole numbers. */
function pluralsOf(language: string): string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

function compareLanguages(namespace: string): string[] {
  const [first = '', ...others] = LANGUAGES;
  const faults: string[] = [];
  const english = readMessages(first, namespace);
  for (const language of others) {
    const messages = readMessages(language, namespace);
    for (const key of english.keys())
      if (!messages.has(key)) faults.push(`${language}/${namespace}: ${key} is missing`);
    for (const [key, text] of messages) {
      const original = english.get(key);
      if (original === undefined) faults.push(`${language}/${namespace}: ${key} does not exist in ${first}`);
      else if (variablesOf(original) !== variablesOf(text))
        faults.push(`${language}/${namespace}: ${key} has other variables`);
    }
  }
  return faults;
}

function incompletePlurals(language: string, namespace: string): string[] {
  const messages = readMessages(language, namespace);
  const counted = new Set([...messages.keys()].filter((key) => baseOf(key) !== key).map(baseOf));
  return [...counted].flatMap((base) =>
    pluralsOf(language)
      .filter((category) => !messages.has(`${base}_${category}`))
      .map((category) => `${language}/${namespace}: ${base} has no form for "${category}"`),
  );
}

function emptyTexts(language: string, namespace: string): string[] {
  const empty = [...readMessages(language, namespace)].filter(([, text]) => text.trim() === '');
  return empty.map(([key]) => `${language}/${namespace}: ${key} is empty`);
}

/** Every string and template literal of the source; a template counts as the text before its first `${`. */
function literalsOf(source: string): { exact: Set<string>; prefixes: Set<string> } {
  const exact = new Set([...source.matchAll(/'([\w.:-]+)'|"([\w.:-]+)"/g)].map((match) => match[1] ?? match[2] ?? ''));
  const prefixes = new Set([...source.matchAll(/`([\w:-]+\.[\w.:-]*)\$\{/g)].map((match) => match[1] ?? ''));
  return { exact, prefixes };
}

function readSources(): { exact: Set<string>; prefixes: Set<string>; files: number } {
  const names = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const files = names.filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.endsWith('database.types.ts'),
  );
  const found = { exact: new Set<string>(), prefixes: new Set<string>(), files: files.length };
  for (const name of files) {
    const literals = literalsOf(readFileSync(path.join(ROOT, 'src', name), 'utf8'));
    for (const text of literals.exact) found.exact.add(text);
    for (const text of literals.prefixes) found.prefixes.add(text);
  }
  return found;
}

function unusedKeys(namespace: string, used: ReturnType<typeof readSources>): string[] {
  const isUsed = (key: string): boolean => {
    const names = [key, `${namespace}:${key}`];
    return names.some((name) => used.exact.has(name) || [...used.prefixes].some((prefix) => name.startsWith(prefix)));
  };
  const bases = new Set([...readMessages('en', namespace).keys()].map(baseOf));
  return [...bases].filter((key) => !isUsed(key)).map((key) => `en/${namespace}: ${key} is used nowhere`);
}

/** All that is wrong with the messages; that a key exists where it is used is the type checker's part. */
export function checkMessages(): string[] {
  const used = readSources();
  if (used.files === 0) throw new Error('saw no source file: mend scripts/check-i18n.ts');
  return NAMESPACES.flatMap((namespace) => [
    ...compareLanguages(namespace),
    ...LANGUAGES.flatMap((language) => [...incompletePlurals(language, namespace), ...emptyTexts(language, namespace)]),
    ...unusedKeys(namespace, used),
  ]);
}

if (import.meta.main) {
  const faults = checkMessages();
  process.stdout.write(
    faults.length === 0 ? 'messages: complete in every language, none unused\n' : `${faults.join('\n')}\n`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
