import { randomUUID } from 'node:crypto';
import postgres, { type TransactionSql } from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { type Actor, asActor, codeFor, rolledBack, signedIn } from '../support/actors.ts';
import { addMember, addStaff, addUser } from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { buildWorld, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Fate = { email: string; fate: string; reason: string | null };
const invite = (tx: TransactionSql, actor: Actor, world: World, rows: object[], isDryRun = false) =>
  asActor(tx, actor, async (mine) => {
    const [row] = await mine<{ answer: { invited: number; rows: Fate[] } }[]>`
      select public.invite_partners(${world.a.slug}, ${mine.json(rows as never)}, null, ${isDryRun}) as answer`;
    return row?.answer ?? { invited: -1, rows: [] };
  });

test('each row of many partners has its fate, and only good ones are invited', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const manager = world.actors['s.manager'];
    const rows = [
      {
        email: ' Ada@Example.COM ',
        partner_type: 'influencer',
        name: 'Ada',
        tier: 'gold',
        tags: ['new', ' new ', 'x'],
      },
      { email: 'ada@example.com', partner_type: 'affiliate' },
      { email: 'no address', partner_type: 'affiliate' },
      { email: 'b@example.com', partner_type: 'magician' },
      { email: 'c@example.com', partner_type: 'app', name: 'x'.repeat(121) },
      { email: 'd@example.com', partner_type: 'app', tier: 'x'.repeat(41) },
      { email: 'e@example.com', partner_type: 'app', tags: 'gold' },
      { email: world.invitations['a/partner'].email, partner_type: 'app' },
      { email: world.actors.nora.user?.email, partner_type: 'app' },
      { email: `berta-unknown@example.com`, partner_type: 'b2b', locale: 'ko' },
    ];
    const fates = [
      'invited null',
      'already repeated',
      'invalid bad_email',
      'invalid bad_type',
      'invalid bad_name',
      'invalid bad_tier',
      'invalid bad_tags',
      'already invited',
      'already member',
      'invited null',
    ];
    const said = (answer: { rows: Fate[] }) => answer.rows.map(({ fate, reason }) => `${fate} ${reason}`);
    const planned = await invite(tx, manager, world, rows, true);
    expect(said(planned)).toEqual(fates);
    const counted = await tx`select 1 from public.invitations where created_by = ${manager.user?.id ?? ''}`;
    expect(counted).toHaveLength(0);
    const done = await invite(tx, manager, world, rows);
    expect(said(done)).toEqual(fates);
    expect(done.invited).toBe(2);
    const made = await tx`
      select i.email, i.partner_type, i.partner_name, i.tier, i.tags, i.locale, o.recipient
      from public.invitations i left join private.outbox o on o.invitation_id = i.id
      where i.created_by = ${manager.user?.id ?? ''} order by i.email`;
    expect(made).toMatchObject([
      {
        email: 'ada@example.com',
        partner_type: 'influencer',
        partner_name: 'Ada',
        tier: 'gold',
        tags: ['new', 'x'],
        locale: 'en',
        recipient: 'ada@example.com',
      },
      { email: 'berta-unknown@example.com', partner_type: 'b2b', tags: [], locale: 'ko' },
    ]);
  }));

test('known and unknown addresses are answered alike', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    // One with an account elsewhere, one removed from this very program, one whose partner is in another program, one new.
    const elsewhere = [world.actors.stranger, world.actors['s.removed'], world.actors.second].map(
      ({ user }) => user?.email,
    );
    const answer = await invite(
      tx,
      world.actors['s.owner'],
      world,
      [...elsewhere, 'nobody@example.com'].map((email) => ({ email, partner_type: 'app' })),
    );
    expect(new Set(answer.rows.map(({ fate, reason }) => `${fate} ${reason}`))).toEqual(new Set(['invited null']));
  }));

test('an invitation that ran out makes room, an open one does not', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const owner = world.actors['s.owner'];
    const again = () =>
      codeFor(
        tx,
        owner,
        (mine) => mine`select public.invite_staff(${world.a.slug}, ${world.invitations['a/staff'].email}, 'viewer')`,
      );
    expect(await again()).toBe('PT409');
    await tx`update public.invitations set expires_at = now() where id = ${world.invitations['a/staff'].id}`;
    expect(await again()).toBe('done');
  }));

test('no more than 500 a person, program and day, 50 a team, and 5 mails an invitation', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const manager = world.actors['s.manager'];
    const many = (count: number, from: number) =>
      Array.from({ length: count }, (_, at) => ({ email: `p${from + at}@example.com`, partner_type: 'app' }));
    expect((await invite(tx, manager, world, many(499, 0))).invited).toBe(499);
    const more = (count: number, actor = manager) =>
      codeFor(
        tx,
        actor,
        (mine) => mine`select public.invite_partners(${world.a.slug}, ${mine.json(many(count, 1000))})`,
      );
    expect(await more(2)).toBe('PT429');
    expect(await more(1)).toBe('done');
    expect(await more(2, world.actors['s.owner'])).toBe('done');
    const resend = () =>
      codeFor(
        tx,
        world.actors['p.owner'],
        (mine) => mine`select public.resend_invitation(${world.teams.mira?.id ?? ''})`,
      );
    // The world has put the first of five mails there.
    const codes = [];
    for (let turn = 0; turn < 5; turn += 1) codes.push(await resend());
    expect(codes).toEqual(['done', 'done', 'done', 'done', 'PT429']);
  }));

