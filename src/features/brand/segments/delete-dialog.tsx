import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAddress } from '../../../data/programs/place.ts';
import type { Segment } from '../../../data/segments/model.ts';
import { segmentMutations } from '../../../data/segments/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { announce } from '../../../ui/toast.ts';
import { UsesList } from './uses-notice.tsx';

type DeleteDialogProps = {
  readonly segment: Segment;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
};

/** A segment in use says where; one that nothing uses goes, and can be brought back for a while. */
export function DeleteDialog({ segment, onClose, onDeleted }: DeleteDialogProps) {
  const { t } = useTranslation('segments');
  const { t: core } = useTranslation();
  const { program } = useAddress();
  const navigate = useNavigate();
  const remove = useMutation(segmentMutations.remove(program));
  const restore = useMutation(segmentMutations.save(program));
  if (segment.uses.length > 0) {
    return (
      <Dialog title={t('uses.in_use_title')} onClose={onClose}>
        <div className="flex flex-col gap-3">
          <UsesList uses={segment.uses} />
          <p className="text-ink-2">{t('uses.in_use_body')}</p>
          <Button onClick={onClose}>{core('close')}</Button>
        </div>
      </Dialog>
    );
  }
  const handleUndo = () =>
    restore.mutate(
      { id: segment.id, revision: null, name: segment.name, rule: segment.rule },
      {
        onSuccess: () => announce(t('delete.undone')),
        onError: () => announce(core('error.unexpected.title'), 'error'),
      },
    );
  const handleDelete = () => {
    if (remove.isPending) return;
    remove.mutate(segment, {
      onSuccess: () => {
        onDeleted();
        announce(t('delete.done', { name: segment.name }), 'info', { label: t('delete.undo'), onPress: handleUndo });
        void navigate('../segments');
      },
    });
  };
  return (
    <Dialog title={t('delete.title', { name: segment.name })} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">{t('delete.body')}</p>
        {remove.error !== null && <ErrorNotice error={remove.error} />}
        <div className="flex flex-wrap gap-2">
          <Button variant="danger" isBusy={remove.isPending} onClick={handleDelete}>
            {t('delete.confirm')}
          </Button>
          <Button onClick={onClose}>{core('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
