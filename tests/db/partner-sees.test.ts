import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { asActor, rolledBack } from '../support/actors.ts';
import { addCreative } from '../support/creative-builders.ts';
import { addPromotion } from '../support/promotion-builders.ts';
import { stack } from '../support/stack.ts';
import { buildWorld } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const PLACES = [
  ['p.viewer', 'a/mira'],
  ['nora', 'a/nora'],
  ['paused', 'a/paused'],
] as const;

type Sees = { creatives: number; promotions: { id: string; state: string }[] } | null;

test('staff are shown what the partner finds, and nothing where there is nothing to find', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const { a, actors, partnerships } = world;
    const day = 24 * 60 * 60 * 1000;
    await addCreative(tx, a, { name: 'Withdrawn', isWithdrawn: true });
    await addCreative(tx, a, { name: 'Not yet', from: new Date(Date.now() + day) });
    await addPromotion(tx, a, { name: 'Draft', prepare: null });
    await addPromotion(tx, a, { name: 'Later', prepare: 1, from: 2, until: 3 });
    await addPromotion(tx, a, { name: 'Coming', prepare: -1, from: 2, until: 3 });
    await addPromotion(tx, a, { name: 'Over', prepare: -3, from: -2, until: -1 });
    const seesOf = async (partnership: string) => {
      const [row] = await asActor(
        tx,
        actors['s.viewer'],
        (mine) => mine<{ page: { sees: Sees } }[]>`
          select public.partner_page(${a.slug}, ${partnership}, current_date, current_date) as page`,
      );
      return row?.page.sees;
    };
    const found: (Sees | undefined)[] = [];
    for (const [name, place] of PLACES) {
      const { id, code } = partnerships[place];
      const sees = await seesOf(id);
      const own = await asActor(tx, actors[name], async (mine) => {
        const [row] = await mine<{ creatives: number; live: { id: string }[]; coming: { id: string }[] }[]>`
          select (public.partner_creatives(${a.slug}, ${code}) ->> 'all')::int as creatives,
            public.partner_promotions(${a.slug}, ${code}, 'live') -> 'rows' as live,
            public.partner_promotions(${a.slug}, ${code}, 'coming') -> 'rows' as coming`;
        return row;
      });
      expect(sees?.creatives, place).toBe(own?.creatives);
      const idsOf = (state: string) =>
        sees?.promotions
          .filter((one) => one.state === state)
          .map((one) => one.id)
          .sort();
      expect(idsOf('live'), place).toEqual(own?.live.map((one) => one.id).sort());
      expect(idsOf('coming'), place).toEqual(own?.coming.map((one) => one.id).sort());
      found.push(sees);
    }
    // The world hides something from somebody, or this compares nothing.
    expect(new Set(found.map((sees) => JSON.stringify(sees))).size).toBeGreaterThan(1);
    for (const place of ['a/ended', 'a/invited', 'a/applied', 'a/declined'] as const)
      expect(await seesOf(partnerships[place].id), place).toBeNull();
  }));
