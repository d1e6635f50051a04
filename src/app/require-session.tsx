import { lazy, Suspense, useEffect, useRef } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { queryClient } from '../data/query-client.ts';
import { type SessionState, useSession } from '../data/session/store.ts';
import { paths } from './paths.ts';

const SessionEndedDialog = lazy(() =>
  import('../features/auth/session-ended-dialog.tsx').then((module) => ({ default: module.SessionEndedDialog })),
);

/**
 * Everything below needs a session. While a stored one is being read the page is shown already: its
 * request waits for the token. One that ends under the page leaves the page and asks over it.
 */
export function RequireSession() {
  const session = useSession();
  const location = useLocation();
  useFreshDataAfterReturn(session.status);
  if (session.status === 'out') {
    const search =
      location.pathname === paths.start ? '' : `?next=${encodeURIComponent(location.pathname + location.search)}`;
    return <Navigate to={paths.signIn + search} replace />;
  }
  return (
    <>
      <Outlet />
      {session.status === 'ended' && (
        <Suspense>
          <SessionEndedDialog email={session.email} />
        </Suspense>
      )}
    </>
  );
}

/** What failed for want of a session is asked again once somebody has signed in over the page. */
function useFreshDataAfterReturn(status: SessionState['status']): void {
  const before = useRef(status);
  useEffect(() => {
    if (before.current === 'ended' && status === 'in') void queryClient.invalidateQueries();
    before.current = status;
  }, [status]);
}
