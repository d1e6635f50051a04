import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announcementMutations } from '../../../data/announcements/brand-queries.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { announce } from '../../../ui/toast.ts';

type RecallDialogProps = { readonly id: string; readonly reads: number; readonly onClose: () => void };

export function RecallDialog({ id, reads, onClose }: RecallDialogProps) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const recalling = useMutation(announcementMutations.recall(useAddress().program, id));
  const handleRecall = () =>
    recalling.mutate(undefined, {
      onSuccess: () => {
        announce(t('recalled_done'));
        onClose();
      },
    });
  return (
    <Dialog title={t('recall_title')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p>{t('recall_body')}</p>
        <p>{reads > 0 ? t('recall_reads', { count: reads, value: format.number(reads) }) : t('recall_unread')}</p>
        {recalling.error !== null && <ErrorNotice error={recalling.error} />}
        <Button variant="danger" isBusy={recalling.isPending} onClick={handleRecall}>
          {t('recall')}
        </Button>
      </div>
    </Dialog>
  );
}
