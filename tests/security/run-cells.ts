import type { Sql } from 'postgres';
import { claimsOf } from '../support/actors.ts';
import type { World } from '../support/world.ts';
import { type Cell, type Failure, failureOf } from './cell.ts';

/**
 * Runs cells within the database, each in a subtransaction that is always rolled back, with role and
 * claims set as the API sets them: many cells cost one round trip. A refusal is its code; of "not
 * there" and "never" also the words, which must be the same for what is hidden and must name the fact,
 * and of a function the name: being refused somewhere inside is not being refused at the door.
 */
const RUNNER = String.raw`
create temporary table if not exists cells (id integer primary key, before text, claims text, sub text, role text, sql text, expected text);
truncate pg_temp.cells;
create or replace function pg_temp.run_cells(p_ids integer[], p_stops boolean) returns jsonb language plpgsql as $runner$
declare
  v_cell record;
  v_answer text;
  v_count bigint;
  v_words text;
  v_context text;
  v_outcome text;
  v_outcomes jsonb := '{}';
begin
  for v_cell in select c.* from unnest(p_ids) with ordinality w (id, at) join pg_temp.cells c on c.id = w.id order by w.at loop
    begin
      if v_cell.before is not null then
        execute v_cell.before;
      end if;
      perform set_config('request.jwt.claims', v_cell.claims, true), set_config('request.jwt.claim.sub', v_cell.sub, true),
        set_config('request.jwt.claim.role', v_cell.role, true), set_config('role', v_cell.role, true);
      if v_cell.sql ~* '^\s*(select|with)\M' then
        execute v_cell.sql into v_answer;
      else
        execute v_cell.sql;
        get diagnostics v_count = row_count;
        v_answer := v_count || ' rows';
      end if;
      raise exception using errcode = 'ZZ000', message = coalesce(v_answer, '');
    exception when others then
      get stacked diagnostics v_context = pg_exception_context;
      v_words := substring(sqlerrm from '^permission denied for function (.*)$');
      if v_context ~ 'SQL function ("|(private|public)\.)' then
        v_words := 'within ' || v_words;
      end if;
      v_outcome := case
        when sqlstate = 'ZZ000' then '=' || sqlerrm
        when sqlstate in ('PT403', 'PT404') then '=' || sqlstate || ' ' || sqlerrm
        when v_words is not null then '=' || sqlstate || ' ' || v_words
        else '=' || sqlstate
      end;
      if v_cell.expected is null and sqlstate <> 'ZZ000' then
        v_outcome := '!' || substr(v_outcome, 2);
      end if;
    end;
    if v_cell.expected is null or v_outcome <> '=' || v_cell.expected then
      v_outcomes := v_outcomes || jsonb_build_object(v_cell.id::text, v_outcome);
      exit when p_stops and v_cell.expected is not null;
    end if;
  end loop;
  return v_outcomes;
end $runner$`;

export type CellRunner = {
  /** The outcomes that are not as expected; with `stops` the first few are enough. */
  run: (cells: readonly Cell[], stops?: boolean) => Promise<Failure[]>;
};

/** Loads the cells into this session; `sql` must be one connection of the superuser. */
export async function loadCells(sql: Sql, world: World, cells: readonly Cell[]): Promise<CellRunner> {
  await sql.unsafe(RUNNER);
  const ids = new Map(cells.map((cell, at) => [cell, at]));
  const questions = cells.map((cell, id) => {
    const actor = cell.actor === 'twice' ? world.twice : world.actors[cell.actor];
    // A long answer is judged here, so the database does not know what is expected of it.
    const expected = cell.judge ? null : cell.expected;
    const claims = JSON.stringify(claimsOf(actor));
    return {
      id,
      before: cell.before ?? null,
      claims,
      sub: actor.user?.id ?? '',
      role: actor.role,
      sql: cell.sql,
      expected,
    };
  });
  await sql`
    insert into pg_temp.cells
    select * from jsonb_to_recordset(${JSON.stringify(questions)}::text::jsonb)
      as q (id integer, before text, claims text, sub text, role text, sql text, expected text)`;
  await sql`analyze pg_temp.cells`;
  return {
    run: async (asked, stops = false) => {
      const wanted = asked.flatMap((cell) => ids.get(cell) ?? []);
      const [row] = await sql<{ outcomes: Record<string, string> }[]>`
        select pg_temp.run_cells(${wanted}, ${stops}) as outcomes`;
      return Object.entries(row?.outcomes ?? {}).flatMap(([id, raw]) => {
        const cell = cells[Number(id)];
        return cell ? (failureOf(cell, outcomeOf(cell, raw)) ?? []) : [];
      });
    },
  };
}

/** The database marks with `!` what is a refusal and no answer to judge. */
function outcomeOf(cell: Cell, raw: string): string {
  const text = raw.slice(1);
  return cell.judge && raw.startsWith('=') ? cell.judge(text) : text;
}
