import path from 'node:path';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { startTestStack } from '../../supabase/local/test-stack.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');

/**
 * The API server grants everything to every API role at the first request of each of its processes.
 * It must not be able to: what the migrations granted stands, object by object and column by column.
 */
async function readGrants(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1 });
  try {
    const rows = await sql<{ line: string }[]>`
      select 'schema ' || nspname || ' ' || coalesce(nspacl::text, '') as line from pg_namespace
      where nspname not in ('auth', 'storage')
      union all
      select 'relation ' || c.oid::regclass || ' ' || coalesce(c.relacl::text, '') from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where n.nspname not in ('auth', 'storage')
      union all
      select 'column ' || a.attrelid::regclass || '.' || a.attname || ' ' || a.attacl::text from pg_attribute a
      where a.attacl is not null
      union all
      select 'function ' || p.oid::regprocedure || ' ' || coalesce(p.proacl::text, '') from pg_proc p
      union all
      select 'default ' || d.defaclrole::regrole || ' ' || d.defaclobjtype::text || ' ' || d.defaclacl::text from pg_default_acl d
      where d.defaclrole <> 'authenticator'::regrole
      order by 1
    `;
    return rows.map((row) => row.line);
  } finally {
    await sql.end();
  }
}

// It starts a stack of its own, hence the time.
test('one request through a fresh API server changes no grant', { timeout: 120_000 }, async () => {
  let afterMigration: string[] = [];
  const stack = await startTestStack({
    projectDir,
    localDir: path.join(projectDir, `.local/test-${process.pid}-grants`),
    portal: 'none',
    progress: () => {},
    // Called when the API server runs and nobody has asked it anything yet.
    seed: async (facts) => {
      afterMigration = await readGrants(facts.dbUrl);
      return facts;
    },
  });
  try {
    const { apiUrl, publishableKey, secretKey, dbUrl } = stack.facts;
    for (const apikey of [publishableKey, secretKey]) {
      const response = await fetch(`${apiUrl}/rest/v1/programs?select=id`, { headers: { apikey } });
      await response.body?.cancel();
    }
    await (await fetch(`${apiUrl}/storage/v1/bucket`, { headers: { apikey: secretKey } })).body?.cancel();
    expect(afterMigration.length).toBeGreaterThan(50);
    expect(await readGrants(dbUrl)).toEqual(afterMigration);
  } finally {
    await stack.stop();
  }
});
