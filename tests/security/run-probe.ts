import postgres from 'postgres';
import type { Facts } from '../../supabase/local/facts.ts';
import type { Failure } from './cell.ts';
import { httpCells } from './http-cells.ts';
import { buildMatrix, runMatrix } from './matrix.ts';
import { mutantsSideBySide } from './mutants-side-by-side.ts';
import { runHttpCells } from './run-http-cells.ts';

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

type ProbeOptions = { hasMutants: boolean; progress: (line: string) => void };

/** The whole matrix, by SQL and over HTTP, and the mutants if wanted, against a stack that is nobody else's. */
export async function probe(facts: Facts, { hasMutants, progress }: ProbeOptions): Promise<ProbeReport> {
  // One connection: the cells lie in the session, and each mutant in its transaction.
  const sql = postgres(facts.dbUrl, { max: 1, onnotice: () => {} });
  const ownerSql = postgres(facts.postgresUrl, { max: 1, onnotice: () => {} });
  try {
    const matrix = await buildMatrix(sql, ownerSql, facts);
    const asked = matrix.cells.length + matrix.depth.length;
    const byTable = await timed(`${asked} cells by SQL`, progress, () => runMatrix(sql, matrix));
    const requests = httpCells(matrix.world);
    const byHttp = await timed(`${requests.length} cells over HTTP`, progress, () =>
      runHttpCells(requests, matrix.world, facts, sql),
    );
    await Promise.all([sql.end(), ownerSql.end()]);
    const { mutants, survivors } = hasMutants
      ? await timed('mutants', progress, () => mutantsSideBySide(facts, matrix, progress))
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
    await ownerSql.end();
  }
}

async function timed<T>(what: string, progress: (line: string) => void, run: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const result = await run();
  progress(`${what} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return result;
}
