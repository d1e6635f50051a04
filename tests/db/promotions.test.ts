import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { asActor, codeFor, rolledBack } from '../support/actors.ts';
import { bookOrder, bookRefund } from '../support/builders.ts';
import { addPromotion, addPromotionCode } from '../support/promotion-builders.ts';
import { addSegment, influencers } from '../support/segments.ts';
import { stack } from '../support/stack.ts';
import { type ActorName, buildWorld, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Tx = postgres.TransactionSql;

/** What an actor is told of promotions in one state, and what the table shows them. */
async function seenBy(tx: Tx, world: World, actor: ActorName, state: string) {
  const code = world.partnerships['a/mira'].code;
  return await asActor(tx, world.actors[actor], async (mine) => {
    const [row] = await mine`select public.partner_promotions(${world.a.slug}, ${code}, ${state}) as answer`;
    return row?.answer;
  });
}

const names = (answer: { rows: { name: string }[] }) => answer.rows.map(({ name }) => name);

const change = (tx: Tx, world: World, id: string, revision: number | null, promotion: object) =>
  asActor(tx, world.actors['s.manager'], async (mine) => {
    const [row] = await mine`
      select public.save_promotion(${world.a.slug}, ${id}, ${JSON.stringify(promotion)}::text::jsonb, ${revision}) as answer`;
    return row?.answer.promotion;
  });

const refusalOf = (tx: Tx, world: World, actor: ActorName, id: string, revision: number | null, promotion: object) =>
  codeFor(
    tx,
    world.actors[actor],
    (mine) =>
      mine`select public.save_promotion(${world.a.slug}, ${id}, ${JSON.stringify(promotion)}::text::jsonb, ${revision})`,
  );

describe('the state of a promotion', () => {
  test('follows from its instants, for partners and for staff', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const days = { draft: null, planned: 1, coming: -1, live: -9, ended: -30 };
      await addPromotion(tx, world.a, { name: 'draft', prepare: days.draft, from: 1, until: 2 });
      await addPromotion(tx, world.a, { name: 'planned', prepare: days.planned, from: 2, until: 3 });
      await addPromotion(tx, world.a, { name: 'coming', prepare: days.coming, from: 2, until: 3 });
      await addPromotion(tx, world.a, { name: 'live', prepare: days.live, from: -8, until: 3 });
      await addPromotion(tx, world.a, { name: 'ended', prepare: days.ended, from: -29, until: -1 });

      expect(names(await seenBy(tx, world, 'p.viewer', 'coming'))).toContain('coming');
      expect(names(await seenBy(tx, world, 'p.viewer', 'coming'))).not.toContain('planned');
      expect(names(await seenBy(tx, world, 'p.viewer', 'live'))).toContain('live');
      expect(names(await seenBy(tx, world, 'p.viewer', 'ended'))).toContain('ended');
      for (const state of ['coming', 'live', 'ended'])
        expect(names(await seenBy(tx, world, 'p.viewer', state))).not.toContain('draft');

      const list = await asActor(tx, world.actors['s.viewer'], async (mine) => {
        const [row] = await mine`select public.promotion_list(${world.a.slug}) as answer`;
        return row?.answer.rows.map((one: { name: string; state: string }) => [one.name, one.state]);
      });
      expect(list).toEqual(
        expect.arrayContaining([
          ['draft', 'draft'],
          ['planned', 'coming'],
          ['coming', 'coming'],
          ['live', 'live'],
          ['ended', 'ended'],
        ]),
      );
    }));

  test('is hidden from everybody outside its audience the moment they leave it', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const segment = await addSegment(tx, world.a, `Only influencers ${randomUUID()}`, influencers);
      const id = await addPromotion(tx, world.a, { name: 'For influencers', segments: [segment] });
      await addPromotionCode(tx, world.a, id, world.partnerships['a/mira'], 'MIRA-ONLY');
      await addPromotionCode(tx, world.a, id, world.partnerships['a/nora'], 'NORA-ONLY');
      const rows = (actor: ActorName) =>
        asActor(tx, world.actors[actor], async (mine) => ({
          promotions: (await mine`select id from public.promotions where id = ${id}`).length,
          codes: (await mine`select code from public.promotion_codes where promotion_id = ${id}`).map(
            (row) => row.code,
          ),
        }));
      expect(await rows('p.viewer')).toEqual({ promotions: 1, codes: ['MIRA-ONLY'] });
      expect(await rows('nora')).toEqual({ promotions: 0, codes: [] });
      expect(names(await seenBy(tx, world, 'p.viewer', 'live'))).toContain('For influencers');

      await tx`update public.partners set type = 'publisher' where id = ${world.partners.mira.id}`;
      expect(await rows('p.viewer')).toEqual({ promotions: 0, codes: [] });
      expect(names(await seenBy(tx, world, 'p.viewer', 'live'))).not.toContain('For influencers');
    }));

  test('tells home of at most three that end within two weeks, the next end first', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      await tx`update public.promotions set publish_until = now() + interval '60 days' where publish_until > now()`;
      for (const until of [13, 2, 9, 5, 15]) await addPromotion(tx, world.a, { name: `ends in ${until}`, until });
      const home = await asActor(tx, world.actors['p.viewer'], async (mine) => {
        const [row] =
          await mine`select public.partner_home(${world.a.slug}, ${world.partnerships['a/mira'].code}) as answer`;
        return row?.answer.home;
      });
      expect(home.ending.map(({ name }: { name: string }) => name)).toEqual(['ends in 2', 'ends in 5', 'ends in 9']);
    }));
});

