import { useTranslation } from 'react-i18next';

const SUNDAY_FIRST: ReadonlySet<string> = new Set(['ko', 'zh-Hant']);

/**
 * On which day a language's calendar begins the week, 0 being Sunday, for whoever has not chosen one. It is
 * written down because not every browser's Intl tells; the test compares it with one that does.
 */
export const weekStartIn = (language: string): number => (SUNDAY_FIRST.has(language) ? 0 : 1);

/** 0 is Sunday: what the reader has chosen, if anything, or else as their language begins it. */
export function useWeekStart(chosen: number | null | undefined): number {
  const { i18n } = useTranslation();
  return chosen ?? weekStartIn(i18n.language);
}
