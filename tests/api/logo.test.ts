import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headersOf } from '../support/actors.ts';
import { png } from '../support/png.ts';
import { stack } from '../support/stack.ts';
import { buildWorld, type World } from '../support/world.ts';
import { storage } from './creative-storage.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
let world: World;
beforeAll(async () => {
  world = await buildWorld(sql);
});
afterAll(() => sql.end());

const PICTURE = png(64, 64);

/** A logo that was put and never shown, as a server leaves it that stops in between. */
async function leave(program: string, age: string): Promise<string> {
  const name = `${program}/logo/${randomUUID()}`;
  const response = await storage(world.actors.service, 'POST', `object/brand/${name}`, PICTURE);
  await response.body?.cancel();
  expect(response.status).toBe(200);
  await sql`update storage.objects set created_at = now() - ${age}::interval where bucket_id = 'brand' and name = ${name}`;
  return name;
}

const isThere = async (name: string) => {
  const response = await fetch(`${stack.apiUrl}/storage/v1/object/public/brand/${name}`);
  await response.body?.cancel();
  return response.ok;
};

async function send(method: 'POST' | 'DELETE'): Promise<string> {
  const response = await fetch(`${stack.functionsUrl}/upload-logo?program=${world.a.slug}`, {
    method,
    headers: { ...headersOf(world.actors['s.owner'], stack), 'content-type': 'image/png' },
    ...(method === 'POST' && { body: new Uint8Array(PICTURE) }),
  });
  expect(response.status).toBe(200);
  return (await response.json()).logo_path;
}

test('what an upload that broke off left behind goes with the next one, and nothing else does', async () => {
  const first = await send('POST');
  const left = await leave(world.a.id, '11 minutes');
  const coming = await leave(world.a.id, '1 minute');
  const theirs = await leave(world.b.id, '11 minutes');
  const second = await send('POST');
  expect(await Promise.all([first, left, coming, theirs, second].map(isThere))).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
  const again = await leave(world.a.id, '11 minutes');
  expect(await send('DELETE')).toBeNull();
  expect(await Promise.all([second, again, coming, theirs].map(isThere))).toEqual([false, false, true, true]);
});
