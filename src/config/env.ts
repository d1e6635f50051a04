export type Env = {
  /** Origin of the API gateway, without a slash at the end. */
  readonly apiUrl: string;
  readonly publishableKey: string;
  /** What stands before a link's code: the function `go`, or a domain of one's own that leads to it. */
  readonly linkUrl: string;
};

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** Few fields, checked by hand: a schema library would stand between a visitor and the sign-in form. */
function parseEnv(value: unknown): Env {
  const { apiUrl, publishableKey, linkUrl } = Object(value);
  if (typeof apiUrl !== 'string' || !URL.canParse(apiUrl)) throw new Error('/config.json has no apiUrl that is a URL');
  if (typeof publishableKey !== 'string' || publishableKey === '')
    throw new Error('/config.json has no publishableKey');
  const origin = withoutSlash(apiUrl);
  const ownLinks = URL.canParse(linkUrl) ? withoutSlash(linkUrl) : null;
  return { apiUrl: origin, publishableKey, linkUrl: ownLinks ?? `${origin}/functions/v1/go` };
}

let pending: Promise<Env> | undefined;
let known: Env | null = null;

async function fetchEnv(): Promise<Env> {
  const response = await fetch('/config.json', { credentials: 'same-origin' });
  if (!response.ok)
    throw new Error(`/config.json answered ${response.status}: put one beside index.html (docs/deploy.md)`);
  known = parseEnv(await response.json());
  return known;
}

/** The configuration if it is here already: for what is painted and can do without it. */
export function knownEnv(): Env | null {
  return known;
}

/** The run-time configuration of this deployment, asked for once; a failed try is made again. */
export function loadEnv(): Promise<Env> {
  pending ??= fetchEnv().catch((error: unknown) => {
    pending = undefined;
    throw error;
  });
  return pending;
}
