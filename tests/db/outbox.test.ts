import { randomUUID } from 'node:crypto';
import postgres, { type TransactionSql } from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { type Actor, asActor, codeFor, rolledBack, service, signedIn } from '../support/actors.ts';
import { addUser } from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { buildWorld } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Claimed = { id: string; to: string; token: string }[];
const claim = (tx: TransactionSql, ids: string[]) =>
  asActor(tx, service, async (mine) => {
    const [row] = await mine<{ mails: Claimed }[]>`select public.claim_mails(${ids}::uuid[]) as mails`;
    return row?.mails ?? [];
  });
const finish = (tx: TransactionSql, id: string, error: string | null) =>
  asActor(tx, service, (mine) => mine`select public.finish_mail(${id}, ${error})`);

test('a mail is claimed once, tried again after a failure, and never after it was sent', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const { mail, id } = world.invitations['a/staff'];
    const stateOf = async () => {
      const [row] = await asActor(
        tx,
        world.actors['s.viewer'],
        (mine) => mine<{ mail: string }[]>`
        select i ->> 'mail' as mail from jsonb_array_elements(public.invitation_list(${world.a.slug}) -> 'invitations') i
        where i ->> 'id' = ${id}`,
      );
      return row?.mail;
    };
    const [first] = await claim(tx, [mail]);
    expect(first?.to).toBe(world.invitations['a/staff'].email);
    expect(await claim(tx, [mail])).toEqual([]);
    await finish(tx, mail, 'ESOCKET');
    expect(await stateOf()).toBe('failed');
    const [second] = await claim(tx, [mail]);
    expect(second?.token).not.toBe(first?.token);
    // Only the newest token opens.
    const state = async (token = '') => (await tx`select public.peek_invitation(${token}) ->> 'state' as s`)[0]?.s;
    expect(await state(first?.token)).toBe('unknown');
    expect(await state(second?.token)).toBe('open');
    expect(second?.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    await finish(tx, mail, null);
    expect(await stateOf()).toBe('sent');
    await tx`update private.outbox set claimed_at = now() - interval '1 day' where id = ${mail}`;
    expect(await claim(tx, [mail])).toEqual([]);
  }));

test('a claim that was never finished is free again after five minutes', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const { mail } = world.invitations['a/partner'];
    expect(await claim(tx, [mail])).toHaveLength(1);
    await tx`update private.outbox set claimed_at = now() - interval '6 minutes' where id = ${mail}`;
    expect(await claim(tx, [mail])).toHaveLength(1);
  }));

test('a mail of a revoked, used or expired invitation is not sent', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const { 'a/staff': staff, 'a/partner': partner, 'a/stranger': stranger } = world.invitations;
    await asActor(tx, world.actors['s.owner'], (mine) => mine`select public.revoke_invitation(${staff.id})`);
    await tx`update public.invitations set accepted_at = now() where id = ${partner.id}`;
    await tx`update public.invitations set expires_at = now() where id = ${stranger.id}`;
    expect(await claim(tx, [staff.mail, partner.mail, stranger.mail])).toEqual([]);
  }));

test('no token is at rest anywhere, only its hash', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const [mail] = await claim(tx, [world.invitations['a/staff'].mail]);
    const token = mail?.token ?? '';
    const [found] = await tx`
      select (select count(*)::int from public.invitations i where to_jsonb(i)::text like ${`%${token}%`})
        + (select count(*)::int from private.outbox o where to_jsonb(o)::text like ${`%${token}%`}) as texts,
        (select count(*)::int from public.invitations i where i.token_hash = sha256(convert_to(${token}, 'utf8'))) as hashes`;
    expect(found).toEqual({ texts: 0, hashes: 1 });
  }));

test('whoever invites never sees a token, and a stranger to the outbox claims nothing', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const user = await addUser(tx, `${randomUUID()}@example.com`);
    const claiming = (actor: Actor) =>
      codeFor(tx, actor, (mine) => mine`select public.claim_mails(${[world.invitations['a/staff'].mail]}::uuid[])`);
    expect(await claiming(world.actors['s.owner'])).toBe('42501');
    expect(await claiming(signedIn('new', user))).toBe('42501');
  }));
