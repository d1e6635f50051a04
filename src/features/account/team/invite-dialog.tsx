import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../data/errors.ts';
import {
  type InviteForm,
  inviteFormSchema,
  MAIL_LOCALES,
  PARTNER_ROLES,
  STAFF_ROLES,
} from '../../../data/invitations/model.ts';
import { invitationMutations } from '../../../data/invitations/queries.ts';
import { useMe, usePlace } from '../../../data/programs/place.ts';
import { LOCALE_NAMES } from '../../../i18n/locales.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { errorWords } from '../../../ui/error-words.ts';
import { FormError } from '../../../ui/form-error.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { announce } from '../../../ui/toast.ts';
import type { TeamRoom } from './use-team.ts';

type InviteDialogProps = { readonly room: TeamRoom; readonly onClose: () => void };

/** One address, a role and the language of the mail. What was typed stays until it has arrived. */
export function InviteDialog({ room, onClose }: InviteDialogProps) {
  const { t } = useTranslation('team');
  const { t: tc } = useTranslation();
  const { program } = usePlace();
  const me = useMe();
  const spoken = room.team.side === 'brand' ? program.default_locale : (me?.locale ?? 'en');
  const { register, handleSubmit, watch, formState } = useForm<InviteForm>({
    resolver: zodResolver(inviteFormSchema),
    defaultValues: { email: '', role: 'viewer', locale: MAIL_LOCALES.find((known) => known === spoken) ?? 'en' },
  });
  const inviting = useMutation(invitationMutations.toTeam(room.team));
  const invite = handleSubmit((form) =>
    inviting.mutate(form, {
      onSuccess: (mail) => {
        announce(t(mail === 'sent' ? 'invite.sent' : 'invite.waiting', { email: form.email }));
        onClose();
      },
    }),
  );
  const role = watch('role');
  return (
    <Dialog title={t('invite.title')} onClose={onClose}>
      <form onSubmit={invite} noValidate className="flex flex-col gap-4">
        <TextField
          label={t('invite.email')}
          type="email"
          autoComplete="off"
          {...register('email')}
          error={formState.errors.email === undefined ? null : t('invite.email_bad')}
        />
        <SelectField label={t('invite.role')} hint={roleHint()} {...register('role')}>
          {room.roles.map((one) => (
            <option key={one} value={one}>
              {tc(`role.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('invite.locale')} {...register('locale')}>
          {MAIL_LOCALES.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {LOCALE_NAMES[locale]}
            </option>
          ))}
        </SelectField>
        <FormError>{inviting.error === null ? null : refusal(inviting.error)}</FormError>
        <Button type="submit" variant="primary" isBusy={inviting.isPending}>
          {t('invite.submit')}
        </Button>
      </form>
    </Dialog>
  );

  function roleHint(): string {
    if (room.team.side === 'brand') return t(`role_hint.brand.${STAFF_ROLES.find((one) => one === role) ?? 'viewer'}`);
    return t(`role_hint.partner.${PARTNER_ROLES.find((one) => one === role) ?? 'viewer'}`);
  }

  function refusal(error: Error): string {
    if (error instanceof AppError && error.code === 'conflict') return t('invite.already');
    if (error instanceof AppError && error.code === 'too_much') return t('invite.limit');
    return errorWords(error, tc).title;
  }
}