describe('a promotion', () => {
  const good = (world: World) => ({ name: 'Spring', landing_url: `${world.a.site}spring`, offer: '10 % off' });

  test('is saved once, whoever asks again', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = randomUUID();
      const made = await change(tx, world, id, null, good(world));
      expect(made).toMatchObject({ id, state: 'draft', revision: 1, audience: 'everyone' });
      expect(await change(tx, world, id, null, good(world))).toMatchObject({ revision: 1 });
    }));

  test('tells the second of two who edit it, and loses nothing', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = randomUUID();
      await change(tx, world, id, null, good(world));
      expect(await change(tx, world, id, 1, { ...good(world), offer: '20 % off' })).toMatchObject({ revision: 2 });
      expect(await refusalOf(tx, world, 's.owner', id, 1, { ...good(world), offer: '30 % off' })).toBe('PT409');
      expect(await change(tx, world, id, 2, { terms: 'Not with other offers' })).toMatchObject({
        offer: '20 % off',
        terms: 'Not with other offers',
        revision: 3,
      });
    }));

  test.each([
    ['no name', { name: ' ' }],
    ['a landing page elsewhere', { landing_url: 'https://evil.example/' }],
    ['a landing page without https', { landing_url: 'javascript:alert(1)' }],
    ['no landing page', { landing_url: null }],
    ['an end before its beginning', { publish_from: '2030-01-02T00:00:00Z', publish_until: '2030-01-01T00:00:00Z' }],
    [
      'preparation after its beginning',
      { prepare_from: '2030-01-03', publish_from: '2030-01-02', publish_until: '2030-01-04' },
    ],
    ['a beginning that partners see, without an end', { prepare_from: '2030-01-01', publish_from: '2030-01-02' }],
    ['what is no instant', { publish_from: 'next week' }],
    ['a strange segment', { audience: 'segments', segment_ids: [randomUUID()] }],
    ['segments, but none', { audience: 'segments', segment_ids: [] }],
    ['a strange creative', { creative_ids: [randomUUID()] }],
    ['creatives that are no ids', { creative_ids: ['x'] }],
  ])('with %s is refused in words', (_, wrong) =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      expect(await refusalOf(tx, world, 's.manager', randomUUID(), null, { ...good(world), ...wrong })).toBe('PT422');
    }),
  );

  test('is kept by managers and owners alone', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      for (const name of ['s.viewer', 's.finance', 's.removed', 'second', 'p.owner', 'stranger'] as const)
        expect(await refusalOf(tx, world, name, randomUUID(), null, good(world)), name).toBe('PT404');
      for (const name of ['s.manager', 's.owner'] as const)
        expect(await refusalOf(tx, world, name, randomUUID(), null, good(world)), name).toBe('done');
    }));

  test('is deleted as a draft, and never once partners were told', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const remove = (id: string, revision: number) =>
        codeFor(
          tx,
          world.actors['s.owner'],
          (mine) => mine`select public.delete_promotion(${world.a.slug}, ${id}, ${revision})`,
        );
      const draft = await addPromotion(tx, world.a, { prepare: null });
      await addPromotionCode(tx, world.a, draft, world.partnerships['a/mira'], 'MIRA-DRAFT');
      const live = await addPromotion(tx, world.a);
      expect(await remove(draft, 2)).toBe('PT409');
      expect(await remove(draft, 1)).toBe('done');
      expect(await remove(live, 1)).toBe('PT409');
    }));

  test('shows what its codes brought, less what came back', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = await addPromotion(tx, world.a);
      await addPromotionCode(tx, world.a, id, world.partnerships['a/mira'], 'MIRA-SUM');
      const order = await bookOrder(tx, world.a, world.partnerships['a/mira'], {
        amount: 5000,
        orderRef: `sum-${id}`,
        promotionCode: 'MIRA-SUM',
      });
      await bookRefund(tx, world.a, order, 2000);
      const [row] = await asActor(
        tx,
        world.actors['s.viewer'],
        (mine) => mine`select public.promotion_detail(${world.a.slug}, ${id}) as answer`,
      );
      expect(row?.answer.promotion).toMatchObject({ orders: 1, revenue_minor: 3000, commission_minor: 3000 });
      const [lines] = await asActor(
        tx,
        world.actors['p.viewer'],
        (mine) => mine`
        select public.partner_lines(${world.a.slug}, ${world.partnerships['a/mira'].code}, current_date - 2, current_date + 2) as answer`,
      );
      expect(lines?.answer.rows.filter((line: { code: string }) => line.code === 'MIRA-SUM')).toMatchObject([
        { promotion: { id } },
        { promotion: { id } },
      ]);
    }));
});
