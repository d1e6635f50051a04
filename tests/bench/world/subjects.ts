import type { Sql } from 'postgres';

/** Somebody who signs in: the user's id, and a partner's code. */
export type Subject = { name: string; userId: string; code: string };

type Row = { user_id: string; code: string };

/** The partners whose screens are measured: by rank the largest and the median, and one of average activity. */
export async function findSubjects(
  sql: Sql,
  partners: number,
): Promise<Record<'largest' | 'median' | 'average', Subject>> {
  const byRank = async (name: string, rank: number): Promise<Subject> =>
    asSubject(name, await sql<Row[]>`select user_id, code from bench.weights where rank = ${rank}`);
  return {
    largest: await byRank('largest', 1),
    median: await byRank('median', Math.round(partners / 2)),
    average: asSubject(
      'average',
      await sql<Row[]>`
        select user_id, code from bench.weights order by abs(conversions - 20) + abs(clicks - 50), rank limit 1`,
    ),
  };
}

/** The program's owner. */
export async function findOwner(sql: Sql): Promise<Subject> {
  return asSubject('owner', await sql<Row[]>`select user_id, '' as code from public.program_staff`);
}

function asSubject(name: string, [row]: Row[]): Subject {
  if (!row) throw new Error(`The world has no ${name} to measure.`);
  return { name, userId: row.user_id, code: row.code };
}
