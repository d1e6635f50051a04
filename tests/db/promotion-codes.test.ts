import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { asActor, codeFor, rolledBack } from '../support/actors.ts';
import { addPartnership, bookOrder } from '../support/builders.ts';
import { addPromotion, addPromotionCode } from '../support/promotion-builders.ts';
import { addSegment, influencers } from '../support/segments.ts';
import { stack } from '../support/stack.ts';
import { buildWorld, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Tx = postgres.TransactionSql;
type Options = { pattern?: string; partners?: string[] | null; isDryRun?: boolean };

const make = (
  tx: Tx,
  world: World,
  id: string,
  { pattern = '{PARTNER}-TEN', partners = null, isDryRun = false }: Options = {},
) =>
  asActor(tx, world.actors['s.manager'], async (mine) => {
    const [row] = await mine`
      select public.make_promotion_codes(${world.a.slug}, ${id}, ${pattern}, ${partners}, ${isDryRun}) as answer`;
    return row?.answer;
  });

const take = (tx: Tx, world: World, id: string, lines: object[], isDryRun = false) =>
  asActor(tx, world.actors['s.manager'], async (mine) => {
    const [row] = await mine`
      select public.import_promotion_codes(${world.a.slug}, ${id}, ${JSON.stringify(lines)}::text::jsonb, ${isDryRun}) as answer`;
    return row?.answer;
  });

const codesOf = async (tx: Tx, id: string) =>
  (await tx`select code from public.promotion_codes where promotion_id = ${id} order by code`).map(({ code }) => code);

describe('codes after a pattern', () => {
  test('are planned, made, and not made again', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = await addPromotion(tx, world.a);
      const active = [world.partnerships['a/both'], world.partnerships['a/mira'], world.partnerships['a/nora']];
      expect(await make(tx, world, id, { isDryRun: true })).toMatchObject({ made: 3, kept: 0, refused: 0, left: 0 });
      expect(await codesOf(tx, id)).toEqual([]);
      expect(await make(tx, world, id)).toMatchObject({ made: 3, refused: 0 });
      expect(await codesOf(tx, id)).toEqual(active.map(({ code }) => `${code}-TEN`));
      expect(await make(tx, world, id)).toMatchObject({ made: 0, kept: 0, refused: 0, issues: [] });
    }));

  test('are for the promotion’s audience, or for those chosen', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const segment = await addSegment(tx, world.a, 'Influencers of this test', influencers);
      const aimed = await addPromotion(tx, world.a, { segments: [segment] });
      await make(tx, world, aimed);
      expect(await codesOf(tx, aimed)).toEqual([`${world.partnerships['a/mira'].code}-TEN`]);

      const open = await addPromotion(tx, world.a);
      const chosen = [
        world.partnerships['a/nora'].id,
        world.partnerships['a/paused'].id,
        world.partnerships['b/berta'].id,
      ];
      expect(await make(tx, world, open, { pattern: '{PARTNER}-2', partners: chosen })).toMatchObject({ made: 1 });
      expect(await codesOf(tx, open)).toEqual([`${world.partnerships['a/nora'].code}-2`]);
    }));

  test.each(['TEN', '{PARTNER}{PARTNER}', '{PARTNER} 10', '{partner', ''])('%s is no pattern', (pattern) =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = await addPromotion(tx, world.a);
      const refusal = codeFor(
        tx,
        world.actors['s.manager'],
        (mine) => mine`select public.make_promotion_codes(${world.a.slug}, ${id}, ${pattern})`,
      );
      expect(await refusal).toBe('PT422');
    }),
  );
});

