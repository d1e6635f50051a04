import type { ISql } from 'postgres';
import { type ActorName, actorNames, type World } from '../support/world.ts';
import type { TableObject } from './catalogue.ts';
import { type Cell, REFUSED } from './cell.ts';
import { deletes, inserts, reads, updates } from './expectations.ts';
import { type Columns, columns } from './expectations-columns.ts';
import { insertCells } from './insert-cells.ts';
import { type CanaryRow, covers, keysOf, owners, readRows } from './rows.ts';

/** What the cells of one table are made of. */
export type TableFacts = {
  table: TableObject;
  name: string;
  key: string;
  said: Columns;
  rows: CanaryRow[];
  world: World;
};

const words = (text: string | undefined) => (text ?? '').split(/\s+/).filter(Boolean);
const list = (keys: readonly string[]) => (keys.length === 0 ? "'{}'::text[]" : `array['${keys.join("','")}']`);

export async function tableFacts(sql: ISql, world: World, table: TableObject): Promise<TableFacts> {
  const { name } = table;
  return {
    table,
    name,
    key: owners[name]?.key ?? '',
    said: columns[name] ?? { read: '' },
    rows: await readRows(sql, world, name),
    world,
  };
}

/** Every operation of every actor on one table of `public`. */
export async function tableCells(sql: ISql, facts: TableFacts): Promise<Cell[]> {
  const updateTargets = await readTargets(sql, facts);
  return actorNames.flatMap((actor) => [
    ...readCells(facts, actor),
    ...insertCells(facts, actor, inserts.get(facts.name)?.[actor] ?? 'x'),
    ...updateCells(facts, actor, updateTargets),
    ...removeCells(facts, actor),
  ]);
}

/** For each column that may change only in some rows: those rows. */
async function readTargets(sql: ISql, { name, said, world }: TableFacts): Promise<Map<string, CanaryRow[]>> {
  const targets = new Map<string, CanaryRow[]>();
  for (const [column, sample] of Object.entries(said.update ?? {})) {
    if (typeof sample !== 'string') targets.set(column, await readRows(sql, world, name, sample.where));
  }
  return targets;
}

export function rowsFor(facts: TableFacts, word: string, actor: ActorName, rows = facts.rows): CanaryRow[] {
  return rows.filter((row) => covers(word, actor, facts.name, row, facts.world));
}

function readCells(facts: TableFacts, actor: ActorName): Cell[] {
  const { name, key, said } = facts;
  const word = reads.get(name)?.[actor] ?? 'x';
  const mine = rowsFor(facts, word, actor);
  const foreign = facts.rows.filter((row) => !mine.includes(row)).map((row) => row.key);
  const select = (from: string) =>
    `select string_agg(k, ' ' order by k collate "C") from (select (${key})::text as k from ${from}) x`;
  const cell = (operation: string, sql: string, expected: string): Cell => ({
    object: name,
    operation,
    actor,
    sql,
    expected: word === 'x' ? REFUSED : expected,
  });
  const readable = words(said.read);
  return [
    cell('select', select(`public.${name}`), keysOf(mine)),
    cell('count', `select count(*) from public.${name} where (${key}) is not null`, String(mine.length)),
    cell('select of others', select(`public.${name} where (${key})::text = any (${list(foreign)})`), ''),
    cell(
      'select of own',
      select(`public.${name} where (${key})::text = any (${list(mine.map((row) => row.key))})`),
      keysOf(mine),
    ),
    ...readable.map((column) =>
      cell(
        `select ${column}`,
        `select count(*) from (select ${column} from public.${name} offset 0) x`,
        String(mine.length),
      ),
    ),
    ...words(said.hidden).map((column) => ({
      ...cell(`select ${column}`, `select count(*) from (select ${column} from public.${name} offset 0) x`, ''),
      expected: REFUSED,
    })),
  ];
}

function updateCells(facts: TableFacts, actor: ActorName, targets: Map<string, CanaryRow[]>): Cell[] {
  const { name, key, said, table } = facts;
  const word = updates.get(name)?.[actor] ?? 'x';
  return table.columns.map((column): Cell => {
    const sample = said.update?.[column.name];
    if (sample === undefined) {
      const nothing = column.isGenerated ? 'default' : 'null';
      return {
        object: name,
        operation: `update ${column.name}`,
        actor,
        sql: `update public.${name} set ${column.name} = ${nothing}`,
        expected: REFUSED,
      };
    }
    const { value, where } = typeof sample === 'string' ? { value: sample, where: 'true' } : sample;
    const change = `update public.${name} set ${column.name} = ${value} where ${where} returning (${key})::text as k`;
    return {
      object: name,
      operation: `update ${column.name}`,
      actor,
      sql: `with changed as (${change}) select string_agg(k, ' ' order by k collate "C") from changed`,
      expected: word === 'x' ? REFUSED : keysOf(rowsFor(facts, word, actor, targets.get(column.name))),
    };
  });
}

function removeCells(facts: TableFacts, actor: ActorName): Cell[] {
  const { name, key } = facts;
  const word = deletes.get(name)?.[actor] ?? 'x';
  const gone = `delete from public.${name} returning (${key})::text as k`;
  return [
    {
      object: name,
      operation: 'delete',
      actor,
      ...beforeDelete(name),
      sql:
        word === 'x'
          ? `delete from public.${name}`
          : `with gone as (${gone}) select string_agg(k, ' ' order by k collate "C") from gone`,
      expected: word === 'x' ? REFUSED : keysOf(rowsFor(facts, word, actor)),
    },
    { object: name, operation: 'truncate', actor, sql: `truncate public.${name}`, expected: REFUSED },
  ];
}

/** What stands in the way of a deletion but rights: triggers and keys, which guard cells ask for. */
function beforeDelete(name: string): { before?: string } {
  if (name === 'segments') return { before: 'delete from private.segment_uses' };
  if (name === 'announcements' || name.startsWith('promotion'))
    return { before: 'set local session_replication_role = replica' };
  return {};
}
