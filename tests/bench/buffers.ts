import type { Sql, TransactionSql } from 'postgres';
import { z } from 'zod/mini';

const Explained = z.array(
  z.object({ Plan: z.object({ 'Shared Hit Blocks': z.number(), 'Shared Read Blocks': z.number() }) }),
);

/** A fresh session reads the catalogue, and plans are custom at first: call it often enough before counting. */
const WARM_UP = 12;

/** From here on the transaction is an API request of this user, under row-level security. */
export async function actAs(transaction: TransactionSql, userId: string): Promise<void> {
  const claims = JSON.stringify({ sub: userId, role: 'authenticated', email: 'bench@example.com' });
  await transaction`
    select set_config('request.jwt.claims', ${claims}, true), set_config('request.jwt.claim.sub', ${userId}, true)`;
  await transaction.unsafe('set local role authenticated');
}

/** And from here on the owner of the database again. */
export async function stepBack(transaction: TransactionSql): Promise<void> {
  await transaction.unsafe('reset role');
  await transaction`
    select set_config('request.jwt.claims', '', true), set_config('request.jwt.claim.sub', '', true)`;
}

/** Pages that one evaluation touches, those of every nested statement included. */
export async function countBuffers(transaction: TransactionSql, query: string): Promise<number> {
  const [row] = await transaction.unsafe<{ 'QUERY PLAN': unknown }[]>(
    `explain (analyze, buffers, timing off, format json) ${query}`,
  );
  const [explained] = Explained.parse(row?.['QUERY PLAN']);
  if (!explained) throw new Error(`No plan for: ${query}`);
  return explained.Plan['Shared Hit Blocks'] + explained.Plan['Shared Read Blocks'];
}

/** Pages that a screen's function touches for this user, in a warm session. */
export async function countCallBuffers(sql: Sql, userId: string, call: string): Promise<number> {
  return await sql.begin(async (transaction) => {
    await actAs(transaction, userId);
    // The answer's length is asked for, because a call whose answer nobody uses would not be made.
    for (let round = 0; round < WARM_UP; round += 1) await transaction.unsafe(`select length((${call})::text)`);
    return await countBuffers(transaction, `select ${call}`);
  });
}
