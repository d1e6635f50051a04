import { randomUUID } from 'node:crypto';
import postgres, { type TransactionSql } from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { asActor, codeFor, rolledBack, service } from '../support/actors.ts';
import { addLink } from '../support/builders.ts';
import { rollupDifferences } from '../support/rollup-differences.ts';
import { stack } from '../support/stack.ts';
import { clicksOf, codeOf, lead, record, uncounted } from '../support/visits.ts';
import { buildWorld, type PlaceName } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

describe('where a visit leads', () => {
  test.each([
    ['the bare site', '', '?via=CODE&click_id=ID'],
    ['a page with a query', 'sale?x=1&y=2', 'sale?x=1&y=2&via=CODE&click_id=ID'],
    ['a fragment', 'sale#part', 'sale?via=CODE&click_id=ID#part'],
    ['both', 'sale?x=1#a?b', 'sale?x=1&via=CODE&click_id=ID#a?b'],
    ['words of ours in it', '?via=nora&a=1&click_id=2&sub=3', '?a=1&via=CODE&click_id=ID'],
    ['a word that only looks like ours', '?viaduct=1', '?viaduct=1&via=CODE&click_id=ID'],
  ])('%s', (_, page, expected) =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const code = codeOf(world, 'a/mira');
      const id = randomUUID();
      await lead(tx, code, `${world.a.site}${page}`);
      expect(await record(tx, { id, code })).toEqual([
        { location: `${world.a.site}${expected.replace('CODE', code).replace('ID', id)}`, is_click: true },
      ]);
    }),
  );

  test('a changed destination holds for the next visit', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const code = codeOf(world, 'a/mira');
      await record(tx, { code });
      await lead(tx, code, `${world.a.site}new`);
      expect((await record(tx, { code }))[0]?.location).toContain(`${world.a.site}new?via=`);
    }));

  test('no destination holds a control character', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const change = (page: string) =>
        codeFor(
          tx,
          world.actors['p.member'],
          (mine) => mine`
          update public.links set destination = ${world.a.site + page}
          where partnership_id = ${world.partnerships['a/mira'].id}`,
        );
      for (const odd of ['\u0001', '\u0007', '\u001b', '\u007f', '\u0085', '\u009b']) {
        expect(await change(`sale${odd}now`), JSON.stringify(odd)).toBe('23514');
      }
      expect(await change('상품/Gr\u00fc\u00dfe')).toBe('done');
    }));

  test('a destination that no longer lies on the site gives way to the site', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      await tx`update public.programs set site_url = 'https://moved.example/' where id = ${world.a.id}`;
      const [landing] = await record(tx, { code: codeOf(world, 'a/mira') });
      expect(landing?.location).toMatch(/^https:\/\/moved\.example\/\?via=/);
    }));

  test('each visit of a batch gets its own answer, in order', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const places: PlaceName[] = ['a/nora', 'a/mira', 'b/berta', 'a/nora'];
      const landings = await record(tx, ...places.map((place) => ({ code: codeOf(world, place) })));
      expect(landings.map(({ location }) => /via=([^&]+)/.exec(location ?? '')?.[1])).toEqual(
        places.map((place) => codeOf(world, place)),
      );
    }));
});

