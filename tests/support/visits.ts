import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { asActor, service } from './actors.ts';
import type { PlaceName, World } from './world.ts';

type Tx = postgres.TransactionSql;
type Visit = Record<string, string | null>;
type Landing = { location: string | null; is_click: boolean };

export async function record(tx: Tx, ...visits: Visit[]): Promise<Landing[]> {
  const full = visits.map((visit) => ({ id: randomUUID(), kind: 'person', device: 'phone', ...visit }));
  return await asActor(tx, service, async (mine) => {
    const [row] = await mine<{ landings: Landing[] }[]>`
      select public.record_visits(${JSON.stringify(full)}::text::jsonb) as landings`;
    return row?.landings ?? [];
  });
}

export const codeOf = (world: World, place: PlaceName) => world.partnerships[place].code.toLowerCase();

export async function clicksOf(tx: Tx, code: string): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int from public.clicks c join public.links l on l.id = c.link_id where l.code = ${code}`;
  return row?.count ?? 0;
}

export async function uncounted(tx: Tx, program: string): Promise<Record<string, number>> {
  const rows = await tx<{ kind: string; visits: number }[]>`
    select kind, sum(visits)::int as visits from public.uncounted_visits where program_id = ${program} group by kind`;
  return Object.fromEntries(rows.map(({ kind, visits }) => [kind, visits]));
}

export async function lead(tx: Tx, code: string, destination: string): Promise<void> {
  await tx`update public.links set destination = ${destination} where code = ${code}`;
}
