import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { asActor, codeFor, rolledBack } from '../support/actors.ts';
import { stack } from '../support/stack.ts';
import { buildWorld, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Tx = postgres.TransactionSql;

function addTo(world: World, destination: string) {
  const { a, partnerships } = world;
  return (mine: Tx) => mine`
    insert into public.links (program_id, partnership_id, destination)
    values (${a.id}, ${partnerships['a/mira'].id}, ${destination}) returning code`;
}

describe('where a link leads', () => {
  test.each([
    ['the site itself', 'https://HOST/', 'done'],
    ['a page with query and fragment', 'https://HOST/sale?x=1&y=@z#part', 'done'],
    ['a host below the site', 'https://shop.HOST/', 'done'],
    ['capital letters and a port', 'https://SHOP.HOST:8443/', 'done'],
    ['another site', 'https://evil.example/', 'PT422'],
    ['a site that ends alike', 'https://evilHOST/', 'PT422'],
    ['the site as a folder of another', 'https://evil.example/HOST/', 'PT422'],
    ['the site as a part of another', 'https://HOST.evil.example/', 'PT422'],
    ['the site in the query of another', 'https://evil.example?.HOST', 'PT422'],
    ['the site in the fragment of another', 'https://evil.example#.HOST', 'PT422'],
    ['a person before the host', 'https://HOST@evil.example/', '23514'],
    ['a person and a password', 'https://HOST:443@evil.example/', '23514'],
    ['a backslash, which browsers read as a slash', String.raw`https://evil.example\.HOST/`, '23514'],
    ['an encoded slash', 'https://evil.example%2f.HOST/', '23514'],
    ['a tab in the host', 'https://evil.example\t.HOST/', '23514'],
    ['a line break', 'https://HOST/\nhttps://evil.example', '23514'],
    ['no encryption', 'http://HOST/', '23514'],
    ['a script', 'javascript:alert(1)//HOST', '23514'],
    ['no scheme', '//HOST/', '23514'],
  ])('%s: %s ends with %s', (_, pattern, expected) =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const destination = pattern.replace('HOST', new URL(world.a.site).host);
      expect(await codeFor(tx, world.actors['p.member'], addTo(world, destination))).toBe(expected);
      const changed = await codeFor(
        tx,
        world.actors['p.member'],
        (mine) => mine`update public.links set destination = ${destination}`,
      );
      expect(changed).toBe(expected);
    }),
  );
});

describe('who makes links', () => {
  test('members, finance and owners of an active partnership; the code is made for them', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      for (const name of ['p.member', 'p.finance', 'p.owner'] as const) {
        const [made] = await asActor(tx, world.actors[name], addTo(world, world.a.site));
        expect(made?.code, name).toMatch(/^[a-z2-9]{8}$/);
      }
    }));

  test('nobody else, and nobody for another partner', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      for (const name of [
        'p.viewer',
        'p.removed',
        'nora',
        's.owner',
        'second',
        'stranger',
        'anon',
        'service',
      ] as const) {
        expect(await codeFor(tx, world.actors[name], addTo(world, world.a.site)), name).toBe('42501');
      }
    }));

  test('a stranger learns nothing by trying: neither the site of a program nor whether there is one', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      for (const destination of [world.a.site, 'https://not-the-site.example/']) {
        expect(await codeFor(tx, world.actors.nora, addTo(world, destination))).toBe('42501');
      }
    }));

  test('a paused partner renames a link and makes none, one whose partnership ended sees none', () =>
    rolledBack(sql, async (tx) => {
      const { a, actors, partnerships } = await buildWorld(tx);
      const renamed = await asActor(
        tx,
        actors.paused,
        (mine) => mine`update public.links set name = 'Renamed' returning name`,
      );
      expect(renamed).toEqual([{ name: 'Renamed' }]);
      const made = await codeFor(
        tx,
        actors.paused,
        (mine) => mine`
        insert into public.links (program_id, partnership_id, destination)
        values (${a.id}, ${partnerships['a/paused'].id}, ${a.site})`,
      );
      expect(made).toBe('42501');
      expect(await asActor(tx, actors.ended, (mine) => mine`select id from public.links`)).toEqual([]);
    }));

  test("code and default are nobody's to choose, and no link is deleted", () =>
    rolledBack(sql, async (tx) => {
      const { actors } = await buildWorld(tx);
      const owner = actors['p.owner'];
      expect(await codeFor(tx, owner, (mine) => mine`update public.links set code = 'taken'`)).toBe('42501');
      expect(await codeFor(tx, owner, (mine) => mine`update public.links set is_default = false`)).toBe('42501');
      expect(await codeFor(tx, owner, (mine) => mine`delete from public.links`)).toBe('42501');
    }));
});

test('clicks are read by nobody, and stay as they came', () =>
  rolledBack(sql, async (tx) => {
    const { actors } = await buildWorld(tx);
    for (const name of ['p.owner', 's.owner', 'service', 'anon'] as const) {
      expect(await codeFor(tx, actors[name], (mine) => mine`select 1 from public.clicks`), name).toBe('42501');
    }
    await expect(tx.savepoint((point) => point`update public.clicks set country = 'DE'`)).rejects.toMatchObject({
      code: 'PT403',
    });
    await expect(tx.savepoint((point) => point`truncate public.clicks`)).rejects.toMatchObject({ code: 'PT403' });
  }));
