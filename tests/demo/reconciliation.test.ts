import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { rollupDifferences } from '../support/rollup-differences.ts';
import { stack } from '../support/stack.ts';
import { expectedFates } from './demo-orders.ts';

const sql = postgres(stack.postgresUrl, { max: 2, onnotice: () => undefined });
afterAll(() => sql.end());

const [program] = await sql<{ id: string }[]>`select id from public.programs where slug = 'lantern'`;
const programId = program?.id ?? '';

describe('the demo’s orders', () => {
  test('end as the source’s table says, row for row and penny for penny', async () => {
    const totals = await sql`
      select kind, status, reason, count(*)::integer as rows, sum(amount_minor)::bigint::text as pence
      from public.conversion_events where program_id = ${programId} group by 1, 2, 3 order by 1, 2, 3`;
    expect([...totals].map((total) => Object.values(total))).toEqual([
      ['sale', 'applied', null, 19_959, '1065562248'],
      ['sale', 'rejected', 'zero_amount', 2_102, '0'],
      ['refund', 'applied', null, 3_434, '-52402257'],
      ['refund', 'held', 'no_customer', 182, '-28547040'],
      ['refund', 'held', 'no_order_with_enough_left', 220, '-8731952'],
      ['adjustment', 'rejected', 'not_an_order', 3, '-1106206'],
    ]);
    const [all] = await sql`
      select count(*)::integer as rows, sum(amount_minor)::text as pence, count(distinct external_id)::integer as ids
      from public.conversion_events where program_id = ${programId}`;
    expect(all).toEqual({ rows: 25_900, pence: '974774793', ids: 25_900 });
  });

  test('the page’s own totals say the same', async () => {
    const totals = await sql`
      select kind, status, reason, events::integer as rows, amount_minor::text as pence
      from public.program_event_totals where program_id = ${programId} and events <> 0 order by 1, 2, 3`;
    expect(totals.reduce((sum, { rows }) => sum + rows, 0)).toBe(25_900);
    expect(totals.find(({ kind, status }) => kind === 'refund' && status === 'applied')).toMatchObject({
      rows: 3_434,
      pence: '-52402257',
    });
  });

  test('each row has the fate, the match and the credit of a second, independent evaluation', async () => {
    const events = await sql`
      select e.external_id as id, e.amount_minor::text as pence, e.occurred_at, e.status, e.reason,
        m.order_ref as order, upper(coalesce(p.code, '')) as credit
      from public.conversion_events e
      left join public.conversions c on c.event_id = e.id
      left join public.adjustments a on a.event_id = e.id
      left join public.conversions m on m.id = a.conversion_id
      left join public.partnerships p on p.id = coalesce(c.partnership_id, a.partnership_id)
      where e.program_id = ${programId}
      order by e.occurred_at, e.external_id collate "C"`;
    const expected = expectedFates(stack.localDir);
    expect(expected).toHaveLength(25_900);
    const booked = events.map((event) => ({ ...event, occurred_at: event.occurred_at.toISOString() }));
    expect(booked).toEqual(
      expected.map((row) => ({
        id: row.id,
        pence: String(row.pence),
        occurred_at: row.occurredAt.replace('Z', '.000Z'),
        status: row.status,
        reason: row.reason,
        order: row.order,
        credit: row.status === 'applied' ? row.partner : '',
      })),
    );
  });

  test('every rollup equals the sum of its facts', async () => {
    const { compared, differences } = await rollupDifferences(sql, programId);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(100_000);
  });
});
