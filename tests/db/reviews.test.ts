import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { asActor, codeFor, rolledBack } from '../support/actors.ts';
import { bookOrder, bookRefund } from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { type ActorName, buildWorld, orderAmount, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Tx = postgres.TransactionSql;

const review =
  (conversionId: string, status: 'approved' | 'rejected' | 'pending', reason: string | null = null) =>
  (mine: Tx) =>
    mine`select public.review_conversion(${conversionId}, ${status}, ${reason}) as answer`;

/** What a partnership has accrued and what matures, by lines and by every rollup that sums them. */
async function sumsOf(tx: Tx, partnershipId: string): Promise<Record<string, number>> {
  const [row] = await tx<Record<string, number>[]>`
    select (select sum(amount_minor)::int from public.commission_lines where partnership_id = ${partnershipId}) as lines,
      (select sum(accrued_minor)::int from public.partnership_days where partnership_id = ${partnershipId}) as days,
      (select sum(maturing_minor)::int from public.partnership_days where partnership_id = ${partnershipId}) as maturing,
      (select sum(accrued_minor)::int from public.partnership_day_sources where partnership_id = ${partnershipId}) as sources,
      (select sum(accrued_minor)::int from public.program_months where partnership_id = ${partnershipId}) as months,
      (select sum(revenue_minor)::int from public.partnership_days where partnership_id = ${partnershipId}) as revenue,
      (select sum(revenue_minor)::int from public.program_months where partnership_id = ${partnershipId}) as revenue_months,
      (select sum(conversions)::int from public.partnership_days where partnership_id = ${partnershipId}) as conversions`;
  return row ?? {};
}

describe('a review', () => {
  test('is made by finance and owners of the program, for everybody else the conversion is not there', () =>
    rolledBack(sql, async (tx) => {
      const { actors, orders } = await buildWorld(tx);
      const approve = review(orders['a/mira'].conversionId, 'approved');
      const outsiders: ActorName[] = ['s.viewer', 's.manager', 's.removed', 'second', 'p.owner', 'nora', 'stranger'];
      for (const name of outsiders) expect(await codeFor(tx, actors[name], approve), name).toBe('PT404');
      for (const name of ['anon', 'service'] as const)
        expect(await codeFor(tx, actors[name], approve), name).toBe('42501');
      for (const name of ['s.finance', 's.owner'] as const)
        expect(await codeFor(tx, actors[name], approve), name).toBe('done');
    }));

  test('that rejects takes back what the lines still hold, and the revenue, in every sum', () =>
    rolledBack(sql, async (tx) => {
      const { actors, orders, partnerships } = await buildWorld(tx);
      const place = partnerships['a/mira'];
      // The order less its refund: two thirds, at a rate of the whole.
      const held = (orderAmount('a/mira') * 2) / 3;
      expect(await sumsOf(tx, place.id)).toEqual({
        lines: held,
        days: held,
        maturing: held,
        sources: held,
        months: held,
        revenue: held,
        revenue_months: held,
        conversions: 1,
      });
      await asActor(tx, actors['s.finance'], review(orders['a/mira'].conversionId, 'rejected', ' returned by fraud '));
      expect(await sumsOf(tx, place.id)).toEqual({
        lines: 0,
        days: 0,
        maturing: 0,
        sources: 0,
        months: 0,
        revenue: 0,
        revenue_months: 0,
        conversions: 0,
      });
      const [line] = await asActor(
        tx,
        actors['p.viewer'],
        (mine) => mine`
        select amount_minor::int as amount, kind from public.commission_lines where kind = 'rejection'`,
      );
      expect(line).toEqual({ kind: 'rejection', amount: -held });
      const [conversion] = await asActor(
        tx,
        actors['p.viewer'],
        (mine) => mine`select status, reject_reason from public.conversions`,
      );
      expect(conversion).toEqual({ status: 'rejected', reject_reason: 'returned by fraud' });
    }));

  test('leaves other partners as they are', () =>
    rolledBack(sql, async (tx) => {
      const { actors, orders, partnerships } = await buildWorld(tx);
      const before = await sumsOf(tx, partnerships['a/nora'].id);
      await asActor(tx, actors['s.owner'], review(orders['a/mira'].conversionId, 'rejected', 'fraud'));
      expect(await sumsOf(tx, partnerships['a/nora'].id)).toEqual(before);
    }));

  test('a refund that comes after a rejection takes nothing twice', () =>
    rolledBack(sql, async (tx) => {
      const { a, actors, orders, partnerships } = await buildWorld(tx);
      await asActor(tx, actors['s.owner'], review(orders['a/mira'].conversionId, 'rejected', 'fraud'));
      await bookRefund(tx, a, orders['a/mira'], 1);
      expect(await sumsOf(tx, partnerships['a/mira'].id)).toMatchObject({ lines: 0, days: 0, revenue: 0 });
    }));

  test('needs a reason to reject, and is no way back to pending', () =>
    rolledBack(sql, async (tx) => {
      const { actors, orders } = await buildWorld(tx);
      const id = orders['a/mira'].conversionId;
      const attempts = [review(id, 'rejected'), review(id, 'rejected', '   '), review(id, 'pending')];
      for (const attempt of attempts) expect(await codeFor(tx, actors['s.finance'], attempt)).toBe('PT422');
    }));

  test('comes too late when the hold is over, and a rejection is for good', () =>
    rolledBack(sql, async (tx) => {
      const { a, actors, orders, partnerships } = await buildWorld(tx);
      const occurredAt = new Date(Date.now() - 40 * 24 * 3_600_000);
      const old = await bookOrder(tx, a, partnerships['a/mira'], {
        amount: 100,
        orderRef: `old-${a.slug}`,
        occurredAt,
      });
      expect(await codeFor(tx, actors['s.finance'], review(old.conversionId, 'rejected', 'late'))).toBe('PT409');
      await asActor(tx, actors['s.finance'], review(orders['a/nora'].conversionId, 'rejected', 'fraud'));
      expect(await codeFor(tx, actors['s.finance'], review(orders['a/nora'].conversionId, 'approved'))).toBe('PT409');
    }));

  test("of an order that is nobody's has nothing to decide", () =>
    rolledBack(sql, async (tx) => {
      const { actors, orders } = await buildWorld(tx);
      expect(await codeFor(tx, actors['s.owner'], review(orders['a/organic'].conversionId, 'approved'))).toBe('PT409');
    }));
});

describe('facts', () => {
  const facts = [
    'conversion_events',
    'conversions',
    'adjustments',
    'commission_lines',
    'commission_rules',
    'clicks',
  ] as const;

  test.each(facts)('%s refuse update, delete and truncate, to their owner and to the secret key', (table) =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      // A cascade asks for the right on what hangs on the table as well.
      await tx`grant all on all tables in schema public to service_role`;
      const attempts = [
        (mine: Tx) => mine`update ${mine(table)} set program_id = ${world.b.id}`,
        (mine: Tx) => mine`delete from ${mine(table)}`,
        (mine: Tx) => mine.unsafe(`truncate ${table} cascade`),
      ];
      for (const attempt of attempts) {
        expect(await codeFor(tx, world.actors.service, attempt)).toBe('PT403');
        await expect(tx.savepoint(attempt)).rejects.toMatchObject({ code: 'PT403' });
      }
    }),
  );

  test('what partners and staff may read of them they may not write', () =>
    rolledBack(sql, async (tx) => {
      const { actors }: World = await buildWorld(tx);
      for (const name of ['s.owner', 's.finance', 'p.owner'] as const) {
        for (const table of facts) {
          expect(await codeFor(tx, actors[name], (mine) => mine`delete from ${mine(table)}`), `${name} ${table}`).toBe(
            '42501',
          );
        }
      }
    }));

  test('a customer stays a secret, and so do the keys to the pseudonyms', () =>
    rolledBack(sql, async (tx) => {
      const { actors } = await buildWorld(tx);
      for (const name of ['s.owner', 'p.owner', 'service'] as const) {
        for (const table of ['conversions', 'conversion_events'] as const) {
          const read = await codeFor(tx, actors[name], (mine) => mine`select customer_key from ${mine(table)}`);
          expect(read, `${name} ${table}`).toBe('42501');
        }
        expect(await codeFor(tx, actors[name], (mine) => mine`select 1 from private.program_secrets`), name).toBe(
          '42501',
        );
      }
    }));
});
