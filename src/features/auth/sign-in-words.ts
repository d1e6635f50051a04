import type { TFunction } from 'i18next';
import { AppError } from '../../data/errors.ts';

/** Why signing in failed, without a word on whether the address is known. */
export function signInWords(
  error: Error | null,
  refusal: 'wrong_password' | 'wrong_code',
  t: TFunction<'core'>,
): string | null {
  if (error === null) return null;
  if (!(error instanceof AppError)) return t('error.unexpected.title');
  if (error.code === 'not_signed_in') return t(`sign_in.${refusal}`);
  if (error.code === 'too_much') return t('sign_in.too_often');
  if (error.code === 'offline') return t('sign_in.unreachable');
  return t('error.unexpected.title');
}
