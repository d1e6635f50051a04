import { lazy, Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { loadMessages } from '../i18n/i18n.ts';
import { SkeletonCards } from '../ui/skeleton.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { paths } from './paths.ts';
import { SignInRoute } from './sign-in-route.tsx';

const MemberRoutes = lazy(async () => ({ default: (await import('./member-routes.tsx')).MemberRoutes }));
const InviteRoute = lazy(async () => {
  const [module] = await Promise.all([import('./invite-route.tsx'), loadMessages(['invite'])]);
  return { default: module.InviteRoute };
});

/** What stands at each address, fetched when somebody goes there. */
export function AppRoutes() {
  const location = useLocation();
  return (
    <ErrorBoundary resetKey={location.pathname}>
      <Suspense fallback={<FirstSight />}>
        <Routes>
          <Route path={paths.signIn} element={<SignInRoute />} />
          <Route path={paths.invite} element={<InviteRoute />} />
          <Route path="*" element={<MemberRoutes />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}

/** While the routes of a side are on their way. */
function FirstSight() {
  return (
    <main className="mx-auto max-w-2xl p-4" aria-busy="true">
      <SkeletonCards heights={['h-96', 'h-36']} />
    </main>
  );
}
