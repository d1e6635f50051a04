import { randomUUID } from 'node:crypto';
import postgres, { type TransactionSql } from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { rolledBack } from '../support/actors.ts';
import { addLink, type Program } from '../support/builders.ts';
import { addCreative } from '../support/creative-builders.ts';
import { fateOf } from '../support/credit.ts';
import { addPromotion, type PromotionOptions } from '../support/promotion-builders.ts';
import { rollupDifferences } from '../support/rollup-differences.ts';
import { stack } from '../support/stack.ts';
import { clicksOf, codeOf, lead, record } from '../support/visits.ts';
import { buildWorld, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

describe('where a visit leads that names a page of the program', () => {
  /** A promotion and a creative of either program, each with a page of its own. */
  async function addPages(tx: TransactionSql, world: World) {
    const pageOf = async (program: Program, options: PromotionOptions, page: string) => {
      const id = await addPromotion(tx, program, options);
      await tx`update public.promotions set landing_url = ${program.site + page} where id = ${id}`;
      return id;
    };
    const creative = await addCreative(tx, world.a, { name: 'Banner' });
    await tx`update public.creatives set url = ${`${world.a.site}banner#part`} where id = ${creative.id}`;
    const unready = await addCreative(tx, world.a, { name: 'Unready', isReady: false });
    await tx`update public.creatives set url = ${`${world.a.site}unready`} where id = ${unready.id}`;
    return {
      live: await pageOf(world.a, {}, 'sale?x=1'),
      over: await pageOf(world.a, { prepare: -9, from: -8, until: -7 }, 'over'),
      hidden: await pageOf(world.a, { segments: [world.segments['a/used']] }, 'hidden'),
      draft: await pageOf(world.a, { prepare: null }, 'draft'),
      later: await pageOf(world.a, { prepare: 1, from: 2, until: 3 }, 'later'),
      theirs: await pageOf(world.b, {}, 'theirs'),
      banner: creative.id,
      unready: unready.id,
    };
  }

  test('its landing page, as a click of the link like any other, in credit and in figures', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const pages = await addPages(tx, world);
      const code = codeOf(world, 'a/nora');
      const before = await clicksOf(tx, code);
      const ids = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
      const named = [pages.live, pages.over, pages.hidden, pages.banner];
      const landings = await record(
        tx,
        ...named.map((page, at) => ({ id: ids[at] ?? null, code, page, sub_id: 'bio' })),
      );
      const brought = (at: number) => `via=${code}&click_id=${ids[at]}&sub=bio`;
      expect(landings.map(({ location }) => location)).toEqual([
        `${world.a.site}sale?x=1&${brought(0)}`,
        `${world.a.site}over?${brought(1)}`,
        `${world.a.site}hidden?${brought(2)}`,
        `${world.a.site}banner?${brought(3)}#part`,
      ]);
      expect(await clicksOf(tx, code)).toBe(before + 4);
      expect((await rollupDifferences(tx, world.a.id)).differences).toEqual([]);
      const order = { click_id: ids[0] ?? '', occurred_at: new Date().toISOString() };
      expect(await fateOf(tx, world, order)).toMatchObject({ status: 'applied', place: 'a/nora', link: code });
    }));

  test('the link’s own destination for a page that is none, not yet, or of another program', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const pages = await addPages(tx, world);
      const code = codeOf(world, 'a/mira');
      await lead(tx, code, `${world.a.site}own`);
      const none = [pages.draft, pages.later, pages.theirs, pages.unready, randomUUID(), world.a.id];
      const odd = ['https://evil.example/', '//evil.example', "' or true", `${pages.live}x`, ''];
      for (const page of [...none, ...odd])
        expect((await record(tx, { code, page }))[0]?.location, page).toContain(
          `${world.a.site}own?via=${code}&click_id=`,
        );
    }));

  test('nowhere else, when the program has moved since, the partner has gone or the link is archived', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const { live: page } = await addPages(tx, world);
      const [mira, ended] = [codeOf(world, 'a/mira'), codeOf(world, 'a/ended')];
      const old = `old-${world.a.slug}`;
      await addLink(tx, world.a, world.partnerships['a/mira'], old);
      await tx`update public.links set archived_at = now() where code = ${old}`;
      const bare = await record(tx, { code: ended, page }, { code: old, page }, { code: mira, page, kind: 'bot' });
      expect(bare).toEqual([
        { location: `${world.a.site}sale?x=1`, is_click: false },
        { location: world.a.site, is_click: false },
        { location: `${world.a.site}sale?x=1&via=${mira}`, is_click: false },
      ]);
      await tx`update public.programs set site_url = 'https://moved.example/' where id = ${world.a.id}`;
      expect((await record(tx, { code: mira, page }))[0]?.location).toMatch(/^https:\/\/moved\.example\/\?via=/);
    }));
});
