import type { Sql } from 'postgres';
import { measureSpent } from '../spent.ts';
import type { ImportRow } from './orders.ts';

/** Seconds for orders that are inserted one by one, each its own transaction, with every trigger of the product. */
export async function insertOneByOne(sql: Sql, orders: readonly ImportRow[]): Promise<number> {
  const sales = orders.filter(({ kind }) => kind === 'sale');
  const { elapsed } = await measureSpent(sql, async () => {
    for (const order of sales) await insertOne(sql, order);
  });
  return elapsed * (orders.length / sales.length);
}

async function insertOne(sql: Sql, order: ImportRow): Promise<void> {
  await sql`
    with partnership as (
      select p.id, p.program_id from public.partnerships p
      where p.program_id = md5('program')::uuid and p.code = ${order.partner_code}
    ), event as (
      insert into public.conversion_events (program_id, source, external_id, kind, order_ref, amount_minor, currency, occurred_at,
        country, partner_code, status, body_hash)
      select p.program_id, 'single', ${order.external_id}, ${order.kind}, ${order.order_ref}, ${order.amount_minor}, ${order.currency},
        ${order.occurred_at}, ${order.country}, ${order.partner_code}, 'applied', sha256(${order.external_id}::text::bytea)
      from partnership p
      returning id, program_id
    )
    insert into public.conversions (program_id, source, order_ref, event_id, partnership_id, partner_code, country, amount_minor,
      currency, occurred_at, accrual_day)
    select e.program_id, 'single', ${order.external_id}, e.id, p.id, ${order.partner_code}, ${order.country}, ${order.amount_minor},
      ${order.currency}, ${order.occurred_at}, (${order.occurred_at}::timestamptz at time zone 'Europe/London')::date
    from event e cross join partnership p`;
}
