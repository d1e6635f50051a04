import type { ISql } from 'postgres';

export type TableObject = {
  schema: string;
  name: string;
  columns: { name: string; isGenerated: boolean; isOptional: boolean }[];
};
export type FunctionObject = {
  schema: string;
  name: string;
  signature: string;
  argumentTypes: string[];
  isVariadic: boolean;
  isDefiner: boolean;
};
export type Catalogue = {
  tables: TableObject[];
  views: { schema: string; name: string }[];
  sequences: { schema: string; name: string }[];
  functions: FunctionObject[];
  buckets: { id: string; isPublic: boolean; limit: string | null; types: string }[];
};

const schemas = ['public', 'private'];

/** Everything the catalogue shows of the product: what is not expected there is a failure of the matrix. */
export async function readCatalogue(sql: ISql): Promise<Catalogue> {
  return {
    tables: await sql<TableObject[]>`
      select n.nspname as schema, c.relname as name, (
        select jsonb_agg(jsonb_build_object('name', a.attname, 'isGenerated', a.attgenerated <> '' or a.attidentity = 'a',
          'isOptional', a.atthasdef or not a.attnotnull) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ${sql(schemas)} and c.relkind in ('r', 'p', 'f') order by 1, 2`,
    views: await sql<{ schema: string; name: string }[]>`
      select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ${sql(schemas)} and c.relkind in ('v', 'm') order by 1, 2`,
    sequences: await sql<{ schema: string; name: string }[]>`
      select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ${sql(schemas)} and c.relkind = 'S' order by 1, 2`,
    functions: await sql<FunctionObject[]>`
      select n.nspname as schema, p.proname as name, p.oid::regprocedure::text as signature, p.prosecdef as "isDefiner",
        p.provariadic <> 0 as "isVariadic",
        array(select format_type(t, null) from unnest(p.proargtypes) with ordinality u (t, at) order by at) as "argumentTypes"
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ${sql(schemas)} order by 1, 2, 3`,
    buckets: await sql<Catalogue['buckets']>`
      select id, public as "isPublic", file_size_limit::text as "limit", coalesce(array_to_string(allowed_mime_types, ' '), '') as types
      from storage.buckets order by 1`,
  };
}
