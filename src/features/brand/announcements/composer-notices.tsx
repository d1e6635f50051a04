import { useTranslation } from 'react-i18next';
import { problemOf } from '../../../data/announcements/brand-draft.ts';
import { type Announcement, mayAnnounce } from '../../../data/announcements/brand-model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { ScheduledNotice } from './scheduled-notice.tsx';
import type { Composing } from './use-composer.ts';

type ComposerNoticesProps = {
  readonly id: string;
  readonly announcement: Announcement | null;
  readonly composing: Composing;
  readonly isLocked: boolean;
};

/** What has to be known or decided before going on. */
export function ComposerNotices({ id, announcement, composing, isLocked }: ComposerNoticesProps) {
  const { t } = useTranslation('announcements');
  const { role } = usePlace();
  const problem = problemOf(composing.draft);
  const isDraft = announcement === null || announcement.state === 'draft';
  return (
    <div className="mb-4 flex flex-col gap-3 empty:hidden">
      {!mayAnnounce(role) && <Notice>{t('read_only')}</Notice>}
      {announcement?.state === 'recalled' && <Notice tone="warn">{t('recalled_body')}</Notice>}
      {announcement?.state === 'scheduled' && announcement.publish_at !== null && (
        <ScheduledNotice id={id} publishAt={announcement.publish_at} isLocked={isLocked} />
      )}
      {composing.conflict !== null && <ConflictNotice theirs={composing.conflict} composing={composing} />}
      {composing.isRestored && composing.conflict === null && (
        <Notice
          title={t('restored')}
          action={
            <Button size="dense" onClick={composing.discard}>
              {t('discard')}
            </Button>
          }
        >
          {t('restored_body')}
        </Notice>
      )}
      {composing.saveError !== null && <ErrorNotice error={composing.saveError} />}
      {isDraft && composing.isDirty && problem !== null && <p className="text-ink-2">{t(`problem.${problem}`)}</p>}
    </div>
  );
}
