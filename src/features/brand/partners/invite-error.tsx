import { useTranslation } from 'react-i18next';
import { AppError } from '../../../data/errors.ts';
import { FormError } from '../../../ui/form-error.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';

/** Why nobody was invited. What is enough for a day is no matter of waiting a minute, as other limits are. */
export function InviteError({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation('partners');
  if (error === null) return null;
  return isDayFull(error) ? <FormError>{t('mail.limit')}</FormError> : <ErrorNotice error={error} />;
}

/** Whether an address, or a person, has caused as many mails as there may be in a day. */
export function isDayFull(error: Error): boolean {
  return error instanceof AppError && error.code === 'too_much';
}
