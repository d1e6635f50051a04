import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { partnerQueries } from '../../../data/partners/queries.ts';
import type { Partnership } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { ChannelsCard } from './channels-card.tsx';
import { PartnerCard } from './partner-card.tsx';

/** The partner as the brand sees it, where it promotes, and (handed in) the person's own settings. */
export function ProfilePage({ ownSettings }: { readonly ownSettings: ReactNode }) {
  const { t } = useTranslation('profile');
  const { partnership, role } = usePlace();
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {partnership !== null && <PartnerCards partnership={partnership} isOwner={role === 'owner'} />}
        <div className="lg:order-first">{ownSettings}</div>
      </div>
    </>
  );
}

type PartnerCardsProps = { readonly partnership: Partnership; readonly isOwner: boolean };

function PartnerCards({ partnership, isOwner }: PartnerCardsProps) {
  const query = useQuery(partnerQueries.profile(partnership.partner_id));
  return (
    <PageState query={query} skeleton={<SkeletonCards heights={['h-72', 'h-52']} />}>
      {(partner) => (
        <div className="grid gap-5">
          <PartnerCard
            key={`${partner.name} ${partner.country}`}
            partner={partner}
            partnership={partnership}
            isOwner={isOwner}
          />
          <ChannelsCard partner={partner} isOwner={isOwner} />
        </div>
      )}
    </PageState>
  );
}
