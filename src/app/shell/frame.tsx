import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { Context } from '../../data/programs/model.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { BottomBar } from './bottom-bar.tsx';
import type { NavItem } from './nav.ts';
import { Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';

/** Nobody opens it before the first figures stand. */
const AccountDialog = lazy(async () => ({ default: (await import('./account-dialog.tsx')).AccountDialog }));

type FrameProps = {
  readonly side: 'partner' | 'brand';
  readonly base: string;
  readonly nav: readonly NavItem[];
  readonly context: Context | null;
  readonly children: ReactNode;
};

/** What stands around every room: a sidebar on wide screens, a top and a bottom bar on phones. */
export function Frame({ side, base, nav, context, children }: FrameProps) {
  const { t } = useTranslation();
  const location = useLocation();
  const [isAccountOpen, setIsAccountOpen] = useState(false);
  const handleAccount = () => setIsAccountOpen(true);
  // Where nothing is, no room is offered.
  const rooms = context?.place === null && context.door === null ? [] : nav;
  return (
    <div className="md:grid md:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-accent px-4 py-3 text-on-accent focus:not-sr-only focus:fixed focus:start-2 focus:top-2"
      >
        {t('skip_to_content')}
      </a>
      <TopBar side={side} context={context} onAccount={handleAccount} />
      <Sidebar side={side} base={base} nav={rooms} context={context} onAccount={handleAccount} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-2 pb-24 md:min-h-dvh md:px-8 md:py-7"
      >
        <ErrorBoundary resetKey={location.pathname}>{children}</ErrorBoundary>
      </main>
      {rooms.length > 0 && <BottomBar base={base} nav={rooms.filter((item) => item.isInAccount === undefined)} />}
      {isAccountOpen && (
        <Suspense fallback={null}>
          <AccountDialog context={context} base={base} nav={rooms} onClose={() => setIsAccountOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
