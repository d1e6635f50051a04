import { readFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePlace, type Place, runOn, waitForRelease } from '../support/stack-program.ts';

let place: Place;

beforeEach(async () => {
  place = await makePlace();
});
afterEach(() => place.remove());

async function withNotes<Result>(url: string, work: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(url, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

function postmasterPid(): number {
  return Number(readFileSync(path.join(place.localDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
}

test('data that was acknowledged survives kill -9 of the stack, and nothing keeps running', async () => {
  const first = runOn(place);
  const { postgresUrl } = await first.ready();
  await withNotes(postgresUrl, (sql) => sql`insert into notes values (1), (2)`);
  first.child.kill('SIGKILL');
  await first.ended;
  await waitForRelease(place);

  const second = runOn(place);
  const facts = await second.ready();
  expect(await withNotes(facts.postgresUrl, (sql) => sql`select id from notes order by id`)).toEqual([
    { id: 1 },
    { id: 2 },
  ]);
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
});

test('kill -9 of PostgreSQL ends the stack with a word, and the data is there again', async () => {
  const first = runOn(place);
  const { postgresUrl } = await first.ready();
  await withNotes(postgresUrl, (sql) => sql`insert into notes values (7)`);
  process.kill(postmasterPid(), 'SIGKILL');
  const { code, text } = await first.ended;
  expect(code).toBe(1);
  expect(text).toContain('PostgreSQL ended by itself');

  const second = runOn(place);
  const facts = await second.ready();
  expect(await withNotes(facts.postgresUrl, (sql) => sql`select id from notes`)).toEqual([{ id: 7 }]);
  second.child.kill('SIGTERM');
  await second.ended;
});

test.each([/making the database folder/, /for the first time/, /applying the migrations/])(
  'Ctrl-C while it says %s leaves nothing behind, and the next start works',
  async (moment) => {
    const first = runOn(place);
    await first.says(moment);
    first.child.kill('SIGINT');
    expect((await first.ended).code).toBe(0);
    await waitForRelease(place);

    const second = runOn(place);
    await second.ready();
    second.child.kill('SIGINT');
    expect((await second.ended).code).toBe(0);
  },
);
