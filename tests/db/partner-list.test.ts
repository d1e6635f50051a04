import postgres, { type TransactionSql } from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { asActor, rolledBack, signedIn } from '../support/actors.ts';
import { addProgram, addStaff, addUser, freshSuffix, type Program } from '../support/builders.ts';
import { addSegment } from '../support/segments.ts';
import { stack } from '../support/stack.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const PARTNERS = 700;

/** Partners of every kind by their triggers, and a year and a half of months, some of which gave back more than they brought. */
const FILL = `
  create temporary table made on commit drop as
  select n, gen_random_uuid() as partner, gen_random_uuid() as partnership from generate_series(1, ${PARTNERS}) n;
  insert into public.partners (id, type, name, country, language)
  select m.partner, (enum_range(null::public.partner_type))[1 + m.n % 7],
    (array['Garten', 'garden', 'Örtlich', 'House', '華碩電腦', 'Zebra'])[1 + m.n * 5 % 6] || ' ' || (array['Blog', 'Club', 'Post'])[1 + m.n % 3] || ' ' || m.n % 400,
    (array['GB', 'GB', 'DE', 'FR', 'KR'])[1 + m.n * 7 / 3 % 5], 'en'
  from made m;
  insert into public.partnerships (id, program_id, partner_id, status, tier, tags, code, created_at)
  select m.partnership, :program, m.partner, (array['active', 'active', 'active', 'active', 'paused', 'ended', 'applied'])[1 + m.n / 11 % 7]::public.partnership_status,
    (array[null, 'gold', 'silver'])[1 + m.n / 13 % 3], (array['{}', '{}', '{}', '{video}', '{video,deals}', '{rare}'])[1 + m.n / 17 % 6]::text[],
    'P' || m.n, now() - make_interval(days => m.n % 500)
  from made m;
  insert into public.program_months (program_id, month, partnership_id, revenue_minor, accrued_minor, conversions, clicks)
  select :program, make_date(2026, 11, 1) - make_interval(months => a), m.partnership, (m.n * 31 + a * 7) % 900 - 100, (m.n * 17 + a * 3) % 90 - 10,
    (m.n + a) % 4, (m.n * 3 + a) % 6
  from made m cross join generate_series(0, 14) a where (m.n + a) % 3 > 0;
  select private.rebuild_partner_lists(:program);
  analyze private.partner_keys, private.partner_standings, public.program_months, public.partnerships`;

const RANGES = {
  ever: { args: 'null, null', months: 'true' },
  month: { args: `'2026-11-01', '2026-11-30'`, months: `m.month = '2026-11-01'` },
  year: { args: `'2025-01-01', '2025-12-31'`, months: `m.month between '2025-01-01' and '2025-12-31'` },
} as const;

const ORDERS = {
  name: 'lower(p.partner_name)',
  joined: 'p.joined_on',
  clicks: 'coalesce(sum(m.clicks), 0)',
  conversions: 'coalesce(sum(m.conversions), 0)',
  revenue: 'coalesce(sum(m.revenue_minor), 0)',
  earnings: 'coalesce(sum(m.accrued_minor), 0)',
} as const;

/** A filter as the list takes it, and by hand. */
const FILTERS: readonly (readonly [filter: object, where: string])[] = [
  [{}, 'true'],
  [{ type: ['publisher'] }, `p.partner_type = 'publisher'`],
  [{ status: ['active'], country: ['DE', 'FR'] }, `p.status = 'active' and p.partner_country in ('DE', 'FR')`],
  [{ tier: ['', 'gold'] }, `coalesce(p.tier, '') in ('', 'gold')`],
  [{ tag: ['rare'] }, `'rare' = any (p.tags)`],
  [{ tag: ['video', 'deals'], type: ['app', 'b2b'] }, `p.tags && '{video,deals}' and p.partner_type in ('app', 'b2b')`],
  [{ search: 'gar' }, `p.partner_name ilike 'gar%'`],
  [{ search: 'CLUB ört' }, `p.partner_name ilike '%club%' and p.partner_name ilike 'ört%'`],
  [{ search: '電腦' }, `p.partner_name like '%電腦%'`],
  [{ search: 'p77' }, `p.code like 'P77%'`],
  [{ search: 'nothing of this kind' }, 'false'],
];

