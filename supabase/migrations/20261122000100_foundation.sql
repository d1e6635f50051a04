-- Foundation: what every chapter stands on.
--
-- `public` is what the API exposes: tables behind row-level security, and functions that run with the caller's
-- rights. `private` is never exposed: it holds the definer helpers which policies and functions call, secrets, and
-- working tables. Nothing is granted by default anywhere; every chapter grants what it means, by column.

create schema if not exists extensions;
create extension if not exists pgcrypto with schema extensions;

create schema private;
revoke all on schema private from public;
-- usage lets a policy resolve `private.my_…()`; what may be executed is granted function by function.
grant usage on schema private to anon, authenticated, service_role;

-- Hosts differ in what they grant by default (some expose every new table, TRUNCATE included): start from nothing.
-- The first line has no `in schema` on purpose: with one, revoking a built-in default has no effect.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;

-- Statement limits for the API roles, where the host's API takes them on by `set role`. A stack whose login role
-- carries the limit itself may not let us alter these; then there is nothing to do.
do $$
begin
  alter role anon set statement_timeout = '3s';
  alter role authenticated set statement_timeout = '15s';
exception
  when insufficient_privilege then
    raise notice 'statement limits are left to the login role';
end $$;

-- Raises one of the codes of docs/error-codes.md. `p_detail` is for the person: what, where.
create function private.fail(p_code text, p_message text, p_detail text default null)
returns void language plpgsql stable set search_path = '' as $$
begin
  raise exception using errcode = p_code, message = p_message, detail = coalesce(p_detail, '');
end $$;

-- Facts of money are corrected by another fact, never changed. For every role: whoever owns the table can take
-- the trigger away, but then leaves the trace of a migration.
create function private.refuse_change()
returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = 'PT403',
    message = format('%s is append-only', tg_table_name),
    detail = format('%s refused; correct it by another row', tg_op);
end $$;

grant execute on function private.fail to anon, authenticated, service_role;
