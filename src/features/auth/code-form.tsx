import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendCode, signInWithCode } from '../../data/session/actions.ts';
import { Button } from '../../ui/button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { signInWords } from './sign-in-words.ts';

type CodeFormProps = {
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly isEmailFixed?: boolean;
};

/** First the address, then the six digits that were mailed to it. */
export function CodeForm({ email, onEmail, isEmailFixed = false }: CodeFormProps) {
  const { t } = useTranslation();
  const send = useAttempt(sendCode);
  const [isChecked, setIsChecked] = useState(false);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (email.trim() !== '') send.run(email.trim());
  };

  const sentTo = send.succeededWith;
  if (sentTo !== null) return <CodeEntry email={sentTo} onAgain={() => send.run(sentTo)} />;
  const refusal = signInWords(send.error, 'wrong_code', t);
  return (
    <form onSubmit={handleSubmit} noValidate className="flex flex-col gap-4">
      <p className="text-ink-2">{t('sign_in.code_lead')}</p>
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
      <FormError>{refusal}</FormError>
      <Button type="submit" variant="primary" isBusy={send.isPending}>
        {t('sign_in.send_code')}
      </Button>
    </form>
  );
}

function CodeEntry({ email, onAgain }: { readonly email: string; readonly onAgain: () => void }) {
  const { t } = useTranslation();
  const signIn = useAttempt(signInWithCode);
  const [isChecked, setIsChecked] = useState(false);
  const [code, setCode] = useState('');
  const digits = code.replace(/\s/g, '');
  const isMalformed = !/^\d{6}$/.test(digits);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!isMalformed) signIn.run({ email, code: digits });
  };

  const refusal = signInWords(signIn.error, 'wrong_code', t);
  return (
    <form onSubmit={handleSubmit} noValidate className="flex flex-col gap-4">
      <p role="status">{t('sign_in.code_sent', { email })}</p>
      <TextField
        label={t('sign_in.code')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        // The form has just taken the place of the one that was submitted: the next step is here.
        ref={(input) => input?.focus()}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={isChecked && isMalformed ? t('sign_in.code_malformed') : null}
      />
      <FormError>{refusal}</FormError>
      <Button type="submit" variant="primary" isBusy={signIn.isPending}>
        {t('sign_in.check_code')}
      </Button>
      <Button variant="quiet" onClick={onAgain}>
        {t('sign_in.another_code')}
      </Button>
    </form>
  );
}
