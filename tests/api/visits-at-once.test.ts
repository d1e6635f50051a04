import { randomUUID } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rollupDifferences } from '../support/rollup-differences.ts';
import { stack } from '../support/stack.ts';
import { processOf, untilBlocked } from '../support/until-blocked.ts';
import { buildWorld, type PlaceName, type World } from '../support/world.ts';

const connect = () => postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
const sql = connect();
const other = connect();
let world: World;
beforeAll(async () => {
  world = await buildWorld(sql);
});
afterAll(() => Promise.all([sql.end(), other.end()]));

type Landing = { location?: string; is_click?: boolean; retry?: boolean };
type Visit = { readonly id: string; readonly code: string; readonly kind: string };

const codeOf = (place: PlaceName) => world.partnerships[place].code.toLowerCase();
const visitOf = (place: PlaceName): Visit => ({ id: randomUUID(), code: codeOf(place), kind: 'person' });

async function record(on: Sql, visits: readonly Visit[]): Promise<Landing[]> {
  const [row] = await on<{ landings: Landing[] }[]>`
    select private.record_visits(${JSON.stringify(visits)}::text::jsonb) as landings`;
  return row?.landings ?? [];
}

async function clicks(place: PlaceName): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int from public.clicks where partnership_id = ${world.partnerships[place].id}`;
  return row?.count ?? 0;
}

async function go(place: PlaceName) {
  const began = performance.now();
  const response = await fetch(`${stack.functionsUrl}/go/${codeOf(place)}`, {
    redirect: 'manual',
    headers: { 'user-agent': 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1' },
  });
  await response.body?.cancel();
  return { status: response.status, retryAfter: response.headers.get('retry-after'), ms: performance.now() - began };
}

/** Holds what `lock` takes on another connection while `run` goes on. */
async function whileHeld(lock: (on: Sql) => Promise<unknown>, run: () => Promise<void>): Promise<void> {
  await other`begin`;
  try {
    await lock(other);
    await run();
  } finally {
    await other`rollback`;
  }
}

const lockOfRebuild = (on: Sql) => on`select pg_advisory_xact_lock(hashtextextended('visits:' || ${world.a.id}, 0))`;
const rowsOfImport = (on: Sql) => on`select from public.partnership_days where program_id = ${world.a.id} for update`;

test.each([
  ['whose rollups are made anew', lockOfRebuild],
  ['whose rows an import holds', rowsOfImport],
])('a program %s asks its own visitors to come again, and no others', async (_, lock) => {
  await record(sql, [visitOf('a/mira')]);
  const before = { mira: await clicks('a/mira'), berta: await clicks('b/berta') };
  await whileHeld(lock, async () => {
    // While the lock is held: nobody waits until it goes.
    const [held, free] = await record(sql, [visitOf('a/mira'), visitOf('b/berta')]);
    expect(held).toEqual({ retry: true });
    expect(free).toMatchObject({ is_click: true });
  });
  expect(await clicks('a/mira')).toBe(before.mira);
  expect(await clicks('b/berta')).toBe(before.berta + 1);
  expect((await rollupDifferences(sql, world.a.id)).differences).toEqual([]);
});

test('visitors of a program that is held do not keep those of others', async () => {
  await go('b/berta');
  const before = await clicks('a/mira');
  await whileHeld(lockOfRebuild, async () => {
    const held = Promise.all(Array.from({ length: 20 }, () => go('a/mira')));
    const free = await Promise.all(Array.from({ length: 20 }, () => go('b/berta')));
    expect(new Set(free.map(({ status }) => status))).toEqual(new Set([302]));
    for (const { status, retryAfter } of await held)
      expect({ status, retryAfter }).toEqual({ status: 503, retryAfter: '2' });
    // Those who are asked to come again have waited long by then; nobody else has waited with them.
    const slowestFree = Math.max(...free.map(({ ms }) => ms));
    expect(slowestFree).toBeLessThan(Math.min(...(await held).map(({ ms }) => ms)));
  });
  expect(await clicks('a/mira')).toBe(before);
  expect((await go('a/mira')).status).toBe(302);
  expect(await clicks('a/mira')).toBe(before + 1);
});

test('a visitor waits out a lock that is soon gone', async () => {
  const before = await clicks('a/mira');
  let waiting: ReturnType<typeof go> | undefined;
  await whileHeld(lockOfRebuild, async () => {
    waiting = go('a/mira');
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
  expect((await waiting)?.status).toBe(302);
  expect(await clicks('a/mira')).toBe(before + 1);
});

test('a batch that is sent again while the first is still under way counts nobody twice', async () => {
  const before = await clicks('a/nora');
  const visits = [visitOf('a/nora'), visitOf('a/nora')];
  await other`begin`;
  const first = await record(other, visits);
  const pid = await processOf(sql);
  const again = record(sql, visits);
  const onlooker = connect();
  await untilBlocked(onlooker, pid).finally(() => onlooker.end());
  await other`commit`;
  expect(await again).toEqual(first);
  expect(await clicks('a/nora')).toBe(before + 2);
  expect((await rollupDifferences(sql, world.a.id)).differences).toEqual([]);
});
