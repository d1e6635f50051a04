import {
  ArrowLeftRight,
  CircleUserRound,
  Images,
  LayoutDashboard,
  ListFilter,
  Megaphone,
  ScrollText,
  Settings,
  Tag,
  Users,
  UsersRound,
} from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useParams } from 'react-router';
import type { PlaceAddress } from '../data/programs/model.ts';
import { AddressContext, KnownContext } from '../data/programs/place.ts';
import { CommandKeys } from '../features/brand/commands/command-keys.tsx';
import { PageState } from '../ui/page-state.tsx';
import { SkeletonCards } from '../ui/skeleton.tsx';
import { placePath } from './paths.ts';
import { Frame } from './shell/frame.tsx';
import { NoPlace } from './shell/no-place.tsx';
import { useContextOf } from './shell/use-context-of.ts';

/** The brand's side. Every room finds the context known: `usePlace()` always answers there. */
export function BrandShell() {
  const { t } = useTranslation();
  const { program = '' } = useParams();
  const address = useMemo<PlaceAddress>(() => ({ side: 'brand', program, code: null }), [program]);
  const query = useContextOf(address, false);
  const nav = [
    { to: 'overview', label: t('nav.overview'), icon: LayoutDashboard },
    { to: 'partners', label: t('nav.partners'), icon: Users },
    { to: 'conversions', alsoAt: 'import', label: t('nav.conversions'), icon: ArrowLeftRight },
    { to: 'announcements', label: t('nav.announcements'), short: t('nav.news'), icon: Megaphone },
    { to: 'segments', label: t('nav.segments'), icon: ListFilter },
    { to: 'creatives', label: t('nav.creatives'), icon: Images },
    { to: 'promotions', label: t('nav.promotions'), icon: Tag },
    { to: 'team', label: t('nav.team'), icon: UsersRound },
    { to: 'settings', label: t('nav.settings'), icon: Settings },
    // Who changed what is for owners to know.
    ...(query.data?.place?.role === 'owner' ? [{ to: 'audit', label: t('nav.audit'), icon: ScrollText }] : []),
    { to: 'account', label: t('nav.account'), icon: CircleUserRound, isInAccount: 'only' as const },
  ];
  return (
    <AddressContext value={address}>
      <KnownContext value={query.data ?? null}>
        <Frame side="brand" base={placePath(address)} nav={nav} context={query.data ?? null}>
          <PageState query={query} skeleton={<SkeletonCards heights={['h-40', 'h-80']} />}>
            {(context) =>
              context.place === null ? (
                <NoPlace />
              ) : (
                <>
                  <Outlet />
                  <CommandKeys base={placePath(address)} rooms={nav} />
                </>
              )
            }
          </PageState>
        </Frame>
      </KnownContext>
    </AddressContext>
  );
}
