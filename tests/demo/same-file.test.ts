import { readFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { importCalls } from '../../src/data/conversions/import-calls.ts';
import { applyRun, previewRun, type RunOptions, startRun } from '../../src/data/conversions/import-run.ts';
import { inspectFile } from '../../src/data/conversions/inspect-file.ts';
import { prepareFile } from '../../src/data/conversions/prepare-file.ts';
import { mappingFor } from '../../src/data/conversions/presets.ts';
import { rpcAs } from '../../supabase/local/seed/rpc.ts';
import { stack } from '../support/stack.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

const MONEY_TABLES = [
  'conversion_events',
  'conversions',
  'adjustments',
  'commission_lines',
  'partnership_days',
  'partnership_day_sources',
  'program_days',
  'program_months',
  'program_event_totals',
];

/** Every row of every money table with the transaction that wrote it: an update to the same value shows too. */
async function fingerprints() {
  const prints: Record<string, unknown> = {};
  for (const table of MONEY_TABLES) {
    const [print] = await sql`
      select count(*)::text as rows, sum(hashtextextended(t::text || t.xmin::text, 0)::numeric)::text as hash
      from ${sql(`public.${table}`)} t`;
    prints[table] = print;
  }
  return prints;
}

async function droppedFile(): Promise<RunOptions> {
  const bytes = new Uint8Array(readFileSync(path.join(stack.localDir, 'demo-orders.csv')));
  const inspection = inspectFile(bytes);
  if (!inspection.ok) throw new Error(inspection.problem.code);
  const { headers, samples, format } = inspection;
  const mapping = mappingFor(headers, samples, 'Europe/London');
  const prepared = await prepareFile(bytes, { format, mapping, money: { currency: 'GBP', exponent: 2 } });
  if (!prepared.ok) throw new Error(prepared.problem.code);
  const { rows, ...facts } = prepared.file;
  return {
    calls: importCalls(await rpcAs(stack, stack.demoBrandEmail, stack.demoPassword)),
    program: 'lantern',
    fileName: 'demo-orders.csv',
    mapping,
    source: { facts, rows: async (from, count) => rows.slice(from - 1, from - 1 + count) },
    onProgress: () => undefined,
    signal: new AbortController().signal,
  };
}

test('the same file once more changes nothing at all', async () => {
  const before = await fingerprints();
  const run = await droppedFile();
  const started = await startRun(run);
  expect(started.finished_before).not.toBeNull();

  const plan = await previewRun(run, started.import);
  expect(plan.issues).toEqual([]);
  expect(plan.fates.map(({ fate, kind, rows }) => [fate, kind, rows])).toEqual([
    ['unchanged', 'sale', 22_061],
    ['unchanged', 'refund', 3_836],
    ['unchanged', 'adjustment', 3],
  ]);

  const outcome = await applyRun(run, started.import);
  expect(outcome.import).toMatchObject({ status: 'finished', next_row: 25_901, lines_bad: 0 });
  expect(await fingerprints()).toEqual(before);
}, 120_000);
