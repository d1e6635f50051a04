import assert from 'node:assert/strict';
import { handleHealth } from './handler.ts';

const deps = { version: '1.2.3', readMigrations: () => Promise.resolve(['20260101000000']) };

Deno.test('health says the version and the applied migrations', async () => {
  const response = await handleHealth(new Request('http://local/health'), deps);
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), { status: 'ok', version: '1.2.3', migrations: ['20260101000000'] });
});

Deno.test('health answers 503 without the cause when the database does not answer', async () => {
  const readMigrations = () => Promise.reject(new Error('password authentication failed for postgres'));
  const response = await handleHealth(new Request('http://local/health'), { ...deps, readMigrations });
  assert.equal(response.status, 503);
  assert.deepEqual(await response.json(), { status: 'database unreachable', version: '1.2.3', migrations: [] });
});

Deno.test('health refuses everything but GET', async () => {
  const response = await handleHealth(new Request('http://local/health', { method: 'POST' }), deps);
  assert.equal(response.status, 405);
  assert.equal(response.headers.get('allow'), 'GET');
});
