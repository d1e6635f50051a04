import { useTranslation } from 'react-i18next';

const CODES = [
  'cell_count',
  'quotes',
  'missing',
  'too_long',
  'control_character',
  'formula',
  'bad_amount',
  'too_many_decimals',
  'amount_too_large',
  'wrong_sign',
  'wrong_currency',
  'bad_time',
  'unknown_kind',
  'bad_click_id',
] as const;

/** What is wrong with a malformed line; a code this release does not know stays as it is. */
export function useLineErrorText(): (code: string) => string {
  const { t } = useTranslation('import');
  return (code) => {
    const known = CODES.find((one) => one === code);
    return known === undefined ? code : t(`line_error.${known}`);
  };
}
