import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES, type Language } from '../../scripts/browse/visitor.ts';
import { flatten } from '../../scripts/message-faults.ts';
import { pickLocale } from '../../src/i18n/locales.ts';

const MESSAGES = path.resolve(import.meta.dirname, '../../src/i18n');

/** Signs of Chinese and Korean are as wide as two letters. */
const widthOf = (text: string): number =>
  [...text].reduce((width, sign) => width + (/[\u1100-\uffdc]/.test(sign) ? 2 : 1), 0);

function lengthOf(language: Language): number {
  const folder = path.join(MESSAGES, pickLocale([language]));
  const texts = readdirSync(folder).flatMap((name) => [
    ...flatten(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))).values(),
  ]);
  // The average, because each language has plural forms of its own.
  return texts.reduce((sum, text) => sum + widthOf(text), 0) / texts.length;
}

/** The language that asks most room of a page. */
export function longestLanguage(): Language {
  const [longest] = LANGUAGES.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  if (longest === undefined) throw new Error('there is no language at all');
  return longest;
}
