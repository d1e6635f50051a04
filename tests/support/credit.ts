import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { asActor } from './actors.ts';
import type { PlaceName, World } from './world.ts';

type Tx = postgres.TransactionSql;
type Row = { promotion_code?: string; partner_code?: string; click_id?: string; occurred_at?: string };

/** Books one order as finance would, and says what became of it and whose it is. */
export async function fateOf(tx: Tx, world: World, row: Row) {
  const id = `credit-${randomUUID()}`;
  const line = {
    row: 1,
    line: 2,
    external_id: id,
    kind: 'sale',
    amount_minor: 1000,
    currency: world.a.currency,
    occurred_at: new Date().toISOString(),
    ...row,
  };
  const sha = id
    .replaceAll(/[^0-9a-f]/g, '')
    .padEnd(64, '0')
    .slice(0, 64);
  await asActor(tx, world.actors['s.finance'], async (mine) => {
    const [started] = await mine`
      select public.start_import(${world.a.slug}, 'shop', 'orders.csv', ${sha}, 100, 1, '{}'::jsonb) #>> '{import,id}' as id`;
    await mine`select public.apply_import_rows(${started?.id}, 1, ${JSON.stringify([line])}::text::jsonb, '[]'::jsonb)`;
  });
  const [found] = await tx<
    {
      status: string;
      reason: string | null;
      to: string | null;
      code: string | null;
      partner: string | null;
      link: string | null;
    }[]
  >`
    select e.status, e.reason, p.code as to, c.promotion_code as code, c.partner_code as partner, l.code as link
    from public.conversion_events e left join public.conversions c on c.event_id = e.id
    left join public.partnerships p on p.id = c.partnership_id
    left join public.links l on l.id = c.link_id
    where e.external_id = ${id}`;
  const place = Object.entries(world.partnerships).find(([, { code }]) => code === found?.to)?.[0] ?? null;
  const { status, reason, code, partner, link } = found ?? {};
  return { status, reason, place, code, partner, link };
}

/** A click on a place's default link. */
export async function clickOf(tx: Tx, world: World, place: PlaceName, at: string): Promise<string> {
  const [click] = await tx<{ id: string }[]>`
    insert into public.clicks (program_id, partnership_id, link_id, clicked_at)
    select l.program_id, l.partnership_id, l.id, ${at} from public.links l
    where l.partnership_id = ${world.partnerships[place].id} and l.is_default returning id`;
  return click?.id ?? '';
}

export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
export const daysAgo = (days: number) => minutesAgo(days * 24 * 60);