describe('what counts as a click', () => {
  test('a person of an active or paused partner: kept with country, device, referrer and sub-id', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = randomUUID();
      const seen = { country: 'DE', device: 'tablet', referrer: 'blog.example', sub_id: 'story-2' };
      const [landing] = await record(tx, { id, code: codeOf(world, 'a/mira'), ...seen });
      expect(landing?.location).toMatch(/&sub=story-2$/);
      expect((await record(tx, { code: codeOf(world, 'a/paused') }))[0]?.is_click).toBe(true);
      const [click] = await tx`select country, device, referrer, sub_id, origin from public.clicks where id = ${id}`;
      expect(click).toEqual({ ...seen, origin: 'visit' });
    }));

  test('bots, prefetches and HEAD are sent on with the code, counted apart and never as clicks', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const code = codeOf(world, 'a/mira');
      const before = { clicks: await clicksOf(tx, code), bots: (await uncounted(tx, world.a.id)).bot ?? 0 };
      const kinds = ['bot', 'prefetch', 'head', 'bot'];
      for (const { location, is_click } of await record(tx, ...kinds.map((kind) => ({ code, kind })))) {
        expect(is_click).toBe(false);
        expect(location).toBe(`${world.a.site}?via=${code}`);
      }
      expect(await clicksOf(tx, code)).toBe(before.clicks);
      expect(await uncounted(tx, world.a.id)).toEqual({ bot: before.bots + 2, prefetch: 1, head: 1 });
    }));

  test('an ended partnership leads on without credit, to people and bots alike', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const code = codeOf(world, 'a/ended');
      const before = await clicksOf(tx, code);
      await lead(tx, code, `${world.a.site}sale`);
      expect(await record(tx, { code }, { code, kind: 'bot' })).toEqual([
        { location: `${world.a.site}sale`, is_click: false },
        { location: `${world.a.site}sale`, is_click: false },
      ]);
      expect(await clicksOf(tx, code)).toBe(before);
      expect((await uncounted(tx, world.a.id)).ended).toBe(1);
    }));

  test('an archived link leads to its program, until it is taken back', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const code = `old-${world.a.slug}`;
      await addLink(tx, world.a, world.partnerships['a/mira'], code);
      await lead(tx, code, `${world.a.site}sale`);
      await tx`update public.links set archived_at = now() where code = ${code}`;
      expect(await record(tx, { code }, { code, kind: 'bot' })).toEqual([
        { location: world.a.site, is_click: false },
        { location: world.a.site, is_click: false },
      ]);
      expect((await uncounted(tx, world.a.id)).archived).toBe(1);
      await tx`update public.links set archived_at = null where code = ${code}`;
      expect((await record(tx, { code }))[0]?.is_click).toBe(true);
      expect(await clicksOf(tx, code)).toBe(1);
    }));

  test('a batch that is sent again counts nobody twice', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const code = codeOf(world, 'a/mira');
      const before = await clicksOf(tx, code);
      const visits = [1, 2, 3].map(() => ({ id: randomUUID(), code }));
      const first = await record(tx, ...visits);
      expect(await record(tx, ...visits)).toEqual(first);
      expect(await clicksOf(tx, code)).toBe(before + 3);
    }));

  test('a batch that is sent again counts nothing apart twice, in whatever order, and ids go after ten minutes', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const old = `old-${world.a.slug}`;
      await addLink(tx, world.a, world.partnerships['a/mira'], old);
      await tx`update public.links set archived_at = now() where code = ${old}`;
      const before = (await uncounted(tx, world.a.id)).bot ?? 0;
      const [mira, ended] = [codeOf(world, 'a/mira'), codeOf(world, 'a/ended')];
      const visits = [
        { code: mira, kind: 'bot' },
        { code: mira, kind: 'bot' },
        { code: mira, kind: 'prefetch' },
        { code: mira, kind: 'head' },
        { code: ended, kind: 'person' },
        { code: old, kind: 'person' },
      ].map((visit) => ({ id: randomUUID(), ...visit }));
      const due = { bot: before + 2, prefetch: 1, head: 1, ended: 1, archived: 1 };
      const first = await record(tx, ...visits);
      expect(await uncounted(tx, world.a.id)).toEqual(due);
      expect(await record(tx, ...visits)).toEqual(first);
      await record(tx, ...visits.toReversed());
      expect(await uncounted(tx, world.a.id)).toEqual(due);
      await tx`update private.uncounted_ids set counted_at = now() - interval '11 minutes'`;
      await record(tx, { code: mira, kind: 'bot' });
      expect((await uncounted(tx, world.a.id)).bot).toBe(before + 3);
      expect(await tx`select from private.uncounted_ids`).toHaveLength(1);
    }));
});

test('staff see on the overview which visits of their program are no clicks, and why', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const [mira, berta] = [codeOf(world, 'a/mira'), codeOf(world, 'b/berta')];
    await record(tx, { code: mira, kind: 'head' }, { code: mira, kind: 'head' }, { code: mira });
    await record(tx, { code: codeOf(world, 'a/ended') }, { code: berta, kind: 'prefetch' });
    await tx`insert into public.uncounted_visits (program_id, day, kind, visits) values (${world.a.id}, '2020-01-01', 'archived', 7)`;
    const seen = async (from: string, to: string) => {
      const [row] = await asActor(
        tx,
        world.actors['s.viewer'],
        (mine) => mine<{ uncounted: Record<string, number> }[]>`
          select public.brand_overview(${world.a.slug}, ${from}, ${to}) #> '{overview,uncounted}' as uncounted`,
      );
      return row?.uncounted;
    };
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const { bot, ...others } = (await seen(day(-1), day(1))) ?? {};
    expect(others).toEqual({ head: 2, ended: 1 });
    expect(bot).toBe((await uncounted(tx, world.a.id)).bot);
    expect(await seen('2020-01-01', '2020-01-02')).toEqual({ archived: 7 });
    expect(await seen('2019-01-01', '2019-01-02')).toEqual({});
  }));

