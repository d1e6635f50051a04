// Runs in Deno. Serves every function of the project from one process: each index.ts calls
// `Deno.serve(handler)` as on hosted Supabase, and the router keeps that handler under its name.

type Handler = (request: Request, info?: Deno.ServeHandlerInfo) => Response | Promise<Response>;
type FunctionEntry = { name: string; entry: string; verifyJwt: boolean };

const port = Number(Deno.env.get('ROUTER_PORT'));
const jwtSecret = Deno.env.get('ROUTER_JWT_SECRET') ?? '';
const entries: FunctionEntry[] = JSON.parse(Deno.env.get('ROUTER_FUNCTIONS') ?? '[]');
for (const name of ['ROUTER_PORT', 'ROUTER_JWT_SECRET', 'ROUTER_FUNCTIONS']) Deno.env.delete(name);

const serve = Deno.serve;
const handlers = new Map<string, Handler>();

for (const { name, entry } of entries) {
  let found: Handler | undefined;
  const keep = (...args: unknown[]) => {
    found = args.find((arg): arg is Handler => typeof arg === 'function');
    return { finished: Promise.resolve() };
  };
  Object.defineProperty(Deno, 'serve', { value: keep, configurable: true, writable: true });
  await import(`file://${entry}`);
  if (!found) throw new Error(`The function ${name} does not call Deno.serve with a handler`);
  handlers.set(name, found);
}
Object.defineProperty(Deno, 'serve', { value: serve, configurable: true, writable: true });

const protectedNames = new Set(entries.filter((entry) => entry.verifyJwt).map((entry) => entry.name));

async function route(request: Request): Promise<Response> {
  const name = new URL(request.url).pathname.split('/')[1] ?? '';
  const handler = handlers.get(name);
  if (!handler) return json(404, { code: 'NOT_FOUND', message: 'Requested function was not found' });
  if (protectedNames.has(name) && request.method !== 'OPTIONS' && !(await hasValidToken(request))) {
    return json(401, { code: 'UNAUTHORIZED', message: 'A valid token is required' });
  }
  try {
    return await handler(request);
  } catch (error) {
    await log(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
    return json(500, { code: 'WORKER_ERROR', message: 'The function failed' });
  }
}

async function log(line: string): Promise<void> {
  await Deno.stderr.write(new TextEncoder().encode(`${line}\n`));
}

function json(status: number, body: unknown): Response {
  return Response.json(body, { status });
}

async function hasValidToken(request: Request): Promise<boolean> {
  const token = request.headers.get('authorization')?.replace(/^Bearer\s+/i, '') ?? '';
  const [header, payload, signature] = token.split('.');
  if (!header || !payload || !signature) return false;
  try {
    const bytes = new TextEncoder();
    const key = await crypto.subtle.importKey(
      'raw',
      bytes.encode(jwtSecret),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['verify'],
    );
    const signed = bytes.encode(`${header}.${payload}`);
    if (!(await crypto.subtle.verify('HMAC', key, fromBase64Url(signature), signed))) return false;
    const claims: { exp?: number } = JSON.parse(new TextDecoder().decode(fromBase64Url(payload)));
    return typeof claims.exp === 'number' && claims.exp > Date.now() / 1000;
  } catch {
    return false;
  }
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}

serve({ hostname: '127.0.0.1', port, onListen: () => {} }, route);
