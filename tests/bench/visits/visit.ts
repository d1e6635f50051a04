import { spawnSync } from 'node:child_process';
import autocannon from 'autocannon';
import type { Sql } from 'postgres';
import type { Facts } from '../../../supabase/local/facts.ts';
import { rollupDifferences } from '../../support/rollup-differences.ts';
import type { VisitWorld } from './world.ts';

export type VisitOptions = {
  readonly facts: Facts;
  readonly sql: Sql;
  readonly world: VisitWorld;
  readonly perSecond: number;
  readonly seconds: number;
};

export type Visited = {
  /** Answers of any kind, and those that sent a visitor on with a click id. */
  readonly answers: number;
  readonly acknowledged: number;
  /** Acknowledged, and not stored. */
  readonly lost: number;
  /** Stored; what was not acknowledged because the worker died in between is in it. */
  readonly stored: number;
  readonly rollupDifferences: number;
  /** What the function says of its own time, in milliseconds: 95 of 100 answers took no longer. */
  readonly p95: number;
};

const CONNECTIONS = 10;
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const CLICK_ID = /[?&]click_id=([0-9a-f-]{36})/;

/** Visits links at a steady rate; in the middle the worker that serves them is killed without a word. */
export async function visitLinks({ facts, sql, world, perSecond, seconds }: VisitOptions): Promise<Visited> {
  const acknowledged: string[] = [];
  const times: number[] = [];
  let answers = 0;
  const handleAnswer = (status: number, _body: string, _context: object, headers: object = {}) => {
    answers += 1;
    if (status !== 302) return;
    const texts = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
    const click = CLICK_ID.exec(texts.get('location') ?? '')?.[1];
    if (click !== undefined) acknowledged.push(click);
    times.push(Number(/go;dur=([\d.]+)/.exec(texts.get('server-timing') ?? '')?.[1]));
  };
  const kill = setTimeout(() => killWorker(facts.localDir), (seconds / 2) * 1000);
  await autocannon({
    url: facts.functionsUrl,
    connections: CONNECTIONS,
    overallRate: perSecond,
    duration: seconds,
    requests: world.codes.map((code) => ({
      method: 'GET',
      path: `/functions/v1/go/${code}`,
      headers: { 'user-agent': BROWSER, 'cf-ipcountry': 'GB' },
      onResponse: handleAnswer,
    })),
  });
  clearTimeout(kill);
  const [raw] = await sql<{ stored: number; found: number }[]>`
    select count(*)::integer as stored, (count(*) filter (where id = any (${acknowledged}::uuid[])))::integer as found
    from public.clicks where program_id = ${world.programId}`;
  const { differences } = await rollupDifferences(sql, world.programId);
  return {
    answers,
    acknowledged: acknowledged.length,
    lost: acknowledged.length - (raw?.found ?? 0),
    stored: raw?.stored ?? 0,
    rollupDifferences: differences.length,
    p95: percentile(times, 0.95),
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The Deno process of this stack, known by its folder. */
function killWorker(localDir: string): void {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,args='], { encoding: 'utf8' });
  const line = stdout.split('\n').find((text) => text.includes(`--config=${localDir}/functions/deno.json`));
  if (line === undefined) throw new Error(`No function worker runs on ${localDir}`);
  process.kill(Number.parseInt(line, 10), 'SIGKILL');
}
