import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Sql } from 'postgres';
import { type CallRpc, importCalls } from '../../../src/data/conversions/import-calls.ts';
import { applyRun, type RunOptions, startRun } from '../../../src/data/conversions/import-run.ts';
import { inspectFile } from '../../../src/data/conversions/inspect-file.ts';
import type { ImportRow } from '../../../src/data/conversions/model.ts';
import { type PreparedFile, prepareFile } from '../../../src/data/conversions/prepare-file.ts';
import { demoMapping } from '../../../src/data/conversions/presets.ts';
import { readCsv, toCsv } from '../../../src/lib/csv.ts';
import type { DemoProgram } from './program.ts';

const DAY = 24 * 60 * 60 * 1000;
const WEEK = 7 * DAY;
const TIME_COLUMN = 1;
const FILE_NAME = 'demo-orders.csv';

const timeOf = (cells: readonly string[]) => Date.parse(cells[TIME_COLUMN] ?? '');

const firstTime = (text: string) => Date.parse(text.split(/\r?\n/, 2)[1]?.split(',')[TIME_COLUMN] ?? '');

/** By how many days the moved orders were moved. */
export function daysMoved(from: string, moved: Uint8Array<ArrayBuffer>): number {
  const text = new TextDecoder().decode(moved);
  return Math.round((firstTime(text) - firstTime(readFileSync(from, 'utf8'))) / DAY);
}

/**
 * Moves the orders' times forward by the largest whole number of weeks that keeps the last one in the
 * past, so that weekdays stay, and answers the moved file's bytes. A file that was moved before stays
 * as it is: moved again, its rows would be other events.
 */
export function moveOrders(from: string, to: string): Uint8Array<ArrayBuffer> {
  if (!existsSync(to)) {
    const records: string[][] = [];
    readCsv(readFileSync(from, 'utf8'), ',', ({ cells }) => {
      records.push(cells);
      return true;
    });
    const [header = [], ...orders] = records;
    const last = orders.reduce((latest, cells) => Math.max(latest, timeOf(cells)), 0);
    const shift = Math.floor((Date.now() - last) / WEEK) * WEEK;
    const moved = orders.map((cells) => {
      const time = new Date(timeOf(cells) + shift).toISOString();
      return cells.with(TIME_COLUMN, time.replace('.000Z', 'Z'));
    });
    writeFileSync(`${to}.new`, toCsv(header, moved));
    renameSync(`${to}.new`, to);
  }
  return new Uint8Array(readFileSync(to));
}

async function readOrders(bytes: Uint8Array<ArrayBuffer>, program: DemoProgram): Promise<PreparedFile> {
  const inspection = inspectFile(bytes);
  if (!inspection.ok) throw new Error(`${FILE_NAME}: ${inspection.problem.code} ${inspection.problem.detail}`);
  const money = { currency: program.currency, exponent: program.exponent };
  const prepared = await prepareFile(bytes, { format: inspection.format, mapping: demoMapping(), money });
  if (!prepared.ok) throw new Error(`${FILE_NAME}: ${prepared.problem.code} ${prepared.problem.detail}`);
  return prepared.file;
}

/** Imports the orders as the portal does, from where an interrupted import stands; answers the file's rows. */
export async function importOrders(
  sql: Sql,
  call: CallRpc,
  program: DemoProgram,
  bytes: Uint8Array<ArrayBuffer>,
  progress: (message: string) => void,
): Promise<ImportRow[]> {
  const { rows, ...facts } = await readOrders(bytes, program);
  const finished = await sql`
    select 1 from public.imports i
    where i.program_id = ${program.id} and i.file_sha256 = ${facts.sha256} and i.status = 'finished'`;
  if (finished.length > 0) return rows;
  const run: RunOptions = {
    calls: importCalls(call),
    program: program.slug,
    fileName: FILE_NAME,
    mapping: demoMapping(),
    source: { facts, rows: async (from, count) => rows.slice(from - 1, from - 1 + count) },
    onProgress: ({ rowsDone, rowsTotal }) => progress(`demo: ${rowsDone} of ${rowsTotal} orders imported`),
    signal: new AbortController().signal,
  };
  await applyRun(run, (await startRun(run)).import);
  return rows;
}
