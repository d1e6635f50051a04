import { lazy, Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { SignInPage } from '../features/auth/sign-in-page.tsx';
import { SkeletonCards } from '../ui/skeleton.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { paths } from './paths.ts';

const MemberRoutes = lazy(async () => ({ default: (await import('./member-routes.tsx')).MemberRoutes }));

/** The sign-in page is here at once; everything behind it comes when somebody is let in. */
export function AppRoutes() {
  const location = useLocation();
  return (
    <ErrorBoundary resetKey={location.pathname}>
      <Suspense fallback={<FirstSight />}>
        <Routes>
          <Route path={paths.signIn} element={<SignInPage />} />
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
