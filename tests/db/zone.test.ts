import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type TransactionSql } from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { type Actor, asActor, codeFor, rolledBack } from '../support/actors.ts';
import { addClicks, addImport, addProgram, bookOrder, freshSuffix } from '../support/builders.ts';
import { rollupDifferences } from '../support/rollup-differences.ts';
import { stack } from '../support/stack.ts';
import { buildZoneWorld, daysOf } from '../support/zone-worlds.ts';

const sql = postgres(stack.postgresUrl, { max: 3, onnotice: () => {} });
afterAll(() => sql.end());

type Answer = { time_zone: string; zone_change: { phase: string; zone: string } | null; is_too_large?: boolean };

async function ask(tx: TransactionSql, actor: Actor, call: string): Promise<Answer> {
  const [row] = await asActor(tx, actor, (mine) =>
    mine.unsafe<{ answer: Answer }[]>(`select public.${call} as answer`),
  );
  if (row === undefined) throw new Error(`${call} answered nothing`);
  return row.answer;
}

async function finish(tx: TransactionSql, actor: Actor, slug: string): Promise<Answer[]> {
  const answers: Answer[] = [];
  do answers.push(await ask(tx, actor, `step_zone_change('${slug}')`));
  while (answers.at(-1)?.zone_change !== null);
  return answers;
}

