import type { Sql, TransactionSql } from 'postgres';
import { signJwt } from '../../supabase/local/secrets.ts';
import type { User } from './builders.ts';

/** Who asks: the database role that the API takes on, and the person it does so for. */
export type Actor = { name: string; role: 'anon' | 'authenticated' | 'service_role'; user: User | null };

export const anon: Actor = { name: 'anon', role: 'anon', user: null };
export const service: Actor = { name: 'service', role: 'service_role', user: null };

export function signedIn(name: string, user: User): Actor {
  return { name, role: 'authenticated', user };
}

/** The claims that the API hands to the database for this actor. */
export function claimsOf({ role, user }: Actor): Record<string, unknown> {
  return user ? { sub: user.id, role, aud: 'authenticated', email: user.email } : { role };
}

/** A valid access token that lives for an hour, as the Auth server would sign it. */
export function tokenOf(actor: Actor, jwtSecret: string): string {
  const now = Math.floor(Date.now() / 1000);
  return signJwt({ ...claimsOf(actor), iat: now, exp: now + 3600 }, jwtSecret);
}

/** What the portal sends: the publishable key, and the actor's token when there is one. */
export function headersOf(
  actor: Actor,
  keys: { publishableKey: string; secretKey: string; jwtSecret: string },
): Record<string, string> {
  if (actor.role === 'service_role') return { apikey: keys.secretKey };
  if (!actor.user) return { apikey: keys.publishableKey };
  return { apikey: keys.publishableKey, authorization: `Bearer ${tokenOf(actor, keys.jwtSecret)}` };
}

class RolledBack extends Error {}

/** Runs in a transaction that is rolled back whatever happens, so that nothing of the test stays. */
export async function rolledBack(sql: Sql, run: (tx: TransactionSql) => Promise<void>): Promise<void> {
  try {
    await sql.begin(async (tx) => {
      await run(tx);
      throw new RolledBack();
    });
  } catch (thrown) {
    if (!(thrown instanceof RolledBack)) throw thrown;
  }
}

/**
 * Runs as the actor, with role and claims set as the API sets them; afterwards the transaction is the
 * owner's again. An error rolls back what the actor did and is thrown on.
 */
export async function asActor<T>(
  tx: TransactionSql,
  actor: Actor,
  run: (tx: TransactionSql) => Promise<T>,
): Promise<T> {
  return await tx.savepoint(async (point) => {
    await point`
      select set_config('request.jwt.claims', ${JSON.stringify(claimsOf(actor))}, true),
        set_config('request.jwt.claim.sub', ${actor.user?.id ?? ''}, true),
        set_config('request.jwt.claim.role', ${actor.role}, true),
        set_config('role', ${actor.role}, true)`;
    const answer = await run(point);
    await point`select set_config('role', 'none', true), set_config('request.jwt.claims', '', true),
      set_config('request.jwt.claim.sub', '', true)`;
    // The driver unwraps arrays in its type only; what comes out is what went in.
    return answer as never;
  });
}

/** The SQLSTATE with which the database refuses the actor, or `done` when it does not; what was done stays. */
export async function codeFor(
  tx: TransactionSql,
  actor: Actor,
  run: (tx: TransactionSql) => Promise<unknown>,
): Promise<string> {
  try {
    await asActor(tx, actor, run);
    return 'done';
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
    if (typeof code !== 'string') throw thrown;
    return code;
  }
}
