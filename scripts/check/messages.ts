import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCALES } from '../../src/i18n/locales.ts';
import { checkStep, programStep, type Step } from './step.ts';

const PRIMARY = 'en';

/** Every language has every key with the same placeholders, and no text stands in a component. */
export function messagesSteps(projectDir: string): Step[] {
  const cli = path.join(projectDir, 'node_modules/i18next-cli/dist/esm/cli.js');
  return [
    checkStep('messages', () => checkMessages(path.join(projectDir, 'src/i18n'))),
    programStep('no text outside of messages', { file: process.execPath, args: [cli, 'lint'], cwd: projectDir }),
  ];
}

export function checkMessages(folder: string): string[] {
  const names = readdirSync(path.join(folder, PRIMARY)).filter((name) => name.endsWith('.json'));
  if (names.length === 0) return [`${folder}/${PRIMARY} holds no messages.`];
  return LOCALES.flatMap((locale) => names.flatMap((name) => compareFile(folder, locale, name)));
}

function compareFile(folder: string, locale: string, name: string): string[] {
  const primary = readMessages(path.join(folder, PRIMARY, name));
  const own = readMessages(path.join(folder, locale, name));
  const where = `src/i18n/${locale}/${name}`;
  return [...missing(primary, own, locale, where), ...superfluous(primary, own, where), ...unlike(primary, own, where)];
}

type Messages = Map<string, string>;

function readMessages(file: string): Messages {
  return new Map(flatten(JSON.parse(readFileSync(file, 'utf8')), ''));
}

function flatten(value: unknown, key: string): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) return [[key, '']];
  return Object.entries(value).flatMap(([name, inner]) => flatten(inner, key === '' ? name : `${key}.${name}`));
}

const pluralSuffix = /_(zero|one|two|few|many|other)$/;
const stem = (key: string) => key.replace(pluralSuffix, '');

/** A counted message needs the forms that its language knows: two in English, three in French. */
function wantedKeys(primary: Messages, locale: string): Set<string> {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const keys = [...primary.keys()].flatMap((key) =>
    pluralSuffix.test(key) ? forms.map((form) => `${stem(key)}_${form}`) : [key],
  );
  return new Set(keys);
}

function missing(primary: Messages, own: Messages, locale: string, where: string): string[] {
  return [...wantedKeys(primary, locale)]
    .filter((key) => !own.get(key)?.trim())
    .map((key) => `${where}: ${key} is missing or empty`);
}

function superfluous(primary: Messages, own: Messages, where: string): string[] {
  const stems = new Set([...primary.keys()].map(stem));
  return [...own.keys()].filter((key) => !stems.has(stem(key))).map((key) => `${where}: ${key} is not in ${PRIMARY}`);
}

/** Placeholders must agree; `{{count}}` may be left out of a form that says the number in words. */
function unlike(primary: Messages, own: Messages, where: string): string[] {
  const byStem = new Map([...primary].map(([key, text]) => [stem(key), placeholders(text)]));
  return [...own].flatMap(([key, text]) => {
    const wanted = byStem.get(stem(key));
    if (wanted === undefined || wanted === placeholders(text)) return [];
    return [`${where}: ${key} has the placeholders [${placeholders(text)}], not [${wanted}]`];
  });
}

function placeholders(text: string): string {
  const found = [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}|<\/?(\w+)\s*\/?>/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  return [...new Set(found)]
    .filter((name) => name !== 'count')
    .sort()
    .join(', ');
}
