import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { StackError } from '../../supabase/local/stack-error.ts';
import { MANIFEST_FILE, type Manifest, type Server } from './manifest.ts';
import { migrationsOf, nameWithSchemas, type Table, tablesOf } from './tables.ts';

type Progress = (message: string) => void;

/**
 * Writes every row of the product and of its accounts, as of one instant, and every stored file into a new folder
 * that only its owner may read: it holds the keys of the customers' pseudonyms and the hashes of passwords.
 */
export async function takeBackup(server: Server, folder: string, progress: Progress): Promise<Manifest> {
  mkdirSync(path.dirname(folder), { recursive: true });
  // Fails when it is there: a backup is never written over another.
  mkdirSync(folder, { mode: 0o700 });
  const sql = postgres(server.databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const manifest = await sql.begin('isolation level repeatable read read only', async (tx) => {
      await nameWithSchemas(tx);
      const tables: Manifest['tables'] = [];
      for (const table of await tablesOf(tx)) {
        const one = await writeTable(tx, table, folder);
        progress(`${one.name}: ${one.rows} rows`);
        tables.push(one);
      }
      const objects = await objectsOf(tx);
      return {
        format: 1 as const,
        takenAt: new Date().toISOString(),
        migrations: await migrationsOf(tx),
        clicks: await clicksOf(tx),
        tables,
        objects,
      };
    });
    const objects: Manifest['objects'] = [];
    for (const object of manifest.objects) {
      if (await writeObject(server, object, folder)) objects.push(object);
      // People go on working: what they removed since then is no file any more.
      else if (await isStored(sql, object))
        throw new StackError(`The file ${object.bucket}/${object.path} could not be fetched.`);
    }
    progress(`${objects.length} files`);
    const whole = { ...manifest, objects };
    // Last of all: a folder without it is no backup.
    writeFileSync(path.join(folder, MANIFEST_FILE), `${JSON.stringify(whole, null, 2)}\n`);
    return whole;
  } finally {
    await sql.end();
  }
}

/** How many pages of a table are asked for at once: what of them waits to be packed stands in memory. */
const PAGES = 4096;

async function writeTable(tx: TransactionSql, { name, columns }: Table, folder: string) {
  const [{ rows } = { rows: 0 }] = await tx.unsafe<{ rows: number }[]>(`select count(*)::int as rows from ${name}`);
  const file = `${name}.copy.gz`;
  const pack = createGzip();
  const written = pipeline(pack, createWriteStream(path.join(folder, file)));
  const parts = await tx.unsafe<{ part: string; pages: number }[]>(
    `select relid::regclass::text as part, ceil(pg_relation_size(relid) / 8192.0)::int as pages
     from (select relid from pg_partition_tree('${name}') where isleaf
       union select oid from pg_class where oid = '${name}'::regclass and relkind = 'r') parts`,
  );
  for (const { part, pages } of parts)
    for (let page = 0; page < pages; page += PAGES) {
      const range = `ctid >= '(${page},0)'::tid and ctid < '(${page + PAGES},0)'::tid`;
      const copy = await tx
        .unsafe(`copy (select ${columns.join(', ')} from ${part} where ${range}) to stdout`)
        .readable();
      // Never paused: this client does not wake a connection that was asleep when its copy ended.
      copy.on('data', (chunk: Buffer) => pack.write(chunk));
      await finished(copy);
      if (pack.writableNeedDrain) await once(pack, 'drain');
    }
  pack.end();
  await written;
  return { name, columns: [...columns], rows, file };
}

async function clicksOf(tx: TransactionSql): Promise<Manifest['clicks']> {
  const [span] = await tx<{ from: string | null; to: string | null }[]>`
    select min(clicked_at)::text as from, max(clicked_at)::text as to from public.clicks`;
  return span?.from && span.to ? { from: span.from, to: span.to } : null;
}

/** What the server keeps of a file is JSON; the local one keeps it as a string that holds the JSON. */
async function objectsOf(tx: TransactionSql): Promise<Manifest['objects']> {
  const found = await tx<{ bucket: string; path: string; type: string }[]>`
    select o.bucket_id as bucket, o.name as path, coalesce(m.meta ->> 'mimetype', 'application/octet-stream') as type
    from storage.objects o
    cross join lateral (
      select case when jsonb_typeof(o.metadata) = 'string' then (o.metadata #>> '{}')::jsonb else o.metadata end as meta
    ) m
    order by o.bucket_id, o.name`;
  return found.map((object, at) => ({ ...object, file: `object-${at}` }));
}

type StoredObject = Manifest['objects'][number];

/** Whether the file was there. Storage answers 400 for what is not. */
async function writeObject(server: Server, { bucket, path: name, file }: StoredObject, folder: string) {
  const response = await fetch(`${server.apiUrl}/storage/v1/object/${bucket}/${name}`, {
    headers: { apikey: server.secretKey, authorization: `Bearer ${server.secretKey}` },
  });
  if (response.status === 400 || response.status === 404) return false;
  if (!response.ok || response.body === null)
    throw new StackError(`The file ${bucket}/${name} could not be fetched: ${response.status}`);
  await pipeline(response.body, createWriteStream(path.join(folder, file)));
  return true;
}

async function isStored(sql: Sql, { bucket, path: name }: StoredObject): Promise<boolean> {
  const found = await sql`select 1 from storage.objects where bucket_id = ${bucket} and name = ${name}`;
  return found.length > 0;
}
