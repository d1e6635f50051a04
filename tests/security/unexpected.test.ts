import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { rolledBack } from '../support/actors.ts';
import { stack } from '../support/stack.ts';
import { buildWorld } from '../support/world.ts';
import { readCatalogue } from './catalogue.ts';
import { problemsOf } from './matrix.ts';
import { tableFacts } from './table-cells.ts';

const sql = postgres(stack.dbUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

test.each([
  ['a table', 'create table public.hole (id uuid)', 'table hole has no expectation'],
  ['a column', 'alter table public.import_errors add column hole text', 'column import_errors.hole has no expectation'],
  [
    'a column less',
    'alter table public.import_errors drop column value',
    'column import_errors.value is expected and not there',
  ],
  ['a view', 'create view public.hole as select 1 as one', 'view public.hole has no expectation'],
  [
    'a function',
    `create function public.hole() returns integer language sql as 'select 1'`,
    'function public.hole has no expectation',
  ],
  ['a bucket', `insert into storage.buckets (id, name) values ('hole', 'hole')`, 'bucket hole has no expectation'],
  [
    'a table without rows of both programs',
    'set local session_replication_role = replica; delete from public.links',
    'table links has no canary of program a',
  ],
])('%s that nobody expects fails the run', (_, change, problem) =>
  rolledBack(sql, async (tx) => {
    await tx.unsafe(`set local lock_timeout = '20s'`);
    const world = await buildWorld(tx);
    const problems = async () => {
      const catalogue = await readCatalogue(tx);
      const tables = catalogue.tables.filter(({ schema }) => schema === 'public');
      const facts = [];
      for (const table of tables) facts.push(await tableFacts(tx, world, table));
      return problemsOf(catalogue, facts);
    };
    expect(await problems()).toEqual([]);
    await tx.unsafe(change);
    expect(await problems()).toContain(problem);
  }),
);
