import { useTranslation } from 'react-i18next';
import { AppError } from '../../../data/errors.ts';
import { errorWords } from '../../../ui/error-words.ts';

/** Why a change of the team was refused. The database says "at odds" only of the last owner. */
export function useRefusal(): (error: Error) => string {
  const { t } = useTranslation('team');
  const { t: tc } = useTranslation();
  return (error) =>
    error instanceof AppError && error.code === 'conflict' ? t('last_owner') : errorWords(error, tc).title;
}
