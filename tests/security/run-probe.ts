import postgres from 'postgres';
import type { Facts } from '../../supabase/local/facts.ts';
import type { Failure } from './cell.ts';
import { httpCells } from './http-cells.ts';
import { buildMatrix, type Matrix, runMatrix, wakeStorage } from './matrix.ts';
import { mutantsSideBySide } from './mutants-side-by-side.ts';
import { loadCells } from './run-cells.ts';
import { runHttpCells } from './run-http-cells.ts';
import type { Share } from './run-mutants.ts';
import { putObjects } from './storage-cells.ts';

export type ProbeReport = {
  cells: number;
  httpCells: number;
  /** Objects without expectation count as leaks: nobody knows what they show. */
  leaks: number;
  wrongRefusals: number;
  mutants: number;
  problems: string[];
  failures: Failure[];
  survivors: string[];
};

type ProbeOptions = {
  /** Which mutants to make; without it none. */
  mutants?: Share;
  progress: (line: string) => void;
  /** Brings the world to another server, where it is then asked. */
  move?: (from: Facts) => Promise<Facts>;
};

/** The whole matrix, by SQL and over HTTP, and the mutants if wanted, against a stack that is nobody else's. */
export async function probe(first: Facts, { mutants: share, progress, move }: ProbeOptions): Promise<ProbeReport> {
  const built = await build(first);
  const facts = move ? await move(first) : first;
  await wakeStorage(facts);
  // One connection: the cells lie in the session, and each mutant in its transaction.
  const sql = postgres(facts.dbUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(putObjects(built.world));
    const matrix = { ...built, runner: await loadCells(sql, built.world, [...built.cells, ...built.depth]) };
    const asked = matrix.cells.length + matrix.depth.length;
    const byTable = await timed(`${asked} cells by SQL`, progress, () => runMatrix(sql, matrix));
    const requests = httpCells(matrix.world);
    const byHttp = await timed(`${requests.length} cells over HTTP`, progress, () =>
      runHttpCells(requests, matrix.world, facts, sql),
    );
    await sql.end();
    const { mutants, survivors } = share
      ? await timed('mutants', progress, () => mutantsSideBySide(facts, matrix, share, progress))
      : { mutants: 0, survivors: [] };
    const failures = [...byTable, ...byHttp];
    return {
      cells: asked + requests.length,
      httpCells: requests.length,
      leaks: failures.filter(({ isLeak }) => isLeak).length + matrix.problems.length,
      wrongRefusals: failures.filter(({ isLeak }) => !isLeak).length,
      mutants,
      problems: matrix.problems,
      failures,
      survivors,
    };
  } finally {
    await sql.end();
  }
}

/** Everybody and everything that is asked about, in the database of this server. */
async function build(facts: Facts): Promise<Matrix> {
  const sql = postgres(facts.dbUrl, { max: 1, onnotice: () => {} });
  const ownerSql = postgres(facts.postgresUrl, { max: 1, onnotice: () => {} });
  try {
    return await buildMatrix(sql, ownerSql, facts);
  } finally {
    // Rows of objects without bytes, there to be seen in the catalogue of cells only.
    await sql`delete from storage.objects`;
    await Promise.all([sql.end(), ownerSql.end()]);
  }
}

async function timed<T>(what: string, progress: (line: string) => void, run: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const result = await run();
  progress(`${what} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return result;
}
