export const LOCALES = ['en', 'de', 'fr', 'ko', 'zh-Hant'] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language in its own words, so that it is found by whoever looks for it. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  ko: '한국어',
  'zh-Hant': '繁體中文',
};

const languageOf = (tag: string): string => tag.toLowerCase().split('-', 1)[0] ?? '';

/**
 * The first language we speak among those asked for ("de-AT" finds "de"); English when there is none. Any
 * Chinese finds ours: whoever writes the simplified signs reads the traditional ones sooner than English.
 * index.html does the same before the first paint.
 */
export function pickLocale(wanted: readonly (string | null)[]): Locale {
  for (const tag of wanted) {
    const locale = tag === null ? undefined : LOCALES.find((known) => languageOf(known) === languageOf(tag));
    if (locale !== undefined) return locale;
  }
  return 'en';
}
