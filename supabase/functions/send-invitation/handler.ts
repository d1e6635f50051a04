import type { ClaimedMail } from './mail.ts';

export type SendDeps = {
  /** With the caller's own token: mails that are theirs to have sent; null when the token is no good. */
  readonly waiting: (authorization: string) => Promise<readonly string[] | null>;
  /** With the server's key, from here on: takes some of exactly these mails, each with its token. */
  readonly claim: (ids: readonly string[]) => Promise<readonly ClaimedMail[]>;
  /** Null while no mail server is set up. Throws what the server said. */
  readonly send: ((mail: ClaimedMail) => Promise<void>) | null;
  /** No error: it was sent, and will never be claimed again. */
  readonly finish: (id: string, error: string | null) => Promise<void>;
};

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, apikey, content-type, x-client-info',
  'access-control-allow-methods': 'POST, OPTIONS',
};
const HEADERS = { 'cache-control': 'no-store', ...CORS };
/** As many as one call may take; whoever has more asks again. */
const MOST_MAILS = 50;
/** Faults of the line or the account: the next mail would meet them too. */
const HOPELESS = /^(ECONNECTION|ESOCKET|ETIMEDOUT|EAUTH|EDNS|ETLS)\b/;

/**
 * Sends what the caller's invitations have put into the outbox: `{}`; answers `{sent, failed, left}`.
 * First the caller's own token says which mails are theirs; only then the server's key claims those, and each is sent
 * and marked before the next. Asking again after a lost answer sends only what was not sent.
 */
export async function handleSend(request: Request, deps: SendDeps): Promise<Response> {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: CORS });
  if (request.method !== 'POST') return answer(405, { message: 'Use POST' });
  await request.body?.cancel();
  const ids = await deps.waiting(request.headers.get('authorization') ?? '');
  if (ids === null) return answer(401, { message: 'a valid token is required' });
  const { send } = deps;
  if (send === null && ids.length > 0)
    return answer(503, { message: 'no mail server is set up', sent: 0, failed: 0, left: ids.length });
  return answer(200, send === null ? { sent: 0, failed: 0, left: 0 } : await sendAll(ids, { ...deps, send }));
}

type Ready = Omit<SendDeps, 'send'> & { readonly send: (mail: ClaimedMail) => Promise<void> };
type Counts = { readonly sent: number; readonly failed: number; readonly left: number };

async function sendAll(ids: readonly string[], deps: Ready): Promise<Counts> {
  const open = new Set(ids);
  let sent = 0;
  let failed = 0;
  let hopeless: string | null = null;
  while (open.size > 0 && sent + failed < MOST_MAILS && hopeless === null) {
    const mails = await deps.claim([...open]);
    if (mails.length === 0) break;
    for (const mail of mails) {
      open.delete(mail.id);
      const error: string | null = hopeless ?? (await attempt(mail, deps.send));
      await deps.finish(mail.id, error);
      if (error === null) sent += 1;
      else failed += 1;
      if (error !== null && HOPELESS.test(error)) hopeless = error;
    }
  }
  return { sent, failed, left: open.size };
}

/** What went wrong in the few words that are kept: no address and no text of the mail. */
async function attempt(mail: ClaimedMail, send: Ready['send']): Promise<string | null> {
  try {
    await send(mail);
    return null;
  } catch (error) {
    const parts = error instanceof Error ? [fieldOf(error, 'code'), fieldOf(error, 'responseCode')] : [];
    return parts.filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') || 'UNKNOWN';
  }
}

function fieldOf(error: Error, name: string): unknown {
  return new Map<string, unknown>(Object.entries(error)).get(name);
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: HEADERS });
}
