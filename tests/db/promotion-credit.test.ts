import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { rolledBack } from '../support/actors.ts';
import { clickOf, fateOf, minutesAgo } from '../support/credit.ts';
import { addPromotion, addPromotionCode } from '../support/promotion-builders.ts';
import { stack } from '../support/stack.ts';
import { buildWorld, type PlaceName, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Tx = postgres.TransactionSql;

/** A world in which mira, nora, and those whose partnership is over or stands still, have a code each. */
async function worldWithCodes(tx: Tx): Promise<World> {
  const world = await buildWorld(tx);
  const promotion = await addPromotion(tx, world.a, { from: -60, prepare: -70, until: -30 });
  const places: PlaceName[] = ['a/mira', 'a/nora', 'a/paused', 'a/ended', 'a/invited'];
  for (const place of places) await addPromotionCode(tx, world.a, promotion, world.partnerships[place], codeOf(place));
  return world;
}

const codeOf = (place: string) => `${place.slice(2).toUpperCase()}-CREDIT`;

test('a known promotion code gives its partnership the credit, long after the promotion too', () =>
  rolledBack(sql, async (tx) => {
    const world = await worldWithCodes(tx);
    expect(await fateOf(tx, world, { promotion_code: codeOf('a/mira') })).toEqual({
      status: 'applied',
      reason: null,
      place: 'a/mira',
      code: 'MIRA-CREDIT',
      partner: null,
      link: null,
    });
    expect(await fateOf(tx, world, { promotion_code: ' mira-credit ' })).toMatchObject({
      place: 'a/mira',
      code: 'MIRA-CREDIT',
    });
  }));

test('it goes before the partner column, and leaves that partner no trace of the other', () =>
  rolledBack(sql, async (tx) => {
    const world = await worldWithCodes(tx);
    const nora = world.partnerships['a/nora'].code;
    expect(await fateOf(tx, world, { promotion_code: codeOf('a/mira'), partner_code: nora })).toEqual({
      status: 'applied',
      reason: null,
      place: 'a/mira',
      code: 'MIRA-CREDIT',
      partner: null,
      link: null,
    });
  }));

test('a click goes before it', () =>
  rolledBack(sql, async (tx) => {
    const world = await worldWithCodes(tx);
    const before = await clickOf(tx, world, 'a/nora', minutesAgo(30));
    expect(await fateOf(tx, world, { click_id: before, promotion_code: codeOf('a/mira') })).toEqual({
      status: 'applied',
      reason: null,
      place: 'a/nora',
      code: null,
      partner: null,
      link: world.partnerships['a/nora'].code.toLowerCase(),
    });
    const after = await clickOf(tx, world, 'a/nora', new Date().toISOString());
    expect(
      await fateOf(tx, world, { click_id: after, promotion_code: codeOf('a/mira'), occurred_at: minutesAgo(20) }),
    ).toMatchObject({ status: 'held', reason: 'click_after_conversion' });
  }));

test('a partner’s own code typed in as a promotion code is theirs', () =>
  rolledBack(sql, async (tx) => {
    const world = await worldWithCodes(tx);
    const mira = world.partnerships['a/mira'].code;
    expect(await fateOf(tx, world, { promotion_code: mira })).toEqual({
      status: 'applied',
      reason: null,
      place: 'a/mira',
      code: null,
      partner: mira,
      link: null,
    });
  }));

test('an unknown one is held, whatever the partner column says', () =>
  rolledBack(sql, async (tx) => {
    const world = await worldWithCodes(tx);
    const held = { status: 'held', reason: 'unknown_code', place: null };
    expect(await fateOf(tx, world, { promotion_code: 'NOBODY-10' })).toMatchObject(held);
    const mira = world.partnerships['a/mira'].code;
    expect(await fateOf(tx, world, { promotion_code: 'NOBODY-10', partner_code: mira })).toMatchObject(held);
    expect(await fateOf(tx, world, { promotion_code: codeOf('a/invited') })).toMatchObject(held);
    // A code of another program is as unknown as any.
    const other = await addPromotion(tx, world.b);
    await addPromotionCode(tx, world.b, other, world.partnerships['b/berta'], 'BERTA-CREDIT');
    expect(await fateOf(tx, world, { promotion_code: 'BERTA-CREDIT' })).toMatchObject(held);
  }));

test('a paused and an ended partnership behave as with their partner codes', () =>
  rolledBack(sql, async (tx) => {
    const world = await worldWithCodes(tx);
    await tx`update public.partnerships set status_since = now() - interval '1 hour' where status in ('paused', 'ended')`;
    expect(await fateOf(tx, world, { promotion_code: codeOf('a/paused') })).toMatchObject({
      status: 'held',
      reason: 'paused_partner',
    });
    expect(await fateOf(tx, world, { promotion_code: codeOf('a/paused'), occurred_at: minutesAgo(90) })).toMatchObject({
      place: 'a/paused',
    });
    expect(await fateOf(tx, world, { promotion_code: codeOf('a/ended') })).toEqual({
      status: 'applied',
      reason: null,
      place: null,
      code: null,
      partner: null,
      link: null,
    });
    expect(await fateOf(tx, world, { promotion_code: codeOf('a/ended'), occurred_at: minutesAgo(90) })).toMatchObject({
      place: 'a/ended',
      code: 'ENDED-CREDIT',
    });
  }));
