import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Clock, MailCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../../../data/invitations/model.ts';
import { invitationMutations, invitationQueries } from '../../../data/invitations/queries.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { MoreRows } from '../../../ui/more-rows.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { announce } from '../../../ui/toast.ts';
import { InvitationActions } from './invitation-actions.tsx';
import { useDay } from './use-day.ts';
import type { TeamRoom } from './use-team.ts';

/** Who was invited and has not come yet, and whether the mail is out. */
export function InvitationsCard({ room }: { readonly room: TeamRoom }) {
  const { t } = useTranslation('team');
  const { team } = room;
  const scope =
    team.side === 'brand' ? { program: team.program, kind: 'staff' as const } : { partnerId: team.partnerId };
  const query = useInfiniteQuery(invitationQueries.list(scope));
  const rows = query.data?.pages.flat() ?? [];
  const unsent = rows.filter(({ mail, state }) => mail !== 'sent' && state === 'open').length;
  return (
    <Card title={t('invitations.title')} isFlush>
      <PageState query={query} skeleton={<Skeleton className="m-5 h-20" />}>
        {() =>
          rows.length === 0 ? (
            <p className="px-4 pb-5 text-ink-2 sm:px-5">{t('invitations.none')}</p>
          ) : (
            <>
              {unsent > 0 && room.isOwner && <UnsentNotice count={unsent} />}
              <InvitationsTable room={room} rows={rows} />
              {query.hasNextPage && <MoreRows shown={rows.length} query={query} />}
            </>
          )
        }
      </PageState>
    </Card>
  );
}

function UnsentNotice({ count }: { readonly count: number }) {
  const { t } = useTranslation('team');
  const sending = useMutation(invitationMutations.send());
  const handleSend = () =>
    sending.mutate(undefined, {
      onSuccess: (mail) =>
        announce(
          t(mail === 'sent' ? 'invitations.all_sent' : 'invitations.still_unsent'),
          mail === 'sent' ? 'info' : 'error',
        ),
    });
  return (
    <div className="px-4 pb-3 sm:px-5">
      <Notice
        tone="warn"
        title={t('invitations.unsent', { count })}
        action={
          <Button size="dense" isBusy={sending.isPending} onClick={handleSend}>
            {t('invitations.send_again')}
          </Button>
        }
      >
        {t('invitations.unsent_body')}
      </Notice>
    </div>
  );
}

function InvitationsTable({ room, rows }: { readonly room: TeamRoom; readonly rows: readonly Invitation[] }) {
  const { t } = useTranslation('team');
  const { t: tc } = useTranslation();
  const day = useDay();
  return (
    <DataTable
      caption={t('invitations.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'email',
          header: t('invitations.email'),
          cell: (row) => <span className="wrap-anywhere">{row.email}</span>,
        },
        { id: 'role', header: t('members.role'), cell: (row) => row.role !== null && tc(`role.${row.role}`) },
        { id: 'state', header: t('invitations.state'), cell: (row) => <StateBadge invitation={row} /> },
        { id: 'until', header: t('invitations.until'), cell: (row) => day(row.expires_at) },
        ...(room.isOwner
          ? [
              {
                id: 'act',
                header: t('members.act'),
                isBare: true,
                cell: (row: Invitation) => <InvitationActions invitation={row} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function StateBadge({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('team');
  if (invitation.state === 'expired') return <Badge icon={Clock}>{t('invitations.expired')}</Badge>;
  if (invitation.mail === 'sent') {
    return (
      <Badge tone="accent" icon={MailCheck}>
        {t('invitations.sent')}
      </Badge>
    );
  }
  return (
    <Badge tone="warn" icon={TriangleAlert}>
      {t('invitations.not_sent')}
    </Badge>
  );
}
