import postgres, { type TransactionSql } from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { asActor, codeFor, rolledBack } from '../support/actors.ts';
import { addProgram, addStaff, freshSuffix } from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { type ActorName, buildWorld, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Settings = {
  settings: Record<string, unknown>;
  is_currency_locked: boolean;
  rules: { version: number; effective_from: string; rate_bps: number | null; author: string | null }[];
};

async function call(tx: TransactionSql, world: World, name: ActorName, text: string): Promise<Settings> {
  const [row] = await asActor(tx, world.actors[name], (mine) =>
    mine.unsafe<{ answer: Settings }[]>(`select public.${text} as answer`),
  );
  if (row === undefined) throw new Error(`${text} answered nothing`);
  return row.answer;
}

const code = (tx: TransactionSql, world: World, name: ActorName, text: string) =>
  codeFor(tx, world.actors[name], (mine) => mine.unsafe(`select public.${text}`));

const ID = '00000000-0000-4000-8000-00000000000c';

describe('settings', () => {
  test('change at the revision that was seen; the second of two is told, and nothing is overwritten', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const slug = `'${world.a.slug}'`;
      const first = await call(tx, world, 's.owner', `save_settings(${slug}, '{"name": "First", "hold_days": 7}', 1)`);
      expect(first.settings).toMatchObject({ name: 'First', hold_days: 7, revision: 2 });
      expect(await code(tx, world, 's.owner', `save_settings(${slug}, '{"name": "Second"}', 1)`)).toBe('PT409');
      // The answer was lost: said again, it is no conflict.
      const again = await call(tx, world, 's.owner', `save_settings(${slug}, '{"name": "First", "hold_days": 7}', 1)`);
      expect(again.settings.revision).toBe(2);
      const mine = await call(tx, world, 's.owner', `save_settings(${slug}, '{"name": "Second"}', 2)`);
      expect(mine.settings).toMatchObject({ name: 'Second', hold_days: 7, revision: 3 });
      for (const name of ['s.viewer', 's.manager', 's.finance', 'p.owner', 'second'] as const)
        expect(await code(tx, world, name, `save_settings(${slug}, '{"name": "x"}', 3)`), name).toBe('PT404');
      for (const name of ['s.viewer', 's.manager', 's.finance', 's.owner'] as const)
        expect((await call(tx, world, name, `program_settings(${slug})`)).settings.name, name).toBe('Second');
    }));

  test('leave the hold of what is booked alone', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const finals = () =>
        tx`select l.id, l.final_on::text from public.commission_lines l where l.program_id = ${world.a.id} order by l.id`;
      const before = await finals();
      await call(tx, world, 's.owner', `save_settings('${world.a.slug}', '{"hold_days": 0}', 1)`);
      expect([...(await finals())]).toEqual([...before]);
    }));

  test('have a currency that is locked by the first event', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      expect((await call(tx, world, 's.owner', `program_settings('${world.a.slug}')`)).is_currency_locked).toBe(true);
      expect(await code(tx, world, 's.owner', `change_currency('${world.a.slug}', 'USD', 1)`)).toBe('PT409');
      const fresh = await addProgram(tx, { slug: `fresh-${freshSuffix()}`, currency: 'EUR' });
      const { user } = world.actors['s.owner'];
      if (user === null) throw new Error('the owner is nobody');
      await addStaff(tx, fresh, user, 'owner');
      await tx`update public.programs set minimum_payout_minor = 2500 where id = ${fresh.id}`;
      const changed = await call(tx, world, 's.owner', `change_currency('${fresh.slug}', 'JPY', 2)`);
      expect(changed.settings).toMatchObject({ currency: 'JPY', currency_exponent: 0, minimum_payout_minor: 25 });
      expect(await code(tx, world, 's.owner', `change_currency('${fresh.slug}', 'XX', null)`)).toBe('PT422');
      await tx`insert into public.commission_rules (program_id, partner_type, kind, flat_minor) values (${fresh.id}, 'app', 'flat', 500)`;
      expect(await code(tx, world, 's.owner', `change_currency('${fresh.slug}', 'KWD', null)`)).toBe('PT409');
    }));
});

describe('rules', () => {
  test('are added as versions from a day of the program on, by owners and finance, and never reach back', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const slug = `'${world.a.slug}'`;
      const rule = (more: string, seen = 1) => `add_rule(${slug}, '${ID}', 'influencer', ${more}, '', ${seen})`;
      expect(await code(tx, world, 's.manager', rule(`'percent', 500, null, null`))).toBe('PT404');
      expect(await code(tx, world, 's.finance', rule(`'percent', 500, null, '2020-01-01'`))).toBe('PT422');
      expect(await code(tx, world, 's.finance', rule(`'percent', 500, null, null`, 0))).toBe('PT409');
      const [next] = await tx<{ day: string; start: string }[]>`
        select (current_date + 10)::text as day, ((current_date + 10)::timestamp at time zone 'Europe/London')::text as start`;
      const added = await call(tx, world, 's.finance', rule(`'percent', 1250, null, '${next?.day}'`));
      const [newest] = added.rules.filter((one) => one.version === 2);
      expect(newest).toMatchObject({ rate_bps: 1250, author: 's.finance' });
      expect(Date.parse(newest?.effective_from ?? '')).toBe(Date.parse(next?.start ?? ''));
      // The answer was lost: said again, it is the same version.
      expect((await call(tx, world, 's.finance', rule(`'percent', 1250, null, '${next?.day}'`))).rules.length).toBe(
        added.rules.length,
      );
      // The id of a version is no other's, whatever differs.
      for (const other of [
        rule(`'percent', 1300, null, '${next?.day}'`),
        rule(`'flat', null, 500, '${next?.day}'`),
        rule(`'percent', 1250, null, '2099-01-01'`),
        `add_rule(${slug}, '${ID}', 'affiliate', 'percent', 1250, null, '${next?.day}', '', 1)`,
        `add_rule(${slug}, '${ID}', 'influencer', 'percent', 1250, null, '${next?.day}', 'other', 1)`,
      ])
        expect(await code(tx, world, 's.finance', other), other).toBe('PT409');
    }));
});

describe('a logo', () => {
  test('is shown from its own folder by owners, and what nobody needs any more is named', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const slug = `'${world.a.slug}'`;
      const path = `${world.a.id}/logo/${ID}`;
      const use = (name: ActorName, to: string) => code(tx, world, name, `use_logo(${slug}, ${to})`);
      expect(await use('s.manager', `'${path}'`)).toBe('PT404');
      expect(await use('s.owner', `'${world.b.id}/logo/${ID}'`)).toBe('PT422');
      expect(await use('s.owner', `'${world.a.id}/logo/../${ID}'`)).toBe('PT422');
      expect(await use('s.owner', `'${path}'`)).toBe('done');
      const put = (name: string, age: string) => tx`
        insert into storage.objects (bucket_id, name, created_at) values ('brand', ${name}, now() - ${age}::interval)`;
      await put(path, '1 minute');
      await put(`${world.a.id}/logo/left`, '11 minutes');
      await put(`${world.a.id}/logo/coming`, '1 minute');
      await put(`${world.b.id}/logo/theirs`, '11 minutes');
      const [row] = await asActor(
        tx,
        world.actors['s.owner'],
        (mine) => mine`select public.use_logo(${world.a.slug}, null) as answer`,
      );
      expect(row?.answer).toEqual({ logo_path: null, unused: [path, `${world.a.id}/logo/left`] });
    }));
});
