import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod/mini';
import { rpcAs } from '../../supabase/local/seed/rpc.ts';
import { stack } from '../support/stack.ts';
import { expectedPromotions } from './demo-orders.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

const listSchema = z.object({
  counts: z.object({ draft: z.number(), coming: z.number(), live: z.number(), ended: z.number() }),
  rows: z.array(
    z.object({
      id: z.string(),
      codes: z.number(),
      orders: z.number(),
      revenue_minor: z.number(),
      commission_minor: z.number(),
    }),
  ),
});

const call = await rpcAs(stack, stack.demoBrandEmail, stack.demoPassword);
const list = await call('promotion_list', { p_program: 'lantern' }, listSchema);

/** A promotion's name in its codes, such as PARTY12. */
const [...suffixes] = await sql<{ id: string; suffix: string }[]>`
  select distinct promotion_id as id, substring(code from '[^-]+$') as suffix from public.promotion_codes`;

describe('the demo’s promotions', () => {
  test('are eight, past, live or coming, with a code for each partner', () => {
    const { counts, rows } = list;
    expect(counts.coming + counts.live + counts.ended).toBe(8);
    expect([counts.draft, counts.ended > 0]).toEqual([0, true]);
    expect(rows.map(({ codes }) => codes)).toEqual(Array(8).fill(120));
  });

  test('brought what the file’s orders with their codes come to', () => {
    const expected = expectedPromotions(stack.localDir);
    expect(expected.size).toBe(8);
    for (const { id, orders, revenue_minor } of list.rows) {
      const suffix = suffixes.find((known) => known.id === id)?.suffix ?? '';
      expect({ suffix, orders, pence: revenue_minor }).toEqual({ suffix, ...expected.get(suffix) });
    }
  });

  test('cost what the commission lines with their codes come to', async () => {
    for (const { id, commission_minor } of list.rows) {
      const [lines] = await sql<{ sum: string }[]>`
        select coalesce(sum(l.amount_minor), 0)::text as sum from public.commission_lines l
        where l.code in (select k.code from public.promotion_codes k where k.promotion_id = ${id})`;
      expect(String(commission_minor)).toBe(lines?.sum);
    }
  });

  test('give each of the 513 codes to the partner whose rows carry it', async () => {
    const codes = await sql`
      select e.promotion_code as code, count(distinct p.code)::integer as partners, min(p.code) as partner
      from public.conversion_events e
      join public.conversions c on c.event_id = e.id and c.promotion_code = e.promotion_code
      join public.partnerships p on p.id = c.partnership_id
      group by 1`;
    expect(codes).toHaveLength(513);
    for (const { code, partners, partner } of codes)
      expect([partners, code.startsWith(`${partner}-`)]).toEqual([1, true]);
  });
});
