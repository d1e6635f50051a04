import { createHash } from 'node:crypto';
import postgres, { type TransactionSql } from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { type Actor, asActor, codeFor, rolledBack, signedIn } from '../support/actors.ts';
import { addInvitation, addMember, addPartner, addStaff, addUser, freshSuffix } from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { buildWorld, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

async function tokenOf(tx: TransactionSql | typeof sql, id: string): Promise<string> {
  const token = `token-${id}`;
  await tx`update public.invitations set token_hash = ${createHash('sha256').update(token).digest()} where id = ${id}`;
  return token;
}

type Place = { side: string; program: string; code: string | null };
const accept = (tx: TransactionSql, actor: Actor, token: string, partner: object | null = null, name = 'New') =>
  asActor(tx, actor, async (mine) => {
    const [row] = await mine<{ place: Place | null }[]>`
      select public.accept_invitation(${token}, ${name}, ${partner === null ? null : mine.json(partner as never)}) -> 'place' as place`;
    return row?.place;
  });
const codeOf = (tx: TransactionSql, actor: Actor, token: string, partner: object | null = null) =>
  codeFor(
    tx,
    actor,
    (mine) =>
      mine`select public.accept_invitation(${token}, 'New', ${partner === null ? null : mine.json(partner as never)})`,
  );
const stateOf = async (tx: TransactionSql, token: string) =>
  (await tx<{ state: string }[]>`select public.peek_invitation(${token}) ->> 'state' as state`)[0]?.state;

async function newcomer(tx: TransactionSql): Promise<Actor> {
  return signedIn('new', await addUser(tx, `new-${freshSuffix()}@example.com`));
}
const emailOf = (actor: Actor) => actor.user?.email ?? '';

/** An open invitation of a partner to program a, for this person. */
async function invitedPartner(tx: TransactionSql, world: World, actor: Actor, type = 'publisher'): Promise<string> {
  const id = await addInvitation(tx, emailOf(actor), { kind: 'partner', program: world.a });
  await tx`
    update public.invitations set partner_type = ${type}::public.partner_type, tier = 'gold', tags = '{new}' where id = ${id}`;
  return await tokenOf(tx, id);
}

const ADA = { name: 'Ada Lovelace', country: 'GB', language: 'en', time_zone: 'Europe/London' };

describe('an invited partner', () => {
  test('makes one, which is active, with the tier, tags and type of the invitation', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const ada = await newcomer(tx);
      const token = await invitedPartner(tx, world, ada);
      // The type is the brand's to say.
      const place = await accept(tx, ada, token, { ...ADA, type: 'influencer' });
      expect(place).toEqual({ side: 'partner', program: world.a.slug, code: 'adalovelace' });
      const [made] = await tx`
        select p.status, p.tier, p.tags, p.code, p.partner_type, p.partner_country, m.role, m.display_name, m.email,
          (select count(*)::int from public.links l where l.partnership_id = p.id and l.is_default) as links
        from public.partnerships p join public.partner_members m using (partner_id)
        where m.user_id = ${ada.user?.id ?? ''}`;
      expect(made).toMatchObject({
        ...{ status: 'active', tier: 'gold', tags: ['new'], code: 'ADALOVELACE', partner_type: 'publisher' },
        ...{ partner_country: 'GB', role: 'owner', display_name: 'New', email: emailOf(ada), links: 1 },
      });
      expect(await stateOf(tx, token)).toBe('used');
      expect(await codeOf(tx, ada, token, ADA)).toBe('PT409');
      // A change of zone waits, which would move the day of joining.
      const held = await tx`
        select 1 from pg_locks l where l.locktype = 'advisory' and l.mode = 'ShareLock' and l.pid = pg_backend_pid()
          and l.objid = (hashtextextended('days:' || ${world.a.id}, 0) & 4294967295)::oid`;
      expect(held).toHaveLength(1);
    }));

  test('gets another code when the name is taken, or has no Latin letter', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const codes = [];
      for (const name of ['Crème Brûlée & Co', 'Creme Brulee Co', '한국 파트너', '韓國夥伴']) {
        const one = await newcomer(tx);
        const place = await accept(tx, one, await invitedPartner(tx, world, one), { ...ADA, name });
        codes.push(place?.code);
      }
      expect(codes).toEqual(['cremebruleeco', 'cremebruleeco2', 'partner', 'partner2']);
    }));

  test('joins with a partner they own, and an application is answered by it', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const ada = await newcomer(tx);
      const own = await addPartner(tx, 'Ada & Sons', 'publisher');
      await addMember(tx, own, ada.user ?? { id: '', email: '' }, 'owner');
      const first = await invitedPartner(tx, world, ada);
      const [peek] = await asActor(
        tx,
        ada,
        async (mine) =>
          await mine<{ names: string }[]>`
          select jsonb_path_query_array(public.peek_invitation(${first}), '$.partners[*].name')::text as names`,
      );
      expect(peek?.names).toBe('["Ada & Sons"]');
      await tx`update public.invitations set revoked_at = now() where email = ${emailOf(ada)}`;
      const place = await accept(tx, ada, await invitedPartner(tx, world, ada), { id: own.id });
      expect(place?.code).toBe('adasons');
      const applied = world.actors.applied;
      expect(
        (
          await accept(tx, applied, await invitedPartner(tx, world, applied, 'ambassador'), {
            id: world.partners.applied.id,
          })
        )?.side,
      ).toBe('partner');
      const [status] =
        await tx`select status, tags from public.partnerships where id = ${world.partnerships['a/applied'].id}`;
      expect(status).toEqual({ status: 'active', tags: ['new'] });
    }));

  test('cannot choose another rate by a partner of another type', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const ada = await newcomer(tx);
      const own = await addPartner(tx, 'Ada & Sons', 'app');
      await addMember(tx, own, ada.user ?? { id: '', email: '' }, 'owner');
      const token = await invitedPartner(tx, world, ada);
      const peek = (mine: TransactionSql) =>
        mine<{ count: number }[]>`select jsonb_array_length(public.peek_invitation(${token}) -> 'partners') as count`;
      expect((await asActor(tx, ada, peek))[0]?.count).toBe(0);
      expect(await codeOf(tx, ada, token, { id: own.id })).toBe('PT409');
      // A brand that names no type takes any.
      await tx`update public.invitations set partner_type = null where email = ${emailOf(ada)}`;
      expect((await asActor(tx, ada, peek))[0]?.count).toBe(1);
      expect((await accept(tx, ada, token, { id: own.id }))?.code).toBe('adasons');
    }));

  test.each(['paused', 'ended', 'declined'] as const)('cannot get round being %s', (standing) =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const actor = world.actors[standing];
      const token = await invitedPartner(tx, world, actor);
      expect(await codeOf(tx, actor, token, { id: world.partners[standing].id })).toBe('PT409');
      expect(await stateOf(tx, token)).toBe('open');
    }),
  );

  test.each([
    ['no name', { ...ADA, name: ' ' }],
    ['a name that is too long', { ...ADA, name: 'x'.repeat(121) }],
    ['no country', { ...ADA, country: 'Britain' }],
    ['no language', { ...ADA, language: 'English' }],
  ])('who gives %s is told', (_, partner) =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const ada = await newcomer(tx);
      expect(await codeOf(tx, ada, await invitedPartner(tx, world, ada), partner)).toBe('PT422');
    }),
  );
});

