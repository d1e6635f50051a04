import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../../data/announcements/brand-draft.ts';
import type { Announcement } from '../../../data/announcements/brand-model.ts';
import { announcementMutations } from '../../../data/announcements/brand-queries.ts';
import { useAddress } from '../../../data/programs/place.ts';
import type { AudienceSizeAnswer } from '../../../data/segments/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { announce } from '../../../ui/toast.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { RecallDialog } from './recall-dialog.tsx';
import type { Composing } from './use-composer.ts';

type ComposerActionsProps = {
  readonly id: string;
  readonly announcement: Announcement | null;
  readonly composing: Composing;
  readonly size: AudienceSizeAnswer | null;
  readonly onSaved: () => void;
};

/** What can be done with it now: save, publish, recall, delete. */
export function ComposerActions({ id, announcement, composing, size, onSaved }: ComposerActionsProps) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const [open, setOpen] = useState<'publish' | 'recall' | 'delete' | null>(null);
  const close = () => setOpen(null);
  const state = announcement?.state ?? 'draft';
  const isOut = state === 'live' || state === 'expired';
  const handleSave = async () => {
    await composing.save();
    announce(t(isOut ? 'saved_live' : 'saved'));
    onSaved();
  };
  const isBlocked = composing.conflict !== null;
  const canPublish = !isOut && state !== 'recalled';
  return (
    <>
      {state === 'draft' && announcement !== null && (
        <Button variant="quiet" onClick={() => setOpen('delete')}>
          {t('delete')}
        </Button>
      )}
      {isOut && (
        <Button variant="danger" onClick={() => setOpen('recall')}>
          {t('recall')}
        </Button>
      )}
      <Button
        variant={isOut ? 'primary' : 'secondary'}
        disabled={!composing.isDirty || isBlocked}
        isBusy={composing.isSaving}
        onClick={() => void handleSave().catch(() => undefined)}
      >
        {t(isOut ? 'save_live' : 'save_draft')}
      </Button>
      {canPublish && (
        <Button
          variant="primary"
          disabled={isBlocked || problemOf(composing.draft) !== null || size === null}
          onClick={() => setOpen('publish')}
        >
          {state === 'scheduled' && t('change_time')}
          {state !== 'scheduled' && size === null && t('publish')}
          {state !== 'scheduled' && size !== null && t('publish_to', { value: format.number(size.active) })}
        </Button>
      )}
      {open === 'publish' && size !== null && (
        <PublishDialog
          id={id}
          composing={composing}
          size={size}
          publishAt={announcement?.publish_at ?? null}
          onSaved={onSaved}
          onClose={close}
        />
      )}
      {open === 'recall' && <RecallDialog id={id} reads={announcement?.reads ?? 0} onClose={close} />}
      {open === 'delete' && <DeleteDialog id={id} onClose={close} />}
    </>
  );
}

/** Back to a draft while nobody has seen it; the toast and the notice both do it. */
export function useUndo(id: string) {
  const { t } = useTranslation('announcements');
  const { program } = useAddress();
  return useMutation({
    ...announcementMutations.unpublish(program, id),
    onError: () => announce(t('undo_failed'), 'error'),
  });
}
