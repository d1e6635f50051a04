// `npm run -s probe`: the access matrix on a stack of its own; with `-- --mutants` also the holes; with `-- --restored`
// on a second stack, to which everything came by a backup.
// Standard output ends with one line of JSON; what is wrong is named line by line before it.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { putBack } from '../../scripts/backup/put-back.ts';
import { takeBackup } from '../../scripts/backup/take.ts';
import type { Facts } from '../../supabase/local/facts.ts';
import { onStopSignal } from '../../supabase/local/process/stop-signal.ts';
import type { Stack } from '../../supabase/local/stack.ts';
import { startTestStack } from '../../supabase/local/test-stack.ts';
import { describeFailure } from './cell.ts';
import { probe } from './run-probe.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');
const hasMutants = process.argv.includes('--mutants');
const isRestored = process.argv.includes('--restored');
const say = (line: string) => process.stdout.write(`${line}\n`);
const progress = (line: string) => process.stderr.write(`· ${line}\n`);

const folder = path.join(projectDir, `.local/probe-${process.pid}`);
const stacks: Stack[] = [];
async function start(name: string): Promise<Stack> {
  const stack = await startTestStack({ projectDir, localDir: folder + name, portal: 'none', progress });
  stacks.push(stack);
  return stack;
}
async function stopAll(): Promise<void> {
  for (const stack of stacks.splice(0)) await stack.stop();
  rmSync(`${folder}-backup`, { recursive: true, force: true });
}
async function move(from: Facts): Promise<Facts> {
  await takeBackup({ ...from, databaseUrl: from.postgresUrl }, `${folder}-backup`, () => {});
  const { facts } = await start('-restored');
  await putBack({ ...facts, databaseUrl: facts.postgresUrl }, `${folder}-backup`, () => {});
  progress('restored into an empty server');
  return facts;
}

onStopSignal(stopAll);
try {
  const report = await probe((await start('')).facts, {
    progress,
    ...(hasMutants && { mutants: { first: 0, of: 1 } }),
    ...(isRestored && { move }),
  });
  for (const problem of report.problems) say(`UNEXPECTED ${problem}`);
  for (const failure of report.failures) say(describeFailure(failure));
  for (const survivor of report.survivors) say(`SURVIVED ${survivor}`);
  const { cells, leaks, wrongRefusals, mutants } = report;
  const line = { cells, leaks, wrong_refusals: wrongRefusals };
  say(JSON.stringify(hasMutants ? { ...line, mutants, survived: report.survivors.length } : line));
  process.exitCode = leaks + wrongRefusals + report.survivors.length > 0 ? 1 : 0;
} finally {
  await stopAll();
}
