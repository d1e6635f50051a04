import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { asActor, codeFor, rolledBack, signedIn } from '../support/actors.ts';
import { addStaff, addUser, freshSuffix } from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { buildWorld } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

describe('settings of a program', () => {
  test('an owner changes them, everybody else of the staff reads them', () =>
    rolledBack(sql, async (tx) => {
      const { a, actors } = await buildWorld(tx);
      const hold = await asActor(
        tx,
        actors['s.owner'],
        (mine) => mine`
        update public.programs set hold_days = 14 where id = ${a.id} returning hold_days`,
      );
      expect(hold).toEqual([{ hold_days: 14 }]);
      for (const name of ['s.viewer', 's.manager', 's.finance', 'p.owner', 'second', 'stranger'] as const) {
        const changed = await asActor(
          tx,
          actors[name],
          (mine) => mine`
          update public.programs set hold_days = 1 where id = ${a.id} returning id`,
        );
        expect(changed, name).toEqual([]);
      }
      expect(await asActor(tx, actors['p.viewer'], (mine) => mine`select hold_days from public.programs`)).toEqual([
        { hold_days: 14 },
      ]);
    }));

  test.each(['currency', 'time_zone', 'slug', 'currency_exponent'])('%s stays, for an owner too', (column) =>
    rolledBack(sql, async (tx) => {
      const { actors } = await buildWorld(tx);
      const code = await codeFor(
        tx,
        actors['s.owner'],
        (mine) => mine`update public.programs set ${mine(column)} = ${mine(column)}`,
      );
      expect(code).toBe('42501');
    }),
  );

  test('the card tells everybody name and look, and nothing else', () =>
    rolledBack(sql, async (tx) => {
      const { a, actors } = await buildWorld(tx);
      const [row] = await asActor(
        tx,
        actors.anon,
        (mine) => mine<{ card: object }[]>`select public.program_card(${a.slug.toUpperCase()}) as card`,
      );
      expect(Object.keys(row?.card ?? {}).sort()).toEqual([
        'color',
        'default_locale',
        'locales',
        'logo_path',
        'name',
        'slug',
      ]);
      const [none] = await asActor(
        tx,
        actors.anon,
        (mine) => mine`select public.program_card('no-such-program') as card`,
      );
      expect(none?.card).toBeNull();
    }));
});

describe('staff', () => {
  test('the last owner can neither go nor step down, until there is another', () =>
    rolledBack(sql, async (tx) => {
      const { a, actors } = await buildWorld(tx);
      const me = actors['s.owner'];
      const stepDown = () =>
        codeFor(
          tx,
          me,
          (mine) => mine`update public.program_staff set role = 'manager' where user_id = ${me.user?.id ?? ''}`,
        );
      const leave = () =>
        codeFor(
          tx,
          me,
          (mine) => mine`update public.program_staff set removed_at = now() where user_id = ${me.user?.id ?? ''}`,
        );
      expect([await stepDown(), await leave()]).toEqual(['PT409', 'PT409']);
      await addStaff(tx, a, await addUser(tx, `heir-${freshSuffix()}@example.com`), 'owner');
      expect(await leave()).toBe('done');
    }));

  test('who is removed sees nothing with the next statement, and stays removed', () =>
    rolledBack(sql, async (tx) => {
      const { a, actors } = await buildWorld(tx);
      const manager = actors['s.manager'];
      const seen = () => asActor(tx, manager, (mine) => mine`select id from public.conversions`);
      expect((await seen()).length).toBeGreaterThan(0);
      const removed = await asActor(
        tx,
        actors['s.owner'],
        (mine) => mine`
        update public.program_staff set removed_at = '2000-01-01' where user_id = ${manager.user?.id ?? ''}
        returning removed_at > now() - interval '1 minute' as is_now`,
      );
      expect(removed).toEqual([{ is_now: true }]);
      expect(await seen()).toEqual([]);
      for (const change of [{ removed_at: null }, { role: 'owner' }]) {
        const code = await codeFor(
          tx,
          actors['s.owner'],
          (mine) => mine`
          update public.program_staff set ${mine(change)} where user_id = ${manager.user?.id ?? ''} and program_id = ${a.id}`,
        );
        expect(code).toBe('PT409');
      }
    }));

  test('nobody of another role, and nobody of another program, changes a role', () =>
    rolledBack(sql, async (tx) => {
      const { a, actors } = await buildWorld(tx);
      for (const name of [
        's.viewer',
        's.manager',
        's.finance',
        'second',
        'p.owner',
        'stranger',
        's.removed',
      ] as const) {
        const changed = await asActor(
          tx,
          actors[name],
          (mine) => mine`
          update public.program_staff set role = 'owner' where program_id = ${a.id} returning id`,
        );
        expect(changed, name).toEqual([]);
      }
    }));
});

describe('making a program', () => {
  test('its owner is invited, and gets in only under the invited address, once', () =>
    rolledBack(sql, async (tx) => {
      const slug = `made-${freshSuffix()}`;
      const email = `First.Owner@${slug}.example`;
      const [made] = await tx<
        { id: string }[]
      >`select private.create_program('Made', ${slug}, 'JPY', 'Asia/Tokyo', ${email}) as id`;
      const [program] = await tx`select currency_exponent from public.programs where id = ${made?.id ?? ''}`;
      expect(program).toEqual({ currency_exponent: 0 });
      const [invitation] = await tx<{ id: string; email: string }[]>`
        select id, email, octet_length(token_hash) as bytes from public.invitations where program_id = ${made?.id ?? ''}`;
      expect(invitation).toMatchObject({ email: email.toLowerCase(), bytes: 32 });
      const other = await addUser(tx, `other@${slug}.example`);
      const owner = await addUser(tx, email.toLowerCase());
      const accept = (user: string) =>
        tx.savepoint((point) => point`select private.accept_for_user(${invitation?.id ?? ''}, ${user}, 'Owner')`);
      await expect(accept(other.id)).rejects.toMatchObject({ code: 'PT404' });
      await accept(owner.id);
      await expect(accept(owner.id)).rejects.toMatchObject({ code: 'PT409' });
      const seen = await asActor(
        tx,
        signedIn('owner', owner),
        (mine) => mine`select role, display_name from public.program_staff`,
      );
      expect(seen).toEqual([{ role: 'owner', display_name: 'Owner' }]);
    }));

  test('a used, revoked or expired invitation lets nobody in', () =>
    rolledBack(sql, async (tx) => {
      for (const spoilt of [{ revoked_at: new Date() }, { expires_at: new Date(0) }]) {
        const slug = `made-${freshSuffix()}`;
        const email = `owner@${slug}.example`;
        await tx`select private.create_program('Made', ${slug}, 'EUR', 'Europe/Berlin', ${email})`;
        const [invitation] = await tx<
          { id: string }[]
        >`update public.invitations set ${tx(spoilt)} where email = ${email} returning id`;
        const user = await addUser(tx, email);
        const accept = tx.savepoint(
          (point) => point`select private.accept_for_user(${invitation?.id ?? ''}, ${user.id})`,
        );
        await expect(accept).rejects.toMatchObject({ code: 'PT409' });
      }
    }));

  test('no API role makes programs or lets people in', () =>
    rolledBack(sql, async (tx) => {
      const { actors } = await buildWorld(tx);
      for (const name of ['anon', 's.owner', 'service'] as const) {
        const made = await codeFor(
          tx,
          actors[name],
          (mine) => mine`select private.create_program('x', 'xx', 'EUR', 'UTC', 'x@example.com')`,
        );
        expect(made, name).toBe('42501');
      }
    }));
});
