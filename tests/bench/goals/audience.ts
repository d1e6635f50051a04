import type { Sql, TransactionSql } from 'postgres';
import { countBuffers } from '../buffers.ts';
import { judge, type Line } from '../report.ts';
import type { World } from '../world/world.ts';

const condition = (field: string, operator: string, value: unknown) => ({ field, operator, value });
const group = (combinator: 'and' | 'or', not: boolean, ...rules: unknown[]) => ({ combinator, not, rules });

/** From nearly everybody to a few: by type and country, by tags and tier, nested and turned round. */
const RULES = [
  group('and', false, condition('type', 'in', ['publisher', 'affiliate']), condition('country', 'in', ['DE'])),
  group(
    'or',
    false,
    condition('tier', 'in', ['gold']),
    group('and', true, condition('tags', 'any', ['interior']), condition('language', 'not_in', ['en'])),
  ),
  group(
    'and',
    false,
    condition('type', 'in', ['b2b']),
    condition('country', 'in', ['SE', 'NO']),
    condition('tags', 'all', ['interior', 'video']),
    condition('status', 'in', ['active']),
  ),
];

const PROGRAM = `md5('program')::uuid`;
const READERS = 500;

class RolledBack extends Error {}

/** Goal 10: an audience by attributes is counted over their combinations, and is exactly who can read. */
export async function measureAudience({ sql, partners }: World): Promise<Line[]> {
  const ratios: number[] = [];
  let wrong = 0;
  for (const rule of RULES) {
    const { ratio, differences } = await measureRule(sql, JSON.stringify(rule));
    ratios.push(ratio);
    wrong += differences;
  }
  return [
    judge({
      goal: 10,
      name: `audience count over ${partners} partners against a scan`,
      value: Math.min(...ratios),
      unit: 'times fewer buffers',
      atLeast: 50,
    }),
    judge({
      goal: 10,
      name: 'count shown against those who can read it',
      value: wrong,
      unit: 'differences',
      atMost: 0,
    }),
  ];
}

async function measureRule(sql: Sql, rule: string): Promise<{ ratio: number; differences: number }> {
  let found = { ratio: Number.NaN, differences: 1 };
  await sql
    .begin(async (transaction) => {
      const [segment] = await transaction<{ id: string }[]>`
        insert into public.segments (program_id, name, rule) values (md5('program')::uuid, 'Bench', ${rule}::text::jsonb) returning id`;
      await transaction`
        insert into private.segment_uses (segment_id, kind, object_id, program_id, label)
        values (${segment?.id ?? ''}, 'announcement', gen_random_uuid(), md5('program')::uuid, 'Bench')`;
      found = await compare(transaction, segment?.id ?? '');
      throw new RolledBack();
    })
    .catch((thrown: unknown) => {
      if (!(thrown instanceof RolledBack)) throw thrown;
    });
  return found;
}

async function compare(transaction: TransactionSql, segment: string): Promise<{ ratio: number; differences: number }> {
  const [predicate] = await transaction<{ sql: string }[]>`
    select for_one as sql from private.segment_predicates where segment_id = ${segment}`;
  const scan = `select count(*)::integer as n from public.partnerships p
    cross join (select private.program_today(${PROGRAM}) as today) t
    where p.program_id = ${PROGRAM} and p.status = 'active' and (${predicate?.sql})`;
  const size = `select (private.audience_size(${PROGRAM}, 'segments', '{${segment}}') ->> 'active')::integer as n`;
  for (let round = 0; round < 12; round += 1) await transaction.unsafe(size);
  const ratio = (await countBuffers(transaction, scan)) / (await countBuffers(transaction, size));
  const [shown] = await transaction.unsafe<{ n: number }[]>(size);
  const [counted] = await transaction.unsafe<{ n: number }[]>(scan);
  const isExact = shown?.n === counted?.n && (shown?.n ?? 0) > 0;
  return { ratio, differences: (isExact ? 0 : 1) + (await wrongReaders(transaction, segment)) };
}

/** The keys by which partners read, one by one: who holds the segment's is who stands in the set, and nobody else. */
async function wrongReaders(transaction: TransactionSql, segment: string): Promise<number> {
  const [row] = await transaction.unsafe<{ n: number }[]>(`
    with members as materialized (select m from private.audience_members(${PROGRAM}, 'segments', '{${segment}}') m),
    asked as (select s.partnership_id as id from bench.people s where s.status in ('active', 'paused') order by s.n limit ${READERS})
    select count(*)::integer as n from asked a
    where ('${segment}'::uuid in (select private.audience_keys_of(a.id))) <> (a.id in (select m from members))`);
  return row?.n ?? Number.NaN;
}
