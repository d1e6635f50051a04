import type { Cell } from './cell.ts';

/** One hole in the walls, made by SQL as the superuser within a transaction that is rolled back. */
export type Mutant = {
  name: string;
  sql: string;
  /** The cells most likely to notice, asked first: of this object (or any), with such an operation. */
  object?: string;
  operation: RegExp;
};

/** Cells by what they ask about, so that a mutant finds those near it without looking at all of them. */
export class CellIndex {
  readonly #cells: readonly Cell[];
  readonly #byObject: Map<string, Cell[]>;
  readonly #byOperation = new Map<string, Cell[]>();

  constructor(cells: readonly Cell[]) {
    this.#cells = cells;
    this.#byObject = Map.groupBy(cells, ({ object }) => object);
  }

  /** The cells most likely to notice the mutant. */
  near({ object, operation }: Mutant): Cell[] {
    if (object !== undefined)
      return (this.#byObject.get(object) ?? []).filter((cell) => operation.test(cell.operation));
    const known = this.#byOperation.get(operation.source);
    if (known) return known;
    const found = this.#cells.filter((cell) => operation.test(cell.operation));
    this.#byOperation.set(operation.source, found);
    return found;
  }

  /** All others, in the order in which they are asked; each group only if the ones before noticed nothing. */
  rest(mutant: Mutant): Cell[][] {
    const near = new Set(this.near(mutant));
    const groups = Map.groupBy(this.#cells, (cell): number => {
      if (near.has(cell)) return 0;
      if (cell.object === mutant.object) return 1;
      return /^(select|call .*|guard .*)$/.test(cell.operation) ? 2 : 3;
    });
    return [1, 2, 3].map((rank) => groups.get(rank) ?? []);
  }
}

/** How the cells of a table name it: those of `public` without their schema. */
export function objectName(schema: string, name: string): string {
  if (schema === 'storage') return 'bucket brand';
  return schema === 'public' ? name : `${schema}.${name}`;
}
