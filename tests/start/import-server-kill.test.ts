import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { applyRun, startRun } from '../../src/data/conversions/import-run.ts';
import { freePorts } from '../../supabase/local/ports.ts';
import { linkOf, removeDataFolder } from '../../supabase/local/postgres/data-folder.ts';
import { rpcWithToken } from '../../supabase/local/seed/rpc.ts';
import { startStack } from '../../supabase/local/stack.ts';
import { dropFile, fatesIn, fileText, makeImportWorld, orderLines } from '../api/import-world.ts';
import { rollupDifferences } from '../support/rollup-differences.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');
const localDir = path.join(projectDir, `.local/test-${process.pid}-kill`);

/** A stack on the one data folder, as a second `npm start` finds it. */
async function startAgain() {
  const settings = { projectDir, localDir, ports: await freePorts() };
  const stack = await startStack({ settings, portal: 'none', progress: () => undefined });
  const sql = postgres(stack.facts.dbUrl, { max: 1, onnotice: () => undefined });
  const stop = async () => {
    await sql.end({ timeout: 1 }).catch(() => undefined);
    await stack.stop();
  };
  return { facts: stack.facts, sql, stop };
}

/** SIGKILL for the server, as a crash of the machine would end it: no shutdown, no checkpoint. */
function killServer(dataFolder: string): void {
  const [pid] = readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

test('an import whose server is killed goes on at the chunk that was not acknowledged', async () => {
  onTestFinished(() => {
    removeDataFolder(linkOf(localDir));
    rmSync(localDir, { recursive: true, force: true });
  });
  const first = await startAgain();
  const [folder] = await first.sql<{ path: string }[]>`select current_setting('data_directory') as path`;
  const world = await makeImportWorld(first.sql, first.facts);
  const text = fileText(orderLines(world, 9_000));
  const run = await dropFile(world, text);

  let acknowledged = 0;
  const onProgress = ({ rowsDone }: { rowsDone: number }) => {
    acknowledged = rowsDone;
    // A moment later: while the next chunk is being written.
    if (rowsDone === 4_000) setTimeout(killServer, 60, folder?.path ?? '');
  };
  await expect(applyRun({ ...run, onProgress }, (await startRun(run)).import)).rejects.toThrow();
  expect(acknowledged).toBeGreaterThanOrEqual(4_000);
  await first.stop();

  const second = await startAgain();
  onTestFinished(() => second.stop());
  const sameWorld = { ...world, call: rpcWithToken(second.facts, world.token) };
  const again = await dropFile(sameWorld, text);
  const { import: begun, resumed } = await startRun(again);
  expect(resumed).toBe(true);
  expect([acknowledged + 1, acknowledged + 2_001]).toContain(begun.next_row);
  expect(await fatesIn(second.sql, world)).toEqual([
    `sale applied ${begun.next_row - 1} ${(begun.next_row - 1) * 1_000}`,
  ]);
  expect((await rollupDifferences(second.sql, world.programId)).differences).toEqual([]);

  expect((await applyRun(again, begun)).import).toMatchObject({ status: 'finished', next_row: 9_001 });
  expect(await fatesIn(second.sql, world)).toEqual(['sale applied 9000 9000000']);
  expect((await rollupDifferences(second.sql, world.programId)).differences).toEqual([]);
});
