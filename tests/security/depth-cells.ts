import { type ActorName, actorNames } from '../support/world.ts';
import { type Cell, REFUSED } from './cell.ts';
import { deletes, inserts, reads, updates } from './expectations.ts';
import { insertCells } from './insert-cells.ts';
import { keysOf, owners } from './rows.ts';
import { rowsFor, type TableFacts } from './table-cells.ts';

/**
 * The second wall: should a grant go astray, row-level security still shows every actor its own rows
 * and no more. These cells run after `strayGrants`, and they are what notices a table without it.
 */
export const strayGrants = `grant all on all tables in schema public, private to anon, authenticated, service_role`;

/** Only the policies are asked, not the triggers and the keys between tables that stand behind them. */
const NO_TRIGGERS = 'set local session_replication_role = replica';

/** Facts that refuse every change by trigger, even from the role that passes by row-level security. */
const facts = [
  'adjustments',
  'audit_entries',
  'clicks',
  'commission_lines',
  'commission_rules',
  'conversion_events',
  'conversions',
];

export function depthCells(facts: TableFacts): Cell[] {
  const walled = actorNames.filter((actor) => actor !== 'service');
  return [...walled.flatMap((actor) => wallCells(facts, actor)), ...carryOverCells(facts), ...factCells(facts)];
}

function wallCells(facts: TableFacts, actor: ActorName): Cell[] {
  const { name, key, table } = facts;
  const mayBe = (word: string | undefined) => (word === undefined || word === 'x' || actor === 'anon' ? '-' : word);
  const count = (word: string | undefined) => `${rowsFor(facts, mayBe(word), actor).length} rows`;
  const cell = (operation: string, sql: string, expected: string): Cell => ({
    object: name,
    operation: `${operation} behind a stray grant`,
    actor,
    before: NO_TRIGGERS,
    sql,
    expected,
  });
  const optional = table.columns.filter(({ isOptional }) => isOptional).map((column) => column.name);
  const harmless = ['created_at', ...optional.filter((column) => !column.endsWith('id')), ...optional].find((column) =>
    optional.includes(column),
  );
  return [
    cell(
      'select',
      `select string_agg(k, ' ' order by k collate "C") from (select (${key})::text as k from public.${name}) x`,
      keysOf(rowsFor(facts, mayBe(reads.get(name)?.[actor]), actor)),
    ),
    // Nothing is read, neither by where nor by returning, so that the policy for reading does not stand in.
    cell('update', `update public.${name} set ${harmless} = default`, count(updates.get(name)?.[actor])),
    cell('delete', `delete from public.${name}`, count(deletes.get(name)?.[actor])),
    ...insertCells(facts, actor, inserts.get(name)?.[actor] ?? 'x')
      .filter(({ operation }) => operation.startsWith('insert as'))
      .map((insert) => ({
        ...insert,
        operation: `${insert.operation} behind a stray grant`,
      })),
    handOverCell(facts, actor, mayBe(updates.get(name)?.[actor])),
  ];
}

/** My rows, given to somebody else: the half of a policy that looks at what a row becomes. */
function handOverCell(facts: TableFacts, actor: ActorName, word: string): Cell {
  const tenant = tenantColumn(facts.name, word);
  const mine = rowsFor(facts, word, actor);
  const ownNames = mine.map((row) => columnOf(row.json, tenant));
  const names = facts.rows.map((row) => columnOf(row.json, tenant));
  const foreign = names.find((name) => name !== null && !ownNames.includes(name)) ?? null;
  return giveCell(facts, actor, tenant, foreign, mine.length > 0);
}

function giveCell(
  { name }: TableFacts,
  actor: Cell['actor'],
  tenant: string,
  other: string | null,
  isRefused: boolean,
): Cell {
  return {
    object: name,
    operation: 'hand over behind a stray grant',
    actor,
    before: NO_TRIGGERS,
    sql: `update public.${name} set ${tenant} = '${other}'${name === 'invitations' ? ` where ${tenant} is not null` : ''}`,
    expected: isRefused ? REFUSED : '0 rows',
  };
}

/** One person, owner here and viewer there, carries rows from here to there. */
function carryOverCells(facts: TableFacts): Cell[] {
  const { name, world } = facts;
  const words = updates.get(name);
  const { program, partner, partnership } = owners[name] ?? {};
  const places = { partner: world.partners.mira.id, partnership: world.partnerships['a/mira'].id, program: world.a.id };
  return [
    ...(partner && !program && words?.['p.owner'] === 'own'
      ? [giveCell(facts, 'twice', partner, places.partner, true)]
      : []),
    ...(partnership && words?.['p.owner'] === 'own'
      ? [giveCell(facts, 'twice', partnership, places.partnership, true)]
      : []),
    ...(program && words?.['s.owner'] === 'pgm' ? [giveCell(facts, 'twice', program, places.program, true)] : []),
  ];
}

function tenantColumn(table: string, word: string): string {
  const { program, partner, partnership, user } = owners[table] ?? {};
  if (word === 'pgm' || word === 'inv') return program ?? 'id';
  return partnership ?? partner ?? user ?? program ?? 'id';
}

function columnOf(json: string, column: string): string | null {
  const row: Record<string, string | null> = JSON.parse(json);
  return row[column] ?? null;
}

function factCells({ name, table, rows }: TableFacts): Cell[] {
  if (!facts.includes(name)) return [];
  // A click is refused by the month that holds it.
  const [, year, month] = /"clicked_at": "(\d{4})-(\d\d)/.exec(rows[0]?.json ?? '') ?? [];
  const holder = year ? `clicks_${year}_${month}` : name;
  const same = table.columns.find((column) => !column.isGenerated)?.name ?? 'id';
  const cell = (operation: string, sql: string, words = `${holder} is append-only`): Cell => ({
    object: name,
    operation: `fact: ${operation}`,
    actor: 'service',
    sql,
    expected: `PT403 ${words}`,
  });
  return [
    // A conversion and an event that waits may move on, by the few columns their own guards name.
    cell('update', `update public.${name} set ${same} = gen_random_uuid()`, keptAs[name]),
    cell('delete', `delete from public.${name}`),
    cell('truncate', `truncate public.${name} cascade`, `${name} is append-only`),
  ];
}

const keptAs: Record<string, string | undefined> = {
  conversions: 'a conversion is kept as it was booked',
  conversion_events: 'an event is kept as it came',
};
