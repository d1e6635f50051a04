// Measures the project's performance goals: `npm run -s bench`, or `npm run -s bench 4 7 partners` for some. One JSON line a
// figure on standard output, progress on standard error; exits with 1 when a figure misses its limit.
import path from 'node:path';
import { onStopSignal } from '../../supabase/local/process/stop-signal.ts';
import { measureAudience } from './goals/audience.ts';
import { measureBroadcast } from './goals/broadcast.ts';
import { measureDashboards } from './goals/dashboard.ts';
import { measureFirstScreens } from './goals/first-screens.ts';
import { measureFreshness } from './goals/freshness.ts';
import { measureInbox } from './goals/inbox.ts';
import { measureIngest } from './goals/ingest.ts';
import { measureOverview } from './goals/overview.ts';
import { measurePartners } from './goals/partners.ts';
import { measurePolicy } from './goals/policy.ts';
import { measureThroughput } from './goals/throughput.ts';
import { measureZip } from './goals/zip.ts';
import type { Goal, Line } from './report.ts';
import { openListed } from './world/listed.ts';
import { openMillion } from './world/million.ts';
import { startWorld, type World } from './world/world.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');
const baseDir = path.resolve(projectDir, process.env.LOCAL_DIR || '.local');
const localDir = (name: string) => path.join(baseDir, `bench-${process.pid}-${name}`);
const KNOWN: readonly Goal[] = [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 'partners'];
const SMALL = 1000;
const LARGE = 100_000;
const MILLION = 1_000_000;

const asked = process.argv.slice(2);
const unknown = asked.filter((goal) => !KNOWN.some((known) => String(known) === goal));
const goals = new Set(KNOWN.filter((goal) => asked.length === 0 || asked.includes(String(goal))));
const wants = (...some: Goal[]) => some.some((goal) => goals.has(goal));

const began = Date.now();
const progress = (message: string) =>
  process.stderr.write(`· ${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${message}\n`);
let hasFailed = false;

function report(lines: Line[]): void {
  for (const line of lines.filter(({ goal }) => goals.has(goal))) {
    process.stdout.write(`${JSON.stringify(line)}\n`);
    hasFailed ||= !line.pass;
  }
}

/** Reading first; what writes comes last, because it leaves dead rows behind. */
async function measureWorlds(small: World, large: World): Promise<void> {
  if (wants(4, 5)) report(await measureDashboards(small, large));
  if (wants(6)) report(await measurePolicy(large));
  if (wants(7)) report(await measureOverview(small, large));
  if (wants(13)) report(await measureThroughput(large));
  if (wants(11)) report(await measureIngest(large));
  if (wants(12)) report(await measureFreshness(small));
}

/** What runs now, the newest first. */
const running: { stop: () => Promise<void> }[] = [];

async function stopAll(): Promise<void> {
  for (const one of running.splice(0)) await one.stop();
}

async function open(partners: number): Promise<World> {
  const world = await startWorld({ projectDir, localDir: localDir(String(partners)), partners, progress });
  running.unshift(world);
  await world.fill();
  return world;
}

/** A world of its own, which goes again before the others come: there is little room beside a million. */
async function measureMillion(): Promise<void> {
  const world = await openMillion({ projectDir, localDir: localDir('million'), partners: MILLION, progress });
  running.unshift(world);
  if (wants(10)) report(await measureAudience(world));
  if (wants(9)) report(await measureInbox(world));
  if (wants(8)) {
    const small = await openMillion({ projectDir, localDir: localDir('thousand'), partners: SMALL, progress });
    running.unshift(small);
    report(await measureBroadcast(small, world));
  }
  running.splice(running.indexOf(world), 1);
  await world.stop();
}

/** The list of partners needs no orders: two worlds of its own, which go again. */
async function measureLists(): Promise<void> {
  const openOf = async (partners: number) => {
    const world = await openListed({ projectDir, localDir: localDir(`listed-${partners}`), partners, progress });
    running.unshift(world);
    return world;
  };
  const [small, large] = [await openOf(SMALL), await openOf(LARGE)];
  report(await measurePartners(small, large));
  for (const world of [small, large]) {
    running.splice(running.indexOf(world), 1);
    await world.stop();
  }
}

if (unknown.length > 0) {
  process.stderr.write(`Unknown goals: ${unknown.join(', ')}. Known: ${KNOWN.join(', ')}\n`);
  process.exit(2);
}
onStopSignal(stopAll, 1);
try {
  if (wants(8, 9, 10)) await measureMillion();
  if (wants('partners')) await measureLists();
  if (wants(1, 2)) report(await measureFirstScreens(projectDir, localDir('demo'), progress));
  if (wants(14)) report(await measureZip(projectDir, localDir('zip'), progress));
  if (wants(4, 5, 6, 7, 11, 12, 13)) await measureWorlds(await open(SMALL), await open(LARGE));
} finally {
  await stopAll();
}
process.exit(hasFailed ? 1 : 0);