describe('teams', () => {
  test('a colleague gets the role of the invitation, once', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const ada = await newcomer(tx);
      const invited = { kind: 'staff', program: world.a, role: 'finance' } as const;
      expect(await accept(tx, ada, await tokenOf(tx, await addInvitation(tx, emailOf(ada), invited)))).toEqual({
        side: 'brand',
        program: world.a.slug,
        code: null,
      });
      const second = await tokenOf(tx, await addInvitation(tx, emailOf(ada), { ...invited, role: 'owner' }));
      expect(await codeOf(tx, ada, second)).toBe('PT409');
      const rows =
        await tx`select role from public.program_staff where user_id = ${ada.user?.id ?? ''} and removed_at is null`;
      expect(rows).toEqual([{ role: 'finance' }]);
    }));

  test('a member of the team lands in a program of the partner; without one, nowhere', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const ada = await newcomer(tx);
      const invite = async (partner: typeof world.partners.mira) =>
        await tokenOf(tx, await addInvitation(tx, emailOf(ada), { kind: 'partner_member', partner, role: 'member' }));
      const place = await accept(tx, ada, await invite(world.partners.mira));
      expect(place?.code).toBe(world.partnerships['a/mira'].code.toLowerCase());
      expect(await accept(tx, ada, await invite(await addPartner(tx, 'Nowhere')))).toBeNull();
    }));

  test('leaving and being removed hold for the next request with the same token; the last owner stays', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const seen = (actor: Actor) =>
        asActor(
          tx,
          actor,
          async (mine) => (await mine`select 1 from public.partnerships where program_id = ${world.a.id}`).length,
        );
      const { 's.viewer': viewer, 's.owner': owner, 's.manager': manager, 'p.member': member } = world.actors;
      expect(await seen(viewer)).toBeGreaterThan(0);
      await asActor(tx, viewer, (mine) => mine`select public.leave_program(${world.a.slug})`);
      expect(await seen(viewer)).toBe(0);
      await asActor(
        tx,
        owner,
        (mine) => mine`
        update public.program_staff set removed_at = now() where user_id = ${manager.user?.id ?? ''} and program_id = ${world.a.id}`,
      );
      expect(await seen(manager)).toBe(0);
      expect(await codeFor(tx, owner, (mine) => mine`select public.leave_program(${world.a.slug})`)).toBe('PT409');
      await asActor(tx, member, (mine) => mine`select public.leave_partner(${world.partners.mira.id})`);
      expect(await seen(member)).toBe(0);
      // With a second owner the first may go, and the program keeps one.
      const second = await newcomer(tx);
      await addStaff(tx, world.a, second.user ?? { id: '', email: '' }, 'owner');
      expect(await codeFor(tx, owner, (mine) => mine`select public.leave_program(${world.a.slug})`)).toBe('done');
      expect(await codeFor(tx, second, (mine) => mine`select public.leave_program(${world.a.slug})`)).toBe('PT409');
    }));
});

