import type { Sql } from 'postgres';
import type { ImportRow } from '../../../src/data/conversions/model.ts';
import { type LinkShares, readShares } from './links.ts';
import type { DemoPartner } from './partners.ts';
import type { DemoProgram } from './program.ts';
import { pick, seededRandom } from './random.ts';

/**
 * Clicks of the demo. The shop recorded none, so these are GENERATED, and every row says so
 * (`origin = 'generated'`): about 30 for each of a partner's orders, more on days with orders and
 * before weekends, from the countries of the partner's customers. The numbers come from a seeded
 * generator, so that the same orders give the same clicks.
 */
type Click = {
  link_code: string;
  clicked_at: string;
  country: string | null;
  device: string;
  referrer: string | null;
  origin: 'generated';
};

/** What the generator knows of a partner: orders by day, and the countries they came from. */
type Traffic = {
  code: string;
  referrer: string | null;
  countries: (string | null)[];
  ordersOn: Map<string, number>;
  orders: number;
};

const DAY = 24 * 60 * 60 * 1000;
const CLICKS_PER_ORDER = 30;
/** Of a partner's clicks, those that come every day; the rest comes on days with orders. */
const STEADY_SHARE = 0.6;
const ROWS_PER_CALL = 5_000;
const WEEKDAY = [1.15, 0.95, 0.9, 0.95, 1, 1.05, 1.0] as const;
const DEVICES = [
  ['phone', 62],
  ['desktop', 31],
  ['tablet', 6],
  ['other', 1],
] as const;

const dayOf = (instant: string) => instant.slice(0, 10);

function trafficOf(partners: readonly DemoPartner[], rows: readonly ImportRow[]): Traffic[] {
  const traffic = new Map(
    partners.map(({ code, channels }): [string, Traffic] => {
      const referrer = channels[0] === undefined ? null : new URL(channels[0].url).hostname;
      return [code, { code, referrer, countries: [], ordersOn: new Map(), orders: 0 }];
    }),
  );
  for (const row of rows) {
    const known = traffic.get(row.partner_code ?? '');
    if (known === undefined || row.kind !== 'sale') continue;
    const day = dayOf(row.occurred_at);
    known.ordersOn.set(day, (known.ordersOn.get(day) ?? 0) + 1);
    known.orders += 1;
    known.countries.push(/^[A-Z]{2}$/.test(row.country ?? '') ? row.country : null);
  }
  return [...traffic.values()];
}

/** A time of the day with most clicks around noon and in the evening. */
function clickedAt(day: number, random: () => number): string {
  const peak = random() < 0.55 ? 12.5 : 19.5;
  const hour = peak + (random() + random() + random() - 1.5) * 5;
  return new Date(day + Math.floor(Math.min(Math.max(hour, 0), 23.99) * 3_600_000)).toISOString();
}

function clicksOf(traffic: Traffic, links: LinkShares, day: number, days: number): Click[] {
  const date = dayOf(new Date(day).toISOString());
  const random = seededRandom(`${traffic.code} ${date}`);
  const steady = (traffic.orders / days) * STEADY_SHARE;
  const driven = (traffic.ordersOn.get(date) ?? 0) * (1 - STEADY_SHARE);
  const mood = 0.6 + 0.8 * random();
  const expected = (steady + driven) * CLICKS_PER_ORDER * mood * (WEEKDAY[new Date(day).getUTCDay()] ?? 1);
  return Array.from({ length: Math.floor(expected + random()) }, () => ({
    link_code: pick(random, links, ''),
    clicked_at: clickedAt(day, random),
    country: traffic.countries[Math.floor(random() * traffic.countries.length)] ?? null,
    device: pick<string>(random, DEVICES, 'other'),
    referrer: random() < 0.8 ? traffic.referrer : null,
    origin: 'generated',
  }));
}

/** Stores one week in one transaction, so that after a kill a week is there or not. */
async function storeWeek(sql: Sql, program: DemoProgram, from: number, clicks: readonly Click[]): Promise<void> {
  const until = new Date(from + 7 * DAY).toISOString();
  await sql.begin(async (transaction) => {
    const stored = await transaction`
      select 1 from public.clicks c
      where c.program_id = ${program.id} and c.origin = 'generated'
        and c.clicked_at >= ${new Date(from).toISOString()} and c.clicked_at < ${until} limit 1`;
    if (stored.length > 0) return;
    for (let at = 0; at < clicks.length; at += ROWS_PER_CALL) {
      const batch = transaction.json(clicks.slice(at, at + ROWS_PER_CALL));
      await transaction`select private.record_clicks(${program.id}, ${batch})`;
    }
  });
}

/** Fills the time from the first order until now with generated clicks, week by week. */
export async function seedClicks(
  sql: Sql,
  program: DemoProgram,
  partners: readonly DemoPartner[],
  rows: readonly ImportRow[],
  progress: (message: string) => void,
): Promise<void> {
  const shares = await readShares(sql, program);
  const traffic = trafficOf(partners, rows);
  const first = Date.parse(dayOf(rows[0]?.occurred_at ?? ''));
  const now = new Date().toISOString();
  const days = Math.round((Date.parse(dayOf(now)) - first) / DAY) + 1;
  progress('demo: a year of generated clicks');
  for (let week = first; week <= Date.parse(now); week += 7 * DAY) {
    const weekDays = Array.from({ length: 7 }, (_, at) => week + at * DAY);
    const clicks = weekDays.flatMap((day) =>
      traffic.flatMap((one) => clicksOf(one, shares.get(one.code) ?? [], day, days)),
    );
    await storeWeek(
      sql,
      program,
      week,
      clicks.filter(({ clicked_at }) => clicked_at <= now),
    );
  }
}
