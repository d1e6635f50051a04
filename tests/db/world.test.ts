import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { asActor, codeFor, rolledBack } from '../support/actors.ts';
import { stack } from '../support/stack.ts';
import { buildWorld, placesIn } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

test('every sum of the world tells whose money is in it', async () => {
  await rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const [sums] = await tx<{ a: string; b: string }[]>`
      select sum(revenue_minor) filter (where program_id = ${world.a.id}) as a,
        sum(revenue_minor) filter (where program_id = ${world.b.id}) as b
      from public.partnership_days`;
    expect(placesIn(Number(sums?.a))).toEqual([
      'a/mira',
      'a/nora',
      'a/both',
      'a/paused',
      'a/ended',
      'a/invited',
      'a/applied',
      'a/declined',
    ]);
    expect(placesIn(Number(sums?.b))).toEqual(['b/both', 'b/berta']);
  });
});

test('an actor sees with its own eyes and the owner is back afterwards', async () => {
  await rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const seen = await asActor(tx, world.actors['p.owner'], (mine) => mine`select code from public.partnerships`);
    expect(seen.map(({ code }) => code)).toEqual([world.partnerships['a/mira'].code]);
    expect(await codeFor(tx, world.actors.anon, (mine) => mine`select code from public.partnerships`)).toBe('42501');
    const [all] = await tx`select count(*)::int as count from public.partnerships where program_id = ${world.a.id}`;
    expect(all?.count).toBe(8);
  });
});
