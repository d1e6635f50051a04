import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import postgres, { type TransactionSql } from 'postgres';
import { StackError } from '../../supabase/local/stack-error.ts';
import { MANIFEST_FILE, Manifest, type Server } from './manifest.ts';
import { migrationsOf, nameWithSchemas, tablesOf } from './tables.ts';

type Progress = (message: string) => void;

/**
 * Fills an empty, migrated server from a backup's folder: the rows in one transaction, all or none, then the files.
 * Triggers stand aside while rows come in, because what they would book is in the backup already.
 */
export async function putBack(server: Server, folder: string, progress: Progress): Promise<void> {
  const manifest = Manifest.parse(JSON.parse(readFileSync(path.join(folder, MANIFEST_FILE), 'utf8')));
  const sql = postgres(server.databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await nameWithSchemas(tx);
      await requireEmpty(tx, manifest);
      const { clicks } = manifest;
      if (clicks !== null)
        await tx`select private.ensure_click_partitions(${clicks.from}::timestamptz, ${clicks.to}::timestamptz)`;
      await tx`set local session_replication_role = replica`;
      for (const table of manifest.tables) {
        await readTable(tx, table, folder);
        progress(`${table.name}: ${table.rows} rows`);
      }
      await forgetCodes(tx);
      await goOnCounting(tx);
    });
  } finally {
    await sql.end();
  }
  for (const object of manifest.objects) await putObject(server, object, folder);
  progress(`${manifest.objects.length} files`);
}

async function requireEmpty(tx: TransactionSql, manifest: Manifest): Promise<void> {
  const present = await migrationsOf(tx);
  if (present.join() !== manifest.migrations.join())
    throw new StackError(
      `The backup was made by the migrations up to ${manifest.migrations.at(-1)}, the server has those up to ${present.at(-1)}. Check out the version that made the backup.`,
    );
  const known = new Set((await tablesOf(tx)).map(({ name }) => name));
  const strange = manifest.tables.find(({ name }) => !known.has(name));
  if (strange) throw new StackError(`The server has no table ${strange.name}.`);
  const [found] = await tx<{ slug: string }[]>`select slug from public.programs limit 1`;
  if (found) throw new StackError(`The server is not empty: it has the program ${found.slug}. Nothing was changed.`);
}

async function readTable(tx: TransactionSql, table: Manifest['tables'][number], folder: string): Promise<void> {
  const { name, columns, rows, file } = table;
  const copy = await tx.unsafe(`copy ${name} (${columns.join(', ')}) from stdin`).writable();
  await pipeline(createReadStream(path.join(folder, file)), createGunzip(), copy);
  const [{ arrived } = { arrived: -1 }] = await tx.unsafe<{ arrived: number }[]>(
    `select count(*)::int as arrived from ${name}`,
  );
  if (arrived !== rows) throw new StackError(`${name} has ${arrived} rows, the backup ${rows}. Nothing was changed.`);
}

/** One-time codes that were on their way when the backup was taken open nothing any more. */
async function forgetCodes(tx: TransactionSql): Promise<void> {
  const columns = await tx<{ name: string }[]>`
    select quote_ident(a.attname) as name from pg_attribute a
    where a.attrelid = 'auth.users'::regclass and a.attnum > 0 and a.attgenerated = ''
      and a.attname ~ '(_token|_token_new|_token_current)$' and a.atttypid in ('text'::regtype, 'varchar'::regtype)`;
  for (const { name } of columns) await tx.unsafe(`update auth.users set ${name} = '' where ${name} <> ''`);
}

/** Identity columns go on behind the largest number that came in. */
async function goOnCounting(tx: TransactionSql): Promise<void> {
  const counted = await tx<{ table: string; column: string }[]>`
    select c.oid::regclass::text as table, quote_ident(a.attname) as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attidentity <> '' and n.nspname in ('public', 'private') and c.relkind in ('r', 'p') and not c.relispartition`;
  for (const { table, column } of counted)
    await tx.unsafe(
      `select setval(pg_get_serial_sequence('${table}', '${column}'), coalesce(max(${column}), 0) + 1, false) from ${table}`,
    );
}

async function putObject(server: Server, object: Manifest['objects'][number], folder: string): Promise<void> {
  const response = await fetch(`${server.apiUrl}/storage/v1/object/${object.bucket}/${object.path}`, {
    method: 'POST',
    headers: {
      apikey: server.secretKey,
      authorization: `Bearer ${server.secretKey}`,
      'content-type': object.type,
      'x-upsert': 'true',
    },
    body: new Uint8Array(readFileSync(path.join(folder, object.file))),
  });
  if (!response.ok)
    throw new StackError(`The file ${object.bucket}/${object.path} could not be put back: ${await response.text()}`);
}
