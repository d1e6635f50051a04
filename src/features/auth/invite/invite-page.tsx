import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Accepted } from '../../../data/invitations/model.ts';
import { invitationQueries } from '../../../data/invitations/queries.ts';
import { useSession } from '../../../data/session/store.ts';
import { PageState } from '../../../ui/page-state.tsx';
import { applyProgramColor } from '../../../ui/program-color.ts';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { ClosedInvitation } from './closed-invitation.tsx';
import { InviteFrame } from './invite-frame.tsx';
import { JoinForm } from './join-form.tsx';
import { forgetToken, takeToken } from './kept-token.ts';
import { SignInCard } from './sign-in-card.tsx';
import { WrongAddress } from './wrong-address.tsx';

type InvitePageProps = { readonly onJoined: (place: Accepted['place']) => void };

/** The token of the address, also when another link is opened in the same tab. */
function useToken(): string | null {
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    const handleHash = () => setToken(takeToken());
    window.addEventListener('hashchange', handleHash);
    return () => window.removeEventListener('hashchange', handleHash);
  }, []);
  return token;
}

/** What an invitation opens and how to get in by it; or why it no longer opens anything. */
export function InvitePage({ onJoined }: InvitePageProps) {
  const token = useToken();
  if (token === null) return <ClosedInvitation peek={{ state: 'unknown' }} />;
  return <Invitation key={token} token={token} onJoined={onJoined} />;
}

function Invitation({ token, onJoined }: InvitePageProps & { readonly token: string }) {
  const { t } = useTranslation('invite');
  const session = useSession();
  const userId = session.status === 'in' ? session.userId : null;
  const present = session.status === 'in' ? session.email : '';
  // Whoever came by a code in this visit is asked for a password of their own.
  const [isNew, setIsNew] = useState(false);
  const query = useQuery({ ...invitationQueries.peek(token, userId), enabled: session.status !== 'loading' });
  const color = query.data === undefined || query.data.state === 'unknown' ? null : (query.data.program?.color ?? null);
  useEffect(() => {
    if (color !== null) applyProgramColor(color);
  }, [color]);
  const handleJoined = (place: Accepted['place']) => {
    forgetToken();
    onJoined(place);
  };
  return (
    <PageState
      query={query}
      skeleton={
        <main id="content" className="mx-auto max-w-lg px-4 py-8" aria-label={t('title')}>
          <SkeletonCards heights={['h-24', 'h-72']} />
        </main>
      }
    >
      {(peek) =>
        peek.state === 'open' ? (
          <InviteFrame peek={peek}>
            {userId === null && <SignInCard email={peek.email} onCode={() => setIsNew(true)} />}
            {userId !== null && !peek.is_mine && <WrongAddress invited={peek.email} present={present} token={token} />}
            {userId !== null && peek.is_mine && (
              <JoinForm peek={peek} token={token} asksForPassword={isNew} onJoined={handleJoined} />
            )}
          </InviteFrame>
        ) : (
          <ClosedInvitation peek={peek} />
        )
      }
    </PageState>
  );
}
