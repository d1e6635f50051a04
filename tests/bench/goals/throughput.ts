import type { Sql } from 'postgres';
import { actAs } from '../buffers.ts';
import { median } from '../median.ts';
import { judge, type Line } from '../report.ts';
import { partnerEarnings } from '../screens.ts';
import { measureSpent } from '../spent.ts';
import { findSubjects, type Subject } from '../world/subjects.ts';
import type { World } from '../world/world.ts';

/** Interleaved rounds; the first warms the session and is not counted. */
const ROUNDS = 12;
const CALLS = 100;

/** Goal 13: calls of a partner's dashboard in a busy second under row security, against the same calls without it. */
export async function measureThroughput({ sql, partners }: World): Promise<Line[]> {
  const { average } = await findSubjects(sql, partners);
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const without = await secondsFor(sql, average, 'supabase_admin');
    ratios.push(without / (await secondsFor(sql, average, 'authenticated')));
  }
  return [
    judge({
      goal: 13,
      name: 'partner earnings under row security against without',
      value: median(ratios.slice(1)),
      unit: 'of the throughput',
      atLeast: 0.45,
    }),
  ];
}

async function secondsFor(
  sql: Sql,
  { userId, code }: Subject,
  role: 'authenticated' | 'supabase_admin',
): Promise<number> {
  return await sql.begin(async (transaction) => {
    await actAs(transaction, userId);
    await transaction.unsafe(`set local role ${role}`);
    const calls = `do $$ begin for i in 1..${CALLS} loop perform ${partnerEarnings(code)}; end loop; end $$`;
    return (await measureSpent(transaction, async () => await transaction.unsafe(calls))).busy;
  });
}
