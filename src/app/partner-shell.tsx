import { ChartNoAxesColumn, House, Images, Link2, Mail, Tag, UserRound, UsersRound } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useParams } from 'react-router';
import type { PlaceAddress } from '../data/programs/model.ts';
import { AddressContext, KnownContext } from '../data/programs/place.ts';
import { ClosedDoor } from '../features/partner/closed-door.tsx';
import { loadMessages } from '../i18n/i18n.ts';
import { PageState } from '../ui/page-state.tsx';
import { SkeletonCards } from '../ui/skeleton.tsx';
import { bringsContext, placePath, readVisit } from './paths.ts';
import { Frame } from './shell/frame.tsx';
import { NoPlace } from './shell/no-place.tsx';
import { useContextOf } from './shell/use-context-of.ts';

/** Comes by itself: when it does not, because the line is gone just then, the room stands without news. */
const InboxWatch = lazy(async () => {
  try {
    const [module] = await Promise.all([import('./shell/inbox-watch.tsx'), loadMessages(['messages'])]);
    return { default: module.InboxWatch };
  } catch {
    return { default: () => null };
  }
});

/** The partner's side. Home and earnings render at once, since their own answer brings the context. */
export function PartnerShell() {
  const { t } = useTranslation();
  const { program = '', code = '' } = useParams();
  const location = useLocation();
  const address = useMemo<PlaceAddress>(
    () => ({ side: 'partner', program, code: code.toLowerCase() }),
    [program, code],
  );
  const visit = readVisit(location.pathname);
  const isBrought = visit !== null && bringsContext(visit);
  const query = useContextOf(address, isBrought);
  const [unread, setUnread] = useState<string | null>(null);
  const isQuiet = useIsQuiet(query.data?.place != null);
  const nav = [
    { to: 'home', label: t('nav.home'), icon: House },
    { to: 'earnings', label: t('nav.earnings'), icon: ChartNoAxesColumn },
    { to: 'creatives', label: t('nav.creatives'), icon: Images },
    { to: 'promotions', label: t('nav.promotions'), icon: Tag },
    { to: 'messages', label: t('nav.messages'), icon: Mail, count: unread },
    { to: 'links', label: t('nav.links'), icon: Link2, isInAccount: true },
    { to: 'team', label: t('nav.team'), icon: UsersRound, isInAccount: true },
    { to: 'profile', label: t('nav.profile'), icon: UserRound, isInAccount: true },
  ];
  return (
    <AddressContext value={address}>
      <KnownContext value={query.data ?? null}>
        <Frame side="partner" base={placePath(address)} nav={nav} context={query.data ?? null}>
          <Room query={query} isBrought={isBrought} />
          {isQuiet && (
            <Suspense>
              <InboxWatch onCount={setUnread} />
            </Suspense>
          )}
        </Frame>
      </KnownContext>
    </AddressContext>
  );
}

/** The first screen has the line to itself; its money has been painted long before this is over. */
const QUIET_AFTER_MS = 1_500;

function useIsQuiet(isThere: boolean): boolean {
  const [isQuiet, setIsQuiet] = useState(false);
  useEffect(() => {
    if (!isThere) return;
    const timer = setTimeout(() => setIsQuiet(true), QUIET_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isThere]);
  return isQuiet && isThere;
}

function Room({ query, isBrought }: { readonly query: ReturnType<typeof useContextOf>; readonly isBrought: boolean }) {
  if (query.data?.door != null) return <ClosedDoor door={query.data.door} />;
  if (query.data?.place === null) return <NoPlace />;
  if (isBrought) return <Outlet />;
  return (
    <PageState query={query} skeleton={<SkeletonCards heights={['h-40', 'h-60']} />}>
      {() => <Outlet />}
    </PageState>
  );
}
