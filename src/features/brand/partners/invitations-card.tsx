import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../../../data/invitations/model.ts';
import { invitationMutations, invitationQueries, type MailOutcome } from '../../../data/invitations/queries.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { announce } from '../../../ui/toast.ts';
import { isDayFull } from './invite-error.tsx';

/** Partners who were invited and have not come yet; nothing when there are none. */
export function InvitationsCard({ canKeep }: { readonly canKeep: boolean }) {
  const { t } = useTranslation('partners');
  const { program } = useAddress();
  const query = useInfiniteQuery(invitationQueries.list({ program, kind: 'partner' }));
  const rows = query.data?.pages.flat() ?? [];
  if (query.error !== null && query.data === undefined)
    return (
      <Card title={t('open_invitations')}>
        <ErrorNotice error={query.error} onRetry={query.refetch} />
      </Card>
    );
  if (rows.length === 0) return null;
  return (
    <Card title={t('open_invitations')} isFlush>
      {canKeep && rows.some(({ mail }) => mail !== 'sent') && <Unsent />}
      <ul className="max-h-96 divide-y divide-line overflow-y-auto" tabIndex={-1}>
        {rows.map((invitation) => (
          <Row key={invitation.id} invitation={invitation} canKeep={canKeep} />
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="border-t border-line px-4 py-2 sm:px-5">
          <Button size="dense" isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more_invitations')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function useSaid() {
  const { t } = useTranslation('partners');
  return (mail: MailOutcome) => announce(t(`mail.${mail}`), mail === 'sent' ? 'info' : 'error');
}

/** Mails that are not out yet: the invitations stand, and one press tries again. */
function Unsent() {
  const { t } = useTranslation('partners');
  const sending = useMutation(invitationMutations.send());
  const say = useSaid();
  return (
    <div className="px-4 pb-3 sm:px-5">
      <Notice
        tone="warn"
        title={t('mail.not_sent')}
        action={
          <Button
            size="dense"
            isBusy={sending.isPending}
            onClick={() => sending.mutate(undefined, { onSuccess: say, onError: () => say('waiting') })}
          >
            {t('mail.again')}
          </Button>
        }
      />
    </div>
  );
}

type RowProps = { readonly invitation: Invitation; readonly canKeep: boolean };

function Row({ invitation, canKeep }: RowProps) {
  const { t } = useTranslation('partners');
  const { t: core } = useTranslation();
  const format = useFormat();
  const say = useSaid();
  const resending = useMutation(invitationMutations.resend());
  const revoking = useMutation(invitationMutations.revoke());
  const { id, email, state, mail } = invitation;
  const failed = (error: Error) =>
    announce(isDayFull(error) ? t('mail.limit') : t('invitation_changed', { email }), 'error');
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-5">
      <div className="min-w-0 grow">
        <p className="font-medium wrap-anywhere">{invitation.partner_name ?? email}</p>
        <p className="text-sm wrap-anywhere text-ink-3">
          {invitation.partner_name !== null && `${email} · `}
          {invitation.partner_type !== null && `${core(`partner_type.${invitation.partner_type}`)} · `}
          {t(state === 'expired' ? 'expired_at' : 'expires_at', { time: format.instant(invitation.expires_at) })}
        </p>
      </div>
      {state === 'expired' && <Badge tone="warn">{t('expired')}</Badge>}
      {state === 'open' && mail !== 'sent' && <Badge tone="warn">{t(`mail_state.${mail}`)}</Badge>}
      {canKeep && (
        <div className="flex gap-2">
          <Button
            size="dense"
            isBusy={resending.isPending}
            onClick={() => resending.mutate(id, { onSuccess: say, onError: failed })}
          >
            {t('resend')}
            <span className="sr-only"> {email}</span>
          </Button>
          <Button
            size="dense"
            variant="quiet"
            isBusy={revoking.isPending}
            onClick={() => revoking.mutate(id, { onSuccess: () => announce(t('revoked', { email })), onError: failed })}
          >
            {t('revoke')}
            <span className="sr-only"> {email}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
