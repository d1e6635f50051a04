import type { ISql } from 'postgres';
import { claimsOf } from '../support/actors.ts';
import type { World } from '../support/world.ts';
import { type Cell, type Failure, failureOf } from './cell.ts';

/**
 * Runs cells within the database, each in a subtransaction that is always rolled back, with role and
 * claims set as the API sets them: many cells cost one round trip.
 */
const RUNNER = `
create or replace function pg_temp.run_cells(p_cells jsonb) returns jsonb language plpgsql as $runner$
declare
  v_cell jsonb;
  v_answer text;
  v_outcomes text[] := '{}';
begin
  for v_cell in select value from jsonb_array_elements(p_cells) loop
    begin
      if v_cell ->> 'before' is not null then
        execute v_cell ->> 'before';
      end if;
      perform set_config('request.jwt.claims', v_cell ->> 'claims', true),
        set_config('request.jwt.claim.sub', coalesce(v_cell ->> 'sub', ''), true),
        set_config('request.jwt.claim.role', v_cell ->> 'role', true),
        set_config('role', v_cell ->> 'role', true);
      execute v_cell ->> 'sql' into v_answer;
      raise exception using errcode = 'ZZ000', message = 'ok ' || coalesce(v_answer, '');
    exception when others then
      v_outcomes := v_outcomes || case when sqlstate = 'ZZ000' then sqlerrm else 'no ' || sqlstate || ' ' || sqlerrm end;
    end;
  end loop;
  return to_jsonb(v_outcomes);
end $runner$`;

/** Makes the runner in this session; \`sql\` must be one connection of the superuser. */
export async function prepareRunner(sql: ISql): Promise<void> {
  await sql.unsafe(RUNNER);
}

/** The outcomes that are not as expected. */
export async function runCells(sql: ISql, world: World, cells: readonly Cell[]): Promise<Failure[]> {
  const questions = cells.map(({ actor, sql: text, before }) => {
    const { role, user } = world.actors[actor];
    return { sql: text, before, role, sub: user?.id, claims: JSON.stringify(claimsOf(world.actors[actor])) };
  });
  const [row] = await sql<{ outcomes: string[] }[]>`
    select pg_temp.run_cells(${JSON.stringify(questions)}::text::jsonb) as outcomes`;
  return cells.flatMap((cell, at) => failureOf(cell, outcomeOf(cell, row?.outcomes[at] ?? 'no 00000 nothing')) ?? []);
}

/** A refusal is its code; of "not there" also the words, which must be the same for what is hidden. */
function outcomeOf(cell: Cell, raw: string): string {
  if (raw.startsWith('ok ')) return cell.judge ? cell.judge(raw.slice(3)) : raw.slice(3);
  const [, code = '', message = ''] = /^no (\S+) (.*)$/s.exec(raw) ?? [];
  return code === 'PT404' ? `${code} ${message}` : code;
}
