import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import type { PartnerPage as Page } from '../../../data/partners/brand-model.ts';
import { partnerListQueries } from '../../../data/partners/brand-queries.ts';
import { mayKeepPartners } from '../../../data/partners/rights.ts';
import { useAddress, useMe, usePlace } from '../../../data/programs/place.ts';
import { todayIn } from '../../../lib/dates.ts';
import { rangeOn } from '../../../lib/ranges.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { RangeMeta } from '../../../ui/range-meta.tsx';
import { RangePicker } from '../../../ui/range-picker.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { useRange } from '../../../ui/use-range.ts';
import { ActsCard } from './acts-card.tsx';
import { CodesCard } from './codes-card.tsx';
import { FiguresCard } from './figures-card.tsx';
import { MessagesCard } from './messages-card.tsx';
import { ProfileCard } from './profile-card.tsx';
import { SeesCard } from './sees-card.tsx';
import { SegmentsCard } from './segments-card.tsx';
import { StandingCard } from './standing-card.tsx';
import { TimelineCard } from './timeline-card.tsx';

/** One partner: who they are, what they did, what they were told, and what can be done. */
export function PartnerPage() {
  const { partnershipId = '' } = useParams();
  const { program: slug } = useAddress();
  const { program } = usePlace();
  const me = useMe();
  const range = useRange();
  const today = todayIn(program.time_zone);
  const days = rangeOn(range.choice, today);
  const query = useQuery(partnerListQueries.page(slug, partnershipId, days));
  const { t } = useTranslation('partners');
  return (
    <>
      <BackLink />
      <PageHeader
        title={query.data?.partner.name ?? t('partner')}
        meta={
          query.data === undefined ? (
            '\u00a0'
          ) : (
            <RangeMeta
              days={days}
              timeZone={program.time_zone}
              currencyCode={program.currency}
              asOf={query.data.as_of}
              readerZone={me?.time_zone}
            />
          )
        }
        actions={<RangePicker range={range} today={today} weekStart={me?.week_start ?? null} isAlone />}
      />
      <PageState query={query} skeleton={<SkeletonCards heights={['h-40', 'h-80']} />}>
        {(page) => <Cards page={page} />}
      </PageState>
    </>
  );
}

/** Back to the list as it was left. */
function BackLink() {
  const { t } = useTranslation('partners');
  const { state } = useLocation();
  const search = typeof state?.search === 'string' ? state.search : '';
  return (
    <Link
      to={`../partners${search}`}
      className="mb-2 inline-flex min-h-11 items-center gap-1.5 text-ink-2 hover:text-ink"
    >
      <ArrowLeft aria-hidden="true" size={16} />
      {t('title')}
    </Link>
  );
}

function Cards({ page }: { readonly page: Page }) {
  const { role } = usePlace();
  return (
    <div className="flex flex-col gap-4">
      <StandingCard page={page} canKeep={mayKeepPartners(role)} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <FiguresCard page={page} />
          <MessagesCard messages={page.messages} />
          <SeesCard sees={page.sees} />
          <TimelineCard entries={page.timeline} />
          {role === 'owner' && <ActsCard partnership={page.partner.id} />}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <ProfileCard page={page} />
          <CodesCard codes={page.codes} />
          <SegmentsCard page={page} />
        </div>
      </div>
    </div>
  );
}
