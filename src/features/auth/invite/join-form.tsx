import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../data/errors.ts';
import type { Acceptance, Accepted, KnownPeek } from '../../../data/invitations/model.ts';
import { invitationMutations, invitationQueries } from '../../../data/invitations/queries.ts';
import { queryClient } from '../../../data/query-client.ts';
import { setPassword } from '../../../data/session/actions.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { errorWords } from '../../../ui/error-words.ts';
import { FormError } from '../../../ui/form-error.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { PartnerFields } from './partner-fields.tsx';
import { usePartnerDraft } from './use-partner-draft.ts';

type JoinFormProps = {
  readonly peek: KnownPeek;
  readonly token: string;
  readonly asksForPassword: boolean;
  readonly onJoined: (place: Accepted['place']) => void;
};

/** At least so many letters: the Auth server refuses fewer. */
const SHORTEST_PASSWORD = 8;

/** The last step: who one is, and, as a partner, with which partner. What was typed stays when something fails. */
export function JoinForm({ peek, token, asksForPassword, onJoined }: JoinFormProps) {
  const { t } = useTranslation('invite');
  const [name, setName] = useState(peek.my_name);
  const [password, setPasswordText] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const draft = usePartnerDraft(peek);
  const joining = useMutation(invitationMutations.accept());
  const keeping = useAttempt(async (acceptance: Acceptance) => {
    if (password !== '') await setPassword(password);
    joining.mutate(acceptance, { onSuccess: ({ place }) => onJoined(place), onError: look });
  });

  const isPasswordShort = password !== '' && password.length < SHORTEST_PASSWORD;
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (name.trim() === '' || isPasswordShort || draft.isIncomplete) return;
    keeping.run({ token, name: name.trim(), partner: draft.partner });
  };
  const refusal = useRefusal(keeping.error ?? joining.error);
  return (
    <Card title={t('join.title')}>
      <form onSubmit={handleSubmit} noValidate className="flex flex-col gap-4">
        <TextField
          label={t('join.name')}
          hint={t('join.name_hint')}
          autoComplete="name"
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={isChecked && name.trim() === '' ? t('join.name_missing') : null}
        />
        {asksForPassword && (
          <TextField
            label={t('join.password')}
            hint={t('join.password_hint', { count: SHORTEST_PASSWORD })}
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPasswordText(event.target.value)}
            error={isChecked && isPasswordShort ? t('join.password_short', { count: SHORTEST_PASSWORD }) : null}
          />
        )}
        {peek.kind === 'partner' && <PartnerFields peek={peek} draft={draft} isChecked={isChecked} />}
        <FormError>{refusal}</FormError>
        <Button type="submit" variant="primary" isBusy={keeping.isPending || joining.isPending}>
          {t(`join.submit.${peek.kind}`)}
        </Button>
      </form>
    </Card>
  );

  /** Used, revoked or ran out meanwhile: the page then says so. */
  function look(): void {
    void queryClient.invalidateQueries({ queryKey: invitationQueries.all });
  }
}

function useRefusal(error: Error | null): string | null {
  const { t } = useTranslation('invite');
  const { t: tc } = useTranslation();
  if (error === null) return null;
  if (error instanceof AppError && error.code === 'conflict') return t('join.already');
  const { title, body } = errorWords(error, tc);
  return `${title}. ${body}`;
}
