import { useTranslation } from 'react-i18next';

const REASONS = [
  'wrong_type',
  'broken',
  'extra_data',
  'metadata',
  'too_many_pixels',
  'script',
  'wrong_size',
  'bomb',
  'type',
  'empty',
  'size',
] as const;

/** Why a file was refused, in words that say what to do. */
export function useReason(): (reason: string | null) => string {
  const { t } = useTranslation('creatives');
  return (reason) => {
    const known = REASONS.find((one) => one === reason);
    return t(`reason.${known ?? 'broken'}`);
  };
}
