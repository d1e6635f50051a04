/** The texts of one namespace in one language, by their dotted keys. */
export type Messages = ReadonlyMap<string, string>;

export function flatten(value: unknown, prefix = '', into = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'string') return into.set(prefix, value);
  for (const [key, part] of Object.entries(Object(value)))
    flatten(part, prefix === '' ? key : `${prefix}.${key}`, into);
  return into;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** "days_one" and "days_other" are one key to the code. */
const baseOf = (key: string): string => key.replace(PLURAL, '');
const formOf = (key: string): string | undefined => PLURAL.exec(key)?.[1];

/** What a text has besides words: variables and what Markdown or markup it shows. */
function fixedPartsOf(text: string): string {
  const variables = [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => `{{${match[1]}}}`);
  const markup = text.match(/<\/?\w+>|\*\*|\]\(|https?:\/\//g) ?? [];
  return [...variables, ...markup].sort().join(' ');
}

/** Plural forms the language needs, as `Intl` knows them for whole numbers. */
const formsOf = (language: string): string[] => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

/** The keys a language owes: those of English, with its own plural forms instead of the English ones. */
function owedKeys(language: string, english: Messages): Map<string, string> {
  const owed = new Map<string, string>();
  for (const [key, text] of english) {
    const form = formOf(key);
    // "zero" stands beside the language's own forms wherever English has words for nothing at all.
    if (form === undefined || form === 'zero') owed.set(key, text);
    if (form === 'other') for (const one of formsOf(language)) owed.set(`${baseOf(key)}_${one}`, text);
  }
  return owed;
}

/** Names, abbreviations and signs that read the same wherever they are read. */
const SAME_EVERYWHERE =
  /^(?:[\d\s{}().,:;/|·–-]|\{\{\w+\}\}|B2B|CSV|QR|SVG|UTC|UTF-\d+|HTML|Markdown|App|Apps|E-mail|JSON|API|URL|SMTP|ID|kB|MB)*$/;

/** Words that English shares with one of its neighbours, looked at one by one. */
const SAME_IN: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set(
    'Affiliate Affiliates Banner Code Codes Conversion Conversions Import Influencer Lead Link Links Logo Manager Name News Partner Person Publisher Segment Status Tags Team Text Video in'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'Actions Code Codes Commission Condition Conversion Conversions Date Dates Document Image Import Invitation Logo Message Messages Note Page Promotion Promotions Section Segment Segments Site Source Total Type Version point points segment segments version versions'.split(
      ' ',
    ),
  ),
};

function isUntranslated(language: string, english: string, text: string): boolean {
  if (language === 'en' || text !== english || SAME_EVERYWHERE.test(text)) return false;
  return !SAME_IN[language]?.has(text.replaceAll(/\{\{\w+\}\}/g, '').trim());
}

/** What is wrong with one language's texts beside the English ones. */
export function faultsOf(language: string, english: Messages, messages: Messages): string[] {
  const owed = owedKeys(language, english);
  const missing = [...owed.keys()].filter((key) => !messages.has(key)).map((key) => `${key} is missing`);
  const others = [...messages].flatMap(([key, text]) => {
    const original = english.get(key) ?? owed.get(key);
    if (original === undefined || !owed.has(key)) {
      const isForm = formOf(key) !== undefined && owed.has(`${baseOf(key)}_other`);
      return [isForm ? `${key} is no plural form of this language` : `${key} does not exist in en`];
    }
    if (text === '') return [`${key} is empty`];
    if (fixedPartsOf(original) !== fixedPartsOf(text)) return [`${key} has other variables or markup`];
    return isUntranslated(language, original, text) ? [`${key} is still the English text`] : [];
  });
  return [...missing, ...others];
}

/** Every string and template literal of the sources; a template counts as the text before its first `${`. */
function literalsOf(sources: readonly string[]): { exact: Set<string>; prefixes: Set<string> } {
  const found = { exact: new Set<string>(), prefixes: new Set<string>() };
  for (const source of sources) {
    for (const match of source.matchAll(/'([\w.:-]+)'|"([\w.:-]+)"/g)) found.exact.add(match[1] ?? match[2] ?? '');
    for (const match of source.matchAll(/`([\w:-][\w.:-]*[._])\$\{/g)) found.prefixes.add(match[1] ?? '');
  }
  return found;
}

export function unusedKeys(namespace: string, english: Messages, sources: readonly string[]): string[] {
  const used = literalsOf(sources);
  const isUsed = (key: string): boolean =>
    [key, `${namespace}:${key}`].some(
      (name) => used.exact.has(name) || [...used.prefixes].some((prefix) => name.startsWith(prefix)),
    );
  const bases = new Set([...english.keys()].map(baseOf));
  return [...bases].filter((key) => !isUsed(key)).map((key) => `${key} is used nowhere`);
}
