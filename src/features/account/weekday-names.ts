/** Names of the days in a language, Sunday first, as `week_start` counts them (0 = Sunday). */
export function weekdayNames(locale: string): string[] {
  const names = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2023 was a Sunday.
  return Array.from({ length: 7 }, (_, day) => names.format(Date.UTC(2023, 0, 1 + day)));
}
