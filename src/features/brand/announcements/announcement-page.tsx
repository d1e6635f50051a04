import { useQuery } from '@tanstack/react-query';
import { parseAsBoolean, useQueryState } from 'nuqs';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { announcementQueries } from '../../../data/announcements/brand-queries.ts';
import { isAnnouncementId } from '../../../data/announcements/model.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { BackLink } from './back-link.tsx';
import { Composer } from './composer.tsx';

/** One announcement, to write, publish and look after. */
export function AnnouncementPage() {
  const { announcementId = '' } = useParams();
  return <OneAnnouncement key={announcementId} id={announcementId} />;
}

function OneAnnouncement({ id }: { readonly id: string }) {
  const { t } = useTranslation('announcements');
  const { program } = useAddress();
  // A new one has its id already, so that a reload finds the words that were typed for it.
  const [isNew, setIsNew] = useQueryState('new', parseAsBoolean.withDefault(false));
  const isId = isAnnouncementId(id);
  const query = useQuery({ ...announcementQueries.detail(program, id), enabled: isId && !isNew });
  const isMissing = !isId || (query.error !== null && 'code' in query.error && query.error.code === 'not_found');
  if (isMissing && !isNew) return <Missing />;
  if (isNew && isId) return <Composer id={id} announcement={query.data ?? null} onSaved={() => void setIsNew(null)} />;
  return query.data === undefined ? (
    <>
      <BackLink />
      <PageHeader title={t('one')} />
      <PageState query={query} skeleton={<SkeletonCards heights={['h-40', 'h-80']} />}>
        {() => null}
      </PageState>
    </>
  ) : (
    <Composer id={id} announcement={query.data} onSaved={() => undefined} />
  );
}

function Missing() {
  const { t } = useTranslation('announcements');
  return (
    <>
      <BackLink />
      <PageHeader title={t('one')} />
      <Card>
        <EmptyState
          title={t('missing')}
          action={
            <LinkButton to="../announcements" variant="primary">
              {t('to_list')}
            </LinkButton>
          }
        >
          {t('missing_body')}
        </EmptyState>
      </Card>
    </>
  );
}
