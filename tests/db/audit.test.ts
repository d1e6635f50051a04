import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { asActor, rolledBack } from '../support/actors.ts';
import { by, countOf, type Entry, newest } from '../support/audit-entries.ts';
import { addPartner, addPartnership } from '../support/builders.ts';
import { addCreative, addCreativeFile } from '../support/creative-builders.ts';
import { stack } from '../support/stack.ts';
import { type ActorName, buildWorld, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Write = readonly [ActorName, string, Partial<Entry>];

const NEW = '00000000-0000-4000-8000-00000000000a';

/** Of each kind of write one, and what its entry says: the program, its people and their money. */
function writesAboutPeople({ a, actors, partnerships, orders }: World): Write[] {
  const mira = partnerships['a/mira'].id;
  return [
    [
      's.owner',
      `update public.programs set hold_days = 14 where id = '${a.id}'`,
      { kind: 'program', verb: 'changed', before: { hold_days: 30 }, after: { hold_days: 14 }, object_id: a.id },
    ],
    [
      's.owner',
      `update public.program_staff set role = 'finance' where program_id = '${a.id}' and role = 'viewer' and user_id = '${actors['s.viewer'].user?.id}'`,
      { kind: 'staff', verb: 'changed', before: { role: 'viewer' }, after: { role: 'finance' } },
    ],
    [
      's.manager',
      `update public.partnerships set tier = 'gold', tags = '{vip}' where id = '${mira}'`,
      {
        kind: 'partnership',
        before: { tier: null, tags: [] },
        after: { tier: 'gold', tags: ['vip'] },
        partnership_id: mira,
      },
    ],
    [
      's.finance',
      `select public.add_rule('${a.slug}', '${NEW}', 'influencer', 'percent', 1500, null, null, 'spring', 1)`,
      { kind: 'rule', verb: 'added', label: 'influencer', before: null },
    ],
    [
      's.owner',
      `update public.invitations set revoked_at = now() where program_id = '${a.id}' and kind = 'partner'`,
      { kind: 'invitation', verb: 'changed' },
    ],
    [
      's.finance',
      `select public.start_import('${a.slug}', 'shop', 'new.csv', repeat('e', 64), 10, 1)`,
      { kind: 'import', verb: 'added', label: 'new.csv' },
    ],
    [
      's.finance',
      `select public.review_conversion('${orders['a/mira'].conversionId}', 'rejected', 'fraud')`,
      {
        kind: 'conversion',
        before: { status: 'pending', reject_reason: null },
        after: { status: 'rejected', reject_reason: 'fraud' },
        partnership_id: mira,
      },
    ],
  ];
}

/** The same of what partners are given, in an order in which one stands on the other. */
function writesAboutThings({ a, partnerships, segments }: World): Write[] {
  const mira = partnerships['a/mira'].id;
  return [
    [
      's.manager',
      `select public.save_segment('${a.slug}', '${segments['a/free']}', 1, 'Other', '{"combinator": "or", "rules": []}')`,
      { kind: 'segment', verb: 'changed', label: 'Other' },
    ],
    [
      's.manager',
      `select public.delete_segment('${a.slug}', '${segments['a/free']}', 2)`,
      { kind: 'segment', verb: 'removed', label: 'Other', after: null },
    ],
    [
      's.manager',
      `select public.save_announcement('${a.slug}', '${NEW}', 'program', '{"en": {"title": "Hello", "body": "World"}}', 'everyone')`,
      { kind: 'announcement', verb: 'added', label: 'Hello' },
    ],
    [
      's.manager',
      `select public.add_creatives('${a.slug}', '[{"id": "${NEW}", "name": "Text", "kind": "text_link", "body": "x"}]')`,
      { kind: 'creative', verb: 'added', label: 'Text' },
    ],
    [
      's.manager',
      `select public.save_promotion('${a.slug}', '${NEW}', '{"name": "Sale", "landing_url": "${a.site}"}')`,
      { kind: 'promotion', verb: 'added', label: 'Sale' },
    ],
    [
      's.manager',
      `insert into public.promotion_creatives (program_id, promotion_id, creative_id) values ('${a.id}', '${NEW}', '${NEW}')`,
      { kind: 'promotion_creative', verb: 'added', label: 'Text', object_id: NEW },
    ],
    [
      's.manager',
      `insert into public.promotion_codes (program_id, promotion_id, partnership_id, code) values ('${a.id}', '${NEW}', '${mira}', 'MINE12')`,
      { kind: 'promotion_code', verb: 'added', label: 'MINE12', partnership_id: mira },
    ],
  ];
}

describe('the audit', () => {
  test('has an entry of each kind of write, with who, what, before and after', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      for (const [actor, statement, expected] of [...writesAboutPeople(world), ...writesAboutThings(world)]) {
        const before = await countOf(tx);
        await by(tx, world, actor, statement);
        expect(await countOf(tx), statement).toBe(before + 1);
        const [entry] = await newest(tx, world);
        expect(entry, statement).toMatchObject({ actor_name: actor, rows: 1, ...expected });
        expect(JSON.stringify(entry)).not.toMatch(/token|hash|customer_key/);
      }
    }));

  test('has one entry for many rows, and says what they all became', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      for (let at = 0; at < 25; at += 1)
        await addPartnership(tx, world.a, await addPartner(tx, `Many ${at}`), { code: `MANY${at}` });
      const before = await countOf(tx);
      await by(tx, world, 's.manager', `update public.partnerships set tier = 'gold' where code like 'MANY%'`);
      expect(await countOf(tx)).toBe(before + 1);
      expect((await newest(tx, world))[0]).toMatchObject({
        kind: 'partnership',
        rows: 25,
        before: null,
        after: { tier: 'gold' },
        object_id: null,
      });
      await by(tx, world, 's.manager', `update public.partnerships set tier = 'iron' where code like 'MANY1%'`);
      expect(await countOf(tx)).toBe(before + 1 + 11);
    }));

  test('names whom a change of many standings, or a removal of many, was about', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const { a } = world;
      const promotion = '00000000-0000-4000-8000-00000000000d';
      await by(
        tx,
        world,
        's.manager',
        `select public.save_promotion('${a.slug}', '${promotion}', '{"name": "Sale", "landing_url": "${a.site}"}')`,
      );
      const ids: string[] = [];
      for (let at = 0; at < 25; at += 1) {
        const made = await addPartnership(tx, a, await addPartner(tx, `Many ${at}`), { code: `MANY${at}` });
        ids.push(made.id);
        await tx`insert into public.promotion_codes (program_id, promotion_id, partnership_id, code)
          values (${a.id}, ${promotion}, ${made.id}, ${`SALE${at}`})`;
      }
      await by(tx, world, 's.manager', `update public.partnerships set status = 'paused' where code like 'MANY%'`);
      const [paused] = await newest(tx, world);
      expect(paused).toMatchObject({ rows: 25, after: { status: 'paused' } });
      expect(paused?.items?.map(({ id }) => id).sort()).toEqual(ids.sort());
      expect(paused?.items?.[0]).toEqual({ id: expect.any(String), label: 'Many 0' });
      await by(tx, world, 's.manager', `update public.partnerships set tier = 'gold' where code like 'MANY%'`);
      expect((await newest(tx, world))[0]?.items).toBeNull();
      await by(tx, world, 's.manager', `delete from public.promotion_codes where code like 'SALE%'`);
      const [removed] = await newest(tx, world);
      expect(removed).toMatchObject({ kind: 'promotion_code', verb: 'removed', rows: 25 });
      expect(removed?.items?.[0]?.label).toBe('SALE0');
    }));

  test('says whose name it is by the address of the membership', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const { user } = world.actors['s.manager'];
      await tx`insert into public.user_settings (user_id, display_name) values (${user?.id ?? ''}, 's.owner')
        on conflict (user_id) do update set display_name = 's.owner'`;
      await by(
        tx,
        world,
        's.manager',
        `update public.partnerships set tier = 'gold' where id = '${world.partnerships['a/mira'].id}'`,
      );
      expect((await newest(tx, world))[0]).toMatchObject({ actor_name: 's.owner', actor_email: user?.email });
    }));

  test('has the end of a creative that another replaces, by who made the other', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const { user } = world.actors['s.manager'];
      const old = await addCreative(tx, world.a, { name: 'Old' });
      const next = await addCreative(tx, world.a, { name: 'Next', isReady: false });
      await tx`update public.creatives set replaces = ${old.id}, created_by = ${user?.id ?? ''} where id = ${next.id}`;
      const file = await addCreativeFile(tx, next, { state: 'waiting', by: user });
      const before = await countOf(tx);
      await asActor(
        tx,
        world.actors.service,
        (mine) =>
          mine`select public.record_creative_check(${file.id}, ${mine.json({
            ...{ state: 'checked', sha256: '0'.repeat(64), width: 300, height: 250 },
          })})`,
      );
      expect(await countOf(tx)).toBe(before + 1);
      expect((await newest(tx, world))[0]).toMatchObject({
        ...{ kind: 'creative', verb: 'changed', label: 'Old', object_id: old.id, actor_email: user?.email },
        before: { withdrawn_at: null, replaced_by: null },
        after: { withdrawn_at: expect.any(String), replaced_by: next.id },
      });
    }));

  test('has no entry for what changes nothing, for what partners do, for what SQL does, and none a row of an import', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const before = await countOf(tx);
      await by(tx, world, 's.owner', `update public.programs set name = name where id = '${world.a.id}'`);
      await by(tx, world, 'p.owner', `update public.partners set name = 'Another'`);
      await tx`update public.partnerships set tier = 'gold' where program_id = ${world.a.id}`;
      const rows = [1, 2, 3].map((row) => ({
        ...{ row, line: row + 1, external_id: `n${row}`, kind: 'sale', amount_minor: 100 },
        ...{ currency: 'GBP', occurred_at: '2026-01-05T10:00:00Z' },
      }));
      await asActor(
        tx,
        world.actors['s.finance'],
        (mine) => mine`select public.apply_import_rows(${world.imports.a}, 1, ${mine.json(rows)})`,
      );
      expect(await countOf(tx)).toBe(before);
      await by(tx, world, 's.finance', `select public.stop_import('${world.imports.a}')`);
      expect((await newest(tx, world))[0]).toMatchObject({ kind: 'import', after: { status: 'stopped' } });
    }));

  test('keeps long texts as their beginning, length and hash', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = '00000000-0000-4000-8000-00000000000b';
      const save = (last: string, revision: string) =>
        by(
          tx,
          world,
          's.manager',
          `select public.save_announcement('${world.a.slug}', '${id}', 'program',
            jsonb_build_object('en', jsonb_build_object('title', 'Long', 'body', repeat('word ', 200) || '${last}')), 'everyone',
            p_revision => ${revision})`,
        );
      await save('one', 'null');
      await save('two', '1');
      const [entry] = await newest(tx, world);
      type Kept = { en: { body: { length: number; sha256: string; start: string } } };
      const body = (side: Record<string, unknown> | null | undefined) => {
        if (side?.texts === undefined) throw new Error('the entry holds no texts');
        // What the trigger keeps of texts, as asserted below.
        return (side.texts as Kept).en.body;
      };
      expect(body(entry?.after)).toMatchObject({ length: 1003, start: expect.stringMatching(/^word word/) });
      expect(body(entry?.after).sha256).not.toBe(body(entry?.before).sha256);
    }));
});
