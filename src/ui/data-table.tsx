import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import type { Sorting } from './sorting.ts';

// Written out, since a table that is laid out as cards loses its roles in some browsers.
const ROLE = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
  columnheader: { role: 'columnheader' },
} as const;

export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end so that their digits align. */
  readonly isFigure?: boolean;
  readonly isSortable?: boolean;
  /** Buttons, which need no label beside them on a card. */
  readonly isBare?: boolean;
};

type DataTableProps<Row> = {
  /** What the table holds; spoken, and shown only where no title stands above it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sorting?: Sorting;
  /** Few or short columns: they need less room than most. */
  readonly isSlim?: boolean;
};

/**
 * A table; where there is no room for it each row is a card whose first column is its heading.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, sorting, isSlim = false }: DataTableProps<Row>) {
  const isTight = columns.length > MOST_LOOSE;
  const roomy = isTight ? TIGHT : WIDE;
  const look = isSlim ? SLIM : roomy;
  return (
    <div className="@container">
      <table
        {...ROLE.table}
        className={classes('w-full border-collapse', isSlim ? '@max-md:as-cards' : '@max-2xl:as-cards')}
      >
        <caption className="sr-only">{caption}</caption>
        <thead {...ROLE.rowgroup}>
          <tr {...ROLE.row} className="border-b border-line">
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sorting={sorting} isTight={isTight} />
            ))}
          </tr>
        </thead>
        <tbody {...ROLE.rowgroup}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...ROLE.row} className="border-b border-line last:border-b-0">
              {columns.map((column, index) => (
                <BodyCell key={column.id} column={column} row={row} isFirst={index === 0} look={look} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Look = Readonly<Record<'all' | 'start' | 'end', string>>;

type BodyCellProps<Row> = {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly isFirst: boolean;
  readonly look: Look;
};

/** What a cell wears while it is a cell, and no line of a card. */
const WIDE = {
  all: '@2xl:px-4 @2xl:py-3 @2xl:first:ps-5 @2xl:last:pe-5',
  start: '@2xl:text-start',
  end: '@2xl:text-end',
} as const;
/** As many columns as stand beside each other with room between them; more of them move together. */
const MOST_LOOSE = 5;
const TIGHT = { ...WIDE, all: '@2xl:px-2 @2xl:py-3 @2xl:first:ps-5 @2xl:last:pe-5' } as const;
const SLIM = {
  all: '@md:px-4 @md:py-3 @md:first:ps-5 @md:last:pe-5',
  start: '@md:text-start',
  end: '@md:text-end',
} as const;

function BodyCell<Row>({ column, row, isFirst, look }: BodyCellProps<Row>) {
  const align = classes('align-top', look.all, column.isFigure ? look.end : look.start);
  if (isFirst) {
    return (
      <th scope="row" {...ROLE.rowheader} className={classes(align, 'text-start font-semibold')}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td {...ROLE.cell} data-label={column.isBare === true ? undefined : column.header} className={align}>
      {column.cell(row)}
    </td>
  );
}

const ARIA_SORT = { up: 'ascending', down: 'descending' } as const;

type HeaderCellProps<Row> = {
  readonly column: Column<Row>;
  readonly sorting: Sorting | undefined;
  readonly isTight: boolean;
};

function HeaderCell<Row>({ column, sorting, isTight }: HeaderCellProps<Row>) {
  const direction = sorting?.column === column.id ? sorting.direction : null;
  const canSort = sorting !== undefined && column.isSortable === true;
  const Arrow = direction === 'up' ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      {...ROLE.columnheader}
      aria-sort={direction === null ? undefined : ARIA_SORT[direction]}
      className={classes(
        'py-2 font-normal break-keep text-ink-3 first:ps-5 last:pe-5',
        isTight ? 'px-2' : 'px-4',
        column.isFigure ? 'text-end' : 'text-start',
      )}
    >
      {canSort ? (
        <button
          type="button"
          onClick={() => sorting.onSort(column.id)}
          className={classes(
            'inline-flex min-h-9 items-center gap-1 hover:text-ink',
            column.isFigure && 'flex-row-reverse',
          )}
        >
          {column.header}
          <Arrow aria-hidden="true" size={14} className={direction === null ? 'invisible' : undefined} />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}
