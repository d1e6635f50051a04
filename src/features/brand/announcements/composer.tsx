import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Announcement, mayAnnounce } from '../../../data/announcements/brand-model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import { isAudienceComplete } from '../../../ui/audience-field.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { AudienceCard } from './audience-card.tsx';
import { BackLink } from './back-link.tsx';
import { ComposerActions } from './composer-actions.tsx';
import { ComposerMeta } from './composer-meta.tsx';
import { ComposerNotices } from './composer-notices.tsx';
import { DetailsCard } from './details-card.tsx';
import { PreviewCard } from './preview-card.tsx';
import { ReadersCard } from './readers-card.tsx';
import { TextsCard } from './texts-card.tsx';
import { useComposer } from './use-composer.ts';

type ComposerProps = {
  readonly id: string;
  /** Null while it stands nowhere but in this browser. */
  readonly announcement: Announcement | null;
  readonly onSaved: () => void;
};

export function Composer({ id, announcement, onSaved }: ComposerProps) {
  const { t } = useTranslation('announcements');
  const { program, role } = usePlace();
  const composing = useComposer(id, announcement);
  const { draft, change } = composing;
  const isLocked = !mayAnnounce(role) || announcement?.state === 'recalled';
  const isComplete = isAudienceComplete(draft);
  const size = useQuery({ ...segmentQueries.audienceSize(program.slug, draft), enabled: isComplete });
  const title = draft.texts[program.default_locale]?.title || announcement?.label || t('untitled');
  const known = isComplete && size.data !== undefined ? size.data : null;
  const wasPublished = announcement !== null && announcement.publish_at !== null && announcement.state !== 'scheduled';
  return (
    <>
      <BackLink />
      <PageHeader
        title={title}
        meta={<ComposerMeta announcement={announcement} isDirty={composing.isDirty} />}
        actions={
          !isLocked && (
            <ComposerActions id={id} announcement={announcement} composing={composing} size={known} onSaved={onSaved} />
          )
        }
      />
      <ComposerNotices id={id} announcement={announcement} composing={composing} isLocked={isLocked} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <AudienceCard draft={draft} onChange={change} query={size} isLocked={isLocked} />
          <TextsCard draft={draft} onChange={change} languages={known?.languages ?? null} isLocked={isLocked} />
          <DetailsCard draft={draft} onChange={change} isLocked={isLocked} />
          {wasPublished && <ReadersCard id={id} reads={announcement.reads} />}
        </div>
        <PreviewCard draft={draft} publishAt={announcement?.publish_at ?? null} sample={known?.sample ?? []} />
      </div>
    </>
  );
}
