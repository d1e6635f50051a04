import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.tsx';
import { CodeForm } from '../code-form.tsx';
import { PasswordForm } from '../password-form.tsx';

type SignInCardProps = { readonly email: string; readonly onCode: () => void };

/**
 * The code first: it works for whoever has an account and for whoever has none, and shows that the address is theirs.
 * Nothing here tells which of the two it is.
 */
export function SignInCard({ email, onCode }: SignInCardProps) {
  const { t } = useTranslation('invite');
  const { t: tc } = useTranslation();
  const [way, setWay] = useState<'code' | 'password'>('code');
  const choose = (next: 'code' | 'password') => setWay(next);
  return (
    <Card title={t('sign_in.title')}>
      <p className="mb-4 text-ink-2">{t('sign_in.body', { email })}</p>
      {/* What is typed into a field of the form, the code too, was meant for a code. */}
      <div onSubmitCapture={() => way === 'code' && onCode()}>
        {way === 'code' ? (
          <CodeForm email={email} onEmail={() => undefined} isEmailFixed />
        ) : (
          <PasswordForm email={email} onEmail={() => undefined} isEmailFixed />
        )}
      </div>
      <button
        type="button"
        className="mt-3 min-h-11 text-start text-accent underline underline-offset-4"
        onClick={() => choose(way === 'code' ? 'password' : 'code')}
      >
        {way === 'code' ? t('sign_in.by_password') : tc('sign_in.by_code')}
      </button>
    </Card>
  );
}
