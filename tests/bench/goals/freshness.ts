import postgres, { type Sql } from 'postgres';
import { z } from 'zod/mini';
import { rollupDifferences } from '../../support/rollup-differences.ts';
import { actAs } from '../buffers.ts';
import { importOrders } from '../ingest/import.ts';
import { type ImportRow, makeOrders } from '../ingest/orders.ts';
import { judge, type Line } from '../report.ts';
import { partnerEarnings } from '../screens.ts';
import { findOwner, type Subject } from '../world/subjects.ts';
import type { World } from '../world/world.ts';

const ROUNDS = 20;

/** Nineteen sales, and one return. */
const FILE_ROWS = 20;

const Totals = z.object({ revenue_minor: z.number(), conversions: z.number() });
const Answer = z.object({ answer: z.object({ earnings: z.object({ totals: Totals }) }) });
type Totals = z.infer<typeof Totals>;

/** Goal 12: what was acknowledged is in the next read of another session, and the rollups are the sums of the facts. */
export async function measureFreshness({ sql, dbUrl }: World): Promise<Line[]> {
  const owner = await findOwner(sql);
  const partners = await sql<{ user_id: string; code: string }[]>`
    select user_id, code from bench.weights order by hashint8(n) limit ${ROUNDS}`;
  const reader = postgres(dbUrl, { max: 1, onnotice: () => {} });
  let staleReads = 0;
  try {
    for (const { user_id: userId, code } of partners)
      staleReads += await countStaleReads(sql, reader, owner, { name: code, userId, code });
  } finally {
    await reader.end();
  }
  const [program] = await sql<{ id: string }[]>`select id from public.programs`;
  const { compared, differences } = await rollupDifferences(sql, program?.id ?? '');
  if (compared === 0) throw new Error('No rollup was compared with its facts.');
  return [
    judge({
      goal: 12,
      name: `reads of ${2 * partners.length} after an acknowledged import or replay`,
      value: staleReads,
      unit: 'stale reads',
      atMost: 0,
    }),
    judge({
      goal: 12,
      name: `rollups of ${compared} figures against their facts`,
      value: differences.length,
      unit: 'differences',
      atMost: 0,
    }),
  ];
}

async function countStaleReads(writer: Sql, reader: Sql, owner: Subject, partner: Subject): Promise<number> {
  const orders = makeOrders(`fresh ${partner.code}`, FILE_ROWS, [partner.code]);
  const expected = add(await readTotals(reader, partner), orders);
  await importOrders(writer, owner.userId, `fresh ${partner.code}`, orders);
  const first = await readTotals(reader, partner);
  await importOrders(writer, owner.userId, `fresh ${partner.code}, exported again`, orders);
  const second = await readTotals(reader, partner);
  return [first, second].filter((totals) => !isSame(totals, expected)).length;
}

async function readTotals(sql: Sql, { userId, code }: Subject): Promise<Totals> {
  return await sql.begin(async (transaction) => {
    await actAs(transaction, userId);
    const [row] = await transaction.unsafe(`select ${partnerEarnings(code)} as answer`);
    return Answer.parse(row).answer.earnings.totals;
  });
}

function add(totals: Totals, orders: readonly ImportRow[]): Totals {
  return {
    revenue_minor: totals.revenue_minor + orders.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
    conversions: totals.conversions + orders.filter(({ kind }) => kind === 'sale').length,
  };
}

function isSame(one: Totals, other: Totals): boolean {
  return one.revenue_minor === other.revenue_minor && one.conversions === other.conversions;
}
