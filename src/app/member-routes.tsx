import { QueryClientProvider } from '@tanstack/react-query';
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { queryClient } from '../data/query-client.ts';
import { NoAccessPage } from '../features/auth/no-access-page.tsx';
import { ToastRegion } from '../ui/toast-region.tsx';
import { MissingPage } from './missing-page.tsx';
import { paths } from './paths.ts';
import { RequireSession } from './require-session.tsx';
import { sides } from './sides.ts';
import { StartPage } from './start-page.tsx';

const PartnerRoutes = lazy(sides.partner);
const BrandRoutes = lazy(sides.brand);

/** Everything behind the sign-in page, with what only members need: the query cache and the toasts. */
export function MemberRoutes() {
  return (
    <QueryClientProvider client={queryClient}>
      <Routes>
        <Route element={<RequireSession />}>
          <Route index element={<StartPage />} />
          <Route path={paths.noAccess} element={<NoAccessPage />} />
          <Route path={paths.partner} element={<PartnerRoutes />} />
          <Route path={paths.brand} element={<BrandRoutes />} />
        </Route>
        <Route
          path="*"
          element={
            <main id="content">
              <MissingPage />
            </main>
          }
        />
      </Routes>
      <ToastRegion />
    </QueryClientProvider>
  );
}
