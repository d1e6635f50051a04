// Measures the links' redirect: `npm run -s bench:go [seconds]`. One JSON line a figure on standard output, progress on
// standard error; exits with 1 when a figure misses its limit.
import path from 'node:path';
import postgres from 'postgres';
import { onStopSignal } from '../../../supabase/local/process/stop-signal.ts';
import { openTestStack } from '../../../supabase/local/test-stack.ts';
import { judge, type Line } from '../report.ts';
import { type Visited, visitLinks } from './visit.ts';
import { makeVisitWorld } from './world.ts';

const projectDir = path.resolve(import.meta.dirname, '../../..');
const baseDir = path.resolve(projectDir, process.env.LOCAL_DIR || '.local');
const localDir = path.join(baseDir, `bench-${process.pid}-go`);
const PER_SECOND = 100;
const PARTNERS = 50;
const OWN_TIME_MS = 20;
const seconds = Number(process.argv[2] ?? 60);

const progress = (message: string) => process.stderr.write(`· ${message}\n`);

function linesOf(visited: Visited): Line[] {
  const goal = 'go';
  const over = `${visited.acknowledged} of ${PER_SECOND} a second for ${seconds} s`;
  return [
    judge({
      goal,
      name: `p95 of the function's own time, ${over}`,
      value: visited.p95,
      unit: 'ms',
      atMost: OWN_TIME_MS,
    }),
    judge({
      goal,
      name: 'acknowledged clicks lost across a kill of the worker',
      value: visited.lost,
      unit: 'clicks',
      atMost: 0,
    }),
    judge({
      goal,
      name: `rollups against ${visited.stored} raw clicks`,
      value: visited.rollupDifferences,
      unit: 'differences',
      atMost: 0,
    }),
    judge({
      goal,
      name: 'visits acknowledged of those that were asked for',
      value: visited.acknowledged / (PER_SECOND * seconds),
      unit: 'share',
      atLeast: 0.9,
    }),
  ];
}

let hasFailed = true;
const opening = await openTestStack({ projectDir, localDir, portal: 'none', progress });
onStopSignal(opening.stop, 1);
const { facts } = await opening.ready;
const sql = postgres(facts.dbUrl, { max: 1, onnotice: () => {} });
try {
  const world = await makeVisitWorld(sql, PARTNERS);
  progress('warming up');
  await visitLinks({ facts, sql, world: await makeVisitWorld(sql, PARTNERS), perSecond: PER_SECOND, seconds: 4 });
  progress(`${PER_SECOND} visits a second for ${seconds} s, with a kill in the middle`);
  const lines = linesOf(await visitLinks({ facts, sql, world, perSecond: PER_SECOND, seconds }));
  for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
  hasFailed = lines.some(({ pass }) => !pass);
} finally {
  await sql.end();
  await opening.stop();
}
process.exit(hasFailed ? 1 : 0);
