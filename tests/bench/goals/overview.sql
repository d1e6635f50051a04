-- The figures of the brand's overview, computed from the facts instead of the rollups; the benchmark holds them
-- against what the screen's function answers.
with bounds as (
  select current_date - 89 as first_day, current_date as last_day, date_trunc('month', current_date)::date as month,
    (date_trunc('month', current_date) - interval '1 month')::date as last_month
), partner_facts as (
  select c.accrual_day as day, p.partner_type, c.amount_minor as revenue_minor, 0::bigint as commission_minor, 1 as conversions, 0 as clicks,
    c.is_new_customer::integer as new_customers
  from public.conversions c
  left join public.partnerships p on p.id = c.partnership_id
  cross join bounds b
  where c.program_id = md5('program')::uuid and c.status <> 'rejected' and c.accrual_day between b.first_day and b.last_day
  union all
  select a.accrual_day, p.partner_type, a.amount_minor, 0, 0, 0, 0
  from public.adjustments a
  join public.conversions c on c.id = a.conversion_id and c.status <> 'rejected'
  left join public.partnerships p on p.id = a.partnership_id
  cross join bounds b
  where a.program_id = md5('program')::uuid and a.accrual_day between b.first_day and b.last_day
  union all
  select l.accrual_day, p.partner_type, 0, l.amount_minor, 0, 0, 0
  from public.commission_lines l
  join public.partnerships p on p.id = l.partnership_id
  cross join bounds b
  where l.program_id = md5('program')::uuid and l.accrual_day between b.first_day and b.last_day
  union all
  select (k.clicked_at at time zone 'Europe/London')::date, p.partner_type, 0, 0, 0, 1, 0
  from public.clicks k
  join public.partnerships p on p.id = k.partnership_id
  cross join bounds b
  where k.program_id = md5('program')::uuid
    and k.clicked_at >= b.first_day::timestamp at time zone 'Europe/London'
    and k.clicked_at < (b.last_day + 1)::timestamp at time zone 'Europe/London'
), days as (
  select f.day, f.partner_type, sum(f.revenue_minor) as revenue_minor, sum(f.commission_minor) as commission_minor,
    sum(f.conversions) as conversions, sum(f.clicks) as clicks, sum(f.new_customers) as new_customers
  from partner_facts f
  group by f.day, f.partner_type
), leaders as (
  select c.partnership_id, sum(c.amount_minor) + coalesce((
      select sum(a.amount_minor) from public.adjustments a cross join bounds b
      where a.partnership_id = c.partnership_id and a.accrual_day between b.month and b.last_day), 0) as revenue_minor
  from public.conversions c
  cross join bounds b
  where c.program_id = md5('program')::uuid and c.partnership_id is not null and c.accrual_day between b.month and b.last_day
  group by c.partnership_id
  order by sum(c.amount_minor) desc
  limit 10
)
select jsonb_build_object(
  'partner_revenue_minor', (select sum(d.revenue_minor) from days d where d.partner_type is not null),
  'organic_revenue_minor', (select sum(d.revenue_minor) from days d where d.partner_type is null),
  'commission_minor', (select sum(d.commission_minor) from days d),
  'conversions', (select sum(d.conversions) from days d where d.partner_type is not null),
  'clicks', (select sum(d.clicks) from days d),
  'new_customers', (select sum(d.new_customers) from days d where d.partner_type is not null),
  'days', (select count(*) from days),
  'pending_commission_minor', (
    select sum(l.amount_minor) from public.commission_lines l
    where l.program_id = md5('program')::uuid and l.final_on > current_date),
  'leaders', (select count(*) from leaders),
  'held', (
    select count(*) from public.conversion_events e where e.program_id = md5('program')::uuid and e.status = 'held'),
  'partners', (
    select count(*) from public.partnerships p where p.program_id = md5('program')::uuid)
) as figures
