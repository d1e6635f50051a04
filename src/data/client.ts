import { AuthClient, type Session } from '@supabase/auth-js';
import { PostgrestClient } from '@supabase/postgrest-js';
import type { Env } from '../config/env.ts';
import type { Database } from './database.types.ts';
import { AppError } from './errors.ts';

type Auth = InstanceType<typeof AuthClient>;
export type Clients = {
  readonly auth: Auth;
  readonly rest: PostgrestClient<Database>;
  /** For storage and functions: fetch as the person signed in. */
  readonly send: typeof fetch;
};

async function sessionOf(auth: Auth): Promise<Session | null> {
  const { data, error } = await auth.getSession();
  // A refresh that met no network is no sign-out: the session is still there when the line is back.
  if (error !== null && (error.status ?? 0) === 0) throw new AppError('offline', error.message);
  return data.session;
}

/** Sends every request as the person signed in; a token the server refuses is renewed once. */
function fetchAs(auth: Auth, publishableKey: string): typeof fetch {
  return async (input, init) => {
    const send = (token: string): Promise<Response> => {
      const headers = new Headers(init?.headers);
      headers.set('apikey', publishableKey);
      headers.set('authorization', `Bearer ${token}`);
      return fetch(input, { ...init, headers });
    };
    const session = await sessionOf(auth);
    // Asking as nobody would be answered with a refusal that speaks of roles.
    if (session === null) return Response.json({ code: 'PT401', message: 'no session' }, { status: 401 });
    const response = await send(session.access_token);
    if (response.status !== 401) return response;
    const renewed = await auth.refreshSession();
    return renewed.data.session === null ? response : send(renewed.data.session.access_token);
  };
}

/** The only place that makes clients. It brings their libraries: load it through connection.ts. */
export function makeClients(env: Env): Clients {
  // The key name that supabase-js would choose, so that both find the same session.
  const storageKey = `sb-${new URL(env.apiUrl).hostname.split('.')[0]}-auth-token`;
  const auth = new AuthClient({
    url: `${env.apiUrl}/auth/v1`,
    // The library's own spelling: its word for a signed-in person must replace this one, not stand beside it.
    headers: { apikey: env.publishableKey, Authorization: `Bearer ${env.publishableKey}` },
    storageKey,
    persistSession: true,
    autoRefreshToken: true,
    detectSessionInUrl: false,
  });
  const send = fetchAs(auth, env.publishableKey);
  const rest = new PostgrestClient<Database>(`${env.apiUrl}/rest/v1`, {
    fetch: send,
    // The query cache retries; twice over would keep an error from the eye for half a minute.
    retry: false,
  });
  return { auth, rest, send };
}
