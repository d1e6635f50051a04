import type { Sql } from 'postgres';
import type { Facts } from '../../supabase/local/facts.ts';
import { headersOf } from '../support/actors.ts';
import type { World } from '../support/world.ts';
import { type Failure, failureOf } from './cell.ts';
import { buckets } from './expectations-storage.ts';
import type { HttpAnswer, HttpCell } from './http-cells.ts';
import { creativePaths } from './http-creative-cells.ts';
import { objectPath } from './storage-cells.ts';

const AT_ONCE = 6;

/** Sends the requests: those that only look some at a time, then those that write one after the other. */
export async function runHttpCells(
  cells: readonly HttpCell[],
  world: World,
  facts: Facts,
  sql: Sql,
): Promise<Failure[]> {
  const restore = await keepState(world, facts, sql);
  const failures: Failure[] = [];
  const ask = async (cell: HttpCell) => {
    const answer = await send(cell, world, facts);
    const { method, path, judge: _, ...rest } = cell;
    const failure = failureOf({ ...rest, sql: `${method} ${path}` }, readable(cell, answer));
    if (failure) failures.push(failure);
    return answer;
  };
  const looks = cells.filter(({ writes }) => !writes).values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const cell of looks) await ask(cell);
    }),
  );
  for (const cell of cells.filter(({ writes }) => writes)) {
    const answer = await ask(cell);
    if (answer.status < 300 && !['', '[]'].includes(answer.text)) await restore();
  }
  return failures;
}

function readable(cell: HttpCell, answer: HttpAnswer): string {
  try {
    return cell.judge(answer);
  } catch {
    return `status ${answer.status}: ${answer.text.slice(0, 80)}`;
  }
}

async function send(cell: HttpCell, world: World, facts: Facts): Promise<HttpAnswer> {
  const { method, path, headers, body, file } = cell;
  const content = file ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(`${facts.apiUrl}${path}`, {
    method,
    headers: { ...headersOf(world.actors[cell.actor], facts), ...headers },
    ...(content !== undefined && { body: content }),
  });
  return { status: response.status, text: await response.text(), total: response.headers.get('content-range') };
}

/** Real files in every bucket, and a way back to the state of now. */
async function keepState(world: World, facts: Facts, sql: Sql): Promise<() => Promise<void>> {
  const [kept] = await sql<
    { rows: string }[]
  >`select jsonb_agg(to_jsonb(c))::text as rows from public.partner_channels c`;
  const putFiles = async () => {
    await sql`delete from storage.objects`;
    const logos = Object.keys(buckets).flatMap((bucket) =>
      (['a', 'b'] as const).map((side) => `${bucket}/${objectPath(world, side)}`),
    );
    for (const path of [...logos, ...creativePaths(world)]) {
      const response = await fetch(`${facts.apiUrl}/storage/v1/object/${path}`, {
        method: 'POST',
        headers: { apikey: facts.secretKey, 'content-type': 'image/png', 'x-upsert': 'true' },
        body: 'image',
      });
      if (!response.ok) throw new Error(`A file could not be stored: ${await response.text()}`);
    }
  };
  await putFiles();
  return async () => {
    await sql.begin(async (tx) => {
      await tx`delete from public.partner_channels`;
      await tx`insert into public.partner_channels select * from jsonb_populate_recordset(null::public.partner_channels, ${kept?.rows ?? '[]'}::text::jsonb)`;
    });
    await putFiles();
  };
}
