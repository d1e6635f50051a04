import type { Sql } from 'postgres';
import type { Secrets } from '../secrets.ts';

/** Longest statement of an API request. Hosted Supabase sets it on the API roles; here the login role carries it. */
const STATEMENT_TIMEOUT = '8s';

/**
 * The roles as hosted Supabase has them, so that migrations run as plain `postgres` without superuser.
 * `authenticator` owns what the Auth and Storage server makes (schemas auth and storage) and nothing of
 * the product: an owner's login would let that server grant everything to every API role.
 */
export async function bootstrapRoles(sql: Sql, secrets: Secrets): Promise<void> {
  await sql.unsafe(`
    create role anon nologin noinherit;
    create role authenticated nologin noinherit;
    create role service_role nologin noinherit bypassrls;
    create role authenticator login noinherit password '${secrets.authenticatorPassword}';
    create role postgres login createrole createdb bypassrls password '${secrets.postgresPassword}';
    grant anon, authenticated, service_role to authenticator;
    grant anon, authenticated, service_role to postgres with admin option;
    grant authenticator to postgres;
    alter role authenticator set statement_timeout = '${STATEMENT_TIMEOUT}';
    alter role authenticator set idle_in_transaction_session_timeout = '60s';
    alter database postgres owner to postgres;
    grant create on database postgres to authenticator;
    grant usage on schema public to anon, authenticated, service_role, authenticator;
    create schema extensions authorization postgres;
    grant usage on schema extensions to anon, authenticated, service_role, authenticator;
    create extension pgcrypto with schema extensions;
    alter role postgres set search_path = "$user", public, extensions;
    grant set on parameter session_replication_role to postgres;
  `);
  // Nothing after this needs more than hosted Supabase gives `postgres`; whatever did would stand in the log.
  await sql.unsafe(`alter role current_user set log_statement = 'all'`);
}

/** As hosted has it, by `postgres`: the schema is its owner's, of whom it is a member, once the Auth server has made it. */
export async function grantAuthUsage(sql: Sql): Promise<void> {
  await sql.unsafe('grant usage on schema auth to anon, authenticated, service_role, postgres');
}

/**
 * What the API server's login role needs to read the catalogue, given after every migration. Without
 * any right its first request fails; without grant option its own blanket grant only warns. By `postgres`, who owns
 * what the migrations made.
 */
export async function grantToAuthenticator(sql: Sql): Promise<void> {
  await sql.unsafe(`
    do $$
    declare
      schema_name text;
    begin
      for schema_name in
        select nspname from pg_catalog.pg_namespace
        where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'auth', 'storage')
      loop
        execute format('grant usage on schema %I to authenticator', schema_name);
        execute format('grant select on all tables in schema %I to authenticator', schema_name);
        execute format('grant usage on all sequences in schema %I to authenticator', schema_name);
      end loop;
    end
    $$
  `);
}
