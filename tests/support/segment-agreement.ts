import type { ISql } from 'postgres';
import { randomRules } from './random-rules.ts';
import { isMember, type PartnerFacts, type RuleGroup } from './rule-evaluator.ts';

/** Days of partnerships as (id, day, conversions, revenue, earnings): `$1` is the program. */
const FROM_FACTS = `
  select f.partnership_id, f.day, sum(f.conversions) as conversions, sum(f.revenue) as revenue, sum(f.earnings) as earnings
  from (
    select c.partnership_id, (c.occurred_at at time zone g.time_zone)::date as day, 1 as conversions, c.amount_minor as revenue, 0 as earnings
    from public.conversions c join public.programs g on g.id = c.program_id
    where c.program_id = $1 and c.status <> 'rejected' and c.partnership_id is not null
    union all
    select a.partnership_id, (a.occurred_at at time zone g.time_zone)::date, 0, a.amount_minor, 0
    from public.adjustments a join public.conversions c on c.id = a.conversion_id join public.programs g on g.id = a.program_id
    where a.program_id = $1 and c.status <> 'rejected' and a.partnership_id is not null
    union all
    select l.partnership_id, l.accrual_day, 0, 0, l.amount_minor from public.commission_lines l where l.program_id = $1
  ) f
  group by 1, 2`;

const FROM_ROLLUP = `
  select d.partnership_id, d.day, d.conversions, d.revenue_minor as revenue, d.accrued_minor as earnings
  from public.partnership_days d where d.program_id = $1`;

/** Attributes from the partner, not from their copies on the partnership. */
export async function readFacts(sql: ISql, program: string, from: 'facts' | 'rollup'): Promise<PartnerFacts[]> {
  const days = from === 'facts' ? FROM_FACTS : FROM_ROLLUP;
  return await sql.unsafe<PartnerFacts[]>(
    `with today as (
      select (now() at time zone g.time_zone)::date as today, g.time_zone from public.programs g where g.id = $1
    ), days as (
      select d.partnership_id, jsonb_agg(jsonb_build_object('ago', t.today - d.day, 'conversions', d.conversions,
        'revenue', d.revenue, 'earnings', d.earnings)) as days
      from (${days}) d cross join today t
      group by d.partnership_id
    )
    select s.id, s.status, p.type, p.country, p.language, s.tier, s.tags,
      t.today - (s.created_at at time zone t.time_zone)::date as "daysSinceJoining", coalesce(d.days, '[]') as days
    from public.partnerships s
    join public.partners p on p.id = s.partner_id
    cross join today t
    left join days d on d.partnership_id = s.id
    where s.program_id = $1`,
    [program],
  );
}

type Size = { active: number; paused: number; languages: { language: string; partners: number }[] };

/** What the database says of a rule: who is in it, and the count that is shown. */
async function ask(sql: ISql, program: string, segment: string): Promise<{ members: string[]; size: Size }> {
  const [row] = await sql<{ members: string[]; size: Size }[]>`
    select array(select m::text from private.audience_members(${program}, 'segments', ${[segment]}::uuid[]) m) as members,
      private.audience_size(${program}, 'segments', ${[segment]}::uuid[]) as size`;
  if (row === undefined) throw new Error('no answer');
  return row;
}

function sizeOf(members: readonly PartnerFacts[]): Size {
  const active = members.filter(({ status }) => status === 'active');
  const languages = Map.groupBy(active, ({ language }) => language);
  return {
    active: active.length,
    paused: members.length - active.length,
    languages: [...languages].map(([language, { length }]) => ({ language, partners: length })),
  };
}

const sorted = (size: Size): Size => ({
  ...size,
  languages: size.languages.toSorted((one, other) => (one.language < other.language ? -1 : 1)),
});

export type Disagreement = { rule: RuleGroup; what: string; extra: string[]; lacking: string[] };
export type Agreement = { rules: RuleGroup[]; disagreements: Disagreement[]; parting: number };

/**
 * Makes segments of random rules, and compares member for member: the evaluator, the database's set, the count it
 * shows, and the keys by which each partner in `readers` would read what is shown to the segment. Leaves the
 * segments there: run it in a transaction that is rolled back.
 */
export async function compareRules(
  sql: ISql,
  program: string,
  partners: readonly PartnerFacts[],
  { seed, count, readers }: { seed: number; count: number; readers: readonly PartnerFacts[] },
): Promise<Agreement> {
  const rules = randomRules(seed, count, partners);
  const made = await sql<{ id: string; name: string }[]>`
    insert into public.segments (program_id, name, rule)
    select ${program}, 'rule ' || r.at, r.rule from jsonb_array_elements(${JSON.stringify(rules)}::text::jsonb) with ordinality r (rule, at)
    returning id, name`;
  await sql`
    insert into private.segment_uses (segment_id, kind, object_id, program_id, label)
    select s.id, 'announcement', gen_random_uuid(), s.program_id, s.name from public.segments s where s.program_id = ${program}`;
  const keys = await sql<{ id: string; keys: string[] }[]>`
    select p.id, array(select k::text from private.audience_keys_of(p.id) k) as keys
    from public.partnerships p where p.id = any (${readers.map(({ id }) => id)}::uuid[]) and p.status in ('active', 'paused')`;
  const keysOf = new Map(keys.map((one) => [one.id, new Set(one.keys)]));
  const disagreements: Disagreement[] = [];
  let parting = 0;
  for (const [at, rule] of rules.entries()) {
    const segment = made.find(({ name }) => name === `rule ${at + 1}`)?.id ?? '';
    const expected = partners.filter((facts) => isMember(rule, facts));
    if (expected.length > 0 && expected.length < partners.length) parting += 1;
    const note = (what: string, found: Iterable<string>, wanted: Iterable<string>) => {
      const [there, due] = [new Set(found), new Set(wanted)];
      const extra = [...there].filter((one) => !due.has(one));
      const lacking = [...due].filter((one) => !there.has(one));
      if (extra.length + lacking.length > 0) disagreements.push({ rule, what, extra, lacking });
    };
    const ids = expected.map(({ id }) => id);
    const { members, size } = await ask(sql, program, segment);
    note('members', members, ids);
    note('count', [JSON.stringify(sorted(size))], [JSON.stringify(sorted(sizeOf(expected)))]);
    const reading = readers.filter(({ id }) => keysOf.get(id)?.has(segment)).map(({ id }) => id);
    const readerIds = new Set(readers.map(({ id }) => id));
    note(
      'readers',
      reading,
      ids.filter((id) => readerIds.has(id)),
    );
  }
  return { rules, disagreements, parting };
}
