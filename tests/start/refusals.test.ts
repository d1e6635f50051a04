import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOST } from '../../supabase/local/settings.ts';
import { makePlace, type Place, runOn, writeMigration } from '../support/stack-program.ts';

let place: Place;

beforeEach(async () => {
  place = await makePlace();
});
afterEach(() => place.remove());

async function startAndStop(args: string[] = []): Promise<void> {
  const run = runOn(place, args);
  await run.ready();
  run.child.kill('SIGTERM');
  expect((await run.ended).code).toBe(0);
}

test('npm start names a taken port and its variable, and starts nothing', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(place.ports.api, HOST, resolve));
  try {
    const { code, text } = await runOn(place, [], 'supabase/local/start.ts').ended;
    expect(code).toBe(1);
    expect(text).toContain(`Port ${place.ports.api} (API_PORT) is taken by another program`);
    expect(text).not.toContain('    at ');
    expect(readdirSync(place.localDir)).not.toContain('postgres');
  } finally {
    other.close();
  }
});

test('a second start on the same folder is refused, and the first goes on', async () => {
  const first = runOn(place);
  const facts = await first.ready();
  const { code, text } = await runOn(place).ended;
  expect(code).toBe(1);
  expect(text).toContain(`A stack already runs on ${place.localDir} (process ${first.child.pid})`);
  expect((await fetch(`${facts.functionsUrl}/health`)).status).toBe(200);
  first.child.kill('SIGTERM');
  await first.ended;
});

test('changed migrations stop with the word to say, and --fresh moves the old data aside', async () => {
  await startAndStop();
  writeMigration(place, 'create table public.notes (id bigint primary key);');
  const refused = await runOn(place).ended;
  expect(refused.code).toBe(1);
  expect(refused.text).toContain('have changed since this data was made');
  expect(refused.text).toContain('npm start -- --fresh');

  await startAndStop(['--fresh']);
  const aside = readdirSync(place.localDir).find((name) => name.startsWith('aside-')) ?? '';
  expect(readdirSync(path.join(place.localDir, aside))).toContain('postgres');
});

test('a half-made data folder is named, with what to do', async () => {
  mkdirSync(path.join(place.localDir, 'postgres/data'), { recursive: true });
  writeFileSync(path.join(place.localDir, 'postgres/data/PG_VERSION'), '17\n');
  const { code, text } = await runOn(place).ended;
  expect(code).toBe(1);
  expect(text).toContain(`The data folder ${path.join(place.localDir, 'postgres')} is half-made`);
  expect(text).toContain('npm start -- --fresh');
});

test('a migration that fails is quoted, and the next start begins anew by itself', async () => {
  writeMigration(place, 'create table public.notes (id no_such_type);');
  const { code, text } = await runOn(place).ended;
  expect(code).toBe(1);
  expect(text).toContain('no_such_type');
  writeMigration(place, 'create table public.notes (id int primary key);');
  await startAndStop();
});

test('a port that is no number is refused', async () => {
  place.ports.mail = Number.NaN;
  const { code, text } = await runOn(place, [], 'supabase/local/start.ts').ended;
  expect(code).toBe(1);
  expect(text).toContain('MAIL_PORT is "NaN"');
});
