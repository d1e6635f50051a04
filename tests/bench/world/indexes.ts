import type { Sql } from 'postgres';

/**
 * The tables of raw facts, and the one rollup that no measured screen reads. The other rollups keep their indexes, so
 * that those grow as in life.
 */
const TABLES = [
  'conversion_events',
  'conversions',
  'adjustments',
  'commission_lines',
  'clicks',
  'partnership_day_sources',
] as const;

/** Takes their indexes out of use; nothing but the superuser of a throw-away database may do so. */
export async function switchOffIndexes(sql: Sql, names: readonly string[] = TABLES): Promise<void> {
  const switched = await sql`
    update pg_catalog.pg_index i set indisready = false, indisvalid = false
    from pg_catalog.pg_class c, pg_catalog.unnest(${[...names]}::text[]) t (name)
    where c.oid = i.indrelid and c.relkind = 'r' and (
      c.oid = ('public.' || t.name)::regclass
      or c.oid in (select p.relid from pg_partition_tree(('public.' || t.name)::regclass) p))
    returning i.indrelid`;
  const tables = new Set(switched.map(({ indrelid }) => indrelid));
  if (tables.size < names.length) throw new Error(`Only of ${tables.size} tables were the indexes switched off.`);
}

/** Builds them from the rows that are there, minutes faster than growing them, and puts them back to use. */
export async function rebuildIndexes(sql: Sql, tables: readonly string[]): Promise<void> {
  for (const table of tables) await sql.unsafe(`reindex table public.${table}`);
}

export async function requireUsableIndexes(sql: Sql): Promise<void> {
  const [row] = await sql<{ unusable: number }[]>`
    select count(*)::integer as unusable from pg_catalog.pg_index i where not i.indisready or not i.indisvalid`;
  if (row?.unusable !== 0) throw new Error(`${row?.unusable} indexes were not put back to use.`);
}
