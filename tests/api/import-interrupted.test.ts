import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { importCalls } from '../../src/data/conversions/import-calls.ts';
import { applyRun, previewRun, type RunOptions, startRun } from '../../src/data/conversions/import-run.ts';
import { AppError } from '../../src/data/errors.ts';
import { rollupDifferences } from '../support/rollup-differences.ts';
import { stack } from '../support/stack.ts';
import { dropFile, fatesIn, fileText, type ImportWorld, makeImportWorld, orderLines } from './import-world.ts';

const sql = postgres(stack.postgresUrl, { max: 2, onnotice: () => undefined });
afterAll(() => sql.end());

const ALL = ['sale applied 5000 5000000'];
const fiveThousand = (world: ImportWorld) => fileText(orderLines(world, 5_000));

test('a cancelled import says where it stands, and the same file goes on from there', async () => {
  const world = await makeImportWorld(sql, stack);
  const run = await dropFile(world, fiveThousand(world));
  const cancel = new AbortController();
  const first: RunOptions = { ...run, signal: cancel.signal, onProgress: () => cancel.abort() };
  const stopped = await applyRun(first, (await startRun(first)).import);
  expect(stopped).toMatchObject({ isStopped: true, import: { status: 'stopped', next_row: 2_001 } });
  expect(await fatesIn(sql, world)).toEqual(['sale applied 2000 2000000']);

  const again = await startRun(run);
  expect(again).toMatchObject({ resumed: true, import: { next_row: 2_001 } });
  const left = await previewRun(run, again.import);
  expect(left.fates).toEqual([{ fate: 'applied', reason: null, kind: 'sale', rows: 3_000, amount_minor: 3_000_000 }]);
  expect((await applyRun(run, again.import)).import).toMatchObject({ status: 'finished', next_row: 5_001 });
  expect(await fatesIn(sql, world)).toEqual(ALL);
});

test('an answer lost on the way is asked for again, and nothing is booked twice', async () => {
  const world = await makeImportWorld(sql, stack);
  let answers = 0;
  const run = await dropFile(world, fiveThousand(world));
  run.calls = importCalls(async (name, args, schema, signal) => {
    const answer = await world.call(name, args, schema, signal);
    answers += 1;
    if (answers % 2 === 0) throw new AppError('offline', 'the line broke after the server had committed');
    return answer;
  });
  expect((await applyRun(run, (await startRun(run)).import)).import).toMatchObject({
    status: 'finished',
    next_row: 5_001,
  });
  expect(await fatesIn(sql, world)).toEqual(ALL);
});

test('two windows with the same file do not book a row twice', async () => {
  const world = await makeImportWorld(sql, stack);
  const runs = await Promise.all([1, 2].map(() => dropFile(world, fiveThousand(world))));
  const outcomes = await Promise.all(runs.map(async (run) => applyRun(run, (await startRun(run)).import)));
  expect(outcomes.map((outcome) => outcome.import.status)).toEqual(['finished', 'finished']);
  expect(outcomes[0]?.import.id).toBe(outcomes[1]?.import.id);
  expect(await fatesIn(sql, world)).toEqual(ALL);
});

test('a half-imported file read in another way is refused', async () => {
  const world = await makeImportWorld(sql, stack);
  const run = await dropFile(world, fiveThousand(world));
  const { import: begun } = await startRun(run);
  await run.calls.apply(begun.id, 1, await run.source.rows(1, 2_000), []);
  await expect(startRun({ ...run, mapping: { ...run.mapping, decimalMark: ',' } })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('rollups equal the facts after an import, after its replay and after a return', async () => {
  const world = await makeImportWorld(sql, stack);
  const importText = async (text: string) => {
    const run = await dropFile(world, text);
    await applyRun(run, (await startRun(run)).import);
    return (await rollupDifferences(sql, world.programId)).differences;
  };
  const text = fileText(orderLines(world, 300));
  expect(await importText(text)).toEqual([]);
  expect(await importText(text)).toEqual([]);
  const sums = () => sql`
    select sum(accrued_minor)::text as accrued, sum(revenue_minor)::text as revenue
    from public.partnership_days where program_id = ${world.programId}`;
  expect([...(await sums())]).toEqual([{ accrued: '15000', revenue: '150000' }]);

  // Two returns of the first customer: one whole order, then more than any order has left.
  expect(
    await importText(fileText(['r1,2026-02-01T10:00:00Z,c0,-4.05,', 'r2,2026-02-01T11:00:00Z,c0,-10.01,'])),
  ).toEqual([]);
  expect(await fatesIn(sql, world)).toEqual([
    'refund applied 1 -405',
    'refund held no_order_with_enough_left 1 -1001',
    'sale applied 300 300000',
  ]);
  // 10 % of £4.05 is 40.5 pence: half away from zero.
  expect([...(await sums())]).toEqual([{ accrued: '14959', revenue: '149595' }]);
});