test('revoking and inviting again writes to nobody more than 5 times a day', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const { 's.owner': owner, 'p.owner': partner } = world.actors;
    const calls = {
      staff: (mine: TransactionSql) => mine`select public.invite_staff(${world.a.slug}, 'bob@example.com', 'viewer')`,
      partner: (mine: TransactionSql) =>
        mine`select public.invite_partners(${world.a.slug}, '[{"email": "bob@example.com", "partner_type": "app"}]')`,
      member: (mine: TransactionSql) =>
        mine`select public.invite_member(${world.partners.mira.id}, 'bob@example.com', 'viewer')`,
    };
    const write = async (kind: keyof typeof calls) => {
      const code = await codeFor(tx, kind === 'member' ? partner : owner, calls[kind]);
      await tx`update public.invitations set revoked_at = now() where email = 'bob@example.com' and revoked_at is null`;
      return code;
    };
    for (const kind of ['staff', 'partner', 'staff', 'partner', 'staff'] as const)
      expect(await write(kind)).toBe('done');
    expect([await write('partner'), await write('staff')]).toEqual(['PT429', 'PT429']);
    // Another team has not written yet, and may; and after a day so may this one.
    expect(await write('member')).toBe('done');
    await tx`update private.outbox set created_at = now() - interval '25 hours' where recipient = 'bob@example.com'`;
    expect(await write('partner')).toBe('done');
  }));

test.each([
  ['removed', 'removed_at = now()'],
  ['made less', "role = 'manager'"],
])('an owner who is %s leaves no way in behind', (_, set) =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const second = signedIn('second', await addUser(tx, `${randomUUID()}@example.com`));
    const user = second.user ?? { id: '', email: '' };
    await addStaff(tx, world.a, user, 'owner');
    await addMember(tx, world.partners.mira, user, 'owner');
    await asActor(tx, second, async (mine) => {
      await mine`select public.invite_staff(${world.a.slug}, 'spare@example.com', 'owner')`;
      await mine`select public.invite_member(${world.partners.mira.id}, 'spare@example.com', 'owner')`;
      await mine`select public.invite_partners(${world.a.slug}, '[{"email": "spare@example.com", "partner_type": "app"}]')`;
    });
    const left = async () => {
      const rows = await tx<{ kind: string }[]>`
        select kind::text from public.invitations where created_by = ${user.id} and revoked_at is null order by kind::text`;
      return rows.map(({ kind }) => kind);
    };
    await asActor(tx, world.actors['s.owner'], (mine) =>
      mine.unsafe(`update public.program_staff set ${set} where user_id = '${user.id}'`),
    );
    expect(await left()).toEqual(['partner', 'partner_member']);
    await asActor(tx, world.actors['p.owner'], (mine) =>
      mine.unsafe(`update public.partner_members set ${set.replace('manager', 'member')} where user_id = '${user.id}'`),
    );
    expect(await left()).toEqual(['partner']);
    // What others sent stands.
    const [theirs] = await tx`select revoked_at from public.invitations where id = ${world.invitations['a/staff'].id}`;
    expect(theirs).toEqual({ revoked_at: null });
  }),
);

test('resending ends the old link, and only the newest mail waits', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const { id, token } = world.invitations['a/partner'];
    await tx`update public.invitations set expires_at = now() - interval '1 hour' where id = ${id}`;
    await asActor(tx, world.actors['s.manager'], (mine) => mine`select public.resend_invitation(${id})`);
    const [peek] = await tx`select public.peek_invitation(${token}) ->> 'state' as state`;
    expect(peek).toEqual({ state: 'unknown' });
    const [row] =
      await tx`select expires_at > now() + interval '6 days' as fresh from public.invitations where id = ${id}`;
    expect(row).toEqual({ fresh: true });
    const waiting = await tx`select 1 from private.outbox where invitation_id = ${id} and dropped_at is null`;
    expect(waiting).toHaveLength(1);
  }));

test.each(['{"created_at": "then", "id": "x"}', '{"created_at": "2026-02-31"}', '{}', '[]', '"x"'])(
  'a page that goes on after %s is refused in words',
  (before) =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const asked = asActor(
        tx,
        world.actors['s.owner'],
        (mine) => mine`select public.invitation_list(${world.a.slug}, p_before => ${before}::text::jsonb)`,
      );
      await expect(asked).rejects.toMatchObject({ code: 'PT422' });
    }),
);
