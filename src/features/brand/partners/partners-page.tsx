import { UserPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayKeepPartners } from '../../../data/partners/rights.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { InvitationsCard } from './invitations-card.tsx';
import { PartnersCard } from './partners-card.tsx';
import { usePartnerList } from './use-partner-list.ts';
import { useSpanWords } from './use-span-words.ts';

const InviteDialog = lazy(async () => ({ default: (await import('./invite-dialog.tsx')).InviteDialog }));

/** Everybody who promotes: find them, look at them by what they did, and steer many at once. */
export function PartnersPage() {
  const { t } = useTranslation('partners');
  const { role } = usePlace();
  const listing = usePartnerList();
  const [isInviting, setIsInviting] = useState(false);
  const canKeep = mayKeepPartners(role);
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={<Meta span={listing.span} />}
        actions={
          canKeep && (
            <Button variant="primary" aria-haspopup="dialog" onClick={() => setIsInviting(true)}>
              <UserPlus aria-hidden="true" size={16} />
              {t('invite.open')}
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-4">
        <InvitationsCard canKeep={canKeep} />
        <PartnersCard listing={listing} canKeep={canKeep} />
      </div>
      {isInviting && (
        <Suspense fallback={null}>
          <InviteDialog onClose={() => setIsInviting(false)} />
        </Suspense>
      )}
    </>
  );
}

function Meta({ span }: { readonly span: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { program } = usePlace();
  const words = useSpanWords();
  return (
    <>
      {words(span)}, {t('zone_time', { zone: format.zone(program.time_zone) })}, {program.currency}
    </>
  );
}
