import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signInWithPassword } from '../../data/session/actions.ts';
import { Button } from '../../ui/button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { signInWords } from './sign-in-words.ts';

type PasswordFormProps = {
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly isEmailFixed?: boolean;
};

/** E-mail and password at once, as the browser's password store expects them; Enter submits. */
export function PasswordForm({ email, onEmail, isEmailFixed = false }: PasswordFormProps) {
  const { t } = useTranslation();
  const signIn = useAttempt(signInWithPassword);
  const [isChecked, setIsChecked] = useState(false);
  const [password, setPassword] = useState('');

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (email.trim() === '' || password === '') return;
    signIn.run({ email: email.trim(), password });
  };

  const refusal = signInWords(signIn.error, 'wrong_password', t);
  return (
    <form onSubmit={handleSubmit} noValidate className="flex flex-col gap-4">
      <TextField
        label={t('sign_in.email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        readOnly={isEmailFixed}
        value={email}
        onChange={(event) => onEmail(event.target.value)}
        error={isChecked && email.trim() === '' ? t('sign_in.email_missing') : null}
      />
      <TextField
        label={t('sign_in.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={isChecked && password === '' ? t('sign_in.password_missing') : null}
      />
      <FormError>{refusal}</FormError>
      <Button type="submit" variant="primary" isBusy={signIn.isPending}>
        {t('sign_in.submit')}
      </Button>
    </form>
  );
}