async function listAll(tx: TransactionSql, program: Program, filter: object, sort: string, range: string) {
  const ids: string[] = [];
  let after: string | null = null;
  let total: number | null = null;
  do {
    const [row]: { page: { rows: { id: string }[]; next: object | null; total: number | null } }[] = await tx.unsafe(
      `select public.partner_list('${program.slug}', $1::text::jsonb, $2, ${range}, $3::text::jsonb, 130) as page`,
      [JSON.stringify(filter), sort, after],
    );
    if (row === undefined) throw new Error('the list answered nothing');
    ids.push(...row.page.rows.map(({ id }) => id));
    after = row.page.next === null ? null : JSON.stringify(row.page.next);
    total = row.page.total;
  } while (after !== null);
  return { ids, total };
}

async function listByHand(
  tx: TransactionSql,
  program: Program,
  where: string,
  order: string,
  months: string,
  word: string,
) {
  const rows = await tx.unsafe<{ id: string }[]>(`
    select p.id from public.partnerships p
    left join public.program_months m on m.partnership_id = p.id and ${months}
    where p.program_id = '${program.id}' and ${where}
    group by p.id order by ${order} ${word}, p.id ${word}`);
  return rows.map(({ id }) => id);
}

async function makeList(tx: TransactionSql) {
  const suffix = freshSuffix();
  const program = await addProgram(tx, { slug: `list-${suffix}` });
  const user = await addUser(tx, `viewer-${suffix}@example.com`);
  await addStaff(tx, program, user, 'viewer');
  await tx.unsafe(FILL.replaceAll(':program', `'${program.id}'::uuid`));
  return { program, viewer: signedIn('viewer', user) };
}

test('every filter in every order and range: page after page what a plain query says, each once', () =>
  rolledBack(sql, async (tx) => {
    const { program, viewer } = await makeList(tx);
    for (const [at, [filter, where]] of FILTERS.entries()) {
      for (const [name, order] of Object.entries(ORDERS)) {
        const range = Object.values(RANGES)[at % 3] ?? RANGES.ever;
        const ranges = at === 0 ? Object.values(RANGES) : [range];
        for (const { args, months } of ranges) {
          for (const [direction, word] of [
            ['up', 'asc'],
            ['down', 'desc'],
          ] as const) {
            const due = await listByHand(tx, program, where, order, months, word);
            const found = await asActor(tx, viewer, (mine) =>
              listAll(mine, program, filter, `${name} ${direction}`, args),
            );
            expect(found.ids, `${JSON.stringify(filter)} ${name} ${direction} ${args}`).toEqual(due);
            if (found.total !== null) expect(found.total).toBe(due.length);
          }
        }
      }
    }
  }));

test('a segment, by attributes or by figures, holds the open partners that it selects', () =>
  rolledBack(sql, async (tx) => {
    const { program, viewer } = await makeList(tx);
    const open = `p.status in ('active', 'paused')`;
    const rules: [string, object, string][] = [
      ['gold in Germany', { field: 'country', operator: 'in', value: ['DE'] }, `${open} and p.partner_country = 'DE'`],
      [
        'long with us',
        { field: 'tenure', operator: '>=', value: 400 },
        `${open} and current_date - p.joined_on >= 400`,
      ],
    ];
    for (const [name, condition, where] of rules) {
      const id = await addSegment(tx, program, name, { combinator: 'and', rules: [condition] });
      const due = await listByHand(tx, program, where, ORDERS.revenue, 'true', 'desc');
      const found = await asActor(tx, viewer, (mine) =>
        listAll(mine, program, { segment: id }, 'revenue down', RANGES.ever.args),
      );
      expect(found.ids, name).toEqual(due);
    }
  }));

test.each([
  ['a range of days', `'{}'::jsonb, 'clicks', '2026-11-02', '2026-11-29'`],
  ['an unknown order', `'{}'::jsonb, 'shoe size'`],
  ['an unknown filter', `'{"shoe": ["44"]}'::jsonb`],
  ['a segment that is no id', `'{"segment": "x"}'::jsonb`],
  ['a page that goes on from nowhere', `'{}'::jsonb, 'clicks', null, null, '{"value": "x", "id": "y"}'::jsonb`],
  [
    'a page that goes on after a day that is none',
    `'{}'::jsonb, 'joined', null, null, '{"value": "2026-02-31"}'::jsonb`,
  ],
  ['a page that goes on after a list', `'{}'::jsonb, 'name', null, null, '["x"]'::jsonb`],
])('%s is refused in words', (_, args) =>
  rolledBack(sql, async (tx) => {
    const { program, viewer } = await makeList(tx);
    const asked = asActor(tx, viewer, (mine) => mine.unsafe(`select public.partner_list('${program.slug}', ${args})`));
    await expect(asked).rejects.toMatchObject({ code: 'PT422' });
  }),
);
