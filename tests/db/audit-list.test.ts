import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { asActor, codeFor, rolledBack } from '../support/actors.ts';
import { by, type Entry } from '../support/audit-entries.ts';
import { addPartner, addPartnership } from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { buildWorld } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

describe('the audit', () => {
  test('is found by each partner it was about, also where it was about many', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const { a } = world;
      const ids: string[] = [];
      for (let at = 0; at < 25; at += 1)
        ids.push((await addPartnership(tx, a, await addPartner(tx, `Many ${at}`), { code: `MANY${at}` })).id);
      const promotion = '00000000-0000-4000-8000-00000000000e';
      const slug = `'${a.slug}'`;
      await by(tx, world, 's.manager', `update public.partnerships set tags = '{vip}' where code like 'MANY%'`);
      await by(tx, world, 's.manager', `update public.partnerships set tier = 'gold' where id = '${ids[3]}'`);
      await by(
        ...[tx, world, 's.manager' as const],
        `select public.save_promotion(${slug}, '${promotion}', '{"name": "Sale", "landing_url": "${a.site}"}')`,
      );
      const codes = ids.map((_, at) => ({ line: at + 1, partner_code: `MANY${at}`, code: `SALE${at}` }));
      await by(
        ...[tx, world, 's.manager' as const],
        `select public.import_promotion_codes(${slug}, '${promotion}', '${JSON.stringify(codes)}', false)`,
      );
      const about = async (partnership: string | undefined) => {
        const [row] = await asActor(
          tx,
          world.actors['s.owner'],
          (mine) => mine<{ answer: { rows: Entry[]; partner: string | null } }[]>`
            select public.audit_list(${a.slug}, ${mine.json({ partnership: partnership ?? '' })}) as answer`,
        );
        return {
          ...{ partner: row?.answer.partner, entries: row?.answer.rows.map(({ kind, rows }) => `${kind} ${rows}`) },
          keys: Object.keys(row?.answer.rows[0] ?? {}),
        };
      };
      const third = await about(ids[3]);
      expect(third.partner).toBe('Many 3');
      expect(third.entries).toEqual(['promotion_code 25', 'partnership 1', 'partnership 25']);
      // Whom else it was about is told by name alone, where it is.
      expect(third.keys).not.toContain('partnership_ids');
      expect((await about(ids[4])).entries).toEqual(['promotion_code 25', 'partnership 25']);
      expect((await about(world.partnerships['a/nora'].id)).entries).toEqual([]);
      expect((await about(world.partnerships['b/berta'].id)).partner).toBeNull();
    }));

  test('is changed by nobody, not even by who owns the tables', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      await by(tx, world, 's.owner', `update public.programs set hold_days = 14 where id = '${world.a.id}'`);
      for (const statement of [
        `update public.audit_entries set actor_name = 'nobody'`,
        'delete from public.audit_entries',
        'truncate public.audit_entries',
      ]) {
        await expect(tx.savepoint((point) => point.unsafe(statement))).rejects.toMatchObject({ code: 'PT403' });
        expect(await codeFor(tx, world.actors['s.owner'], (mine) => mine.unsafe(statement))).toBe('42501');
        expect(await codeFor(tx, world.actors.service, (mine) => mine.unsafe(statement))).toBe('42501');
      }
    }));

  test('is listed for owners by key, by who, what and when', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const owner = world.actors['s.owner'];
      for (let at = 1; at <= 5; at += 1)
        await by(tx, world, 's.owner', `update public.programs set hold_days = ${at} where id = '${world.a.id}'`);
      await by(
        tx,
        world,
        's.manager',
        `update public.partnerships set tier = 'gold' where id = '${world.partnerships['a/mira'].id}'`,
      );
      const list = async (filter: object, before: number | null = null, size = 50) => {
        const [row] = await asActor(
          tx,
          owner,
          (mine) => mine<{ answer: { rows: Entry[]; next: number | null; actors: unknown[] | null } }[]>`
            select public.audit_list(${world.a.slug}, ${mine.json(filter as never)}, ${before}, ${size}) as answer`,
        );
        if (row === undefined) throw new Error('nothing was answered');
        return row.answer;
      };
      const all = await list({});
      expect(all.actors?.length).toBeGreaterThan(3);
      const first = await list({ kind: 'program' }, null, 3);
      expect(first.rows.map((row) => row.after?.hold_days)).toEqual([5, 4, 3]);
      const second = await list({ kind: 'program' }, first.next, 3);
      expect(second.rows.slice(0, 2).map((row) => row.after?.hold_days)).toEqual([2, 1]);
      const manager = world.actors['s.manager'].user?.id ?? '';
      expect((await list({ actor: manager, kind: 'partnership' })).rows[0]?.after).toEqual({ tier: 'gold' });
      expect((await list({ partnership: world.partnerships['a/mira'].id })).rows.length).toBeGreaterThan(0);
      expect((await list({ object: world.a.id })).rows.length).toBeGreaterThanOrEqual(5);
      expect((await list({ to: '2020-01-01' })).rows).toEqual([]);
      const refused = (filter: string) =>
        codeFor(tx, owner, (mine) => mine.unsafe(`select public.audit_list('${world.a.slug}', '${filter}')`));
      expect(await refused('{"who": "x"}')).toBe('PT422');
      expect(await refused('{"from": "yesterday-ish"}')).toBe('PT422');
      const [theirs] = await tx<
        { id: number }[]
      >`select id::int from public.audit_entries where program_id = ${world.b.id}`;
      await expect(list({}, theirs?.id ?? 0)).rejects.toMatchObject({ code: 'PT422' });
    }));
});
