import type { AuthChangeEvent, AuthError, Session } from '@supabase/auth-js';
import { getClients } from '../connection.ts';
import { AppError } from '../errors.ts';
import { forgetEverything } from './forget.ts';
import { getSessionState, setSessionState } from './store.ts';
import { hasStoredSession } from './stored.ts';

/** Tells the other tabs of this browser that somebody chose to sign out. */
const tabs = new BroadcastChannel('sign-out');

function toAppError(error: AuthError): AppError {
  if (error.status === undefined || error.status === 0) return new AppError('offline', error.message);
  if (error.status === 429) return new AppError('too_much', error.message);
  if (error.status >= 500) return new AppError('unexpected', error.message);
  return new AppError('not_signed_in', error.message);
}

/** Somebody chose to go: what they see stays as it is until the page is left, and says of no session that it ended. */
let isLeaving = false;

async function leave(to?: string): Promise<void> {
  isLeaving = true;
  await forgetEverything(to);
}

function follow(event: AuthChangeEvent, session: Session | null): void {
  if (isLeaving) return;
  const before = getSessionState();
  if (session !== null) {
    const isOther = (before.status === 'in' || before.status === 'ended') && before.userId !== session.user.id;
    // Somebody else signed in here or in another tab: nothing of the one before may stay in memory.
    if (isOther) location.reload();
    else if (before.status !== 'in')
      setSessionState({ status: 'in', userId: session.user.id, email: session.user.email ?? '' });
    return;
  }
  if (before.status === 'in' && event === 'SIGNED_OUT') setSessionState({ ...before, status: 'ended' });
  else if (before.status === 'loading') setSessionState({ status: 'out' });
}

/** Begins to watch the session; to be called once, at boot. */
export async function watchSession(): Promise<void> {
  if (!hasStoredSession()) setSessionState({ status: 'out' });
  tabs.addEventListener('message', () => void leave());
  // The way back may bring a whole page out of the browser's memory, from before the signing out.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && !hasStoredSession()) void leave();
  });
  const { auth } = await getClients();
  auth.onAuthStateChange(follow);
}

export async function signInWithPassword(email: string, password: string): Promise<void> {
  const { auth } = await getClients();
  const { error } = await auth.signInWithPassword({ email, password });
  if (error !== null) throw toAppError(error);
}

/** Mails a six-digit code. The answer is the same for known and unknown addresses. */
export async function sendCode(email: string): Promise<void> {
  const { auth } = await getClients();
  const { error } = await auth.signInWithOtp({ email, options: { shouldCreateUser: true } });
  if (error !== null) throw toAppError(error);
}

export async function signInWithCode(email: string, code: string): Promise<void> {
  const { auth } = await getClients();
  const { error } = await auth.verifyOtp({ email, token: code, type: 'email' });
  if (error !== null) throw toAppError(error);
}

export async function setPassword(password: string): Promise<void> {
  const { auth } = await getClients();
  const { error } = await auth.updateUser({ password });
  if (error !== null) throw toAppError(error);
}

/** Ends the session here and in every other tab, and leaves nothing of it in the browser. */
export async function signOut(to?: string): Promise<void> {
  isLeaving = true;
  tabs.postMessage('sign-out');
  const { auth } = await getClients();
  // Without a network the server keeps the session until it runs out; here it is gone all the same.
  await auth.signOut({ scope: 'local' }).catch(() => undefined);
  await leave(to);
}
