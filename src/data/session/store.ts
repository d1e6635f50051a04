import { useSyncExternalStore } from 'react';

/**
 * loading: a stored session is being read · out: nobody · in: somebody ·
 * ended: somebody whose session the server gave up while the page was open.
 */
export type SessionState =
  | { readonly status: 'loading' }
  | { readonly status: 'out' }
  | { readonly status: 'in'; readonly userId: string; readonly email: string }
  | { readonly status: 'ended'; readonly userId: string; readonly email: string };

const listeners = new Set<() => void>();
let state: SessionState = { status: 'loading' };

export function getSessionState(): SessionState {
  return state;
}

export function setSessionState(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

export function subscribeToSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSession(): SessionState {
  return useSyncExternalStore(subscribeToSession, getSessionState);
}