describe('a change of zone', () => {
  test.each([
    ['Europe/London', 'Europe/Berlin'],
    ['Europe/London', 'Asia/Tokyo'],
    ['Asia/Tokyo', 'America/Los_Angeles'],
  ])('from %s to %s leaves what a program of that zone would have from the beginning', (from, to) =>
    rolledBack(sql, async (tx) => {
      const moved = await buildZoneWorld(tx, from, freshSuffix());
      const native = await buildZoneWorld(tx, to, freshSuffix());
      expect(await daysOf(tx, moved.program.id)).not.toEqual(await daysOf(tx, native.program.id));
      const begun = await ask(tx, moved.owner, `begin_zone_change('${moved.program.slug}', '${to}')`);
      expect(begun).toMatchObject({ time_zone: from, zone_change: { zone: to, phase: 'orders' } });
      const answers = await finish(tx, moved.owner, moved.program.slug);
      expect(answers.at(-1)).toEqual({ time_zone: to, zone_change: null });
      expect(await daysOf(tx, moved.program.id)).toEqual(await daysOf(tx, native.program.id));
      expect((await rollupDifferences(tx as never, moved.program.id)).differences).toEqual([]);
      const before = await daysOf(tx, moved.program.id);
      await tx`select private.rebuild_rollups(${moved.program.id})`;
      expect(await daysOf(tx, moved.program.id)).toEqual(before);
    }),
  );

  test('shows nothing of itself before its last step, and keeps visits that come meanwhile', () =>
    rolledBack(sql, async (tx) => {
      const { program, owner, partnerships } = await buildZoneWorld(tx, 'Europe/London', freshSuffix());
      const before = await daysOf(tx, program.id);
      await ask(tx, owner, `begin_zone_change('${program.slug}', 'Asia/Tokyo')`);
      expect(await daysOf(tx, program.id)).toEqual(before);
      const counted = await ask(tx, owner, `step_zone_change('${program.slug}')`);
      expect(counted).toMatchObject({ time_zone: 'Europe/London', zone_change: { phase: 'ready' } });
      expect(await daysOf(tx, program.id)).toEqual(before);
      for (const partnership of partnerships) await addClicks(tx, program, partnership);
      expect(await ask(tx, owner, `step_zone_change('${program.slug}')`)).toEqual({
        time_zone: 'Asia/Tokyo',
        zone_change: null,
      });
      expect((await rollupDifferences(tx as never, program.id)).differences).toEqual([]);
    }));

  test('lets no order be booked and none be reviewed, but only for as long as somebody goes on with it', () =>
    rolledBack(sql, async (tx) => {
      const { program, owner, finance, partnerships } = await buildZoneWorld(tx, 'Europe/London', freshSuffix(), 3);
      const order = await bookOrder(tx, program, partnerships[0] ?? null, { amount: 500, orderRef: 'fresh' });
      const importId = await addImport(tx, program, 1);
      const row = {
        row: 1,
        line: 2,
        external_id: 'n1',
        kind: 'sale',
        amount_minor: 100,
        currency: 'GBP',
        occurred_at: '2026-03-05T10:00:00Z',
      };
      const book = (mine: TransactionSql) => mine`select public.apply_import_rows(${importId}, 1, ${mine.json([row])})`;
      const review = (mine: TransactionSql) => mine`select public.review_conversion(${order.conversionId}, 'approved')`;
      await ask(tx, owner, `begin_zone_change('${program.slug}', 'Asia/Tokyo')`);
      expect(await codeFor(tx, finance, book)).toBe('PT409');
      expect(await codeFor(tx, finance, review)).toBe('PT409');
      await tx`update private.zone_changes set touched_at = now() - interval '16 minutes' where program_id = ${program.id}`;
      expect(await codeFor(tx, finance, book)).toBe('done');
      expect(await codeFor(tx, finance, review)).toBe('done');
      expect(await ask(tx, owner, `step_zone_change('${program.slug}')`)).toEqual({
        time_zone: 'Europe/London',
        zone_change: null,
      });
    }));

  test('and a review never wait for one another', async () => {
    const { program, finance, partnerships } = await sql.begin((tx) =>
      buildZoneWorld(tx, 'Europe/London', freshSuffix(), 3),
    );
    const { conversionId } = await sql.begin((tx) =>
      bookOrder(tx, program, partnerships[0] ?? null, { amount: 500, orderRef: 'fresh' }),
    );
    const key = sql`hashtextextended('days:' || ${program.id}, 0)`;
    const { late } = await sql.begin(async (step) => {
      await step`select pg_advisory_xact_lock(${key})`;
      const approve = sql.begin((tx) =>
        codeFor(tx, finance, (mine) => mine`select public.review_conversion(${conversionId}, 'approved')`),
      );
      for (let waiting = 0; waiting === 0; await sleep(20)) {
        const [row] = await sql<{ n: number }[]>`
          select count(*)::int as n from pg_locks l
          where l.locktype = 'advisory' and not l.granted and l.objid = (${key} & 4294967295)::oid`;
        waiting = row?.n ?? 0;
      }
      // The step moves this order, which the review that waits must not hold already.
      await step`select 1 from public.conversions where id = ${conversionId} for update nowait`;
      await asActor(
        step,
        finance,
        (mine) => mine`select public.review_conversion(${conversionId}, 'rejected', 'meanwhile')`,
      );
      return { late: approve };
    });
    // What happened while it waited is seen.
    expect(await late).toBe('PT409');
  });

  test.each(['posix/Europe/Berlin', 'right/Europe/Berlin', 'Factory', 'localtime', 'EST5EDT', 'Nowhere/Else'])(
    'goes to no zone that a browser refuses: %s',
    (zone) =>
      rolledBack(sql, async (tx) => {
        const { program, owner } = await buildZoneWorld(tx, 'Europe/London', freshSuffix(), 1);
        expect(
          await codeFor(tx, owner, (mine) => mine`select public.begin_zone_change(${program.slug}, ${zone})`),
        ).toBe('PT422');
        await expect(addProgram(tx, { slug: `bad-${freshSuffix()}`, zone })).rejects.toMatchObject({ code: 'PT422' });
      }),
  );

  test('is given up without a trace, and begun again in another zone', () =>
    rolledBack(sql, async (tx) => {
      const { program, owner } = await buildZoneWorld(tx, 'Europe/London', freshSuffix(), 10);
      const before = await daysOf(tx, program.id);
      await ask(tx, owner, `begin_zone_change('${program.slug}', 'Asia/Tokyo')`);
      await ask(tx, owner, `step_zone_change('${program.slug}')`);
      expect(await ask(tx, owner, `cancel_zone_change('${program.slug}')`)).toEqual({
        time_zone: 'Europe/London',
        zone_change: null,
      });
      const left = await tx`select 1 from private.zone_moves where program_id = ${program.id}
        union all select 1 from private.zone_sums where program_id = ${program.id}`;
      expect(left.length).toBe(0);
      expect(await daysOf(tx, program.id)).toEqual(before);
      expect(
        await codeFor(tx, owner, (mine) => mine`select public.begin_zone_change(${program.slug}, 'Nowhere/Else')`),
      ).toBe('PT422');
      await ask(tx, owner, `begin_zone_change('${program.slug}', 'Europe/Berlin')`);
      expect((await finish(tx, owner, program.slug)).at(-1)?.time_zone).toBe('Europe/Berlin');
    }));

  test('is for owners alone, and money facts move for nobody else', () =>
    rolledBack(sql, async (tx) => {
      const { program, owner, finance } = await buildZoneWorld(tx, 'Europe/London', freshSuffix(), 3);
      for (const call of ['begin_zone_change', 'step_zone_change', 'cancel_zone_change']) {
        const args = call === 'begin_zone_change' ? `'${program.slug}', 'Asia/Tokyo'` : `'${program.slug}'`;
        expect(await codeFor(tx, finance, (mine) => mine.unsafe(`select public.${call}(${args})`)), call).toBe('PT404');
      }
      await ask(tx, owner, `begin_zone_change('${program.slug}', 'Asia/Tokyo')`);
      for (const table of ['adjustments', 'commission_lines', 'conversions'])
        await expect(
          tx.savepoint((point) =>
            point.unsafe(`update public.${table} set accrual_day = accrual_day + 1 where program_id = '${program.id}'`),
          ),
          table,
        ).rejects.toMatchObject({ code: 'PT403' });
    }));

  test('whose server is killed in the middle of a step goes on with it', async () => {
    const to = 'Asia/Tokyo';
    const moved = await sql.begin((tx) => buildZoneWorld(tx, 'Europe/London', freshSuffix()));
    const native = await sql.begin((tx) => buildZoneWorld(tx, to, freshSuffix()));
    const { slug } = moved.program;
    await sql.begin((tx) => ask(tx, moved.owner, `begin_zone_change('${slug}', '${to}')`));
    const kill = async () => {
      const victim = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
      const step = victim.begin(async (tx) => {
        const [{ pid = 0 } = {}] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
        await ask(tx, moved.owner, `step_zone_change('${slug}')`);
        // The step is done but not committed when its server goes.
        await sql`select pg_terminate_backend(${pid}, 30000)`;
        await tx`select 1`;
      });
      await expect(step).rejects.toThrow();
      await victim.end({ timeout: 1 });
    };
    const before = await daysOf(sql, moved.program.id);
    await kill();
    expect(await daysOf(sql, moved.program.id)).toEqual(before);
    // Everything is counted; then the last step is killed too.
    expect((await sql.begin((tx) => ask(tx, moved.owner, `step_zone_change('${slug}')`))).zone_change?.phase).toBe(
      'ready',
    );
    await kill();
    expect(await daysOf(sql, moved.program.id)).toEqual(before);
    await sql.begin((tx) => finish(tx, moved.owner, slug));
    expect(await daysOf(sql, moved.program.id)).toEqual(await daysOf(sql, native.program.id));
  });

  test('is made in SQL at once by who holds the database', () =>
    rolledBack(sql, async (tx) => {
      const moved = await buildZoneWorld(tx, 'Europe/London', freshSuffix(), 20);
      const native = await buildZoneWorld(tx, 'Asia/Tokyo', freshSuffix(), 20);
      await tx`select private.change_zone(${moved.program.slug}, 'Asia/Tokyo')`;
      expect(await daysOf(tx, moved.program.id)).toEqual(await daysOf(tx, native.program.id));
    }));
});
