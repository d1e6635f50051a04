-- Insights for the brand: one function a screen for staff, under the caller's rights like those of the partners.

-- The program that a slug names, if I work for it; an error otherwise.
create function private.named_program(p_program text)
returns public.programs language plpgsql stable set search_path = '' as $$
declare
  v_program public.programs;
begin
  select g.* into v_program from public.programs g
  where g.slug = lower(p_program) and g.id = any (array(select private.my_program_ids()));
  if v_program.id is null then
    perform private.fail('PT404', 'no such program for you', p_program);
  end if;
  return v_program;
end $$;

-- Days of a program by partner type (null is organic), and their totals.
create function private.program_range(p_program uuid, p_from date, p_to date)
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return (
    with days as (
      select d.* from public.program_days d where d.program_id = p_program and d.day between p_from and p_to
    )
    select jsonb_build_object('from', p_from, 'to', p_to,
      'totals', jsonb_build_object(
        'partner_revenue_minor', coalesce(sum(d.revenue_minor) filter (where d.partner_type is not null), 0),
        'organic_revenue_minor', coalesce(sum(d.revenue_minor) filter (where d.partner_type is null), 0),
        'commission_minor', coalesce(sum(d.commission_minor), 0),
        'conversions', coalesce(sum(d.conversions) filter (where d.partner_type is not null), 0),
        'clicks', coalesce(sum(d.clicks), 0),
        'new_customers', coalesce(sum(d.new_customers) filter (where d.partner_type is not null), 0)),
      'days', coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'partner_type', d.partner_type, 'revenue_minor', d.revenue_minor,
        'commission_minor', d.commission_minor, 'conversions', d.conversions, 'clicks', d.clicks, 'new_customers', d.new_customers)
        order by d.day, d.partner_type), '[]'))
    from days d
  );
end $$;

-- The ten partnerships with the most revenue this month, each against as many days of the month before.
create function private.program_leaders(p_program uuid, p_today date)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_month date := date_trunc('month', p_today)::date;
  v_last date := (v_month - interval '1 month')::date;
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('partnership_id', p.id, 'partner_name', p.partner_name, 'partner_type', p.partner_type,
      'code', p.code, 'status', p.status, 'revenue_minor', m.revenue_minor, 'accrued_minor', m.accrued_minor,
      'previous_revenue_minor', coalesce((
        select sum(d.revenue_minor) from public.partnership_days d
        where d.partnership_id = m.partnership_id and d.day between v_last and least(v_last + (p_today - v_month), v_month - 1)
      ), 0)) order by m.revenue_minor desc, m.partnership_id desc), '[]')
    from (
      select x.partnership_id, x.revenue_minor, x.accrued_minor from public.program_months x
      where x.program_id = p_program and x.month = v_month and x.revenue_minor > 0
      order by x.revenue_minor desc, x.partnership_id desc limit 10
    ) m
    join public.partnerships p on p.id = m.partnership_id
  );
end $$;

-- Overview: a range by day and partner type, what partners bring of all revenue, which visits are no clicks and why,
-- this month's leaders, what waits.
create function public.brand_overview(p_program text, p_from date, p_to date, p_compare_from date default null, p_compare_to date default null)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_program public.programs := private.named_program(p_program);
  v_today date := (now() at time zone v_program.time_zone)::date;
  v_compare jsonb;
begin
  perform private.check_range(p_from, p_to);
  if p_compare_from is not null then
    perform private.check_range(p_compare_from, p_compare_to);
    v_compare := private.program_range(v_program.id, p_compare_from, p_compare_to) - 'days';
  end if;
  return jsonb_build_object('context', public.my_context('brand', p_program), 'overview',
    private.program_range(v_program.id, p_from, p_to) || jsonb_build_object(
      'as_of', now(), 'today', v_today, 'compare', v_compare, 'month', date_trunc('month', v_today)::date,
      'pending_commission_minor', (
        select coalesce(sum(d.maturing_minor), 0) from public.program_days d where d.program_id = v_program.id and d.day > v_today),
      'active_partners', (
        select coalesce(sum(c.partnerships), 0) from public.program_partner_counts c where c.program_id = v_program.id and c.status = 'active'),
      'all_partners', (
        select coalesce(sum(c.partnerships), 0) from public.program_partner_counts c where c.program_id = v_program.id),
      'uncounted', (
        select coalesce(jsonb_object_agg(u.kind, u.visits), '{}')
        from (
          select x.kind, sum(x.visits) as visits from public.uncounted_visits x
          where x.program_id = v_program.id and x.day between p_from and p_to group by x.kind
        ) u),
      'top', private.program_leaders(v_program.id, v_today),
      'held', (
        select coalesce(jsonb_agg(jsonb_build_object('reason', t.reason, 'events', t.events, 'amount_minor', t.amount_minor) order by t.events desc), '[]')
        from (
          select x.reason, sum(x.events) as events, sum(x.amount_minor) as amount_minor from public.program_event_totals x
          where x.program_id = v_program.id and x.status = 'held' group by x.reason having sum(x.events) > 0
        ) t)));
