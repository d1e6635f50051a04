import postgres from 'postgres';
import { VERSION } from '../_shared/version.ts';
import { handleHealth } from './handler.ts';

const sql = postgres(Deno.env.get('SUPABASE_DB_URL') ?? '', {
  max: 1,
  idle_timeout: 20,
  connect_timeout: 5,
  prepare: false,
});

async function readMigrations(): Promise<string[]> {
  const rows = await sql<{ version: string }[]>`
    select version from supabase_migrations.schema_migrations order by version
  `;
  return rows.map((row) => row.version);
}

Deno.serve((request) => handleHealth(request, { version: VERSION, readMigrations }));
