import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { asActor, codeFor, rolledBack } from '../support/actors.ts';
import { bookOrder, bookRefund } from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { type ActorName, buildWorld } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Tx = postgres.TransactionSql;

const addRule = (programId: string, rateBps: number, from: Date) => (mine: Tx) =>
  mine<{ version: number }[]>`
  insert into public.commission_rules (program_id, partner_type, kind, rate_bps, effective_from)
  values (${programId}, 'influencer', 'percent', ${rateBps}, ${from}) returning version`;

const soon = () => new Date(Date.now() + 60_000);

describe('terms', () => {
  test('are added by finance and owners, as the next version', () =>
    rolledBack(sql, async (tx) => {
      const { a, actors } = await buildWorld(tx);
      expect(await asActor(tx, actors['s.finance'], addRule(a.id, 500, soon()))).toEqual([{ version: 2 }]);
      expect(await asActor(tx, actors['s.owner'], addRule(a.id, 600, soon()))).toEqual([{ version: 3 }]);
    }));

  test('are added by nobody else, and never for another program', () =>
    rolledBack(sql, async (tx) => {
      const { a, actors } = await buildWorld(tx);
      const others: ActorName[] = [
        's.viewer',
        's.manager',
        's.removed',
        'second',
        'p.owner',
        'stranger',
        'anon',
        'service',
      ];
      for (const name of others) {
        expect(await codeFor(tx, actors[name], addRule(a.id, 500, soon())), name).toBe('42501');
        // The same answer for a start that is too early: it must not tell that there are terms already.
        expect(await codeFor(tx, actors[name], addRule(a.id, 500, new Date(0))), name).toBe('42501');
      }
    }));

  test('do not reach back, and are not edited', () =>
    rolledBack(sql, async (tx) => {
      const { a, actors } = await buildWorld(tx);
      expect(await codeFor(tx, actors['s.owner'], addRule(a.id, 500, new Date(Date.now() - 60_000)))).toBe('PT422');
      expect(
        await codeFor(tx, actors['s.owner'], (mine) => mine`update public.commission_rules set rate_bps = 1`),
      ).toBe('42501');
      const numbered = await codeFor(
        tx,
        actors['s.owner'],
        (mine) => mine`
        insert into public.commission_rules (program_id, partner_type, version, kind, rate_bps)
        values (${a.id}, 'influencer', 9, 'percent', 1)`,
      );
      expect(numbered).toBe('42501');
    }));

  test('partners read their own: their type, in the programs they have joined', () =>
    rolledBack(sql, async (tx) => {
      const { a, b, actors } = await buildWorld(tx);
      const seen = (name: ActorName) =>
        asActor(
          tx,
          actors[name],
          (mine) => mine<{ terms: string }[]>`
          select case program_id when ${a.id} then 'a ' when ${b.id} then 'b ' end || partner_type as terms
          from public.commission_rules order by 1`,
        ).then((rows) => rows.map(({ terms }) => terms));
      expect(await seen('p.viewer')).toEqual(['a influencer']);
      expect(await seen('both')).toEqual(['a affiliate', 'b affiliate']);
      expect(await seen('ended')).toEqual(['a app']);
      expect(await seen('invited')).toEqual([]);
      expect(await seen('p.removed')).toEqual([]);
      expect(await seen('second')).toHaveLength(7);
      const author = await codeFor(
        tx,
        actors['p.viewer'],
        (mine) => mine`select created_by from public.commission_rules`,
      );
      expect(author).toBe('42501');
    }));
});

describe('a line', () => {
  test('keeps the terms of its time; its refund is at the same rate though terms have changed', () =>
    rolledBack(sql, async (tx) => {
      const { a, actors, partnerships } = await buildWorld(tx);
      const from = soon();
      await asActor(tx, actors['s.finance'], addRule(a.id, 1_000, from));
      const before = await bookOrder(tx, a, partnerships['a/mira'], { amount: 1_005, orderRef: `before-${a.slug}` });
      const after = new Date(from.getTime() + 1_000);
      const later = await bookOrder(tx, a, partnerships['a/mira'], {
        amount: 1_005,
        orderRef: `after-${a.slug}`,
        occurredAt: after,
      });
      await bookRefund(tx, a, before, 1_005, after);
      await bookRefund(tx, a, later, 500, after);
      await bookRefund(tx, a, later, 505, after);
      const lines = await tx`
        select order_ref, kind, rule_version, rate_bps, amount_minor::int as amount from public.commission_lines
        where conversion_id in (${before.conversionId}, ${later.conversionId}) order by order_ref, amount_minor desc`;
      const line = (order: string, kind: string, version: number, bps: number, amount: number) => ({
        order_ref: `${order}-${a.slug}`,
        kind,
        rule_version: version,
        rate_bps: bps,
        amount,
      });
      // 10 % of 10.05 is 1.005, half away from zero 1.01; the parts given back sum to it.
      expect(lines).toEqual([
        line('after', 'commission', 2, 1_000, 101),
        line('after', 'reversal', 2, 1_000, -50),
        line('after', 'reversal', 2, 1_000, -51),
        line('before', 'commission', 1, 10_000, 1_005),
        line('before', 'reversal', 1, 10_000, -1_005),
      ]);
    }));
});
