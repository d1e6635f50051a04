import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { type CommissionLine, linePageSchema } from '../../src/data/commissions/model.ts';
import type { CallRpc } from '../../src/data/conversions/import-calls.ts';
import { partnerEarningsSchema, partnerHomeSchema } from '../../src/data/insights/partner-model.ts';
import { lineCells } from '../../src/features/partner/earnings/line-cells.ts';
import { readCsv, toCsv } from '../../src/lib/csv.ts';
import { addDays } from '../../src/lib/dates.ts';
import { ownerEmail } from '../../supabase/local/seed/people.ts';
import { rpcAs } from '../../supabase/local/seed/rpc.ts';
import { stack } from '../support/stack.ts';

const sql = postgres(stack.postgresUrl, { max: 2, onnotice: () => undefined });
afterAll(() => sql.end());

type Truth = {
  code: string;
  lines: number;
  sum: string;
  pending: string;
  available: string;
  first: string;
  last: string;
};

/** What the commission lines themselves come to, for every partner of the demo. */
const truths = await sql<Truth[]>`
  select p.code, count(l.id)::integer as lines, coalesce(sum(l.amount_minor), 0)::text as sum,
    coalesce(sum(l.amount_minor) filter (where l.final_on > t.day), 0)::text as pending,
    coalesce(sum(l.amount_minor) filter (where l.final_on <= t.day), 0)::text as available,
    min(l.accrual_day)::text as first, max(l.accrual_day)::text as last
  from public.partnerships p
  join public.programs g on g.id = p.program_id and g.slug = 'lantern'
  cross join lateral (select (now() at time zone g.time_zone)::date as day) t
  left join public.commission_lines l on l.partnership_id = p.id
  group by p.code order by p.code`;

/** All pages of a partner's lines, as the partner reads them. */
async function readLines(
  call: CallRpc,
  place: { p_program: string; p_code: string },
  from: string,
  to: string,
): Promise<CommissionLine[]> {
  const lines: CommissionLine[] = [];
  let after = {};
  for (;;) {
    const page = await call(
      'partner_lines',
      { ...place, p_from: from, p_to: to, p_limit: 100, ...after },
      linePageSchema,
    );
    lines.push(...page.rows);
    if (page.next === null) return lines;
    after = { p_after_occurred_at: page.next.occurred_at, p_after_id: page.next.id };
  }
}

const sum = (amounts: readonly number[]) => String(amounts.reduce((all, amount) => all + BigInt(amount), 0n));
/** What is final by `today`, and what is not yet. */
const balanceOf = (lines: readonly CommissionLine[], today: string) => [
  sum(lines.filter(({ final_on }) => final_on <= today).map((line) => line.amount_minor)),
  sum(lines.filter(({ final_on }) => final_on > today).map((line) => line.amount_minor)),
];
/** Amounts of the file that the earnings page saves, read back from its text: the last column, in pence. */
function amountsInFile(lines: readonly CommissionLine[]): number[] {
  const names = { kind: 'k', state: 's', reason: 'r', country: 'c', terms: 't' };
  const rows = lines.map((line) => lineCells(line, 2, names));
  const amounts: number[] = [];
  readCsv(toCsv(Array<string>(11).fill('column'), rows), ',', ({ line, cells }) => {
    if (line > 1) amounts.push(Number((cells.at(-1) ?? '').replace('.', '')));
    return true;
  });
  return amounts;
}

test('the demo has 120 partners, each with lines', () => {
  expect(truths).toHaveLength(120);
  expect(truths.filter(({ lines }) => lines === 0)).toEqual([]);
});

test.each(truths)('$code sees its commission lines to the penny on every screen', async (truth) => {
  const call = await rpcAs(stack, ownerEmail(truth.code), stack.demoPassword);
  const place = { p_program: 'lantern', p_code: truth.code };
  const [from, to] = [truth.first, truth.last];

  const { context, home } = await call('partner_home', {}, partnerHomeSchema);
  expect(context.places.map(({ partner_code }) => partner_code)).toEqual([truth.code]);
  expect(String(home?.available_minor)).toBe(truth.available);
  expect(String(home?.pending_minor)).toBe(truth.pending);

  const { earnings } = await call('partner_earnings', { ...place, p_from: from, p_to: to }, partnerEarningsSchema);
  expect(String(earnings?.totals.accrued_minor)).toBe(truth.sum);
  expect(sum(earnings?.days.map((day) => day.accrued_minor) ?? [])).toBe(truth.sum);
  expect([String(earnings?.available_minor), String(earnings?.pending_minor)]).toEqual([
    truth.available,
    truth.pending,
  ]);

  const lines = await readLines(call, place, from, to);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(truth.lines);
  expect(sum(lines.map((line) => line.amount_minor))).toBe(truth.sum);
  const inFile = amountsInFile(lines);
  expect([inFile.length, sum(inFile)]).toEqual([truth.lines, truth.sum]);

  const today = home?.today ?? '';
  expect(balanceOf(lines, today)).toEqual([truth.available, truth.pending]);

  const days = await readLines(call, place, addDays(today, -27), today);
  expect(sum(days.map((line) => line.amount_minor))).toBe(sum(home?.days.map((day) => day.accrued_minor) ?? []));
});
