import { createHash } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';
import { z } from 'zod/mini';
import { actAs } from '../buffers.ts';
import { measureSpent, type Spent } from '../spent.ts';
import { PROGRAM } from '../world/fill.ts';
import type { ImportRow } from './orders.ts';

/** The most that one call takes. */
export const CHUNK = 2000;

/** What an import writes; the import's own row moves in every case. */
const FACTS = ['conversion_events', 'conversions', 'adjustments', 'commission_lines'];
const ROLLUPS = [
  'partnership_days',
  'partnership_day_sources',
  'program_days',
  'program_months',
  'program_event_totals',
];

const Started = z.object({ answer: z.object({ import: z.object({ id: z.string() }) }) });
const Changed = z.object({ rows: z.coerce.number() });

export type Imported = { id: string; spent: Spent; rowsChanged: number };

/** Imports a file as this user through the product's functions, chunk by chunk, each one transaction. */
export async function importOrders(
  sql: Sql,
  userId: string,
  name: string,
  rows: readonly ImportRow[],
): Promise<Imported> {
  const id = await begin(sql, userId, name, rows.length);
  const imported: Imported = { id, spent: { elapsed: 0, busy: 0 }, rowsChanged: 0 };
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const { elapsed, busy } = await measureSpent(sql, async () => {
      imported.rowsChanged += await apply(sql, userId, id, from + 1, chunk);
    });
    imported.spent.elapsed += elapsed;
    imported.spent.busy += busy;
  }
  return imported;
}

/** One chunk in one transaction; resolves to the rows that it wrote. */
async function apply(sql: Sql, userId: string, id: string, from: number, chunk: readonly ImportRow[]): Promise<number> {
  return await sql.begin(async (transaction) => {
    await actAs(transaction, userId);
    const before = await writtenRows(transaction);
    await transaction`select public.apply_import_rows(${id}, ${from}, ${transaction.json([...chunk])}, '[]')`;
    return (await writtenRows(transaction)) - before;
  });
}

async function begin(sql: Sql, userId: string, name: string, rows: number): Promise<string> {
  const sha256 = createHash('sha256').update(name).digest('hex');
  return await sql.begin(async (transaction) => {
    await actAs(transaction, userId);
    const [row] = await transaction`
      select public.start_import(${PROGRAM}, 'bench', ${name}, ${sha256}, 1, ${rows}::integer, '{}') as answer`;
    return Started.parse(row).answer.import.id;
  });
}

/** Rows of facts and rollups that this session has written so far; the server forgets them now and then between transactions. */
async function writtenRows(transaction: TransactionSql): Promise<number> {
  const [row] = await transaction`
    select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) as rows
    from pg_catalog.pg_stat_xact_user_tables
    where schemaname = 'public' and relname = any (${[...FACTS, ...ROLLUPS]})`;
  return Changed.parse(row).rows;
}
