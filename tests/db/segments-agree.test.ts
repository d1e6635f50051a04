import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { rolledBack } from '../support/actors.ts';
import { addProgram, freshSuffix } from '../support/builders.ts';
import { compareRules, readFacts } from '../support/segment-agreement.ts';
import { stack } from '../support/stack.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

const PARTNERS = 10_000;

/** Set-based: partners of every status, type and habit, with days of figures, yesterday's, today's and tomorrow's too. */
const FILL = `
  create temporary table made on commit drop as
  select n, gen_random_uuid() as partner, gen_random_uuid() as partnership from generate_series(1, $2::integer) n;
  insert into public.partners (id, type, name, country, language)
  select m.partner, (enum_range(null::public.partner_type))[1 + m.n % 7], 'Partner ' || m.n,
    (array['GB', 'DE', 'FR', 'SE', 'NO', 'KR', 'TW', 'US'])[1 + (m.n * 7 / 3) % 8],
    (array['en', 'de', 'fr', 'ko', 'zh-Hant'])[1 + (m.n / 5) % 5]
  from made m;
  insert into public.partnerships (id, program_id, partner_id, status, tier, tags, code, created_at)
  select m.partnership, $1, m.partner, (array['active', 'active', 'active', 'paused', 'ended', 'applied'])[1 + (m.n / 11) % 6]::public.partnership_status,
    (array[null, 'gold', 'silver', 'standard'])[1 + (m.n / 13) % 4],
    array(select t from unnest(array['interior', 'video', 'deals', 'it''s', 'a "b", {c}']) with ordinality u (t, i) where (m.n / i) % 3 = 0),
    'P' || m.n, now() - make_interval(hours => m.n % 9000)
  from made m;
  insert into public.partnership_days (partnership_id, program_id, day, accrued_minor, maturing_minor, revenue_minor, conversions, clicks, new_customers)
  select m.partnership, $1, (now() at time zone 'Pacific/Auckland')::date - d.ago, (m.n * 31 + d.ago * 7) % 5000 - 500, 0,
    (m.n * 17 + d.ago * 3) % 90000 - 9000, (m.n + d.ago) % 4, 0, 0
  from made m
  cross join (values (-1), (0), (1), (6), (7), (27), (28), (29), (89), (90), (364), (365), (1099), (1100)) d (ago)
  where (m.n + d.ago) % 5 < 2`;

test('100 random segments over 10,000 partners: compiled SQL and the evaluator agree, member for member', () =>
  rolledBack(sql, async (tx) => {
    const program = await addProgram(tx, { slug: `many-${freshSuffix()}`, zone: 'Pacific/Auckland' });
    const fill = FILL.replaceAll('$1', `'${program.id}'::uuid`).replaceAll('$2', String(PARTNERS));
    await tx.unsafe(fill);
    await tx`analyze public.partnerships, public.partnership_days, public.partners, private.partner_facets`;
    const partners = await readFacts(tx, program.id, 'rollup');
    expect(partners).toHaveLength(PARTNERS);
    const readers = partners.filter((_, at) => at % 25 === 0);
    const found = await compareRules(tx, program.id, partners, { seed: 10_000, count: 100, readers });
    expect(found.parting, 'rules that part the partners').toBeGreaterThan(70);
    expect(found.disagreements).toEqual([]);
  }));
