import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TeamMember } from '../../../data/invitations/model.ts';
import { teamMutations } from '../../../data/invitations/team-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { announce } from '../../../ui/toast.ts';
import { nameOf } from './members-table.tsx';
import { useRefusal } from './use-refusal.ts';
import type { TeamRoom } from './use-team.ts';

type RemoveDialogProps = { readonly room: TeamRoom; readonly member: TeamMember; readonly onClose: () => void };

/** Asked first, since it cannot be taken back: who is out comes in again by an invitation. */
export function RemoveDialog({ room, member, onClose }: RemoveDialogProps) {
  const { t } = useTranslation('team');
  const { t: tc } = useTranslation();
  const removing = useMutation(teamMutations.remove(room.team));
  const refusal = useRefusal();
  const name = nameOf(member);
  const handleRemove = () =>
    removing.mutate(member.id, {
      onSuccess: () => {
        announce(t('remove.done', { name }));
        onClose();
      },
    });
  return (
    <Dialog title={t('remove.title', { name })} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">{t('remove.body', { email: member.email })}</p>
        <FormError>{removing.error === null ? null : refusal(removing.error)}</FormError>
        <div className="flex flex-wrap gap-2">
          <Button variant="danger" isBusy={removing.isPending} onClick={handleRemove}>
            {t('remove.confirm')}
          </Button>
          <Button onClick={onClose}>{tc('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
