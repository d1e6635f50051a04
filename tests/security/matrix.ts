import type { Sql } from 'postgres';
import type { Facts } from '../../supabase/local/facts.ts';
import { buildWorld, type World } from '../support/world.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import type { Cell, Failure } from './cell.ts';
import { creativeStorageCells } from './creative-guards.ts';
import { depthCells, strayGrants } from './depth-cells.ts';
import { reads } from './expectations.ts';
import { columns } from './expectations-columns.ts';
import { buckets } from './expectations-storage.ts';
import { actionCells, functionCells, unexpectedFunctions } from './function-cells.ts';
import { bucketCells, guardCells } from './guard-cells.ts';
import { openFunctions, privateCells, privateDepthCells } from './private-cells.ts';
import { owners } from './rows.ts';
import type { CellRunner } from './run-cells.ts';
import { bucketProblems, putObjects, storageCells } from './storage-cells.ts';
import { type TableFacts, tableCells, tableFacts } from './table-cells.ts';

export type Matrix = {
  world: World;
  catalogue: Catalogue;
  /** As the API's roles are granted. */
  cells: Cell[];
  /** With all grants gone astray: row-level security alone. */
  depth: Cell[];
  /** Objects without expectation, expectations without object, tables without canaries. */
  problems: string[];
};

export type LoadedMatrix = Matrix & { runner: CellRunner };

/** The storage server grants its own tables to the API's roles when it is first asked for something. */
export async function wakeStorage({ apiUrl, secretKey }: Pick<Facts, 'apiUrl' | 'secretKey'>): Promise<void> {
  await (await fetch(`${apiUrl}/storage/v1/bucket`, { headers: { apikey: secretKey } })).body?.cancel();
}

/** Builds the world (it stays) and every question about it. `sql` is one connection of the superuser. */
export async function buildMatrix(
  sql: Sql,
  ownerSql: Sql,
  server: Pick<Facts, 'apiUrl' | 'secretKey'>,
): Promise<Matrix> {
  await wakeStorage(server);
  const world = await buildWorld(ownerSql);
  await sql.unsafe(putObjects(world));
  const catalogue = await readCatalogue(sql);
  const facts: TableFacts[] = [];
  const cells: Cell[] = [];
  for (const table of catalogue.tables.filter(({ schema }) => schema === 'public')) {
    const one = await tableFacts(sql, world, table);
    facts.push(one);
    cells.push(...(await tableCells(sql, one)));
  }
  cells.push(...functionCells(world), ...actionCells(world), ...guardCells(world), ...privateCells(catalogue, world));
  cells.push(...storageCells(world), ...creativeStorageCells(world), ...bucketCells(buckets));
  const depth = [...facts.flatMap(depthCells), ...privateDepthCells(catalogue)];
  return { world, catalogue, cells, depth, problems: problemsOf(catalogue, facts) };
}

/** Everything that is not as expected. Nothing of it stays in the database. */
export async function runMatrix(sql: Sql, { runner, cells, depth }: LoadedMatrix): Promise<Failure[]> {
  const failures = await runner.run(cells);
  await sql.unsafe('begin');
  try {
    await sql.unsafe(strayGrants);
    return [...failures, ...(await runner.run(depth))];
  } finally {
    await sql.unsafe('rollback');
  }
}

export function problemsOf(catalogue: Catalogue, facts: readonly TableFacts[]): string[] {
  const present = facts.map(({ name }) => name);
  return [
    ...[...reads.keys()]
      .filter((name) => !present.includes(name))
      .map((name) => `table ${name} is expected and not there`),
    ...facts.flatMap(tableProblems),
    // None yet: the first view brings its row in `reads`, and its cells.
    ...catalogue.views.map(({ schema, name }) => `view ${schema}.${name} has no expectation`),
    ...unexpectedFunctions(catalogue.functions),
    ...openFunctions()
      .filter((name) => !catalogue.functions.some((one) => one.schema === 'private' && one.name === name))
      .map((name) => `function private.${name} is expected and not there`),
    ...bucketProblems(catalogue.buckets),
  ];
}

function tableProblems({ name, table, rows, said }: TableFacts): string[] {
  if (!reads.has(name) || !columns[name] || !owners[name]) return [`table ${name} has no expectation`];
  const known = `${said.read} ${said.hidden ?? ''}`.split(/\s+/).filter(Boolean);
  const present = table.columns.map((column) => column.name);
  const { program, partner, partnership } = owners[name];
  const lacks = (what: string, isThere: boolean) => (isThere ? [] : [`table ${name} has no canary of ${what}`]);
  return [
    ...present
      .filter((column) => !known.includes(column))
      .map((column) => `column ${name}.${column} has no expectation`),
    ...known
      .filter((column) => !present.includes(column))
      .map((column) => `column ${name}.${column} is expected and not there`),
    ...(program
      ? (['a', 'b'] as const).flatMap((side) =>
          lacks(
            `program ${side}`,
            rows.some((row) => row.program === side),
          ),
        )
      : []),
    ...(partner || partnership
      ? (['mira', 'nora', 'both', 'berta', 'paused', 'ended', 'invited'] as const).flatMap((one) =>
          lacks(
            `partner ${one}`,
            rows.some((row) => row.partner === one),
          ),
        )
      : []),
    ...lacks('two owners', rows.length > 1),
  ];
}
