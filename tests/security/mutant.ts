import type { Cell } from './cell.ts';

/** One hole in the walls, made by SQL as the superuser within a transaction that is rolled back. */
export type Mutant = {
  name: string;
  sql: string;
  /** The cells most likely to notice, asked first: of this object (or any), with such an operation. */
  object?: string;
  operation: RegExp;
};

/** Cells in the order in which a mutant asks them; each group only if the ones before noticed nothing. */
export function slicesFor(mutant: Mutant, cells: readonly Cell[]): Cell[][] {
  const isNear = ({ object, operation }: Cell) =>
    (mutant.object === undefined || object === mutant.object) && mutant.operation.test(operation);
  const groups = Map.groupBy(cells, (cell): number => {
    if (isNear(cell)) return 0;
    if (cell.object === mutant.object) return 1;
    return /^(select|call .*|guard .*)$/.test(cell.operation) ? 2 : 3;
  });
  return [0, 1, 2, 3].map((rank) => groups.get(rank) ?? []);
}

/** How the cells of a table name it: those of `public` without their schema. */
export function objectName(schema: string, name: string): string {
  if (schema === 'storage') return 'bucket brand';
  return schema === 'public' ? name : `${schema}.${name}`;
}
