import type { ISql } from 'postgres';
import { type Actor, signedIn } from './actors.ts';
import {
  addPartner,
  addPartnership,
  addProgram,
  addRule,
  addStaff,
  addUser,
  bookOrder,
  bookRefund,
  type Partnership,
  type Program,
} from './builders.ts';

export type ZoneWorld = { program: Program; owner: Actor; finance: Actor; partnerships: Partnership[] };

/** The same numbers every time, spread over a range. */
function spread(count: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  });
}

const HOUR = 3_600_000;

/**
 * A program in a zone with orders, refunds, rejections and clicks at every hour of many days, the same ones whatever the
 * zone: what differs between two of them are days alone.
 */
export async function buildZoneWorld(sql: ISql, zone: string, suffix: string, orders = 60): Promise<ZoneWorld> {
  const program = await addProgram(sql, { slug: `zone-${suffix}`, zone, holdDays: 14 });
  const people = await Promise.all(['owner', 'finance'].map((who) => addUser(sql, `${who}-${suffix}@example.com`)));
  const [owner, finance] = people;
  if (owner === undefined || finance === undefined) throw new Error('nobody was made');
  await addStaff(sql, program, owner, 'owner');
  await addStaff(sql, program, finance, 'finance');
  await addRule(sql, program, 'influencer', 1234);
  const partnerships: Partnership[] = [];
  for (const at of [0, 1, 2]) {
    const partner = await addPartner(sql, `Zone ${at} ${suffix}`);
    const partnership = await addPartnership(sql, program, partner, { code: `ZONE${at}` });
    partnerships.push(partnership);
    await sql`update public.partnerships set created_at = '2026-03-01T23:30:00Z' where id = ${partnership.id}`;
  }
  await sql`update public.partnerships p set joined_on = (p.created_at at time zone ${zone})::date where p.program_id = ${program.id}`;
  const start = Date.parse('2026-03-01T00:00:00Z');
  const numbers = spread(orders * 3, 7);
  for (let at = 0; at < orders; at += 1) {
    const [when = 0, who = 0, back = 0] = numbers.slice(at * 3, at * 3 + 3);
    const occurredAt = new Date(start + Math.floor(when * 40 * 24) * HOUR + 15 * 60_000);
    const partnership = who < 0.2 ? null : (partnerships[Math.floor(who * 3) % 3] ?? null);
    const order = await bookOrder(sql, program, partnership, { amount: 1000 + at, orderRef: `z${at}`, occurredAt });
    if (back < 0.3)
      await bookRefund(sql, program, order, 300 + at, new Date(occurredAt.getTime() + back * 90 * 24 * HOUR));
    if (back > 0.9 && partnership !== null)
      await sql`update public.conversions set status = 'rejected', reject_reason = 'x', reviewed_at = ${new Date(occurredAt.getTime() + 5 * HOUR)}
        where id = ${order.conversionId}`;
  }
  const clicks = spread(orders * 4, 11).map((when) =>
    new Date(start + Math.floor(when * 40 * 24) * HOUR).toISOString(),
  );
  await sql`
    select private.record_clicks(${program.id}, (
      select jsonb_agg(jsonb_build_object('link_code', l.code, 'clicked_at', c.at, 'country', 'GB'))
      from unnest(${clicks}::timestamptz[]) c (at) cross join public.links l where l.program_id = ${program.id}))`;
  return { program, owner: signedIn('owner', owner), finance: signedIn('finance', finance), partnerships };
}

/**
 * Every figure of a program's rollups and every day of its facts, with partnerships by their code and without what is
 * nothing: the same text for two programs means the same days.
 */
export async function daysOf(sql: ISql, programId: string): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    with codes as (select p.id, p.code from public.partnerships p where p.program_id = ${programId})
    select line from (
      select concat_ws(' ', 'days', k.code, d.day, d.accrued_minor, d.maturing_minor, d.revenue_minor, d.conversions, d.clicks, d.new_customers) as line
      from public.partnership_days d join codes k on k.id = d.partnership_id
      where (d.accrued_minor, d.maturing_minor, d.revenue_minor, d.conversions, d.clicks, d.new_customers) <> (0, 0, 0, 0, 0, 0)
      union all
      select concat_ws(' ', 'sources', k.code, d.day, (d.link_id is null), d.code, d.country, d.accrued_minor, d.revenue_minor, d.conversions, d.clicks)
      from public.partnership_day_sources d join codes k on k.id = d.partnership_id
      where (d.accrued_minor, d.revenue_minor, d.conversions, d.clicks) <> (0, 0, 0, 0)
      union all
      select concat_ws(' ', 'program', d.day, coalesce(d.partner_type::text, '-'), d.revenue_minor, d.commission_minor, d.maturing_minor, d.conversions, d.clicks, d.new_customers)
      from public.program_days d
      where d.program_id = ${programId}
        and (d.commission_minor, d.maturing_minor, d.revenue_minor, d.conversions, d.clicks, d.new_customers) <> (0, 0, 0, 0, 0, 0)
      union all
      select concat_ws(' ', 'months', k.code, d.month, d.revenue_minor, d.accrued_minor, d.maturing_minor, d.conversions, d.clicks, d.new_customers)
      from public.program_months d join codes k on k.id = d.partnership_id
      where (d.accrued_minor, d.maturing_minor, d.revenue_minor, d.conversions, d.clicks, d.new_customers) <> (0, 0, 0, 0, 0, 0)
      union all
      select concat_ws(' ', 'standing', k.code, s.span, s.revenue_minor, s.accrued_minor, s.conversions, s.clicks)
      from private.partner_standings s join codes k on k.id = s.partnership_id
      where (s.revenue_minor, s.accrued_minor, s.conversions, s.clicks) <> (0, 0, 0, 0)
      union all
      select concat_ws(' ', 'order', c.order_ref, c.accrual_day) from public.conversions c where c.program_id = ${programId}
      union all
      select concat_ws(' ', 'refund', c.order_ref, a.amount_minor, a.accrual_day)
      from public.adjustments a join public.conversions c on c.id = a.conversion_id where a.program_id = ${programId}
      union all
      select concat_ws(' ', 'line', l.order_ref, l.kind, l.amount_minor, l.accrual_day, l.final_on)
      from public.commission_lines l where l.program_id = ${programId}
      union all
      select concat_ws(' ', 'joined', k.code, p.joined_on) from public.partnerships p join codes k on k.id = p.id
    ) x order by line`;
  return rows.map(({ line }) => line);
}
