import type { ISql } from 'postgres';

/**
 * Every figure of a program's rollups, and the same figure summed from the facts, as rows of
 * (rollup, key, measure, amount). Written apart from the rollups' own SQL on purpose.
 */
const FROM_ROLLUPS = `
  select 'partnership_days' as rollup, concat_ws('|', d.partnership_id, d.day) as key, m.*
  from public.partnership_days d
  cross join lateral (values ('accrued', d.accrued_minor), ('maturing', d.maturing_minor), ('revenue', d.revenue_minor),
    ('conversions', d.conversions), ('clicks', d.clicks), ('new', d.new_customers)) m (measure, amount)
  where d.program_id = $1
  union all
  select 'partnership_day_sources', concat_ws('|', s.partnership_id, s.day, coalesce(s.link_id::text, '-'),
    coalesce(s.code, '-'), coalesce(s.country, '-')), m.*
  from public.partnership_day_sources s
  cross join lateral (values ('accrued', s.accrued_minor), ('revenue', s.revenue_minor), ('conversions', s.conversions),
    ('clicks', s.clicks)) m (measure, amount)
  where s.program_id = $1
  union all
  select 'program_days', concat_ws('|', d.day, coalesce(d.partner_type::text, 'organic')), m.*
  from public.program_days d
  cross join lateral (values ('accrued', d.commission_minor), ('maturing', d.maturing_minor), ('revenue', d.revenue_minor),
    ('conversions', d.conversions), ('clicks', d.clicks), ('new', d.new_customers)) m (measure, amount)
  where d.program_id = $1
  union all
  select 'program_months', concat_ws('|', p.partnership_id, p.month), m.*
  from public.program_months p
  cross join lateral (values ('accrued', p.accrued_minor), ('maturing', p.maturing_minor), ('revenue', p.revenue_minor),
    ('conversions', p.conversions), ('clicks', p.clicks), ('new', p.new_customers)) m (measure, amount)
  where p.program_id = $1
  union all
  select 'partner_standings', concat_ws('|', s.partnership_id, s.span), m.*
  from private.partner_standings s
  cross join lateral (values ('accrued', s.accrued_minor), ('revenue', s.revenue_minor), ('conversions', s.conversions),
    ('clicks', s.clicks)) m (measure, amount)
  where s.program_id = $1
  union all
  select 'program_event_totals', concat_ws('|', t.kind, t.status, coalesce(t.reason, '-')), m.*
  from public.program_event_totals t
  cross join lateral (values ('events', t.events), ('amount', t.amount_minor)) m (measure, amount)
  where t.program_id = $1`;

const FACTS = `
  select c.partnership_id, (c.occurred_at at time zone g.time_zone)::date as day, c.link_id,
    coalesce(c.promotion_code, c.partner_code) as code, c.country, m.*
  from public.conversions c join public.programs g on g.id = c.program_id
  cross join lateral (values ('revenue', c.amount_minor), ('conversions', 1), ('new', c.is_new_customer::integer)) m (measure, amount)
  where c.program_id = $1 and c.status <> 'rejected'
  union all
  select c.partnership_id, (a.occurred_at at time zone g.time_zone)::date, c.link_id,
    coalesce(c.promotion_code, c.partner_code), c.country, 'revenue', a.amount_minor
  from public.adjustments a join public.conversions c on c.id = a.conversion_id join public.programs g on g.id = a.program_id
  where a.program_id = $1 and c.status <> 'rejected'
  union all
  select l.partnership_id, m.day, l.link_id, l.code, l.country, m.measure, l.amount_minor
  from public.commission_lines l
  cross join lateral (values ('accrued', l.accrual_day), ('maturing', l.final_on)) m (measure, day)
  where l.program_id = $1
  union all
  select k.partnership_id, (k.clicked_at at time zone g.time_zone)::date, k.link_id, null, k.country, 'clicks', 1
  from public.clicks k join public.programs g on g.id = k.program_id
  where k.program_id = $1`;

const FROM_FACTS = `
  select 'partnership_days' as rollup, concat_ws('|', f.partnership_id, f.day) as key, f.measure, sum(f.amount) as amount
  from facts f where f.partnership_id is not null group by 2, 3
  union all
  select 'partnership_day_sources', concat_ws('|', f.partnership_id, f.day, coalesce(f.link_id::text, '-'),
    coalesce(f.code, '-'), coalesce(f.country, '-')), f.measure, sum(f.amount)
  from facts f where f.partnership_id is not null and f.measure not in ('maturing', 'new') group by 2, 3
  union all
  select 'program_days', concat_ws('|', f.day, coalesce(p.partner_type::text, 'organic')), f.measure, sum(f.amount)
  from facts f left join public.partnerships p on p.id = f.partnership_id group by 2, 3
  union all
  select 'program_months', concat_ws('|', f.partnership_id, date_trunc('month', f.day)::date), f.measure, sum(f.amount)
  from facts f where f.partnership_id is not null group by 2, 3
  union all
  select 'partner_standings', concat_ws('|', f.partnership_id, v.span), f.measure, sum(f.amount)
  from facts f cross join lateral (values (0), (extract(year from f.day)::integer)) v (span)
  where f.partnership_id is not null and f.measure not in ('maturing', 'new') group by 2, 3
  union all
  select 'program_event_totals', concat_ws('|', e.kind, e.status, coalesce(e.reason, '-')), m.measure, sum(m.amount)
  from public.conversion_events e cross join lateral (values ('events', 1), ('amount', e.amount_minor)) m (measure, amount)
  where e.program_id = $1 group by 2, 3`;

/** Figures in which a program's rollups and its facts differ (none, always), and how many were compared. */
export async function rollupDifferences(sql: ISql, programId: string) {
  const query = `
    with facts as materialized (${FACTS}), raw as (${FROM_FACTS}), kept as (${FROM_ROLLUPS})
    select count(*)::integer as compared,
      coalesce(jsonb_agg(jsonb_build_array(rollup, key, measure, raw.amount, kept.amount))
        filter (where coalesce(raw.amount, 0) <> coalesce(kept.amount, 0)), '[]') as differences
    from raw full join kept using (rollup, key, measure)`;
  const [answer] = await sql.unsafe<{ compared: number; differences: unknown[] }[]>(query, [programId]);
  if (answer === undefined) throw new Error('the comparison answered nothing');
  return answer;
}