test('each reason has an answer of its own', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const { token, id } = world.invitations['a/stranger'];
    const stranger = world.actors.stranger;
    const asked = async (set: string) => {
      await tx.unsafe(
        `update public.invitations set accepted_at = null, revoked_at = null, expires_at = now() + interval '1 day' where id = '${id}'`,
      );
      if (set !== '') await tx.unsafe(`update public.invitations set ${set} where id = '${id}'`);
      const [peek] = await tx<{ state: string; email: string }[]>`
        select p ->> 'state' as state, p ->> 'email' as email from public.peek_invitation(${token}) p`;
      return [peek?.state, peek?.email === emailOf(stranger) ? 'whole' : 'masked', await codeOf(tx, stranger, token)];
    };
    await tx`alter table public.invitations disable trigger guard_invitation`;
    expect(await asked('accepted_at = now()')).toEqual(['used', 'masked', 'PT409']);
    expect(await asked('revoked_at = now()')).toEqual(['revoked', 'masked', 'PT409']);
    expect(await asked('expires_at = now()')).toEqual(['expired', 'masked', 'PT409']);
    expect(await codeOf(tx, world.actors.nora, token)).toBe('PT403');
    expect(await asked('')).toEqual(['open', 'whole', 'done']);
    expect(await stateOf(tx, 'no-such-token')).toBe('unknown');
    expect(await codeOf(tx, stranger, 'no-such-token')).toBe('PT404');
  }));
