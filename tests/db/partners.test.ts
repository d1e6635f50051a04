import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { asActor, codeFor, rolledBack } from '../support/actors.ts';
import { addPartner, addPartnership } from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { buildWorld, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const allStatuses = ['invited', 'applied', 'active', 'paused', 'ended', 'declined'] as const;
const ways: Record<(typeof allStatuses)[number], string[]> = {
  invited: ['active', 'ended'],
  applied: ['active', 'declined', 'ended'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: [],
  declined: [],
};

describe('a partnership', () => {
  test.each(allStatuses)('goes from %s only where the domain says', (from) =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      for (const to of allStatuses.filter((status) => status !== from)) {
        const partner = await addPartner(tx, `${from} ${to}`);
        const { id } = await addPartnership(tx, world.a, partner, {
          code: `${from}-${to}`.toUpperCase(),
          status: from,
        });
        const code = await codeFor(
          tx,
          world.actors['s.manager'],
          (mine) => mine`
          update public.partnerships set status = ${to} where id = ${id}`,
        );
        expect(code, `${from} to ${to}`).toBe(ways[from].includes(to) ? 'done' : 'PT409');
      }
    }),
  );

  test('is steered by managers and owners of its program alone', () =>
    rolledBack(sql, async (tx) => {
      const { actors, partnerships } = await buildWorld(tx);
      const pause = (name: keyof World['actors']) =>
        asActor(
          tx,
          actors[name],
          (mine) => mine`
          update public.partnerships set tier = 'gold' where id = ${partnerships['a/mira'].id} returning tier`,
        );
      for (const name of ['s.viewer', 's.finance', 'second', 'p.owner', 'nora', 'stranger'] as const) {
        expect(await pause(name), name).toEqual([]);
      }
      expect(await pause('s.manager')).toEqual([{ tier: 'gold' }]);
    }));

  test('keeps its code, also from those who steer it', () =>
    rolledBack(sql, async (tx) => {
      const { actors } = await buildWorld(tx);
      expect(await codeFor(tx, actors['s.owner'], (mine) => mine`update public.partnerships set code = 'OTHER'`)).toBe(
        '42501',
      );
    }));

  test('gets its default link when it becomes active, and only one', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const { id } = await addPartnership(tx, world.a, await addPartner(tx, 'New'), {
        code: 'NEW-ONE',
        status: 'applied',
      });
      const turn = (status: string) =>
        asActor(
          tx,
          world.actors['s.manager'],
          (mine) => mine`update public.partnerships set status = ${status} where id = ${id}`,
        );
      for (const status of ['active', 'paused', 'active']) await turn(status);
      const links = await tx`select code, destination, is_default from public.links where partnership_id = ${id}`;
      expect(links).toEqual([{ code: 'new-one', destination: world.a.site, is_default: true }]);
    }));

  test('carries name and type of its partner, who renames itself everywhere at once', () =>
    rolledBack(sql, async (tx) => {
      const { actors } = await buildWorld(tx);
      await asActor(tx, actors.both, (mine) => mine`update public.partners set name = 'Renamed'`);
      for (const name of ['s.viewer', 'second'] as const) {
        const seen = await asActor(
          tx,
          actors[name],
          (mine) => mine`select id from public.partnerships where partner_name = 'Renamed'`,
        );
        expect(seen, name).toHaveLength(1);
      }
      expect(await codeFor(tx, actors.both, (mine) => mine`update public.partners set type = 'b2b'`)).toBe('42501');
    }));
});

describe('the team of a partner', () => {
  test('its last owner can neither go nor step down', () =>
    rolledBack(sql, async (tx) => {
      const { actors } = await buildWorld(tx);
      const me = actors['p.owner'];
      for (const change of [{ role: 'viewer' }, { removed_at: new Date() }]) {
        const code = await codeFor(
          tx,
          me,
          (mine) => mine`
          update public.partner_members set ${mine(change)} where user_id = ${me.user?.id ?? ''}`,
        );
        expect(code).toBe('PT409');
      }
    }));

  test('an owner removes a member, who sees nothing with the next statement and does not come back', () =>
    rolledBack(sql, async (tx) => {
      const { actors } = await buildWorld(tx);
      const member = actors['p.member'];
      const seen = () => asActor(tx, member, (mine) => mine`select id from public.commission_lines`);
      expect((await seen()).length).toBeGreaterThan(0);
      await asActor(
        tx,
        actors['p.owner'],
        (mine) => mine`
        update public.partner_members set removed_at = now() where user_id = ${member.user?.id ?? ''}`,
      );
      expect(await seen()).toEqual([]);
      const back = await codeFor(
        tx,
        actors['p.owner'],
        (mine) => mine`
        update public.partner_members set removed_at = null where user_id = ${member.user?.id ?? ''}`,
      );
      expect(back).toBe('PT409');
    }));

  test('the brand sees the people of active partners, and changes nobody', () =>
    rolledBack(sql, async (tx) => {
      const { actors, partners } = await buildWorld(tx);
      const seen = await asActor(
        tx,
        actors['s.owner'],
        (mine) => mine<{ partner_id: string }[]>`select distinct partner_id from public.partner_members`,
      );
      const active = [partners.mira.id, partners.nora.id, partners.both.id];
      expect(seen.map((row) => row.partner_id).sort()).toEqual(active.sort());
      const changed = await asActor(
        tx,
        actors['s.owner'],
        (mine) => mine`update public.partner_members set role = 'viewer' returning id`,
      );
      expect(changed).toEqual([]);
    }));
});

describe('invitations', () => {
  test('never show the hash, to nobody', () =>
    rolledBack(sql, async (tx) => {
      const { actors } = await buildWorld(tx);
      for (const name of ['s.owner', 'p.owner', 'second', 'anon', 'service'] as const) {
        expect(await codeFor(tx, actors[name], (mine) => mine`select token_hash from public.invitations`), name).toBe(
          '42501',
        );
        expect(await codeFor(tx, actors[name], (mine) => mine`select * from public.invitations`), name).toBe('42501');
        const guessed = await codeFor(
          tx,
          actors[name],
          (mine) => mine`select id from public.invitations where token_hash = sha256('guess')`,
        );
        expect(guessed, name).toBe('42501');
      }
    }));

  test('are revoked by whoever may invite, for good', () =>
    rolledBack(sql, async (tx) => {
      const { actors } = await buildWorld(tx);
      const revoke = (name: keyof World['actors']) =>
        asActor(
          tx,
          actors[name],
          (mine) => mine<{ kind: string }[]>`
          update public.invitations set revoked_at = now() where revoked_at is null returning kind`,
        );
      for (const name of ['s.viewer', 's.finance', 'p.finance', 'stranger'] as const)
        expect(await revoke(name), name).toEqual([]);
      expect(await revoke('s.manager')).toEqual([{ kind: 'partner' }]);
      expect(await revoke('s.owner')).toEqual([{ kind: 'staff' }, { kind: 'staff' }]);
      expect(await revoke('p.owner')).toEqual([{ kind: 'partner_member' }]);
      const again = await codeFor(
        tx,
        actors['s.owner'],
        (mine) => mine`update public.invitations set revoked_at = null`,
      );
      expect(again).toBe('PT409');
    }));
});
