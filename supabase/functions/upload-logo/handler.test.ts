import assert from 'node:assert/strict';
import { handleLogo, type LogoDeps } from './handler.ts';

/** One pixel, whole to its end. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (sign) => sign.charCodeAt(0),
);

function depsWith(steps: string[], more: Partial<LogoDeps> = {}): LogoDeps {
  return {
    place: (program, authorization) =>
      Promise.resolve(program === 'mine' && authorization === 'Bearer owner' ? 'p/logo/new' : null),
    use: (_, path) => {
      steps.push(`use ${path}`);
      return Promise.resolve({ unused: ['p/logo/old', 'p/logo/left'] });
    },
    put: (path, bytes, mime) => {
      steps.push(`put ${path} ${bytes.length} ${mime}`);
      return Promise.resolve();
    },
    remove: (paths) => {
      steps.push(`remove ${paths.join(' ')}`);
      return Promise.resolve();
    },
    ...more,
  };
}

async function ask(deps: LogoDeps, init: RequestInit, program = 'mine', authorization = 'Bearer owner') {
  const headers = { authorization, 'content-type': 'image/png', ...(init.headers as Record<string, string>) };
  const response = await handleLogo(
    new Request(`http://local/upload-logo?program=${program}`, { ...init, headers }),
    deps,
  );
  return { status: response.status, body: response.status === 204 ? null : await response.json() };
}

Deno.test('a picture is put, shown, and what nobody needs removed, in this order', async () => {
  const steps: string[] = [];
  const { status, body } = await ask(depsWith(steps), { method: 'POST', body: PNG });
  assert.equal(status, 200);
  assert.deepEqual(body, { logo_path: 'p/logo/new' });
  assert.deepEqual(steps, [
    `put p/logo/new ${PNG.length} image/png`,
    'use p/logo/new',
    'remove p/logo/old p/logo/left',
  ]);
});

Deno.test('who may not is told nothing, and nothing is put', async () => {
  const steps: string[] = [];
  assert.equal((await ask(depsWith(steps), { method: 'POST', body: PNG }, 'mine', 'Bearer viewer')).status, 404);
  assert.equal((await ask(depsWith(steps), { method: 'POST', body: PNG }, 'theirs')).status, 404);
  assert.deepEqual(steps, []);
});

Deno.test('what is no picture, or more than one, is put nowhere', async () => {
  const page = new TextEncoder().encode('<svg onload="alert(1)"></svg>');
  const behind = new Uint8Array([...PNG, ...page]);
  const cases: [Uint8Array<ArrayBuffer>, string, string][] = [
    [page, 'image/png', 'wrong_type'],
    [page, 'image/svg+xml', 'wrong_type'],
    [behind, 'image/png', 'extra_data'],
    [PNG, 'image/jpeg', 'wrong_type'],
    [PNG.slice(0, 40), 'image/png', 'broken'],
    [new Uint8Array(600_000), 'image/png', 'wrong_size'],
  ];
  for (const [body, mime, reason] of cases) {
    const steps: string[] = [];
    const answer = await ask(depsWith(steps), { method: 'POST', body, headers: { 'content-type': mime } });
    assert.deepEqual([answer.status, answer.body.reason], [422, reason], mime);
    assert.deepEqual(steps, []);
  }
});

Deno.test('what can no longer be shown is taken back', async () => {
  const steps: string[] = [];
  const deps = depsWith(steps, { use: () => Promise.resolve(null) });
  assert.equal((await ask(deps, { method: 'POST', body: PNG })).status, 404);
  assert.deepEqual(steps, [`put p/logo/new ${PNG.length} image/png`, 'remove p/logo/new']);
});

Deno.test('a logo is taken away, and its file with it', async () => {
  const steps: string[] = [];
  const { body } = await ask(depsWith(steps), { method: 'DELETE' });
  assert.deepEqual(body, { logo_path: null });
  assert.deepEqual(steps, ['use null', 'remove p/logo/old p/logo/left']);
});

Deno.test('a browser that asks first is answered', async () => {
  assert.equal((await ask(depsWith([]), { method: 'OPTIONS' })).status, 204);
  assert.equal((await ask(depsWith([]), { method: 'PUT', body: 'x' })).status, 405);
});
