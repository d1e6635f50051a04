import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { type CallRpc, importCalls } from '../../src/data/conversions/import-calls.ts';
import type { RunOptions } from '../../src/data/conversions/import-run.ts';
import { inspectFile } from '../../src/data/conversions/inspect-file.ts';
import type { FileFormat, Mapping } from '../../src/data/conversions/model.ts';
import { type Prepared, prepareFile } from '../../src/data/conversions/prepare-file.ts';
import { mappingFor } from '../../src/data/conversions/presets.ts';
import type { Facts } from '../../supabase/local/facts.ts';
import { signJwt } from '../../supabase/local/secrets.ts';
import { rpcWithToken } from '../../supabase/local/seed/rpc.ts';

export type ImportWorld = { programId: string; slug: string; token: string; call: CallRpc };

/** A program in pounds with a finance person and one influencer MIRA at 10 %, apart from every other test's. */
export async function makeImportWorld(sql: Sql, stack: Facts): Promise<ImportWorld> {
  const user = randomUUID();
  const email = `${user}@example.com`;
  const slug = `w${user.slice(0, 8)}`;
  await sql`insert into auth.users (id, aud, role, email) values (${user}, 'authenticated', 'authenticated', ${email})`;
  const [program] = await sql<{ id: string }[]>`
    select private.create_program('World', ${slug}, 'GBP', 'Europe/London', ${`owner-${email}`}) as id`;
  const programId = program?.id ?? '';
  await sql`
    insert into public.program_staff (program_id, user_id, email, role) values (${programId}, ${user}, ${email}, 'finance')`;
  await sql`
    with partner as (insert into public.partners (type, name, country) values ('influencer', 'Mira Sol', 'GB') returning id)
    insert into public.partnerships (program_id, partner_id, status, code)
    select ${programId}, id, 'active', ${`MIRA${slug.toUpperCase()}`} from partner`;
  await sql`
    insert into public.commission_rules (program_id, partner_type, kind, rate_bps, effective_from)
    values (${programId}, 'influencer', 'percent', 1000, '2020-01-01')`;
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const token = signJwt({ sub: user, role: 'authenticated', aud: 'authenticated', email, exp }, stack.jwtSecret);
  return { programId, slug, token, call: rpcWithToken(stack, token) };
}

export const codeIn = (world: ImportWorld) => `MIRA${world.slug.toUpperCase()}`;

const HEAD = 'order_id,occurred_at,customer_id,amount,partner_code';

/** The text of a file with these lines, each `id,time,customer,amount,partner`. */
export const fileText = (lines: readonly string[]) => `${[HEAD, ...lines].join('\n')}\n`;

/** Orders `1..count` of £10.00, one an hour, of 50 customers, every second one sent by MIRA. */
export function orderLines(world: ImportWorld, count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const time = new Date(Date.UTC(2026, 0, 1) + at * 600_000).toISOString();
    return [`o${at + 1}`, time, `c${at % 50}`, '10.00', at % 2 === 0 ? codeIn(world) : ''].join(',');
  });
}

export async function readFile(
  bytes: Uint8Array<ArrayBuffer>,
  format: Partial<FileFormat> = {},
): Promise<{ prepared: Prepared; mapping: Mapping | null }> {
  const inspection = inspectFile(bytes, format);
  if (!inspection.ok) return { prepared: inspection, mapping: null };
  const mapping = mappingFor(inspection.headers, inspection.samples, 'UTC');
  const money = { currency: 'GBP', exponent: 2 };
  return { prepared: await prepareFile(bytes, { format: inspection.format, mapping, money }), mapping };
}

/** What the page does with a dropped file, up to its first call. */
export async function dropFile(world: ImportWorld, content: string | Uint8Array<ArrayBuffer>): Promise<RunOptions> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { prepared, mapping } = await readFile(bytes);
  if (!prepared.ok || mapping === null) throw new Error(`unreadable: ${JSON.stringify(prepared)}`);
  const { rows, ...facts } = prepared.file;
  return {
    calls: importCalls(world.call),
    program: world.slug,
    fileName: 'orders.csv',
    mapping,
    source: { facts, rows: async (from, count) => rows.slice(from - 1, from - 1 + count) },
    onProgress: () => undefined,
    signal: new AbortController().signal,
    retryAfter: 1,
  };
}

/** What stands in the database of the world's orders: `kind status reason count sum`. */
export async function fatesIn(sql: Sql, world: ImportWorld): Promise<string[]> {
  const rows = await sql<{ text: string }[]>`
    select concat_ws(' ', e.kind, e.status, e.reason, count(*), sum(e.amount_minor)) as text
    from public.conversion_events e where e.program_id = ${world.programId}
    group by e.kind, e.status, e.reason order by 1`;
  return rows.map(({ text }) => text);
}