describe('codes from a file', () => {
  test('are taken line by line, the bad ones named with their reason', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = await addPromotion(tx, world.a);
      const other = await addPromotion(tx, world.a);
      await addPromotionCode(tx, world.a, other, world.partnerships['a/mira'], 'TAKEN');
      const code = (name: 'mira' | 'nora' | 'both' | 'paused' | 'invited') => world.partnerships[`a/${name}`].code;
      const lines = [
        { line: 2, partner_code: code('mira').toLowerCase(), code: 'mira-file' },
        { line: 3, partner_code: 'NOBODY', code: 'X-FILE' },
        { line: 4, partner_code: code('invited'), code: 'INVITED-FILE' },
        { line: 5, partner_code: code('paused'), code: 'PAUSED-FILE' },
        { line: 6, partner_code: code('nora'), code: 'no spaces' },
        { line: 7, partner_code: code('both'), code: 'TAKEN' },
        { line: 8, partner_code: code('nora'), code: code('mira') },
        { line: 9, partner_code: code('mira'), code: 'MIRA-AGAIN' },
      ];
      const reasons = [
        [3, 'unknown_partner'],
        [4, 'unknown_partner'],
        [5, 'not_active'],
        [6, 'bad_code'],
        [7, 'code_taken'],
        [8, 'partner_code'],
      ];
      const planned = await take(tx, world, id, lines, true);
      expect(planned).toMatchObject({ made: 1, kept: 0, refused: 7 });
      expect(planned.issues.map((issue: { line: number; reason: string }) => [issue.line, issue.reason])).toEqual([
        ...reasons,
        [9, 'twice'],
      ]);
      expect(await codesOf(tx, id)).toEqual([]);

      expect(await take(tx, world, id, lines)).toEqual(planned);
      expect(await codesOf(tx, id)).toEqual(['MIRA-FILE']);
      const again = await take(tx, world, id, lines);
      expect(again).toMatchObject({ made: 0, kept: 1, refused: 7 });
      expect(again.issues.at(-1)).toMatchObject({ line: 9, reason: 'has_other_code' });
    }));

  test('come at most 2,000 at a time', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = await addPromotion(tx, world.a);
      const lines = JSON.stringify(Array.from({ length: 2001 }, (_, line) => ({ line })));
      const refusal = codeFor(
        tx,
        world.actors['s.manager'],
        (mine) => mine`select public.import_promotion_codes(${world.a.slug}, ${id}, ${lines}::text::jsonb, true)`,
      );
      expect(await refusal).toBe('PT422');
    }));
});

describe('a code', () => {
  test('is never another partner’s, whoever comes first', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = await addPromotion(tx, world.a);
      const nora = world.partnerships['a/nora'].code;
      const refusal = codeFor(
        tx,
        world.actors['s.owner'],
        (mine) => mine`
        insert into public.promotion_codes (program_id, promotion_id, partnership_id, code)
        values (${world.a.id}, ${id}, ${world.partnerships['a/mira'].id}, ${nora})`,
      );
      expect(await refusal).toBe('PT409');
      await addPromotionCode(tx, world.a, id, world.partnerships['a/mira'], 'EARLY-BIRD');
      await expect(
        tx.savepoint((point) => addPartnership(point, world.a, world.partners.berta, { code: 'EARLY-BIRD' })),
      ).rejects.toMatchObject({ code: 'PT409' });
    }));

  test('goes while nobody knows it, and stays once partners see it or an order came by it', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const mira = world.partnerships['a/mira'];
      const remove = (code: string) =>
        codeFor(tx, world.actors['s.owner'], (mine) => mine`delete from public.promotion_codes where code = ${code}`);
      const draft = await addPromotion(tx, world.a, { prepare: null });
      await addPromotionCode(tx, world.a, draft, mira, 'WRONG-ONE');
      await addPromotionCode(tx, world.a, draft, world.partnerships['a/nora'], 'USED-ONE');
      await bookOrder(tx, world.a, world.partnerships['a/nora'], {
        amount: 100,
        orderRef: 'used',
        promotionCode: 'USED-ONE',
      });
      await addPromotionCode(tx, world.a, await addPromotion(tx, world.a), mira, 'SEEN-ONE');
      expect(await remove('WRONG-ONE')).toBe('done');
      expect(await remove('USED-ONE')).toBe('PT409');
      expect(await remove('SEEN-ONE')).toBe('PT409');
    }));
});
