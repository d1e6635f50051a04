import { inspect } from '../_shared/inspect/inspect.ts';

export type LogoDeps = {
  /** With the caller's own token; null when the program is not theirs to dress. */
  readonly place: (program: string, authorization: string) => Promise<string | null>;
  /** With the caller's own token: shows it, and answers which of the program's files nobody needs any more. */
  readonly use: (
    program: string,
    path: string | null,
    authorization: string,
  ) => Promise<{ unused: readonly string[] } | null>;
  /** With the server's key. */
  readonly put: (path: string, bytes: Uint8Array<ArrayBuffer>, mime: string) => Promise<void>;
  readonly remove: (paths: readonly string[]) => Promise<void>;
};

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, apikey, content-type, x-client-info',
  'access-control-allow-methods': 'POST, DELETE, OPTIONS',
};
const HEADERS = { 'cache-control': 'no-store', ...CORS };
const MOST_BYTES = 524_288;
const MOST_SIDE = 1024;
const TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];

/**
 * Takes a program's logo, `POST ?program=<slug>` with the picture as its body, or takes it away, `DELETE ?program=<slug>`.
 * First the caller's own token says whether they may, then the bytes are looked at, and only what is nothing but a
 * picture is put where everybody can see it, under a name of the server's own. The logo before goes last, and with it what
 * an earlier call that broke off has left.
 */
export async function handleLogo(request: Request, deps: LogoDeps): Promise<Response> {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: CORS });
  const program = new URL(request.url).searchParams.get('program') ?? '';
  const authorization = request.headers.get('authorization') ?? '';
  if (request.method === 'DELETE') return await show(program, null, authorization, deps);
  if (request.method !== 'POST') return answer(405, { message: 'Use POST or DELETE' });
  const mime = request.headers.get('content-type') ?? '';
  const path = await deps.place(program, authorization);
  if (path === null) return answer(404, { message: 'no such program, or not for you' });
  const bytes = await readUpTo(request, MOST_BYTES);
  const reason = reasonAgainst(bytes, mime);
  if (reason !== null) return answer(422, { message: 'this is no logo that can be shown', reason });
  await deps.put(path, bytes, mime);
  return await show(program, path, authorization, deps);
}

function reasonAgainst(bytes: Uint8Array, mime: string): string | null {
  if (bytes.length > MOST_BYTES) return 'wrong_size';
  if (!TYPES.includes(mime)) return 'wrong_type';
  const verdict = inspect(bytes, mime);
  if (!verdict.isFine) return verdict.reason;
  const side = Math.max(verdict.width ?? 0, verdict.height ?? 0);
  return side > MOST_SIDE ? 'wrong_size' : null;
}

async function show(program: string, path: string | null, authorization: string, deps: LogoDeps): Promise<Response> {
  const shown = await deps.use(program, path, authorization);
  if (shown === null) {
    if (path !== null) await deps.remove([path]);
    return answer(404, { message: 'no such program, or not for you' });
  }
  if (shown.unused.length > 0) await deps.remove(shown.unused);
  return answer(200, { logo_path: path });
}

/** One byte more than may be tells enough: the rest is not read. */
async function readUpTo(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(most + 1);
  let length = 0;
  for await (const chunk of request.body ?? []) {
    const part = chunk.subarray(0, bytes.length - length);
    bytes.set(part, length);
    length += part.length;
    if (length === bytes.length) break;
  }
  return bytes.subarray(0, length);
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: HEADERS });
}
