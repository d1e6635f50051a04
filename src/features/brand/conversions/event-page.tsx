import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { brandQueries } from '../../../data/insights/brand-queries.ts';
import { isEventId, type Story } from '../../../data/insights/brand-story-model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { FateBadge } from './fate-badge.tsx';
import { MissingEvent } from './missing-event.tsx';
import { ReviewCard } from './review-card.tsx';
import { StoryTimeline } from './story-timeline.tsx';

/** One event, from the file it came in to the commission it brought. */
export function EventPage() {
  const { eventId = '' } = useParams();
  // Keyed, so that the way from a return to its order is a new page: the focus goes to its title.
  return <Event key={eventId} eventId={eventId} />;
}

function Event({ eventId }: { readonly eventId: string }) {
  const { t } = useTranslation('brand');
  const isId = isEventId(eventId);
  const query = useQuery({ ...brandQueries.story(eventId), enabled: isId });
  const isMissing = !isId || (query.error !== null && 'code' in query.error && query.error.code === 'not_found');
  const story = query.data;
  return (
    <>
      <BackLink />
      {isMissing ? (
        <MissingEvent />
      ) : (
        <>
          <PageHeader
            title={
              story === undefined ? t('story.title') : `${t(`kind.${story.event.kind}`)} ${story.event.external_id}`
            }
            meta={story === undefined ? '\u00a0' : <Meta story={story} />}
            actions={story !== undefined && <FateBadge status={story.event.status} />}
          />
          <PageState query={query} skeleton={<SkeletonCards heights={['h-[36rem]']} />}>
            {(known) => (
              <div className="grid gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] lg:items-start">
                <StoryTimeline story={known} />
                <ReviewCard story={known} />
              </div>
            )}
          </PageState>
        </>
      )}
    </>
  );
}

function Meta({ story }: { readonly story: Story }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { program } = usePlace();
  const { event } = story;
  const zone = t('zone_time', { zone: format.zone(program.time_zone) });
  return (
    <>
      {format.money(event.amount_minor, { code: event.currency, exponent: program.currency_exponent })} ·{' '}
      {format.instant(event.occurred_at, program.time_zone)}, {zone}
    </>
  );
}

/** The search that the list was left with, as its links hand it on. */
function searchOf(state: unknown): string {
  const isKnown = typeof state === 'object' && state !== null && 'search' in state;
  return isKnown && typeof state.search === 'string' ? state.search : '';
}

function BackLink() {
  const { t } = useTranslation('brand');
  const search = searchOf(useLocation().state);
  return (
    <Link
      to={`../conversions${search}`}
      className="mb-2 inline-flex min-h-11 items-center gap-1.5 text-ink-2 hover:text-ink"
    >
      <ArrowLeft aria-hidden="true" size={16} />
      {t('events.title')}
    </Link>
  );
}
