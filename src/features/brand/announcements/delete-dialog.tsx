import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { dropKept } from '../../../data/announcements/brand-kept.ts';
import { announcementMutations } from '../../../data/announcements/brand-queries.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { announce } from '../../../ui/toast.ts';

type DeleteDialogProps = { readonly id: string; readonly onClose: () => void };

export function DeleteDialog({ id, onClose }: DeleteDialogProps) {
  const { t } = useTranslation('announcements');
  const navigate = useNavigate();
  const deleting = useMutation(announcementMutations.remove(useAddress().program, id));
  const handleDelete = () =>
    deleting.mutate(undefined, {
      onSuccess: () => {
        dropKept(id);
        announce(t('deleted'));
        void navigate('../announcements');
      },
    });
  return (
    <Dialog title={t('delete_title')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p>{t('delete_body')}</p>
        {deleting.error !== null && <ErrorNotice error={deleting.error} />}
        <Button variant="danger" isBusy={deleting.isPending} onClick={handleDelete}>
          {t('delete')}
        </Button>
      </div>
    </Dialog>
  );
}
