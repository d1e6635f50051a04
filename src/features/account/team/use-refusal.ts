import { useTranslation } from 'react-i18next';
import { AppError } from '../../../data/errors.ts';
import { errorWords } from '../../../ui/error-words.ts';

/** Why a change of the team was refused. */
export function useRefusal(): (error: Error) => string {
  const { t } = useTranslation('team');
  const { t: tc } = useTranslation();
  return (error) => {
    const isLastOwner =
      error instanceof AppError && error.code === 'conflict' && error.detail?.includes('owner') === true;
    return isLastOwner ? t('last_owner') : errorWords(error, tc).title;
  };
}
