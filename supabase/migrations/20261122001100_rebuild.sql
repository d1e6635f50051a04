-- Rollups, continued: made anew from the facts.
--
-- The triggers keep the rollups exact; this is for what happens once in a while: facts brought in around the
-- triggers (a restore, a benchmark), and the proof that sum (rollup) = sum (raw). Run in SQL, one program at a time.

-- Everything that the facts of a program say, in the shape of the rollups' changes.
create function private.all_changes(p_program uuid)
returns setof private.change language sql stable set search_path = '' as $$
  select c.program_id, c.partnership_id, p.partner_type, c.accrual_day, c.link_id, coalesce(c.promotion_code, c.partner_code),
    c.country, 0::bigint, 0::bigint, null::date, sum(c.amount_minor)::bigint, count(*)::integer, 0,
    (count(*) filter (where c.is_new_customer))::integer
  from public.conversions c
  left join public.partnerships p on p.id = c.partnership_id
  where c.program_id = p_program and c.status <> 'rejected'
  group by 1, 2, 3, 4, 5, 6, 7
  union all
  select a.program_id, a.partnership_id, p.partner_type, a.accrual_day, c.link_id, coalesce(c.promotion_code, c.partner_code),
    c.country, 0, 0, null, sum(a.amount_minor)::bigint, 0, 0, 0
  from public.adjustments a
  join public.conversions c on c.id = a.conversion_id and c.status <> 'rejected'
  left join public.partnerships p on p.id = a.partnership_id
  where a.program_id = p_program
  group by 1, 2, 3, 4, 5, 6, 7
  union all
  select l.program_id, l.partnership_id, p.partner_type, l.accrual_day, l.link_id, l.code, l.country,
    sum(l.amount_minor)::bigint, sum(l.amount_minor)::bigint, l.final_on, 0, 0, 0, 0
  from public.commission_lines l
  join public.partnerships p on p.id = l.partnership_id
  where l.program_id = p_program
  group by 1, 2, 3, 4, 5, 6, 7, l.final_on
  union all
  select k.program_id, k.partnership_id, p.partner_type, (k.clicked_at at time zone g.time_zone)::date, k.link_id, null,
    k.country, 0, 0, null, 0, 0, count(*)::integer, 0
  from public.clicks k
  join public.partnerships p on p.id = k.partnership_id
  join public.programs g on g.id = k.program_id
  where k.program_id = p_program
  group by 1, 2, 3, 4, 5, 6, 7
$$;

-- Deletes a program's rollups and fills them from its facts, set-based; everything or nothing. In order of time, as
-- the triggers would have left them: a reader of recent days then stays within few pages of the visibility map.
create function private.rebuild_rollups(p_program uuid)
returns void language plpgsql set search_path = '' as $$
begin
  -- Visits wait (private.record_visits): clicks that come in the middle would be counted twice or not at all.
  perform pg_advisory_xact_lock(hashtextextended('visits:' || p_program, 0));
  -- Copies of the partner and of the program's zone, which a change around the triggers may have left behind.
  update public.partnerships p
  set partner_name = k.name, partner_type = k.type, partner_country = k.country, partner_language = k.language,
    joined_on = (p.created_at at time zone g.time_zone)::date
  from public.partners k, public.programs g
  where p.program_id = p_program and k.id = p.partner_id and g.id = p_program
    and (p.partner_name, p.partner_type, p.partner_country, p.partner_language, p.joined_on)
      is distinct from (k.name, k.type, k.country, k.language, (p.created_at at time zone g.time_zone)::date);
  delete from public.partnership_days d where d.program_id = p_program;
  delete from public.partnership_day_sources s where s.program_id = p_program;
  delete from public.program_days d where d.program_id = p_program;
  delete from public.program_months m where m.program_id = p_program;
  delete from public.program_event_totals t where t.program_id = p_program;
  delete from private.partner_facets f where f.program_id = p_program;
  delete from public.program_partner_counts c where c.program_id = p_program;

  create temporary table changes on commit drop as select * from private.all_changes(p_program);
  create temporary table daily on commit drop as
    select partnership_id, program_id, partner_type, day, sum(accrued_minor) as accrued_minor, sum(maturing_minor) as maturing_minor,
      sum(revenue_minor) as revenue_minor, sum(conversions) as conversions, sum(clicks) as clicks, sum(new_customers) as new_customers
    from (
      select partnership_id, program_id, partner_type, day, accrued_minor, 0 as maturing_minor, revenue_minor, conversions, clicks, new_customers
      from pg_temp.changes
      union all
      select partnership_id, program_id, partner_type, maturing_on, 0, maturing_minor, 0, 0, 0, 0
      from pg_temp.changes where maturing_on is not null
    ) f
    group by 1, 2, 3, 4;

  insert into public.partnership_days (partnership_id, program_id, day, accrued_minor, maturing_minor, revenue_minor, conversions, clicks, new_customers)
  select partnership_id, program_id, day, accrued_minor, maturing_minor, revenue_minor, conversions, clicks, new_customers
  from pg_temp.daily where partnership_id is not null order by day;
  insert into public.program_months (program_id, month, partnership_id, revenue_minor, accrued_minor, maturing_minor, conversions, clicks, new_customers)
  select program_id, date_trunc('month', day)::date, partnership_id, sum(revenue_minor), sum(accrued_minor), sum(maturing_minor),
    sum(conversions), sum(clicks), sum(new_customers)
  from pg_temp.daily where partnership_id is not null group by 1, 2, 3 order by 2;
  insert into public.program_days (program_id, day, partner_type, revenue_minor, commission_minor, maturing_minor, conversions, clicks, new_customers)
  select program_id, day, partner_type, sum(revenue_minor), sum(accrued_minor), sum(maturing_minor), sum(conversions), sum(clicks), sum(new_customers)
  from pg_temp.daily group by 1, 2, 3 order by 2;
  insert into public.partnership_day_sources (partnership_id, program_id, day, link_id, code, country, accrued_minor, revenue_minor, conversions, clicks)
  select partnership_id, program_id, day, link_id, code, country, sum(accrued_minor), sum(revenue_minor), sum(conversions), sum(clicks)
  from pg_temp.changes where partnership_id is not null group by 1, 2, 3, 4, 5, 6 order by 3;
  insert into public.program_event_totals (program_id, kind, status, reason, events, amount_minor)
  select e.program_id, e.kind, e.status, e.reason, count(*), sum(e.amount_minor)
  from public.conversion_events e where e.program_id = p_program group by 1, 2, 3, 4;
  insert into public.program_partner_counts (program_id, partner_type, status, partnerships)
  select p.program_id, p.partner_type, p.status, count(*)
  from public.partnerships p where p.program_id = p_program group by 1, 2, 3;
  insert into private.partner_facets (program_id, partner_type, partner_country, partner_language, tier, tags, status, partnerships)
  select p.program_id, p.partner_type, p.partner_country, p.partner_language, p.tier, p.tags, p.status, count(*)
  from public.partnerships p where p.program_id = p_program group by 1, 2, 3, 4, 5, 6, 7;
  drop table pg_temp.changes, pg_temp.daily;
  perform private.rebuild_partner_lists(p_program);
end $$;
comment on function private.rebuild_rollups is 'Makes a program''s rollups anew from its facts; SQL only.';
