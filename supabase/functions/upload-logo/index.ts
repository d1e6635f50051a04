import { asServer } from '../_shared/as-server.ts';
import { handleLogo, type LogoDeps } from './handler.ts';

const url = Deno.env.get('SUPABASE_URL') ?? '';
const publishableKey = Deno.env.get('SUPABASE_ANON_KEY') ?? '';
const serverHeaders = asServer(Deno.env.get('SUPABASE_SERVICE_ROLE_KEY') ?? '');

async function asCaller(name: string, args: object, authorization: string): Promise<unknown> {
  const response = await fetch(`${url}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: { apikey: publishableKey, authorization, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  if (response.ok) return await response.json();
  await response.body?.cancel();
  if ([401, 403, 404].includes(response.status)) return null;
  throw new Error(`${name} answered ${response.status}`);
}

async function storage(path: string, init: RequestInit): Promise<void> {
  const response = await fetch(`${url}/storage/v1/object/${path}`, init);
  await response.body?.cancel();
  if (!response.ok) throw new Error(`storage answered ${response.status}`);
}

const deps: LogoDeps = {
  // The database's own answers to our own calls.
  place: async (program, authorization) => {
    const place = (await asCaller('logo_place', { p_program: program }, authorization)) as { path: string } | null;
    return place?.path ?? null;
  },
  use: async (program, path, authorization) =>
    (await asCaller('use_logo', { p_program: program, p_path: path }, authorization)) as {
      unused: string[];
    } | null,
  put: (path, bytes, mime) =>
    storage(`brand/${path}`, {
      method: 'POST',
      // Its name is new each time, so that it may be kept for good.
      headers: { ...serverHeaders, 'content-type': mime, 'cache-control': 'max-age=31536000, immutable' },
      body: bytes,
    }),
  remove: (paths) =>
    storage('brand', {
      method: 'DELETE',
      headers: { ...serverHeaders, 'content-type': 'application/json' },
      body: JSON.stringify({ prefixes: paths }),
    }),
};

Deno.serve((request) => handleLogo(request, deps));
