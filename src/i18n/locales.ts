export const LOCALES = ['en', 'de'] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language in its own words, so that it is found by whoever looks for it. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', de: 'Deutsch' };

/** The first language we speak among those asked for ("de-AT" finds "de"); English when there is none. */
export function pickLocale(wanted: readonly (string | null)[]): Locale {
  for (const tag of wanted) {
    const locale = LOCALES.find((known) => tag === known || tag?.startsWith(`${known}-`));
    if (locale !== undefined) return locale;
  }
  return 'en';
}
