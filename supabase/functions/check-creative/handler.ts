import { inspect } from '../_shared/inspect/inspect.ts';
import type { Refusal } from '../_shared/inspect/verdict.ts';

/** What a file was announced as. */
export type Announced = {
  readonly id: string;
  readonly path: string;
  readonly mime_type: string;
  readonly size_bytes: number;
  readonly state: 'waiting' | 'checked' | 'refused';
  readonly refusal: string | null;
};

export type Written =
  | {
      readonly state: 'checked';
      readonly sha256: string;
      readonly width: number | null;
      readonly height: number | null;
    }
  | { readonly state: 'refused'; readonly reason: Refusal | 'cancelled' };

export type CheckDeps = {
  /** With the caller's own token; null when the file is not theirs to check. */
  readonly announced: (file: string, authorization: string) => Promise<Announced | null>;
  /** With the server's key, from here on: the object's bytes, at most one more than asked for; null when it is not there. */
  readonly read: (path: string, most: number) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly remove: (path: string) => Promise<void>;
  readonly write: (file: string, verdict: Written) => Promise<void>;
  /** Files that were announced long ago and never came. */
  readonly stale: () => Promise<readonly { readonly id: string; readonly path: string }[]>;
};

type Outcome = { readonly id: string; readonly state: string; readonly reason: string | null };
type Asked = { readonly files: readonly string[]; readonly isCancelled: boolean };

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, apikey, content-type, x-client-info',
  'access-control-allow-methods': 'POST, OPTIONS',
};
const HEADERS = { 'cache-control': 'no-store', ...CORS };
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Two make a creative: its file and its thumbnail. */
const MOST_FILES = 4;

/**
 * Checks files that the caller has put into the bucket, or calls them off: `{"files": [id, …], "cancel"?: true}`, the
 * one that matters first.
 * First the caller's own token says whether they may and what was announced; only then the server's key reads the
 * bytes, and writes the verdict. What is refused is removed before it is written down.
 */
export async function handleCheck(request: Request, deps: CheckDeps): Promise<Response> {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: CORS });
  if (request.method !== 'POST') return answer(405, { message: 'Use POST' });
  const asked = readAsked(await request.text().catch(() => ''));
  if (asked === null) return answer(422, { message: `files is a list of 1 to ${MOST_FILES} ids` });
  const authorization = request.headers.get('authorization') ?? '';
  const known: Announced[] = [];
  for (const id of asked.files) {
    const file = await deps.announced(id, authorization);
    if (file === null) return answer(404, { message: 'no such file for you to check' });
    known.push(file);
  }
  const outcomes: Outcome[] = [];
  for (const file of known) {
    // What belongs to a refused file goes with it: a picture of it that nobody needs.
    const isOff = asked.isCancelled || outcomes.some(({ state }) => state === 'refused');
    const outcome = await settle(file, isOff, deps);
    if (outcome === null) return answer(409, { message: 'the file is not there yet' });
    outcomes.push(outcome);
  }
  await sweep(deps);
  return answer(200, { files: outcomes });
}

function readAsked(text: string): Asked | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof body !== 'object' || body === null || !('files' in body) || !Array.isArray(body.files)) return null;
  const files: unknown[] = body.files;
  const ids = files.filter((id): id is string => typeof id === 'string' && ID.test(id));
  if (ids.length !== files.length || ids.length === 0 || ids.length > MOST_FILES) return null;
  return { files: ids, isCancelled: 'cancel' in body && body.cancel === true };
}

/** Null when there is nothing to look at yet. Asking again after an answer that was lost changes nothing. */
async function settle(file: Announced, isCancelled: boolean, deps: CheckDeps): Promise<Outcome | null> {
  if (file.state !== 'waiting') return { id: file.id, state: file.state, reason: file.refusal };
  if (isCancelled) return await refuse(file, 'cancelled', deps);
  const bytes = await deps.read(file.path, file.size_bytes);
  if (bytes === null) return null;
  if (bytes.length !== file.size_bytes) return await refuse(file, 'wrong_size', deps);
  const verdict = inspect(bytes, file.mime_type);
  if (!verdict.isFine) return await refuse(file, verdict.reason, deps);
  const { width, height } = verdict;
  await deps.write(file.id, { state: 'checked', sha256: await sha256(bytes), width, height });
  return { id: file.id, state: 'checked', reason: null };
}

async function refuse(file: Announced, reason: Refusal | 'cancelled', deps: CheckDeps): Promise<Outcome> {
  await deps.remove(file.path);
  await deps.write(file.id, { state: 'refused', reason });
  return { id: file.id, state: 'refused', reason };
}

/** In passing: nobody waits for it to succeed, the next check tries again. */
async function sweep(deps: CheckDeps): Promise<void> {
  try {
    for (const { id, path } of await deps.stale()) {
      await deps.remove(path);
      await deps.write(id, { state: 'refused', reason: 'cancelled' });
    }
  } catch {
    return;
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: HEADERS });
}
