// `npm run -s probe`: the access matrix on a stack of its own; with `-- --mutants` also the holes.
// Standard output ends with one line of JSON; what is wrong is named line by line before it.
import path from 'node:path';
import { onStopSignal } from '../../supabase/local/process/stop-signal.ts';
import { startTestStack } from '../../supabase/local/test-stack.ts';
import { describeFailure } from './cell.ts';
import { probe } from './run-probe.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');
const hasMutants = process.argv.includes('--mutants');
const say = (line: string) => process.stdout.write(`${line}\n`);
const progress = (line: string) => process.stderr.write(`· ${line}\n`);

const stack = await startTestStack({
  projectDir,
  localDir: path.join(projectDir, `.local/probe-${process.pid}`),
  portal: 'none',
  progress,
});
onStopSignal(() => stack.stop());
try {
  const report = await probe(stack.facts, { hasMutants, progress });
  for (const problem of report.problems) say(`UNEXPECTED ${problem}`);
  for (const failure of report.failures) say(describeFailure(failure));
  for (const survivor of report.survivors) say(`SURVIVED ${survivor}`);
  const { cells, leaks, wrongRefusals, mutants } = report;
  const line = { cells, leaks, wrong_refusals: wrongRefusals };
  say(JSON.stringify(hasMutants ? { ...line, mutants, survived: report.survivors.length } : line));
  process.exitCode = leaks + wrongRefusals + report.survivors.length > 0 ? 1 : 0;
} finally {
  await stack.stop();
}
