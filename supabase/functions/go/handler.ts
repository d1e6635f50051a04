import { readVisit, type Visit } from './visit.ts';
import { wordsFor } from './words.ts';

/** Where a visit leads; null where nothing is known. */
export type Landing = { readonly location: string | null; readonly is_click: boolean };

export type GoDeps = {
  /** Resolves once the visit is stored. */
  readonly record: (visit: Visit) => Promise<Landing>;
  readonly makeId: () => string;
  /** Milliseconds of a clock that never turns back. */
  readonly now: () => number;
};

const HEADERS = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };
/** Browsers ask again by themselves after so many seconds. */
const WAIT_SECONDS = '2';

/**
 * Sends a visitor of `…/go/<code>` on, after the visit is stored: an answer that arrives is a visit that counts. Where
 * it leads is the database's word alone. While nothing can be stored nobody is sent on uncounted: their browser asks
 * again in a moment.
 */
export async function handleGo(request: Request, { record, makeId, now }: GoDeps): Promise<Response> {
  const began = now();
  const words = wordsFor(request.headers.get('accept-language'));
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return say(405, 'Use GET', { allow: 'GET, HEAD' });
  }
  let landing: Landing;
  try {
    landing = await record(readVisit(request, makeId()));
  } catch {
    return say(503, words.wait, { 'retry-after': WAIT_SECONDS, refresh: WAIT_SECONDS });
  }
  const timing = { 'server-timing': `go;dur=${(now() - began).toFixed(2)}` };
  const location = headerAddress(landing.location);
  if (location === null) return say(404, words.nowhere, timing);
  return new Response(null, { status: 302, headers: { ...HEADERS, ...timing, location } });
}

/** As the database reads an address: whatever is no such host is none to send anybody to. */
const WEB_ADDRESS = /^https:\/\/([A-Za-z0-9.-]+)(?::[0-9]{1,5})?(?:[/?#]|$)/;

/**
 * An address in the letters that a header takes: a page in Hangul comes percent-encoded. Null for what a browser cannot
 * read, or would read as another host than the database meant. Nothing throws here: the visit is stored.
 */
function headerAddress(address: string | null): string | null {
  const host = WEB_ADDRESS.exec(address ?? '')?.[1];
  if (address === null || host === undefined || !URL.canParse(address)) return null;
  const { hostname, href } = new URL(address);
  return hostname === host.toLowerCase() ? href : null;
}

function say(status: number, text: string, headers: Record<string, string>): Response {
  return new Response(`${text}\n`, {
    status,
    headers: {
      ...HEADERS,
      ...headers,
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    },
  });
}