end $$;

-- Conversions: events with their fate, newest first, paged by key (the last row's occurred_at and id). Planned anew for
-- each call: one plan for every mix of filters reads and sorts all events of the program, for 50 rows of them.
create function public.brand_events(p_program text, p_status public.event_status default null, p_reason text default null,
  p_kind public.event_kind default null, p_partnership uuid default null, p_organic boolean default false,
  p_from date default null, p_to date default null, p_search text default null,
  p_after_occurred_at timestamptz default null, p_after_id uuid default null, p_limit integer default 50)
returns jsonb language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_program public.programs := private.named_program(p_program);
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 1000);
  v_from timestamptz := private.day_start(p_from, v_program.time_zone);
  v_to timestamptz := private.day_start(p_to + 1, v_program.time_zone);
  v_prefix text := nullif(trim(p_search), '');
begin
  return (
    with page as (
      select e.id, e.source, e.external_id, e.kind, e.order_ref, e.amount_minor, e.currency, e.occurred_at,
        (e.occurred_at at time zone v_program.time_zone)::date as day, e.country, e.partner_code, e.promotion_code, e.status, e.reason,
        p.id as partnership_id, p.partner_name, c.status as conversion_status
      from public.conversion_events e
      left join public.conversions c on c.event_id = e.id
      left join public.adjustments a on a.event_id = e.id
      left join public.partnerships p on p.id = coalesce(c.partnership_id, a.partnership_id)
      where e.program_id = v_program.id
        and (p_status is null or e.status = p_status)
        and (p_reason is null or e.reason = p_reason)
        and (p_kind is null or e.kind = p_kind)
        and (p_partnership is null or p.id = p_partnership)
        and (not coalesce(p_organic, false) or (e.status = 'applied' and p.id is null))
        and (v_from is null or e.occurred_at >= v_from)
        and (v_to is null or e.occurred_at < v_to)
        and (v_prefix is null or starts_with(e.external_id, v_prefix) or starts_with(e.order_ref, v_prefix))
        and (p_after_occurred_at is null or (e.occurred_at, e.id) < (p_after_occurred_at, p_after_id))
      order by e.occurred_at desc, e.id desc
      limit v_limit + 1
    ), numbered as (
      select p.*, row_number() over (order by p.occurred_at desc, p.id desc) as at,
        case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end as promotion
      from page p
      left join public.promotion_codes t on t.program_id = v_program.id and t.code = upper(trim(p.promotion_code))
      left join public.promotions m on m.id = t.promotion_id
    )
    select jsonb_build_object(
      'rows', coalesce(jsonb_agg(to_jsonb(n) - 'at' order by n.at) filter (where n.at <= v_limit), '[]'),
      'next', case when count(*) > v_limit then (
        select jsonb_build_object('occurred_at', x.occurred_at, 'id', x.id) from numbered x where x.at = v_limit) end)
    from numbered n
  );
end $$;

-- What became of everything that was ever reported, and the newest imports.
create function public.brand_fates(p_program text)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_program public.programs := private.named_program(p_program);
begin
  return jsonb_build_object(
    'fates', (
      select coalesce(jsonb_agg(jsonb_build_object('kind', t.kind, 'status', t.status, 'reason', t.reason, 'events', t.events,
        'amount_minor', t.amount_minor) order by t.status, t.reason nulls first, t.kind), '[]')
      from public.program_event_totals t where t.program_id = v_program.id and t.events > 0),
    'imports', (
      select coalesce(jsonb_agg(to_jsonb(i) - '{program_id,started_by,mapping}'::text[] order by i.created_at desc), '[]')
      from (
        select x.* from public.imports x where x.program_id = v_program.id order by x.created_at desc limit 20
      ) i));
end $$;

-- One event's whole story: how it came, whose credit it is and by which word, what it became, each commission line
-- with its state, and what was given back. A refund tells the story of its order.
create function public.event_story(p_event uuid)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_event record;
  v_conversion record;
  v_program public.programs;
  v_today date;
