import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { teamQueries } from '../../../data/invitations/team-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { InvitationsCard } from './invitations-card.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { LeaveCard } from './leave-card.tsx';
import { MembersTable } from './members-table.tsx';
import { useTeam } from './use-team.ts';

/** Who is in, with which role, who is invited, and the way out: of a program's team and of a partner's. */
export function TeamPage() {
  const { t } = useTranslation('team');
  const room = useTeam();
  const query = useQuery(teamQueries.list(room.team));
  const [isInviting, setIsInviting] = useState(false);
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t(`meta.${room.team.side}`, { name: room.name })}
        actions={
          room.isOwner && (
            <Button variant="primary" onClick={() => setIsInviting(true)}>
              <UserPlus aria-hidden="true" size={16} />
              {t('invite.open')}
            </Button>
          )
        }
      />
      <PageState query={query} skeleton={<SkeletonCards heights={['h-72', 'h-40']} />}>
        {(members) => (
          <div className="grid gap-5">
            <Card title={t('members.title')} isFlush>
              <MembersTable room={room} members={members} />
            </Card>
            {room.seesInvitations && <InvitationsCard room={room} />}
            <LeaveCard room={room} members={members} />
          </div>
        )}
      </PageState>
      {isInviting && <InviteDialog room={room} onClose={() => setIsInviting(false)} />}
    </>
  );
}
