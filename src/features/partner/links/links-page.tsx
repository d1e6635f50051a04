import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linkRights } from '../../../data/links/model.ts';
import { linkQueries } from '../../../data/links/queries.ts';
import { useAddress, useMe, usePlace } from '../../../data/programs/place.ts';
import { todayIn } from '../../../lib/dates.ts';
import { rangeOn } from '../../../lib/ranges.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { QueryString } from '../../../ui/query-string.tsx';
import { RangeMeta } from '../../../ui/range-meta.tsx';
import { RangePicker } from '../../../ui/range-picker.tsx';
import { Skeleton, SkeletonCards } from '../../../ui/skeleton.tsx';
import { useRange } from '../../../ui/use-range.ts';
import { StandingNotice } from '../standing-notice.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { LinksCard } from './links-card.tsx';

/** The partner's own links: make one for each place, and see what each brings. */
export function LinksPage() {
  const { partnership } = usePlace();
  return <QueryString>{partnership?.status === 'ended' ? <Ended /> : <Links />}</QueryString>;
}

function Ended() {
  const { t } = useTranslation('links');
  return (
    <>
      <PageHeader title={t('title')} />
      <Card>
        <EmptyState title={t('over')} action={<LinkButton to="../earnings">{t('to_earnings')}</LinkButton>}>
          {t('over_body')}
        </EmptyState>
      </Card>
    </>
  );
}

function Links() {
  const { t } = useTranslation('links');
  const place = usePlace();
  const { program, partnership } = place;
  const me = useMe();
  const range = useRange();
  const today = todayIn(program.time_zone);
  const days = rangeOn(range.choice, today);
  const query = useQuery(linkQueries.list(useAddress(), days));
  const [isMaking, setIsMaking] = useState(false);
  const { mayMake } = linkRights(place);
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={
          query.data === undefined ? (
            <Skeleton className="inline-block h-4 w-64 max-w-full" />
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
        actions={
          <>
            <RangePicker range={range} today={today} weekStart={me?.week_start ?? null} isAlone />
            {mayMake && (
              <Button variant="primary" aria-haspopup="dialog" onClick={() => setIsMaking(true)}>
                <Plus aria-hidden="true" size={16} />
                {t('make')}
              </Button>
            )}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        {partnership !== null && <StandingNotice partnership={partnership} programName={program.name} />}
        <PageState query={query} skeleton={<SkeletonCards heights={['h-96']} />}>
          {({ rows }) => <LinksCard links={rows} days={days} />}
        </PageState>
      </div>
      {isMaking && <LinkDialog link={null} onClose={() => setIsMaking(false)} />}
    </>
  );
}
