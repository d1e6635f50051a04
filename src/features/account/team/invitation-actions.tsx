import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../data/errors.ts';
import type { Invitation } from '../../../data/invitations/model.ts';
import { invitationMutations } from '../../../data/invitations/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { errorWords } from '../../../ui/error-words.ts';
import { FormError } from '../../../ui/form-error.tsx';
import { announce } from '../../../ui/toast.ts';

/** Once more with a new link, or not at all. */
export function InvitationActions({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('team');
  const { t: tc } = useTranslation();
  const resending = useMutation(invitationMutations.resend());
  const [isRevoking, setIsRevoking] = useState(false);
  const { email } = invitation;
  const handleResend = () =>
    resending.mutate(invitation.id, {
      onSuccess: (mail) => announce(t(mail === 'sent' ? 'invite.sent' : 'invite.waiting', { email })),
      onError: (error) =>
        announce(
          error instanceof AppError && error.code === 'too_much' ? t('invite.limit') : errorWords(error, tc).title,
          'error',
        ),
    });
  return (
    <span className="flex flex-wrap justify-end gap-2 @2xl:justify-start">
      <Button
        size="dense"
        aria-label={t('invitations.resend_to', { email })}
        isBusy={resending.isPending}
        onClick={handleResend}
      >
        {t('invitations.resend')}
      </Button>
      <Button
        size="dense"
        variant="quiet"
        aria-label={t('invitations.revoke_of', { email })}
        onClick={() => setIsRevoking(true)}
      >
        {t('invitations.revoke')}
      </Button>
      {isRevoking && <RevokeDialog invitation={invitation} onClose={() => setIsRevoking(false)} />}
    </span>
  );
}

function RevokeDialog({ invitation, onClose }: { readonly invitation: Invitation; readonly onClose: () => void }) {
  const { t } = useTranslation('team');
  const { t: tc } = useTranslation();
  const revoking = useMutation(invitationMutations.revoke());
  const { email } = invitation;
  const handleRevoke = () =>
    revoking.mutate(invitation.id, {
      onSuccess: () => {
        announce(t('invitations.revoked', { email }));
        onClose();
      },
    });
  return (
    <Dialog title={t('invitations.revoke_title', { email })} onClose={onClose}>
      <div className="flex flex-col gap-4 font-normal">
        <p className="text-ink-2">{t('invitations.revoke_body')}</p>
        <FormError>{revoking.error === null ? null : errorWords(revoking.error, tc).title}</FormError>
        <div className="flex flex-wrap gap-2">
          <Button variant="danger" isBusy={revoking.isPending} onClick={handleRevoke}>
            {t('invitations.revoke')}
          </Button>
          <Button onClick={onClose}>{tc('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
