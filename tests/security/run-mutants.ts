import type { Sql } from 'postgres';
import { strayGrants } from './depth-cells.ts';
import type { LoadedMatrix } from './matrix.ts';
import { CellIndex, type Mutant } from './mutant.ts';
import { executeMutants, functionMutants, uncheckedDefiners } from './mutants-of-functions.ts';
import { bucketMutants, grantMutants, policyMutants, relationMutants, triggerMutants } from './mutants-of-tables.ts';
import type { CellRunner } from './run-cells.ts';

export type MutantReport = { mutants: number; survivors: string[]; byKind: Record<string, number> };

const kinds = {
  policyMutants,
  relationMutants,
  grantMutants,
  triggerMutants,
  bucketMutants,
  functionMutants,
  executeMutants,
};

/** Which of the mutants to make: every so-many-th, beginning with one. */
export type Share = { readonly first: number; readonly of: number };

/** Makes one hole after the other, derived from the catalogue, and reports those that nothing noticed. */
export async function runMutants(
  sql: Sql,
  matrix: LoadedMatrix,
  share: Share,
  progress: (line: string) => void,
): Promise<MutantReport> {
  // Once is enough: in the first of the two databases.
  const unchecked = share.first < share.of / 2 ? await uncheckedDefiners(sql) : [];
  const asked = { runner: matrix.runner, cells: new CellIndex(matrix.cells), depth: new CellIndex(matrix.depth) };
  const survivors = unchecked.map((signature) => `${signature} is a definer in which no check was found`);
  const byKind: Record<string, number> = {};
  for (const [kind, derive] of Object.entries(kinds)) {
    // With an empty path the catalogue prints every name with its schema.
    await sql.unsafe(`set search_path = ''`);
    const mutants = (await derive(sql)).filter((_one, at) => at % share.of === share.first);
    await sql.unsafe('reset search_path');
    byKind[kind] = mutants.length;
    const began = Date.now();
    for (const mutant of mutants) if (!(await isKilled(sql, asked, mutant))) survivors.push(mutant.name);
    progress(`${kind}: ${mutants.length} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
  return { mutants: Object.values(byKind).reduce((sum, count) => sum + count, 0), survivors, byKind };
}

type Asked = { runner: CellRunner; cells: CellIndex; depth: CellIndex };

async function isKilled(sql: Sql, { runner, cells, depth }: Asked, mutant: Mutant): Promise<boolean> {
  await sql.unsafe('begin');
  try {
    await sql.unsafe(mutant.sql);
    if ((await runner.run(cells.near(mutant), true)).length > 0) return true;
    await sql.unsafe('savepoint before_grants');
    await sql.unsafe(strayGrants);
    if ((await runner.run(depth.near(mutant), true)).length > 0) return true;
    await sql.unsafe('rollback to before_grants');
    for (const slice of cells.rest(mutant)) if ((await runner.run(slice, true)).length > 0) return true;
    await sql.unsafe(strayGrants);
    for (const slice of depth.rest(mutant)) if ((await runner.run(slice, true)).length > 0) return true;
    return false;
  } finally {
    await sql.unsafe('rollback');
  }
}
