import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeForm } from './code-form.tsx';
import { PasswordForm } from './password-form.tsx';

type SignInFormProps = { readonly fixedEmail?: string };

/** Password first, the mailed code as a link beside it; the address stays when the way changes. */
export function SignInForm({ fixedEmail }: SignInFormProps) {
  const { t } = useTranslation();
  const [way, setWay] = useState<'password' | 'code'>('password');
  const [email, setEmail] = useState(fixedEmail ?? '');
  const Form = way === 'password' ? PasswordForm : CodeForm;
  return (
    <>
      <Form email={email} onEmail={setEmail} isEmailFixed={fixedEmail !== undefined} />
      <button
        type="button"
        className="mt-3 min-h-11 text-start text-accent underline underline-offset-4"
        onClick={() => setWay(way === 'password' ? 'code' : 'password')}
      >
        {t(way === 'password' ? 'sign_in.by_code' : 'sign_in.by_password')}
      </button>
    </>
  );
}