test('a code of nobody leads nowhere while there are several programs, and is counted for none', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const before = await uncounted(tx, world.a.id);
    const nowhere = { location: null, is_click: false };
    expect(await record(tx, { code: 'no-such-link' }, { code: null })).toEqual([nowhere, nowhere]);
    expect(await uncounted(tx, world.a.id)).toEqual(before);
  }));

test('what a visit says of itself and nobody understands is left out', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const id = randomUUID();
    const odd = { country: 'Germany', device: 'toaster', referrer: 'no host!', sub_id: 'a b' };
    const landings = await record(tx, { id, code: codeOf(world, 'a/mira'), ...odd }, { code: codeOf(world, 'a/nora') });
    expect(landings.map(({ is_click }) => is_click)).toEqual([true, true]);
    expect(landings[0]?.location).not.toContain('sub=');
    const [click] = await tx`select country, device, referrer, sub_id from public.clicks where id = ${id}`;
    expect(click).toEqual({ country: null, device: null, referrer: null, sub_id: null });
  }));

test('the rollups hold exactly what was clicked, in the next read', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const codes = (['a/mira', 'a/nora', 'a/paused', 'a/ended', 'b/both'] as const).map((place) => codeOf(world, place));
    const visits = Array.from({ length: 60 }, (_, at) => ({
      code: codes[at % codes.length] ?? null,
      country: ['DE', 'GB', null][at % 3] ?? null,
      kind: at % 7 === 0 ? 'bot' : 'person',
    }));
    await record(tx, ...visits.slice(0, 41));
    await record(tx, ...visits.slice(41));
    for (const program of [world.a, world.b]) {
      expect((await rollupDifferences(tx, program.id)).differences).toEqual([]);
    }
  }));

test('a month that nobody prepared is made on the way', () =>
  rolledBack(sql, async (tx) => {
    const [before] = await tx`select to_regclass('private.clicks_2050_03') as name`;
    expect(before?.name).toBeNull();
    for (let at = 0; at < 2; at += 1) {
      await tx`select private.ensure_click_partitions('2050-03-31T23:00:00Z', '2050-04-01T01:00:00Z')`;
    }
    const months = await tx`
      select relname, relrowsecurity from pg_class where relname in ('clicks_2050_03', 'clicks_2050_04') and relkind = 'r' order by 1`;
    expect(months).toEqual([
      { relname: 'clicks_2050_03', relrowsecurity: true },
      { relname: 'clicks_2050_04', relrowsecurity: true },
    ]);
    const refused = await tx
      .savepoint((point) => point`truncate private.clicks_2050_03`)
      .then(
        () => 'done',
        (thrown: { code?: string }) => thrown.code,
      );
    expect(refused).toBe('PT403');
  }));

test('visits are recorded by the server alone, and not without measure', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    for (const name of ['anon', 'p.owner', 's.owner'] as const) {
      expect(await codeFor(tx, world.actors[name], (mine) => mine`select public.record_visits('[]')`), name).toBe(
        '42501',
      );
    }
    const many = JSON.stringify(Array.from({ length: 501 }, () => ({})));
    for (const wrong of [many, '{}', 'null']) {
      expect(await codeFor(tx, service, (mine) => mine`select public.record_visits(${wrong}::text::jsonb)`)).toBe(
        'PT422',
      );
    }
    expect(await record(tx)).toEqual([]);
  }));

test('a partner has at most 1,000 links', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const { id } = world.partnerships['a/mira'];
    const add = (count: number) => (mine: TransactionSql) =>
      mine`
      insert into public.links (program_id, partnership_id, destination)
      select ${world.a.id}, ${id}, ${world.a.site} from generate_series(1, ${count})`;
    expect(await codeFor(tx, world.actors['p.member'], add(999))).toBe('done');
    expect(await codeFor(tx, world.actors['p.member'], add(1))).toBe('PT409');
    expect(
      await codeFor(
        tx,
        world.actors.nora,
        (mine) => mine`
      insert into public.links (program_id, partnership_id, destination)
      values (${world.a.id}, ${world.partnerships['a/nora'].id}, ${world.a.site})`,
      ),
    ).toBe('done');
  }));
