import { asServer } from '../_shared/as-server.ts';
import { type Announced, type CheckDeps, handleCheck } from './handler.ts';

const url = Deno.env.get('SUPABASE_URL') ?? '';
const publishableKey = Deno.env.get('SUPABASE_ANON_KEY') ?? '';
const serverHeaders = asServer(Deno.env.get('SUPABASE_SERVICE_ROLE_KEY') ?? '');

async function rpc(name: string, args: object, headers: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${url}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  if (response.ok) return await response.json();
  await response.body?.cancel();
  if ([401, 403, 404].includes(response.status)) return null;
  throw new Error(`${name} answered ${response.status}`);
}

const objectUrl = (path: string) => `${url}/storage/v1/object/creatives/${path}`;

const deps: CheckDeps = {
  // The database's own answer to our own call.
  announced: async (file, authorization) =>
    (await rpc('creative_upload', { p_file: file }, { apikey: publishableKey, authorization })) as Announced | null,
  read: async (path, most) => {
    const response = await fetch(objectUrl(path), { headers: serverHeaders });
    if (response.ok && response.body !== null) return await readUpTo(response.body, most);
    await response.body?.cancel();
    if (response.status === 400 || response.status === 404) return null;
    throw new Error(`storage answered ${response.status}`);
  },
  remove: async (path) => {
    const response = await fetch(`${url}/storage/v1/object/creatives`, {
      method: 'DELETE',
      headers: { ...serverHeaders, 'content-type': 'application/json' },
      body: JSON.stringify({ prefixes: [path] }),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`storage answered ${response.status}`);
  },
  write: async (file, verdict) => {
    const written = await rpc('record_creative_check', { p_file: file, p_verdict: verdict }, serverHeaders);
    if (written === null) throw new Error('the verdict was not written');
  },
  stale: async () => ((await rpc('stale_creative_files', {}, serverHeaders)) ?? []) as { id: string; path: string }[],
};

/** One byte more than was announced tells enough: the rest is not read. */
async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(most + 1);
  let length = 0;
  for await (const chunk of body) {
    const part = chunk.subarray(0, bytes.length - length);
    bytes.set(part, length);
    length += part.length;
    if (length === bytes.length) break;
  }
  return bytes.subarray(0, length);
}

Deno.serve((request) => handleCheck(request, deps));
