import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { z } from 'zod/mini';
import type { Manifest } from '../../scripts/backup/manifest.ts';
import { putBack } from '../../scripts/backup/put-back.ts';
import { takeBackup } from '../../scripts/backup/take.ts';
import type { Facts } from '../../supabase/local/facts.ts';
import { startTestStack } from '../../supabase/local/test-stack.ts';
import { type Actor, headersOf } from '../support/actors.ts';
import { png } from '../support/png.ts';
import { stack } from '../support/stack.ts';
import { buildWorld } from '../support/world.ts';
import { announce, check, put } from './creative-storage.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');
const serverOf = (facts: Facts) => ({ ...facts, databaseUrl: facts.postgresUrl });
const nothing = () => undefined;

/** Each table's rows, in no order, as one hash. */
function rowsIn(folder: string, { tables }: Manifest): Record<string, string> {
  return Object.fromEntries(
    tables.map(({ name, file, rows }) => {
      const lines = gunzipSync(readFileSync(path.join(folder, file)))
        .toString('utf8')
        .split('\n');
      return [name, `${rows} rows ${createHash('sha256').update(lines.sort().join('\n')).digest('hex')}`];
    }),
  );
}

const filesIn = (folder: string, { objects }: Manifest) =>
  new Map(
    objects.map(({ bucket, path: name, file }) => [
      `${bucket}/${name}`,
      readFileSync(path.join(folder, file)).toString('base64'),
    ]),
  );

/** What the catalogue says of who may do what. */
async function rightsOf(facts: Facts): Promise<string[]> {
  const sql = postgres(facts.postgresUrl, { max: 1, onnotice: nothing });
  try {
    const rows = await sql<{ right: string }[]>`
      select concat_ws(' ', schemaname, tablename, policyname, permissive, roles, cmd, qual, with_check) as right from pg_policies
      union all
      select concat_ws(' ', n.nspname, c.relname, a.attname, a.attacl) from pg_attribute a join pg_class c on c.oid = a.attrelid
        join pg_namespace n on n.oid = c.relnamespace where a.attacl is not null and n.nspname in ('public', 'private')
      union all
      select concat_ws(' ', n.nspname, c.relname, c.relacl, c.relrowsecurity) from pg_class c
        join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'private') and c.relkind in ('r', 'p', 'v')
      union all
      select concat_ws(' ', p.oid::regprocedure, p.proacl, p.prosecdef, md5(p.prosrc)) from pg_proc p
        where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)`;
    return rows.map(({ right }) => right).sort();
  } finally {
    await sql.end();
  }
}

/** What a partner sees first: their balance, and the files they may have. */
async function seenBy(actor: Actor, facts: Facts, place: { p_program: string; p_code: string }): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const name of ['partner_home', 'partner_creatives']) {
    const response = await fetch(`${facts.apiUrl}/rest/v1/rpc/${name}`, {
      method: 'POST',
      headers: { ...headersOf(actor, facts), 'content-type': 'application/json' },
      body: JSON.stringify(place),
    });
    expect(response.status).toBe(200);
    const { balance, rows } = Answer.parse(await response.json());
    answers.push(balance ?? rows);
  }
  return answers;
}
const Answer = z.object({ balance: z.optional(z.unknown()), rows: z.optional(z.unknown()) });

test('a backup restored into an empty server is the same: every row, file, right and answer', {
  timeout: 180_000,
}, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'partner-portal-backup-'));
  const [first, second] = [path.join(folder, 'first'), path.join(folder, 'second')];
  const localDir = path.join(projectDir, `.local/test-${process.pid}-restored`);
  const sql = postgres(stack.postgresUrl, { max: 1, onnotice: nothing });
  const world = await buildWorld(sql);
  await sql.end();
  const { 's.manager': manager, 'p.owner': partner } = world.actors;
  const picture = png(300, 250);
  const file = await announce(manager, world.a.slug, { bytes: picture.length });
  await put(manager, file.path, picture);
  await check(manager, file.file);
  const place = { p_program: world.a.slug, p_code: world.partnerships['a/mira'].code };
  const kept = await takeBackup(serverOf(stack), first, nothing);
  const empty = await startTestStack({ projectDir, localDir, portal: 'none', progress: nothing });
  try {
    await putBack(serverOf(empty.facts), first, nothing);
    const again = await takeBackup(serverOf(empty.facts), second, nothing);
    expect(rowsIn(second, again)).toEqual(rowsIn(first, kept));
    expect(filesIn(second, again)).toEqual(filesIn(first, kept));
    expect(filesIn(first, kept).size).toBeGreaterThan(0);
    expect(await rightsOf(empty.facts)).toEqual(await rightsOf(stack));
    expect(await seenBy(partner, empty.facts, place)).toEqual(await seenBy(partner, stack, place));
    await expect(putBack(serverOf(empty.facts), first, nothing)).rejects.toThrow('The server is not empty');
  } finally {
    await empty.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
