import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stack } from '../support/stack.ts';

const bucket = `gateway-${crypto.randomUUID()}`;
const admin = createClient(stack.apiUrl, stack.secretKey, { auth: { persistSession: false } });

beforeAll(async () => {
  const { error } = await admin.storage.createBucket(bucket, { public: false });
  expect(error).toBeNull();
});

afterAll(async () => {
  await admin.storage.emptyBucket(bucket);
  await admin.storage.deleteBucket(bucket);
});

test('the official client uploads, signs and downloads a file unchanged', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(60_000));
  // Looks like the header that the gateway rewrites: the file's own bytes must stay as they are.
  bytes.set(new TextEncoder().encode('name=""'), 1000);
  const uploaded = await admin.storage
    .from(bucket)
    .upload('a/file.bin', new Blob([bytes]), { contentType: 'application/octet-stream' });
  expect(uploaded.error).toBeNull();

  const signed = await admin.storage.from(bucket).createSignedUrl('a/file.bin', 60);
  expect(signed.data?.signedUrl).toMatch(new RegExp(`^${stack.apiUrl}/storage/v1/object/sign/`));
  const fetched = await fetch(signed.data?.signedUrl ?? '');
  expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(bytes);

  const downloaded = await admin.storage.from(bucket).download('a/file.bin');
  expect(new Uint8Array((await downloaded.data?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(bytes);
});

test('any origin may ask, and one answer stands', async () => {
  const preflight = await fetch(`${stack.apiUrl}/rest/v1/programs`, {
    method: 'OPTIONS',
    headers: {
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'apikey',
      origin: 'http://elsewhere.example',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toBe('apikey');
  const answer = await fetch(`${stack.apiUrl}/auth/v1/health`, { headers: { origin: 'http://elsewhere.example' } });
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
});

test('a request without a key is refused, and an unknown service is not found', async () => {
  expect((await fetch(`${stack.apiUrl}/rest/v1/programs`)).status).toBe(401);
  expect((await fetch(`${stack.apiUrl}/realtime/v1/`)).status).toBe(404);
});
