import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { rolledBack } from '../support/actors.ts';
import { addLink } from '../support/builders.ts';
import { clickOf, daysAgo, fateOf, minutesAgo } from '../support/credit.ts';
import { stack } from '../support/stack.ts';
import { buildWorld, type PlaceName, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const defaultLink = (world: World, place: PlaceName) => world.partnerships[place].code.toLowerCase();

test('a click gives its partnership the credit, before any code', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const click_id = await clickOf(tx, world, 'a/nora', minutesAgo(30));
    const partner_code = world.partnerships['a/mira'].code;
    const byNora = { status: 'applied', place: 'a/nora', partner: null, link: defaultLink(world, 'a/nora') };
    expect(await fateOf(tx, world, { click_id })).toMatchObject(byNora);
    expect(await fateOf(tx, world, { click_id, partner_code })).toMatchObject(byNora);
    expect(await fateOf(tx, world, { partner_code })).toMatchObject({ place: 'a/mira', link: null });
  }));

test('an order before its click is held, whatever code came with it', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const click_id = await clickOf(tx, world, 'a/nora', minutesAgo(10));
    const partner_code = world.partnerships['a/mira'].code;
    const held = { status: 'held', reason: 'click_after_conversion', place: null };
    expect(await fateOf(tx, world, { click_id, occurred_at: minutesAgo(11) })).toMatchObject(held);
    expect(await fateOf(tx, world, { click_id, partner_code, occurred_at: minutesAgo(11) })).toMatchObject(held);
    expect(await fateOf(tx, world, { click_id, occurred_at: minutesAgo(9) })).toMatchObject({ place: 'a/nora' });
  }));

test('a click of nobody, or of another program, is held', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const held = { status: 'held', reason: 'unknown_code', place: null };
    expect(await fateOf(tx, world, { click_id: randomUUID() })).toMatchObject(held);
    const foreign = await clickOf(tx, world, 'b/berta', minutesAgo(30));
    expect(await fateOf(tx, world, { click_id: foreign })).toMatchObject(held);
    const partner_code = world.partnerships['a/mira'].code;
    expect(await fateOf(tx, world, { click_id: foreign, partner_code })).toMatchObject(held);
  }));

test('a click decides within the attribution window; after it the code does, or nobody', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    await tx`update public.programs set attribution_window_days = 7 where id = ${world.a.id}`;
    const click_id = await clickOf(tx, world, 'a/nora', daysAgo(10));
    const partner_code = world.partnerships['a/mira'].code;
    expect(await fateOf(tx, world, { click_id, partner_code, occurred_at: daysAgo(3.1) })).toMatchObject({
      place: 'a/nora',
    });
    expect(await fateOf(tx, world, { click_id, partner_code, occurred_at: daysAgo(2.9) })).toMatchObject({
      place: 'a/mira',
      link: null,
    });
    expect(await fateOf(tx, world, { click_id, occurred_at: daysAgo(2.9) })).toMatchObject({
      status: 'applied',
      place: null,
      link: null,
    });
  }));

test('clicks of a paused and of an ended partnership follow their status', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    await tx`update public.partnerships set status_since = now() - interval '1 hour' where status in ('paused', 'ended')`;
    const paused = await clickOf(tx, world, 'a/paused', minutesAgo(100));
    expect(await fateOf(tx, world, { click_id: paused })).toMatchObject({ status: 'held', reason: 'paused_partner' });
    expect(await fateOf(tx, world, { click_id: paused, occurred_at: minutesAgo(90) })).toMatchObject({
      place: 'a/paused',
    });
    const ended = await clickOf(tx, world, 'a/ended', minutesAgo(100));
    expect(await fateOf(tx, world, { click_id: ended })).toMatchObject({ status: 'applied', place: null, link: null });
    expect(await fateOf(tx, world, { click_id: ended, occurred_at: minutesAgo(90) })).toMatchObject({
      place: 'a/ended',
    });
  }));

test('the code of any link that the shop hands back is worth as much as the partner code', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const code = `story-${world.a.slug}`;
    await addLink(tx, world.a, world.partnerships['a/mira'], code);
    expect(await fateOf(tx, world, { partner_code: code })).toMatchObject({
      status: 'applied',
      place: 'a/mira',
      link: code,
    });
    expect(await fateOf(tx, world, { partner_code: ` ${code.toUpperCase()} ` })).toMatchObject({ link: code });
    // Typed in as a promotion code it is nobody's, and a link of another program is unknown.
    const held = { status: 'held', reason: 'unknown_code', place: null };
    expect(await fateOf(tx, world, { promotion_code: code })).toMatchObject(held);
    const foreign = `story-${world.b.slug}`;
    await addLink(tx, world.b, world.partnerships['b/berta'], foreign);
    expect(await fateOf(tx, world, { partner_code: foreign })).toMatchObject(held);
  }));
