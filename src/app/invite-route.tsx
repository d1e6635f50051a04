import { QueryClientProvider } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Accepted } from '../data/invitations/model.ts';
import { queryClient } from '../data/query-client.ts';
import { InvitePage } from '../features/auth/invite/invite-page.tsx';
import { firstRoomPath, paths } from './paths.ts';

/** The page behind the link of an invitation, for whoever holds it; it leads into the place it opens. */
export function InviteRoute() {
  const navigate = useNavigate();
  const handleJoined = (place: Accepted['place']) =>
    navigate(place === null ? paths.start : firstRoomPath(place), { replace: true });
  return (
    <QueryClientProvider client={queryClient}>
      <InvitePage onJoined={handleJoined} />
    </QueryClientProvider>
  );
}
