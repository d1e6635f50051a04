import { actAs, countCallBuffers } from '../buffers.ts';
import { judge, type Line } from '../report.ts';
import { findOwner } from '../world/subjects.ts';
import type { World } from '../world/world.ts';

/** Rows of a page, as the room asks for them. */
const PAGE = 50;

const SORTS = ['name up', 'joined down', 'clicks down', 'conversions down', 'revenue down', 'earnings down'] as const;
const TURNED = ['name down', 'joined up', 'clicks up', 'conversions up', 'revenue up', 'earnings up'] as const;

const segment = (name: string) => `{"segment": "' || md5('${name}')::uuid || '"}`;

/** Everything the room offers to narrow the list, wide and narrow, and some of it together. */
const FILTERS: Readonly<Record<string, string>> = {
  nothing: '{}',
  type: '{"type": ["publisher"]}',
  'two types': '{"type": ["publisher", "app"]}',
  'status active': '{"status": ["active"]}',
  'status paused': '{"status": ["paused"]}',
  'tier gold': '{"tier": ["gold"]}',
  'no tier': '{"tier": [""]}',
  'tag deals': '{"tag": ["deals"]}',
  'tag video': '{"tag": ["video"]}',
  'country SE': '{"country": ["SE"]}',
  'country GB': '{"country": ["GB"]}',
  'search of one word': '{"search": "garden"}',
  'search of a beginning': '{"search": "g"}',
  'search of two words': '{"search": "garden po"}',
  'segment, wide': segment('wide'),
  'segment, narrow': segment('narrow'),
  'segment by tenure': segment('joined'),
  'segment by figures': segment('sold'),
  'type, status and country': '{"type": ["publisher", "app"], "status": ["active"], "country": ["GB", "DE"]}',
};

const RANGES: Readonly<Record<string, string>> = {
  ever: 'null, null',
  'the month': `date_trunc('month', current_date)::date, (date_trunc('month', current_date) + interval '1 month' - interval '1 day')::date`,
  'the year': `date_trunc('year', current_date)::date, (date_trunc('year', current_date) + interval '1 year' - interval '1 day')::date`,
};

type Sort = (typeof SORTS)[number] | (typeof TURNED)[number];
type Ask = { name: string; sort: Sort; call: (limit: number) => string };

/** The first page by every filter and every order, over all time; and each order of a month and of a year. */
function allAsks(): Ask[] {
  const ask = (name: string, filter: string, sort: Sort, range: string): Ask => ({
    name: `${name}, by ${sort}`,
    sort,
    call: (limit) => `public.partner_list('bench', ('${filter}')::jsonb, '${sort}', ${range}, null, ${limit})`,
  });
  const ever = RANGES.ever ?? '';
  return [
    ...Object.entries(FILTERS).flatMap(([name, filter]) => SORTS.map((sort) => ask(name, filter, sort, ever))),
    ...TURNED.map((sort) => ask('nothing', '{}', sort, ever)),
    ...Object.entries(RANGES)
      .filter(([name]) => name !== 'ever')
      .flatMap(([name, range]) => [...SORTS, ...TURNED].map((sort) => ask(name, '{}', sort, range))),
  ];
}

type Cost = { buffers: number; rows: number };

/** Pages of each first page in one world; of a page of as many rows as `like` has, where it is given. */
async function costOfLists(
  { sql }: World,
  asks: readonly Ask[],
  like?: Record<string, Cost>,
): Promise<Record<string, Cost>> {
  const owner = await findOwner(sql);
  const costs: Record<string, Cost> = {};
  for (const { name, call } of asks) {
    const limit = Math.max(like?.[name]?.rows ?? PAGE, 1);
    const rows = await sql.begin(async (transaction) => {
      await actAs(transaction, owner.userId);
      const [row] = await transaction.unsafe<{ n: number }[]>(
        `select jsonb_array_length((${call(limit)}) -> 'rows') as n`,
      );
      return row?.n ?? Number.NaN;
    });
    costs[name] = { rows, buffers: await countCallBuffers(sql, owner.userId, call(limit)) };
  }
  return costs;
}

/**
 * The table of partners costs the same beside a hundred times as many: every filter and every order, at most twice.
 * What only a few fit in the small program is asked for as many rows in the large one; and as a page of few rows costs
 * next to nothing there, it may cost twice what a whole page does.
 */
export async function measurePartners(small: World, large: World, sorts?: readonly Sort[]): Promise<Line[]> {
  const asks = allAsks().filter(({ sort }) => sorts?.includes(sort) ?? true);
  const few = await costOfLists(small, asks);
  const many = await costOfLists(large, asks, few);
  const whole = Math.min(
    ...asks.filter(({ name }) => name.startsWith('nothing')).map(({ name }) => few[name]?.buffers ?? 0),
  );
  return Object.entries(many).map(([name, { buffers }]) => {
    const before = few[name] ?? { buffers: Number.NaN, rows: 0 };
    return judge({
      goal: 'partners',
      name: `${name}: ${large.partners} against ${small.partners} partners (${before.buffers} to ${buffers})`,
      value: buffers / (before.rows < PAGE ? Math.max(before.buffers, whole) : before.buffers),
      unit: 'times the buffers',
      atMost: 2,
    });
  });
}
