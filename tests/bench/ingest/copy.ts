import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sql, TransactionSql } from 'postgres';
import { measureSpent } from '../spent.ts';

/**
 * What an import wrote, once more under other keys, table by table: rows that COPY can put into the same tables
 * with the same indexes. Rollup rows move ten years on, so that they are new ones.
 */
const TABLES: readonly { schema?: 'private'; table: string; columns: string; rows: string }[] = [
  {
    table: 'conversion_events',
    columns:
      'id, program_id, source, external_id, kind, order_ref, amount_minor, currency, occurred_at, customer_key, country, partner_code, status, reason, import_id, line, body_hash',
    rows: `select pg_temp.other(e.id), e.program_id, 'copied', e.external_id, e.kind, e.order_ref, e.amount_minor, e.currency, e.occurred_at,
      e.customer_key, e.country, e.partner_code, e.status, e.reason, e.import_id, e.line, e.body_hash
      from public.conversion_events e where e.import_id = :import order by e.line`,
  },
  {
    table: 'conversions',
    columns:
      'id, program_id, source, order_ref, event_id, partnership_id, partner_code, country, customer_key, amount_minor, refunded_minor, currency, occurred_at, accrual_day, is_new_customer',
    rows: `select pg_temp.other(c.id), c.program_id, 'copied', c.order_ref, pg_temp.other(c.event_id), c.partnership_id, c.partner_code, c.country,
      c.customer_key, c.amount_minor, c.refunded_minor, c.currency, c.occurred_at, c.accrual_day, c.is_new_customer
      from public.conversions c join public.conversion_events e on e.id = c.event_id
      where e.import_id = :import order by e.line`,
  },
  {
    table: 'adjustments',
    columns:
      'id, program_id, conversion_id, event_id, partnership_id, kind, amount_minor, currency, occurred_at, accrual_day',
    rows: `select pg_temp.other(a.id), a.program_id, pg_temp.other(a.conversion_id), pg_temp.other(a.event_id), a.partnership_id, a.kind,
      a.amount_minor, a.currency, a.occurred_at, a.accrual_day
      from public.adjustments a join public.conversion_events e on e.id = a.event_id
      where e.import_id = :import order by e.line`,
  },
  {
    table: 'commission_lines',
    columns:
      'id, program_id, partnership_id, conversion_id, adjustment_id, kind, amount_minor, currency, base_minor, rule_id, rule_version, rule_kind, rate_bps, order_ref, country, code, occurred_at, accrual_day, final_on',
    rows: `select pg_temp.other(l.id), l.program_id, l.partnership_id, pg_temp.other(l.conversion_id), pg_temp.other(l.adjustment_id), l.kind,
      l.amount_minor, l.currency, l.base_minor, l.rule_id, l.rule_version, l.rule_kind, l.rate_bps, l.order_ref, l.country, l.code,
      l.occurred_at, l.accrual_day, l.final_on
      from public.commission_lines l join public.conversions c on c.program_id = l.program_id and c.id = l.conversion_id
      join public.conversion_events e on e.id = c.event_id
      where e.import_id = :import order by e.line`,
  },
  {
    table: 'partnership_days',
    columns:
      'partnership_id, program_id, day, accrued_minor, maturing_minor, revenue_minor, conversions, new_customers',
    rows: `select d.partnership_id, d.program_id, d.day + 3650 * :round, d.accrued_minor, d.maturing_minor, d.revenue_minor, d.conversions, d.new_customers
      from public.partnership_days d
      join (
        select partnership_id, accrual_day as day from pg_temp.lines union select partnership_id, final_on from pg_temp.lines
      ) t using (partnership_id, day) order by d.day`,
  },
  {
    table: 'partnership_day_sources',
    columns:
      'partnership_id, program_id, day, link_id, code, country, accrued_minor, revenue_minor, conversions, clicks',
    rows: `select s.partnership_id, s.program_id, s.day + 3650 * :round, s.link_id, s.code, s.country, s.accrued_minor, s.revenue_minor, s.conversions, s.clicks
      from public.partnership_day_sources s
      join (select distinct partnership_id, accrual_day as day, code, country from pg_temp.lines) t using (partnership_id, day, code, country)
      where s.link_id is null order by s.day`,
  },
  {
    table: 'program_months',
    columns:
      'program_id, month, partnership_id, revenue_minor, accrued_minor, maturing_minor, conversions, clicks, new_customers',
    rows: `select m.program_id, (m.month + make_interval(years => 10 * :round))::date, m.partnership_id, m.revenue_minor, m.accrued_minor, m.maturing_minor,
      m.conversions, m.clicks, m.new_customers
      from public.program_months m
      join (
        select partnership_id, date_trunc('month', accrual_day)::date as month from pg_temp.lines
        union select partnership_id, date_trunc('month', final_on)::date from pg_temp.lines
      ) t using (partnership_id, month) order by m.month`,
  },
  {
    schema: 'private',
    table: 'partner_standings',
    columns: 'program_id, span, partnership_id, clicks, conversions, revenue_minor, accrued_minor',
    rows: `select s.program_id, s.span + 3000 * :round, s.partnership_id, s.clicks, s.conversions, s.revenue_minor, s.accrued_minor
      from private.partner_standings s
      join (
        select partnership_id, 0 as span from pg_temp.lines
        union select partnership_id, extract(year from accrual_day)::integer from pg_temp.lines
      ) t using (partnership_id, span) order by s.span`,
  },
];

const nameOf = (one: (typeof TABLES)[number]) => `${one.schema ?? 'public'}.${one.table}`;

/**
 * Busy seconds that COPY takes for what this import wrote: with every index, constraint and foreign key of the tables,
 * without the product's triggers.
 */
export async function copyAgain(sql: Sql, importId: string, round: number): Promise<number> {
  const texts = await readTexts(sql, importId, round);
  let seconds = Number.NaN;
  await sql.begin(async (transaction) => {
    for (const one of TABLES) await transaction.unsafe(`alter table ${nameOf(one)} disable trigger user`);
    seconds = (await measureSpent(transaction, async () => await copyAll(transaction, texts))).busy;
    for (const one of TABLES) await transaction.unsafe(`alter table ${nameOf(one)} enable trigger user`);
  });
  return seconds;
}

async function copyAll(transaction: TransactionSql, texts: string[]): Promise<void> {
  for (const [at, one] of TABLES.entries()) {
    const target = await transaction.unsafe(`copy ${nameOf(one)} (${one.columns}) from stdin`).writable();
    await pipeline(Readable.from([texts[at] ?? '']), target);
  }
}

async function readTexts(sql: Sql, importId: string, round: number): Promise<string[]> {
  return await sql.begin(async (transaction) => {
    await prepare(transaction, importId);
    const texts: string[] = [];
    for (const { rows } of TABLES)
      texts.push(
        await read(transaction, rows.replaceAll(':import', `'${importId}'`).replaceAll(':round', String(round))),
      );
    return texts;
  });
}

async function prepare(transaction: TransactionSql, importId: string): Promise<void> {
  await transaction.unsafe(`
    create or replace function pg_temp.other(p_id uuid) returns uuid language sql immutable as $$ select md5('copy ' || p_id)::uuid $$;
    drop table if exists pg_temp.lines;
    create temporary table lines on commit drop as
      select l.* from public.commission_lines l
      join public.conversions c on c.program_id = l.program_id and c.id = l.conversion_id
      join public.conversion_events e on e.id = c.event_id
      where e.import_id = '${importId}';
    analyze pg_temp.lines`);
}

async function read(transaction: TransactionSql, query: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await transaction.unsafe(`copy (${query}) to stdout`).readable()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
