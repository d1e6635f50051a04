import type { ISql } from 'postgres';

export type Table = { readonly name: string; readonly columns: readonly string[] };

/** Of the accounts what signing in needs; sessions and one-time codes are made anew. */
const ACCOUNTS = ['auth.users', 'auth.identities'];

/** Every table that holds something of its own, with the columns that can be written. */
export async function tablesOf(sql: ISql): Promise<Table[]> {
  return await sql<Table[]>`
    select c.oid::regclass::text as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
      and (n.nspname in ('public', 'private') or n.nspname || '.' || c.relname = any (${ACCOUNTS}))
    group by c.oid, n.nspname, c.relname
    order by n.nspname, c.relname`;
}

export async function migrationsOf(sql: ISql): Promise<string[]> {
  const rows = await sql<
    { version: string }[]
  >`select version from supabase_migrations.schema_migrations order by version`;
  return rows.map(({ version }) => version);
}

/** With an empty path every name is printed with its schema. */
export async function nameWithSchemas(sql: ISql): Promise<void> {
  await sql`select set_config('search_path', '', true)`;
}
