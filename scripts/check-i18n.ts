import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCALES } from '../src/i18n/locales.ts';
import { faultsOf, flatten, type Messages, unusedKeys } from './message-faults.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const LANGUAGES = LOCALES;
const NAMESPACES = readdirSync(path.join(ROOT, 'src/i18n/en')).map((name) => path.basename(name, '.json'));

function readMessages(language: string, namespace: string): Messages {
  try {
    return flatten(JSON.parse(readFileSync(path.join(ROOT, 'src/i18n', language, `${namespace}.json`), 'utf8')));
  } catch (error) {
    // Without its file a language lacks every key, and that is what is said then.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
    throw error;
  }
}

function readSources(): string[] {
  const names = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const files = names.filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.endsWith('database.types.ts'),
  );
  if (files.length === 0) throw new Error('saw no source file: mend scripts/check-i18n.ts');
  return files.map((name) => readFileSync(path.join(ROOT, 'src', name), 'utf8'));
}

/** All that is wrong with the messages; that a key exists where it is used is the type checker's part. */
export function checkMessages(): string[] {
  const sources = readSources();
  return NAMESPACES.flatMap((namespace) => {
    const english = readMessages('en', namespace);
    const inLanguages = LANGUAGES.flatMap((language) =>
      faultsOf(language, english, readMessages(language, namespace)).map(
        (fault) => `${language}/${namespace}: ${fault}`,
      ),
    );
    return [...inLanguages, ...unusedKeys(namespace, english, sources).map((fault) => `en/${namespace}: ${fault}`)];
  });
}

if (import.meta.main) {
  const faults = checkMessages();
  process.stdout.write(
    faults.length === 0
      ? `messages: complete in ${LANGUAGES.length} languages, none unused\n`
      : `${faults.join('\n')}\n`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
