import assert from 'node:assert/strict';
import { type Announced, type CheckDeps, handleCheck, type Written } from './handler.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
/** One pixel, whole to its end. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (sign) => sign.charCodeAt(0),
);

type Happened = { readonly steps: string[]; readonly written: Written[] };

function depsWith(happened: Happened, bytes: Uint8Array<ArrayBuffer> | null, file: Partial<Announced> = {}): CheckDeps {
  const known: Announced = {
    id: ID,
    path: 'p',
    mime_type: 'image/png',
    size_bytes: PNG.length,
    state: 'waiting',
    refusal: null,
    ...file,
  };
  return {
    announced: (id, authorization) =>
      Promise.resolve(authorization === 'Bearer mine' && id !== OTHER ? { ...known, id } : null),
    read: () => {
      happened.steps.push('read');
      return Promise.resolve(bytes);
    },
    remove: () => {
      happened.steps.push('remove');
      return Promise.resolve();
    },
    write: (_, verdict) => {
      happened.steps.push('write');
      happened.written.push(verdict);
      return Promise.resolve();
    },
    stale: () => Promise.resolve([]),
  };
}

async function ask(body: unknown, deps: CheckDeps, authorization = 'Bearer mine') {
  const request = new Request('http://local/check-creative', {
    method: 'POST',
    headers: { authorization },
    body: JSON.stringify(body),
  });
  const response = await handleCheck(request, deps);
  return { status: response.status, body: await response.json() };
}

const nothing = (): Happened => ({ steps: [], written: [] });

Deno.test('a fine file is marked with its size and its hash', async () => {
  const happened = nothing();
  const { status, body } = await ask({ files: [ID] }, depsWith(happened, PNG));
  assert.equal(status, 200);
  assert.deepEqual(body, { files: [{ id: ID, state: 'checked', reason: null }] });
  const [written] = happened.written;
  assert.equal(written?.state, 'checked');
  assert.ok(
    written?.state === 'checked' &&
      written.width === 1 &&
      written.height === 1 &&
      /^[0-9a-f]{64}$/.test(written.sha256),
  );
});

Deno.test('what is refused is removed before it is written down', async () => {
  const happened = nothing();
  const { body } = await ask({ files: [ID] }, depsWith(happened, PNG, { mime_type: 'image/gif' }));
  assert.deepEqual(body, { files: [{ id: ID, state: 'refused', reason: 'wrong_type' }] });
  assert.deepEqual(happened.steps, ['read', 'remove', 'write']);
});

Deno.test('more or less than was announced is refused unseen', async () => {
  const happened = nothing();
  await ask({ files: [ID] }, depsWith(happened, PNG, { size_bytes: PNG.length - 1 }));
  assert.deepEqual(happened.written, [{ state: 'refused', reason: 'wrong_size' }]);
});

Deno.test('who may not check learns nothing, and nothing is read', async () => {
  const happened = nothing();
  for (const [files, authorization] of [
    [[ID], 'Bearer theirs'],
    [[ID, OTHER], 'Bearer mine'],
  ] as const) {
    assert.equal((await ask({ files }, depsWith(happened, PNG), authorization)).status, 404);
  }
  assert.deepEqual(happened.steps, []);
});

Deno.test('a file that is not there yet is not judged', async () => {
  const happened = nothing();
  assert.equal((await ask({ files: [ID] }, depsWith(happened, null))).status, 409);
  assert.deepEqual(happened.written, []);
});

Deno.test('what has its verdict keeps it', async () => {
  const happened = nothing();
  const { body } = await ask({ files: [ID], cancel: true }, depsWith(happened, PNG, { state: 'checked' }));
  assert.deepEqual(body, { files: [{ id: ID, state: 'checked', reason: null }] });
  assert.deepEqual(happened.steps, []);
});

Deno.test('what belongs to a refused file goes with it', async () => {
  const happened = nothing();
  const second = '00000000-0000-4000-8000-000000000003';
  await ask({ files: [ID, second] }, depsWith(happened, new Uint8Array(PNG.length)));
  assert.deepEqual(happened.written, [
    { state: 'refused', reason: 'wrong_type' },
    { state: 'refused', reason: 'cancelled' },
  ]);
});

Deno.test('anything but a list of ids is refused', async () => {
  for (const body of [{}, { files: [] }, { files: ['../x'] }, { files: 'x' }, [ID], null, { files: Array(5).fill(ID) }])
    assert.equal((await ask(body, depsWith(nothing(), PNG))).status, 422);
  const response = await handleCheck(new Request('http://local/check-creative'), depsWith(nothing(), PNG));
  assert.equal(response.status, 405);
});

/** A PNG with this in a chunk of its picture. */
function pngWith(text: string): Uint8Array<ArrayBuffer> {
  const body = Uint8Array.from(`IDAT${text}`, (sign) => sign.charCodeAt(0));
  const chunk = new Uint8Array(body.length + 8);
  new DataView(chunk.buffer).setUint32(0, body.length - 4);
  chunk.set(body, 4);
  const end = PNG.length - 12;
  return Uint8Array.from([...PNG.slice(0, end), ...chunk, ...PNG.slice(end)]);
}

Deno.test('markup in a picture is refused, what looks like it by chance is not', async () => {
  for (const [text, state] of [
    ['<svg onload=alert(1)>', 'refused'],
    ['<SCRIPT>alert(1)</SCRIPT>', 'refused'],
    ['<?php system(1);', 'refused'],
    ['<svg \u0081\u0000\u00ff', 'checked'],
    ['<?PhP\u0000', 'checked'],
  ] as const) {
    const bytes = pngWith(text);
    const { body } = await ask({ files: [ID] }, depsWith(nothing(), bytes, { size_bytes: bytes.length }));
    assert.equal(body.files[0].state, state, text);
  }
});
