import type { TransactionSql } from 'postgres';
import { actAs, countBuffers } from '../buffers.ts';
import { judge, type Line } from '../report.ts';
import { findSubjects } from '../world/subjects.ts';
import type { World } from '../world/world.ts';

/**
 * The access rule as most guides write it: a wrapped scalar for staff, or the rows of one's own, and a query that
 * leaves the filtering to it.
 */
const PATTERN = `
  create function bench.is_admin() returns boolean language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from public.program_staff s
      where s.user_id = (select auth.uid()) and s.role = 'owner' and s.removed_at is null)
  $$;
  grant usage on schema bench to authenticated;
  grant execute on function bench.is_admin to authenticated;
  drop policy read on public.partnership_days;
  create policy read on public.partnership_days for select to authenticated
    using ((select bench.is_admin()) or partnership_id in (select private.my_partnership_ids()));
`;

/** Ninety days of earnings by day; `filter` is what a query of the product says beside them. */
const query = (filter: string) => `
  select d.day, sum(d.accrued_minor), sum(d.revenue_minor), sum(d.conversions), sum(d.clicks)
  from public.partnership_days d
  where d.day between current_date - 89 and current_date ${filter}
  group by d.day
`;

class RolledBack extends Error {}

/** Goal 6: one query under the product's policy and filter, and as that pattern has it; the latter is rolled back. */
export async function measurePolicy({ sql, partners }: World): Promise<Line[]> {
  const { average } = await findSubjects(sql, partners);
  const [partnership] = await sql<{ id: string }[]>`select id from public.partnerships where code = ${average.code}`;
  const ours = await sql.begin(async (transaction) => {
    await actAs(transaction, average.userId);
    return await countWarm(transaction, query(`and d.partnership_id = '${partnership?.id}'`));
  });
  let pattern = Number.NaN;
  await sql
    .begin(async (transaction) => {
      await transaction.unsafe(PATTERN);
      await actAs(transaction, average.userId);
      pattern = await countBuffers(transaction, query(''));
      throw new RolledBack();
    })
    .catch((thrown: unknown) => {
      if (!(thrown instanceof RolledBack)) throw thrown;
    });
  return [
    judge({
      goal: 6,
      name: 'documented RLS pattern against ours',
      value: pattern / ours,
      unit: 'times the buffers',
      atLeast: 1000,
    }),
  ];
}

/** The helpers' plans are made on the first calls of a session. */
async function countWarm(transaction: TransactionSql, text: string): Promise<number> {
  for (let round = 0; round < 12; round += 1) await transaction.unsafe(text);
  return await countBuffers(transaction, text);
}
