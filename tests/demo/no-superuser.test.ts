import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { factsFile } from '../../supabase/local/facts.ts';
import { SUPERUSER } from '../../supabase/local/postgres/cluster.ts';
import { stack } from '../support/stack.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

/** What asks whether the server is up, before there is any other role. */
const BEFORE_THE_ROLES = ['select 1'];

/** The superuser's statements from the log, until the stack was ready; later ones are those of tests. */
function superuserStatements(): string[] {
  const ready = statSync(factsFile(stack.localDir)).mtime;
  const log = readFileSync(path.join(stack.localDir, 'logs/postgres.log'), 'utf8');
  const entries = log.split(/^(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} UTC \[\d+\] )/m);
  return entries.flatMap((entry) => {
    const found = /^(\S+ \S+) UTC \[\d+\] (\S*) LOG: {2}(?:statement|execute [^:]*): (.*)/s.exec(entry);
    if (found === null || found[2] !== SUPERUSER || new Date(`${found[1]}Z`) > ready) return [];
    return [(found[3] ?? '').trim()];
  });
}

test('migrations, the demo and every part of the stack run without a superuser', () => {
  const needing = superuserStatements().filter((statement) => !BEFORE_THE_ROLES.includes(statement));
  expect(needing).toEqual([]);
});

test('the log would have told: what the superuser runs stands in it', async () => {
  const [{ setting } = { setting: null }] = await sql<{ setting: string[] | null }[]>`
    select s.setconfig as setting from pg_db_role_setting s join pg_roles r on r.oid = s.setrole where r.rolname = ${SUPERUSER}`;
  expect(setting).toContain('log_statement=all');
  const admin = postgres(stack.dbUrl, { max: 1, onnotice: () => {} });
  const mark = `mark ${Date.now()}`;
  await admin.unsafe(`select '${mark}'`);
  await admin.end();
  expect(readFileSync(path.join(stack.localDir, 'logs/postgres.log'), 'utf8')).toContain(
    `${SUPERUSER} LOG:  statement: select '${mark}'`,
  );
});

test('nothing of the product belongs to a superuser, and nobody who logs in is one', async () => {
  const owned = await sql<{ name: string }[]>`
    select p.oid::regprocedure::text as name from pg_proc p join pg_roles r on r.oid = p.proowner
    where r.rolsuper and p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
    union all
    select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner
    where r.rolsuper and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)`;
  expect(owned.map(({ name }) => name)).toEqual([]);
  const [working = { count: 0 }] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_roles where rolsuper and rolname <> ${SUPERUSER}`;
  expect(working.count).toBe(0);
});
