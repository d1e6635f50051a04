import type { Sql } from 'postgres';

/** The tables of raw facts; the rollups keep their indexes, so that those grow as in life. */
const FACTS = ['conversion_events', 'conversions', 'adjustments', 'commission_lines', 'clicks'] as const;

/** Takes the indexes of the facts out of use; nothing but the superuser of a throw-away database may do so. */
export async function switchOffIndexes(sql: Sql): Promise<void> {
  await sql`
    update pg_catalog.pg_index i set indisready = false, indisvalid = false
    from unnest(${[...FACTS]}::text[]) f (name)
    cross join lateral pg_partition_tree(('public.' || f.name)::regclass) t
    where i.indrelid = t.relid and t.isleaf`;
}

/** Builds them from the rows that are there, which takes minutes less than growing them, and puts them back to use. */
export async function rebuildIndexes(sql: Sql, other: Sql): Promise<void> {
  await Promise.all([
    reindex(sql, ['conversion_events', 'adjustments', 'clicks']),
    reindex(other, ['conversions', 'commission_lines']),
  ]);
  const [row] = await sql<{ unusable: number }[]>`
    select count(*)::integer as unusable from pg_catalog.pg_index i where not i.indisready or not i.indisvalid`;
  if (row?.unusable !== 0) throw new Error(`${row?.unusable} indexes were not put back to use.`);
}

async function reindex(sql: Sql, tables: (typeof FACTS)[number][]): Promise<void> {
  for (const table of tables) await sql.unsafe(`reindex table public.${table}`);
}
