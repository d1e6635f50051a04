import type { ISql } from 'postgres';
import { type Mutant, objectName } from './mutant.ts';

type Policy = {
  schema: string;
  table: string;
  name: string;
  command: 'r' | 'a' | 'w' | 'd' | '*';
  using: string | null;
  check: string | null;
};

/** The operations that a policy of this command decides. */
const decidedBy = {
  r: /^(select|list)( behind.*)?$/,
  a: /^(insert as|add to)/,
  w: /^(update|overwrite|move|hand over)/,
  d: /^(delete|remove)/,
  '*': /./,
} as const;

/** The arguments that say which roles, as the catalogue prints them. */
const ROLES = /\(VARIADIC ARRAY\[[^\]]*\]\)/g;

/** Every policy dropped, opened, and without its roles. */
export async function policyMutants(sql: ISql): Promise<Mutant[]> {
  const policies = await sql<Policy[]>`
    select n.nspname as schema, c.relname as table, p.polname as name, p.polcmd as command,
      pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private', 'storage') order by 1, 2, 3`;
  return policies.flatMap(({ schema, table, name, command, using, check }) => {
    const on = `${name} on ${schema}.${table}`;
    const mutant = (what: string, text: string): Mutant => ({
      name: `policy ${on}: ${what}`,
      sql: text,
      object: objectName(schema, table),
      operation: decidedBy[command],
    });
    const alter = (clause: 'using' | 'with check', expression: string) =>
      `alter policy ${on} ${clause} (${expression})`;
    const clauses = [
      { clause: 'using', expression: using },
      { clause: 'with check', expression: check },
    ] as const;
    return [
      mutant('dropped', `drop policy ${on}`),
      ...clauses.flatMap(({ clause, expression }) => {
        if (expression === null) return [];
        const withoutRoles = expression.replace(ROLES, '()');
        return [
          mutant(`${clause} true`, alter(clause, 'true')),
          ...(withoutRoles === expression ? [] : [mutant(`${clause} without roles`, alter(clause, withoutRoles))]),
        ];
      }),
    ];
  });
}

type Relation = { schema: string; name: string; kind: 'table' | 'sequence' | 'view' };

async function relations(sql: ISql): Promise<Relation[]> {
  return await sql<Relation[]>`
    select n.nspname as schema, c.relname as name,
      case when c.relkind = 'S' then 'sequence' when c.relkind in ('v', 'm') then 'view' else 'table' end as kind
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private') and c.relkind in ('r', 'p', 'S', 'v', 'm') order by 1, 2`;
}

/** Row-level security off; everything granted to a role. */
export async function relationMutants(sql: ISql): Promise<Mutant[]> {
  const storage: Relation[] = [{ schema: 'storage', name: 'objects', kind: 'table' }];
  const all = await relations(sql);
  return [
    ...[...all, ...storage]
      .filter(({ kind }) => kind === 'table')
      .map(({ schema, name }) => ({
        name: `table ${schema}.${name}: row-level security off`,
        sql: `alter table ${schema}.${name} disable row level security`,
        object: objectName(schema, name),
        operation: /^(select|list|insert as .*|insert)( behind.*)?$/,
      })),
    ...all
      .filter(({ kind }) => kind === 'view')
      .map(({ schema, name }) => ({
        name: `view ${schema}.${name}: with its owner's rights`,
        sql: `alter view ${schema}.${name} set (security_invoker = false)`,
        object: objectName(schema, name),
        operation: /^select/,
      })),
    ...all.flatMap(({ schema, name, kind }) =>
      ['anon', 'authenticated', 'service_role'].map((role) => ({
        name: `${kind} ${schema}.${name}: all granted to ${role}`,
        sql: `grant all on ${kind === 'sequence' ? 'sequence ' : ''}${schema}.${name} to ${role}`,
        object: kind === 'sequence' ? `${schema}.${name}` : objectName(schema, name),
        operation: kind === 'sequence' ? /^nextval$/ : /^truncate$/,
      })),
    ),
  ];
}

type Grant = { schema: string; name: string; column: string | null; privilege: string; role: string };

/** Each grant of each role taken back, table by table and column by column. */
export async function grantMutants(sql: ISql): Promise<Mutant[]> {
  const grants = await sql<Grant[]>`
    select n.nspname as schema, c.relname as name, null as column, lower(x.privilege_type) as privilege, x.grantee::regrole::text as role
    from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(c.relacl) x
    where n.nspname in ('public', 'private') and x.grantee in ('anon'::regrole, 'authenticated'::regrole, 'service_role'::regrole)
    union all
    select n.nspname, c.relname, a.attname, lower(x.privilege_type), x.grantee::regrole::text
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      cross join aclexplode(a.attacl) x
    where n.nspname in ('public', 'private') and x.grantee in ('anon'::regrole, 'authenticated'::regrole, 'service_role'::regrole)
    order by 1, 2, 3 nulls first, 4`;
  return grants.map(({ schema, name, column, privilege, role }) => ({
    name: `${schema}.${name}: ${privilege}${column ? ` of ${column}` : ''} taken from ${role}`,
    sql: `revoke ${privilege}${column ? ` (${column})` : ''} on ${schema}.${name} from ${role}`,
    object: objectName(schema, name),
    operation: new RegExp(`^${operationOf(privilege, column)}$`),
  }));
}

function operationOf(privilege: string, column: string | null): string {
  if (privilege === 'insert') return 'insert as own';
  return column ? `${privilege} ${column}` : privilege;
}

/** Triggers that refuse, switched off. */
export async function triggerMutants(sql: ISql): Promise<Mutant[]> {
  const triggers = await sql<{ schema: string; table: string; name: string }[]>`
    select n.nspname as schema, c.relname as table, t.tgname as name
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_proc p on p.oid = t.tgfoid
    where n.nspname in ('public', 'private') and not t.tgisinternal and t.tgparentid = 0
      and p.prosrc ~ 'private\\.fail|raise exception'
    order by 1, 2, 3`;
  return triggers.map(({ schema, table, name }) => ({
    name: `trigger ${name} on ${schema}.${table}: off`,
    sql: `alter table ${schema}.${table} disable trigger ${name}`,
    object: objectName(schema, table),
    operation: /^(guard|fact|truncate behind)/,
  }));
}

/** Buckets that open, and buckets that take anything. */
export async function bucketMutants(sql: ISql): Promise<Mutant[]> {
  const buckets = await sql<{ id: string; types: string | null }[]>`
    select id, array_to_string(allowed_mime_types, ' ') as types from storage.buckets order by 1`;
  return buckets.flatMap(({ id, types }) => {
    const mutant = (what: string, change: string): Mutant => ({
      name: `bucket ${id}: ${what}`,
      sql: `update storage.buckets set ${change} where id = '${id}'`,
      object: `bucket ${id}`,
      operation: /^settings$/,
    });
    return [
      mutant('public turned about', 'public = not public'),
      mutant('without limit of size', 'file_size_limit = null'),
      ...(types === null ? [] : [mutant('takes any type', 'allowed_mime_types = null')]),
    ];
  });
}
