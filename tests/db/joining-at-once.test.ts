import { createHash } from 'node:crypto';
import postgres, { type TransactionSql } from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { type Actor, claimsOf, signedIn } from '../support/actors.ts';
import {
  addInvitation,
  addMember,
  addPartner,
  addProgram,
  addStaff,
  addUser,
  freshSuffix,
} from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { processOf, untilBlocked } from '../support/until-blocked.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

async function tokenOf(id: string): Promise<string> {
  const token = `token-${id}`;
  await sql`update public.invitations set token_hash = ${createHash('sha256').update(token).digest()} where id = ${id}`;
  return token;
}

/** Is this person for the rest of the transaction. */
async function become(tx: TransactionSql, actor: Actor): Promise<void> {
  await tx`select set_config('request.jwt.claims', ${JSON.stringify(claimsOf(actor))}, true),
    set_config('request.jwt.claim.sub', ${actor.user?.id ?? ''}, true), set_config('role', 'authenticated', true)`;
}

async function join(tx: TransactionSql, actor: Actor, token: string, partner: object): Promise<void> {
  await become(tx, actor);
  await tx`select public.accept_invitation(${token}, 'Racer', ${tx.json(partner as never)})`;
}

const ADA = { name: 'Ada Lovelace', country: 'GB', language: 'en', time_zone: 'Europe/London' };

test('of thirty people at once one gets in', async () => {
  const suffix = freshSuffix();
  const program = await addProgram(sql, { slug: `race-${suffix}` });
  const user = await addUser(sql, `race-${suffix}@example.com`);
  const token = await tokenOf(await addInvitation(sql, user.email, { kind: 'partner', program }));
  const actor = signedIn('racer', user);
  const crowd = await Promise.all(
    Array.from({ length: 30 }, () => postgres(stack.postgresUrl, { max: 1, onnotice: () => {} })),
  );
  try {
    // All are connected before the first asks.
    await Promise.all(crowd.map((one) => one`select 1`));
    const codes = await Promise.all(
      crowd.map((one) =>
        one
          .begin(async (tx) => {
            await join(tx, actor, token, { ...ADA, type: 'app' });
            return 'in';
          })
          .catch((thrown: { code?: string }) => thrown.code ?? 'unknown'),
      ),
    );
    expect(codes.filter((code) => code === 'in')).toHaveLength(1);
    expect(codes.filter((code) => code === 'PT409')).toHaveLength(29);
    const [made] = await sql`
      select (select count(*)::int from public.partner_members m where m.user_id = ${user.id}) as members,
        (select count(*)::int from public.partnerships p where p.program_id = ${program.id}) as partnerships`;
    expect(made).toEqual({ members: 1, partnerships: 1 });
  } finally {
    await Promise.all(crowd.map((one) => one.end()));
  }
});

test('two owners of one partner at once: one joins with it, the other is told', async () => {
  const suffix = freshSuffix();
  const program = await addProgram(sql, { slug: `twice-${suffix}` });
  const partner = await addPartner(sql, `Twice ${suffix}`, 'app');
  const crowd = await Promise.all(
    ['ada', 'bob'].map(async (name) => {
      const user = await addUser(sql, `${name}-${suffix}@example.com`);
      await addMember(sql, partner, user, 'owner');
      const token = await tokenOf(await addInvitation(sql, user.email, { kind: 'partner', program }));
      return { actor: signedIn(name, user), token, one: postgres(stack.postgresUrl, { max: 1, onnotice: () => {} }) };
    }),
  );
  try {
    const codes = await Promise.all(
      crowd.map(({ actor, token, one }) =>
        one
          .begin(async (tx) => {
            await join(tx, actor, token, { id: partner.id });
            // Holds the door until the other has seen that nobody is in yet.
            await tx`select pg_sleep(0.3)`;
            return 'in';
          })
          .catch((thrown: { code?: string }) => thrown.code ?? 'unknown'),
      ),
    );
    expect(codes.sort()).toEqual(['PT409', 'in']);
  } finally {
    await Promise.all(crowd.map(({ one }) => one.end()));
  }
});

test('an owner who invites while they are removed leaves no way in behind', async () => {
  const suffix = freshSuffix();
  const program = await addProgram(sql, { slug: `going-${suffix}` });
  await addStaff(sql, program, await addUser(sql, `stays-${suffix}@example.com`), 'owner');
  const user = await addUser(sql, `goes-${suffix}@example.com`);
  await addStaff(sql, program, user, 'owner');
  const other = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
  try {
    const pid = await processOf(other);
    let inviting: Promise<string> | null = null;
    await sql.begin(async (tx) => {
      await tx`update public.program_staff set removed_at = now() where user_id = ${user.id}`;
      inviting = other
        .begin(async (mine) => {
          await become(mine, signedIn('goes', user));
          await mine`select public.invite_staff(${program.slug}, ${`spare-${suffix}@example.com`}, 'owner')`;
          return 'done';
        })
        .catch((thrown: { code?: string }) => thrown.code ?? 'unknown');
      // The other has been let in as an owner, and waits for the program.
      await untilBlocked(tx, pid);
    });
    expect(await inviting).toBe('PT409');
    expect(await sql`select 1 from public.invitations where created_by = ${user.id}`).toHaveLength(0);
  } finally {
    await other.end();
  }
});
