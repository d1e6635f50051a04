import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamMember } from '../../../data/invitations/model.ts';
import { teamMutations } from '../../../data/invitations/team-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { useRefusal } from './use-refusal.ts';
import type { TeamRoom } from './use-team.ts';

type LeaveCardProps = { readonly room: TeamRoom; readonly members: readonly TeamMember[] };

/** The way out. The last owner is told why it is closed, and how to open it. */
export function LeaveCard({ room, members }: LeaveCardProps) {
  const { t } = useTranslation('team');
  const [isOpen, setIsOpen] = useState(false);
  const owners = members.filter(({ role }) => role === 'owner');
  const isLastOwner = room.isOwner && owners.length === 1;
  return (
    <Card title={t('leave.title')}>
      <p className="text-ink-2">{isLastOwner ? t('leave.last_owner') : t('leave.body', { name: room.name })}</p>
      {!isLastOwner && (
        <div className="mt-4">
          <Button onClick={() => setIsOpen(true)}>{t('leave.open')}</Button>
        </div>
      )}
      {isOpen && <LeaveDialog room={room} onClose={() => setIsOpen(false)} />}
    </Card>
  );
}

function LeaveDialog({ room, onClose }: { readonly room: TeamRoom; readonly onClose: () => void }) {
  const { t } = useTranslation('team');
  const { t: tc } = useTranslation();
  const leaving = useMutation(teamMutations.leave(room.team));
  const refusal = useRefusal();
  // With the whole page goes everything it had read with the rights that are gone.
  const handleLeave = () =>
    leaving.mutate(undefined, {
      onSuccess: () => {
        localStorage.removeItem('pp.place');
        window.location.assign('/');
      },
    });
  return (
    <Dialog title={t('leave.confirm_title', { name: room.name })} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">{t('leave.confirm_body')}</p>
        <FormError>{leaving.error === null ? null : refusal(leaving.error)}</FormError>
        <div className="flex flex-wrap gap-2">
          <Button variant="danger" isBusy={leaving.isPending} onClick={handleLeave}>
            {t('leave.confirm')}
          </Button>
          <Button onClick={onClose}>{tc('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
