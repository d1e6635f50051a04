import { useTranslation } from 'react-i18next';
import { type Format, makeFormat } from './format.ts';

const formats = new Map<string, Format>();

/** English dates are written day first; month names keep them clear to everybody. */
const intlLocale = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** Dates, numbers and money in the present language. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const format = formats.get(i18n.language) ?? makeFormat(intlLocale(i18n.language));
  formats.set(i18n.language, format);
  return format;
}