begin
  select e.id, e.program_id, e.source, e.external_id, e.kind, e.order_ref, e.amount_minor, e.currency, e.occurred_at, e.country,
    e.partner_code, e.promotion_code, e.click_id, e.status, e.reason, e.import_id, e.line, e.received_at
  into v_event from public.conversion_events e where e.id = p_event;
  if v_event.id is null then
    perform private.fail('PT404', 'no such event');
  end if;
  select g.* into v_program from public.programs g where g.id = v_event.program_id;
  v_today := (now() at time zone v_program.time_zone)::date;
  select c.id, c.event_id, c.order_ref, c.partnership_id, c.link_id, c.partner_code, c.promotion_code, c.country, c.amount_minor,
    c.refunded_minor, c.amount_minor - c.refunded_minor as left_minor, c.currency, c.occurred_at, c.accrual_day, c.is_new_customer,
    c.status, c.reject_reason, c.reviewed_at
  into v_conversion from public.conversions c
  where c.id = (
    select x.id from public.conversions x where x.event_id = p_event
    union all
    select a.conversion_id from public.adjustments a where a.event_id = p_event
    limit 1);
  return jsonb_build_object(
    'event', to_jsonb(v_event) - '{program_id,import_id}'::text[],
    'import', (
      select jsonb_build_object('id', i.id, 'file_name', i.file_name, 'line', v_event.line, 'created_at', i.created_at)
      from public.imports i where i.id = v_event.import_id),
    'matched_event', (
      select jsonb_build_object('id', e.id, 'external_id', e.external_id, 'occurred_at', e.occurred_at)
      from public.conversion_events e where e.id = v_conversion.event_id and e.id <> p_event),
    'conversion', case when v_conversion.id is not null then to_jsonb(v_conversion) end,
    'credit', case when v_conversion.partnership_id is not null then jsonb_build_object(
      'by', case when v_conversion.link_id is not null then case when v_event.click_id is null then 'link' else 'click' end
        when v_conversion.promotion_code is not null then 'promotion_code' else 'partner_code' end,
      'code', coalesce((select l.code from public.links l where l.id = v_conversion.link_id), v_conversion.promotion_code,
        v_conversion.partner_code)) end,
    'promotion', (
      select jsonb_build_object('id', m.id, 'name', m.name)
      from public.promotion_codes t join public.promotions m on m.id = t.promotion_id
      where t.program_id = v_event.program_id and t.code = upper(trim(coalesce(v_event.promotion_code, v_conversion.promotion_code)))),
    'partnership', (
      select jsonb_build_object('id', p.id, 'name', p.partner_name, 'type', p.partner_type, 'code', p.code, 'status', p.status)
      from public.partnerships p where p.id = v_conversion.partnership_id),
    'adjustments', (
      select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'amount_minor', a.amount_minor, 'occurred_at', a.occurred_at,
        'event_id', a.event_id, 'external_id', e.external_id) order by a.sequence), '[]')
      from public.adjustments a join public.conversion_events e on e.id = a.event_id
      where a.conversion_id = v_conversion.id),
    'lines', (
      select coalesce(jsonb_agg(to_jsonb(l) - '{program_id}'::text[] || jsonb_build_object('state',
        private.line_state(l.kind, l.final_on, v_today, v_conversion.status, v_conversion.amount_minor, v_conversion.refunded_minor))
        order by l.occurred_at, l.created_at, l.id), '[]')
      from public.commission_lines l where l.conversion_id = v_conversion.id),
    'rule', (
      select jsonb_build_object('kind', r.kind, 'rate_bps', r.rate_bps, 'flat_minor', r.flat_minor, 'version', r.version,
        'partner_type', r.partner_type, 'effective_from', r.effective_from)
      from public.commission_lines l join public.commission_rules r on r.id = l.rule_id
      where l.conversion_id = v_conversion.id and l.kind = 'commission'),
    'can_review', v_conversion.id is not null and v_conversion.status <> 'rejected'
      and v_event.program_id = any (array(select private.my_program_ids('finance', 'owner')))
      and exists (
        select 1 from public.commission_lines l
        where l.conversion_id = v_conversion.id and l.kind = 'commission' and l.final_on > v_today));
end $$;

grant execute on function private.named_program, private.program_range, private.program_leaders to authenticated;
grant execute on function public.brand_overview, public.brand_events, public.brand_fates, public.event_story to authenticated;

comment on function public.brand_overview is 'Overview of a program: a range by day and partner type, leaders of the month, what waits.';
comment on function public.brand_events is 'Events of a program with their fate, filtered, paged by key.';
comment on function public.brand_fates is 'What became of all events of a program, and its newest imports.';
comment on function public.event_story is 'One event from report to commission lines.';
