import { isbot } from 'isbot';

export type VisitKind = 'person' | 'bot' | 'prefetch' | 'head';
export type Device = 'desktop' | 'phone' | 'tablet' | 'other';

/** What is kept of a request: by the names of private.record_visits. No address and no user agent of a person. */
export type Visit = {
  /** Becomes the click's id. */
  readonly id: string;
  /** Null when what stands in the path can be no code. */
  readonly code: string | null;
  readonly kind: VisitKind;
  /** ISO 3166-1 alpha-2, as the host in front of us says. */
  readonly country: string | null;
  readonly device: Device;
  /** The host of the page that links here. */
  readonly referrer: string | null;
  readonly sub_id: string | null;
  /** Id of the promotion or creative whose landing page is meant; null leads to the link's own destination. */
  readonly page: string | null;
};

const CODE = /^[a-z0-9][a-z0-9_-]{1,63}$/;
const SUB_ID = /^[A-Za-z0-9._~-]{1,64}$/;
const PAGE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HOST = /^[a-z0-9.-]{1,253}$/;

/** Who sits in front of functions and says so: Cloudflare, Vercel, CloudFront, a proxy of one's own. The first counts. */
const COUNTRY_HEADERS = [
  'cf-ipcountry',
  'x-vercel-ip-country',
  'cloudfront-viewer-country',
  'x-country-code',
  'x-country',
];
/** Unknown, the Tor network, unknown once more: no countries. */
const NO_COUNTRY = new Set(['XX', 'T1', 'ZZ']);

/** Reads `…/go/<code>?to=<page>&sub=<sub-id>`. No address is read: an id names a page that the database knows, or none. */
export function readVisit(request: Request, id: string): Visit {
  const { pathname, searchParams } = new URL(request.url);
  const { headers } = request;
  return {
    id,
    code: codeIn(pathname),
    kind: kindOf(request.method, headers),
    country: countryIn(headers),
    device: deviceOf(headers),
    referrer: referrerHost(headers.get('referer')),
    sub_id: matching(searchParams.get('sub'), SUB_ID),
    page: matching(searchParams.get('to'), PAGE),
  };
}

function matching(text: string | null, pattern: RegExp): string | null {
  return text !== null && pattern.test(text) ? text : null;
}

function codeIn(pathname: string): string | null {
  const [, code = '', ...more] = pathname.split('/').filter((part) => part !== '');
  return more.length > 0 ? null : matching(code.toLowerCase(), CODE);
}

/** Without a user agent nothing says that it is a bot: some people's browsers send none. */
export function kindOf(method: string, headers: Headers): VisitKind {
  if (method === 'HEAD') return 'head';
  const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => headers.get(name) ?? '');
  if (purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose))) return 'prefetch';
  return isbot(headers.get('user-agent')) ? 'bot' : 'person';
}

function countryIn(headers: Headers): string | null {
  for (const name of COUNTRY_HEADERS) {
    const country = headers.get(name)?.trim().toUpperCase() ?? '';
    if (/^[A-Z]{2}$/.test(country) && !NO_COUNTRY.has(country)) return country;
  }
  return null;
}

export function deviceOf(headers: Headers): Device {
  const agent = headers.get('user-agent') ?? '';
  if (/iPad|Tablet|PlayBook|Silk(?!.*Mobile)|Android(?!.*Mobile)/i.test(agent)) return 'tablet';
  if (headers.get('sec-ch-ua-mobile') === '?1' || /Mobi|iPhone|iPod|Opera Mini|IEMobile/i.test(agent)) return 'phone';
  return /Windows NT|Macintosh|X11|CrOS/i.test(agent) ? 'desktop' : 'other';
}

function referrerHost(referrer: string | null): string | null {
  if (referrer === null || !URL.canParse(referrer)) return null;
  const { protocol, hostname } = new URL(referrer);
  return protocol === 'https:' || protocol === 'http:' ? matching(hostname.toLowerCase(), HOST) : null;
}
