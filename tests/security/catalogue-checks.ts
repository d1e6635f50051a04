/** A rule about the whole catalogue: the query finds what breaks it, `hole` breaks it on purpose. */
export type CatalogueCheck = { rule: string; query: string; hole: string };

export const OURS = `('public', 'private')`;
export const API_ROLES = `('anon'::regrole, 'authenticated'::regrole, 'service_role'::regrole)`;

/** Each policy of ours with its text, as one row for each command. */
const POLICIES = `
  select c.oid as relid, n.nspname || '.' || c.relname || ' ' || p.polname as name, p.polroles, p.polpermissive, p.polcmd,
    coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as text
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'private', 'storage')`;

const FUNCTIONS = `
  select p.*, p.oid::regprocedure::text as name, n.nspname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ${OURS}`;

const RELATIONS = `
  select c.*, n.nspname, n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ${OURS}`;

export const accessChecks: CatalogueCheck[] = [
  {
    rule: 'row-level security is on for every table',
    query: `select name from (${RELATIONS}) r where relkind in ('r', 'p') and not relrowsecurity`,
    hole: 'create table private.hole (id integer)',
  },
  {
    rule: 'policies are for authenticated or anon, never for public',
    query: `select name from (${POLICIES}) p
      where polroles = '{0}' or exists (select 1 from unnest(polroles) r where r not in ('anon'::regrole, 'authenticated'::regrole))`,
    hole: 'create policy hole on public.links for select to public using (false)',
  },
  {
    rule: 'one permissive policy for each table, command and role',
    query: `select string_agg(p.name, ', ') as name from (${POLICIES}) p cross join unnest(p.polroles) r
      cross join unnest(case p.polcmd when '*' then array['r', 'a', 'w', 'd'] else array[p.polcmd::text] end) c
      where p.polpermissive and p.name not like 'storage.%'
      group by p.relid, r, c having count(*) > 1`,
    hole: 'create policy hole on public.links for all to authenticated using (false)',
  },
  {
    rule: 'policies of storage name their bucket',
    query: `select name from (${POLICIES}) p where name like 'storage.%' and text !~ 'bucket_id = '''`,
    hole: 'create policy hole on storage.objects for select to authenticated using (owner is not null)',
  },
  {
    rule: 'auth.uid() is asked once a statement, not once a row',
    query: `select name from (${POLICIES}) p where regexp_replace(text, '\\( SELECT auth\\.uid\\(\\)', '', 'g') ~ 'auth\\.(uid|jwt|role|email)\\('`,
    hole: 'create policy hole on public.clicks for select to authenticated using (program_id = auth.uid())',
  },
  {
    rule: 'helpers are asked for a list once a statement, in = any (array(select …))',
    query: `select name from (${POLICIES}) p where regexp_replace(text, 'ARRAY\\( SELECT (\\(i\\.i\\)::text AS i\\s+FROM )?private\\.my_', '', 'g') ~ 'private\\.'`,
    hole: 'create policy hole on public.clicks for select to authenticated using (program_id in (select private.my_program_ids()))',
  },
  {
    rule: 'no table-level insert or update grant: columns are named',
    query: `select r.name || ' ' || x.privilege_type as name from (${RELATIONS}) r cross join aclexplode(r.relacl) x
      where r.relkind in ('r', 'p', 'v', 'm') and x.privilege_type in ('INSERT', 'UPDATE') and x.grantee in ${API_ROLES}`,
    hole: 'grant update on public.links to authenticated',
  },
  {
    rule: 'no TRUNCATE, TRIGGER, REFERENCES or MAINTAIN for API roles',
    query: `select r.name || ' ' || x.privilege_type as name from (${RELATIONS}) r cross join aclexplode(r.relacl) x
      where x.privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES', 'MAINTAIN') and x.grantee in ${API_ROLES}
      union all
      select r.name || '.' || a.attname from (${RELATIONS}) r join pg_attribute a on a.attrelid = r.oid
        cross join aclexplode(a.attacl) x where x.privilege_type = 'REFERENCES' and x.grantee in ${API_ROLES}`,
    hole: 'grant truncate on public.links to service_role',
  },
  {
    rule: 'nothing is granted to PUBLIC, and nothing of private or on sequences to API roles',
    query: `select r.name from (${RELATIONS}) r cross join aclexplode(r.relacl) x
      where x.grantee = 0 or (x.grantee in ${API_ROLES} and (r.nspname = 'private' or r.relkind = 'S'))`,
    hole: 'grant select on private.program_secrets to service_role',
  },
  {
    rule: 'anon and service_role read no table',
    query: `select r.name from (${RELATIONS}) r left join pg_attribute a on a.attrelid = r.oid
        cross join lateral (select * from aclexplode(r.relacl) union all select * from aclexplode(a.attacl)) x
      where x.grantee in ('anon'::regrole, 'service_role'::regrole)`,
    hole: 'grant select (id) on public.links to anon',
  },
  {
    rule: 'nothing is granted to API roles by default',
    query: `select d.defaclrole::regrole || ' ' || d.defaclobjtype::text as name from pg_default_acl d cross join aclexplode(d.defaclacl) x
      where d.defaclrole = 'postgres'::regrole and (x.grantee in ${API_ROLES} or x.grantee = 0)
      union all
      select 'execution of new functions' where not exists (
        select 1 from pg_default_acl d where d.defaclrole = 'postgres'::regrole and d.defaclobjtype = 'f' and d.defaclnamespace = 0)`,
    hole: 'alter default privileges for role postgres in schema public grant select on tables to anon',
  },
  {
    rule: 'no definer function where the API shows it',
    query: `select name from (${FUNCTIONS}) f where nspname = 'public' and prosecdef`,
    hole: `create function public.hole() returns integer language sql security definer set search_path = '' as 'select 1'`,
  },
  {
    rule: 'every function has an empty search_path',
    query: `select name from (${FUNCTIONS}) f where not coalesce(proconfig, '{}') @> array['search_path=""']`,
    hole: `create function private.hole() returns integer language sql security definer set search_path = public as 'select 1'`,
  },
  {
    rule: 'execution is granted to nobody by default',
    query: `select name from (${FUNCTIONS}) f where proacl is null or exists (select 1 from aclexplode(proacl) x where x.grantee = 0)`,
    hole: `create function private.hole() returns integer language sql set search_path = '' as 'select 1';
      grant execute on function private.hole to public`,
  },
  {
    rule: 'every function that the API shows is granted to a named role',
    query: `select name from (${FUNCTIONS}) f where nspname = 'public'
      and not exists (select 1 from aclexplode(proacl) x where x.grantee in ${API_ROLES})`,
    hole: `create function public.hole() returns integer language sql set search_path = '' as 'select 1';
      revoke all on function public.hole from public, anon, authenticated, service_role`,
  },
  {
    rule: 'views act with the rights of who reads them; none is materialised where the API shows it',
    query: `select name from (${RELATIONS}) r
      where (relkind = 'v' and not coalesce(reloptions, '{}') && '{security_invoker=true,security_invoker=on}') or (relkind = 'm' and nspname = 'public')`,
    hole: 'create view public.hole as select 1 as one',
  },
  {
    rule: 'partitions are not shown by the API',
    query: `select name from (${RELATIONS}) r where relispartition and nspname = 'public'`,
    hole: `create table public.hole partition of public.clicks for values from ('2000-01-01') to ('2000-02-01')`,
  },
];
