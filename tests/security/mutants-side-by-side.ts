import postgres, { type Sql } from 'postgres';
import type { Facts } from '../../supabase/local/facts.ts';
import type { Matrix } from './matrix.ts';
import { loadCells } from './run-cells.ts';
import { type MutantReport, runMutants, type Share } from './run-mutants.ts';

const COPY = 'mutants_beside';
const MOST_TRIES = 10;

/**
 * Half of this share of the mutants in the database itself and half in a copy of it, at the same time: a mutant locks whole tables
 * until it is rolled back. Nobody else may be connected, and nobody can be while the copy is made.
 */
export async function mutantsSideBySide(
  facts: Facts,
  matrix: Matrix,
  share: Share,
  progress: (line: string) => void,
): Promise<MutantReport> {
  await copyDatabase(facts.dbUrl);
  const databases = [facts.dbUrl, named(facts.dbUrl, COPY)];
  const reports = await Promise.all(
    databases.map(async (url, first) => {
      const sql = connect(url);
      try {
        const runner = await loadCells(sql, matrix.world, [...matrix.cells, ...matrix.depth]);
        const part = { first: share.first + share.of * first, of: share.of * databases.length };
        return await runMutants(sql, { ...matrix, runner }, part, progress);
      } finally {
        await sql.end();
      }
    }),
  );
  const byKind: Record<string, number> = {};
  for (const report of reports)
    for (const [kind, count] of Object.entries(report.byKind)) byKind[kind] = (byKind[kind] ?? 0) + count;
  return {
    mutants: reports.reduce((sum, report) => sum + report.mutants, 0),
    survivors: reports.flatMap((report) => report.survivors),
    byKind,
  };
}

function connect(url: string): Sql {
  return postgres(url, { max: 1, onnotice: () => {} });
}

function named(url: string, database: string): string {
  const copy = new URL(url);
  copy.pathname = `/${database}`;
  return copy.href;
}

/** The API's connections are ended, and come back by themselves: perhaps too early, then once more. */
async function copyDatabase(url: string): Promise<void> {
  const source = new URL(url).pathname.slice(1);
  const sql = connect(named(url, 'template1'));
  try {
    for (let tries = 1; ; tries += 1) {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${source}`;
      try {
        await sql.unsafe(`create database ${COPY} template "${source}"`);
        return;
      } catch (thrown) {
        const isBusy = thrown instanceof postgres.PostgresError && thrown.code === '55006';
        if (!isBusy || tries === MOST_TRIES) throw thrown;
      }
    }
  } finally {
    await sql.end();
  }
}
