-- Insights for partners: one function a screen, answering everything it paints in one call.
--
-- They run with the caller's rights: row-level security decides what they can sum. `context` (who am I, which places
-- may I go to, in which am I) comes with every screen, so that a first visit needs one call and no more. A place is
-- a side (partner or brand), a program and, for partners, the partner code. Money is integer minor units.

-- Where I may go: partnerships in any state and programs I work for. Definer: an invited partner sees the program's
-- card but not its row; strictly by the caller's own live memberships.
create function private.my_places()
returns table (side text, program_id uuid, partnership_id uuid, program_slug text, program_name text, color text, logo_path text,
  partner_code text, partner_name text, status public.partnership_status, role text)
language plpgsql stable security definer rows 3 set search_path = '' as $$
begin
  return query
    select 'partner', g.id, p.id, g.slug, g.name, g.color, g.logo_path, p.code, p.partner_name, p.status, m.role::text
    from public.partner_members m
    join public.partnerships p on p.partner_id = m.partner_id
    join public.programs g on g.id = p.program_id
    where m.user_id = (select auth.uid()) and m.removed_at is null
    union all
    select 'brand', g.id, null, g.slug, g.name, g.color, g.logo_path, null, null, null, s.role::text
    from public.program_staff s
    join public.programs g on g.id = s.program_id
    where s.user_id = (select auth.uid()) and s.removed_at is null;
end $$;

-- Me, my places and the place asked for (null if it is not mine; with no arguments the first of the side, partner
-- places first). Volatile parts of a place are read under the caller's rights.
create function public.my_context(p_side text default null, p_program text default null, p_code text default null)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_me uuid := (select auth.uid());
  v_places jsonb;
  v_place jsonb;
begin
  if v_me is null then
    perform private.fail('PT401', 'sign in first');
  end if;
  select coalesce(jsonb_agg(to_jsonb(l) order by l.side desc, l.program_name, l.partner_code), '[]') into v_places
  from private.my_places() l;
  select x.value into v_place
  from jsonb_array_elements(v_places) with ordinality x (value, at)
  where (p_side is null or x.value ->> 'side' = p_side)
    and (p_program is null or x.value ->> 'program_slug' = lower(p_program))
    and (p_code is null or x.value ->> 'partner_code' = upper(p_code))
  order by x.at limit 1;
  return jsonb_build_object(
    'now', now(),
    'me', (
      select jsonb_build_object('id', v_me, 'email', current_setting('request.jwt.claims', true)::jsonb ->> 'email',
        'display_name', coalesce(s.display_name, ''), 'locale', s.locale, 'time_zone', s.time_zone,
        'theme', coalesce(s.theme, 'system'), 'week_start', s.week_start)
      from (select v_me as id) i left join public.user_settings s on s.user_id = i.id),
    'places', (
      select coalesce(jsonb_agg(x.value - '{program_id,partnership_id}'::text[] order by x.at), '[]')
      from jsonb_array_elements(v_places) with ordinality x (value, at)),
    'place', case when v_place is not null then jsonb_build_object(
      'side', v_place -> 'side',
      'role', v_place -> 'role',
      'program', coalesce((
        select to_jsonb(g) - '{created_at,attribution_window_days,revision}'::text[] from public.programs g
        where g.id = (v_place ->> 'program_id')::uuid
      ), private.program_card(v_place ->> 'program_slug')),
      'partnership', (
        select jsonb_build_object('id', p.id, 'partner_id', p.partner_id, 'partner_name', p.partner_name,
          'partner_type', p.partner_type, 'status', p.status, 'status_reason', p.status_reason, 'code', p.code,
          'tier', p.tier, 'tags', p.tags)
        from public.partnerships p where p.id = (v_place ->> 'partnership_id')::uuid)
    ) end
  );
end $$;

-- The partnership of a context, if its earnings may be read; null for invited, applied and declined.
create function private.earning_partnership(p_context jsonb)
returns uuid language sql immutable set search_path = '' as $$
  select (p_context #>> '{place,partnership,id}')::uuid
  where p_context #>> '{place,partnership,status}' in ('active', 'paused', 'ended')
$$;

-- Today and the zone of a context's program.
create function private.context_today(p_context jsonb)
returns date language sql stable set search_path = '' as $$
  select (now() at time zone (p_context #>> '{place,program,time_zone}'))::date
$$;

-- Available: everything final by today, from whole months and the days of this one. Pending: what matures later.
-- `p_days` are the partnership's days from the first of this month on.
create function private.partner_balance(p_partnership uuid, p_today date)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_month date := date_trunc('month', p_today)::date;
  v_before bigint;
begin
  select coalesce(sum(m.maturing_minor), 0) into v_before
  from public.program_months m
  where m.partnership_id = p_partnership and m.month < v_month;
  return (
    select jsonb_build_object(
      'available_minor', v_before + coalesce(sum(d.maturing_minor) filter (where d.day <= p_today), 0),
      'pending_minor', coalesce(sum(d.maturing_minor) filter (where d.day > p_today), 0),
      'pending_next_on', min(d.day) filter (where d.day > p_today and d.maturing_minor <> 0),
      'pending_last_on', max(d.day) filter (where d.day > p_today and d.maturing_minor <> 0))
    from public.partnership_days d
    where d.partnership_id = p_partnership and d.day >= v_month
  );
end $$;

-- The days of a range without gaps, and their totals.
create function private.partner_range(p_partnership uuid, p_from date, p_to date)
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return (
    with days as (
      select s.day::date as day, coalesce(d.accrued_minor, 0) as accrued_minor, coalesce(d.revenue_minor, 0) as revenue_minor,
        coalesce(d.conversions, 0) as conversions, coalesce(d.clicks, 0) as clicks, coalesce(d.new_customers, 0) as new_customers
      from generate_series(p_from::timestamp, p_to::timestamp, interval '1 day') s (day)
      left join (
        select r.* from public.partnership_days r
        where r.partnership_id = p_partnership and r.day between p_from and p_to
      ) d on d.day = s.day::date
    )
    select jsonb_build_object('from', p_from, 'to', p_to,
      'totals', jsonb_build_object('accrued_minor', sum(d.accrued_minor), 'revenue_minor', sum(d.revenue_minor),
        'conversions', sum(d.conversions), 'clicks', sum(d.clicks), 'new_customers', sum(d.new_customers)),
      'days', jsonb_agg(jsonb_build_object('day', d.day, 'accrued_minor', d.accrued_minor, 'revenue_minor', d.revenue_minor,
        'conversions', d.conversions, 'clicks', d.clicks) order by d.day))
    from days d
  );
end $$;

create function private.check_range(p_from date, p_to date)
returns void language plpgsql stable set search_path = '' as $$
begin
  if p_from is null or p_to is null or p_to < p_from or p_to - p_from > 1100 then
    perform private.fail('PT422', 'a range is at most 1,100 days and ends after it begins', format('%s to %s', p_from, p_to));
  end if;
end $$;

-- Home: the balance, this month against as many days of the last, 28 days, the default link, what ends soon.
create function public.partner_home(p_program text default null, p_code text default null)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_context jsonb := public.my_context('partner', p_program, p_code);
  v_partnership uuid := private.earning_partnership(v_context);
  v_today date := private.context_today(v_context);
  v_month date := date_trunc('month', v_today)::date;
  v_last date := (v_month - interval '1 month')::date;
  v_last_to date := least(v_last + (v_today - v_month), v_month - 1);
begin
  if v_partnership is null then
    return jsonb_build_object('context', v_context, 'home', null);
  end if;
  return (
    with days as materialized (
      select d.day, d.accrued_minor, d.clicks
      from public.partnership_days d
      where d.partnership_id = v_partnership and d.day between least(v_last, v_today - 27) and v_today
    )
    select jsonb_build_object('context', v_context, 'home',
      private.partner_balance(v_partnership, v_today) || jsonb_build_object(
        'as_of', now(), 'today', v_today,
        'month', jsonb_build_object('from', v_month, 'to', v_today, 'accrued_minor',
          coalesce((select sum(d.accrued_minor) from days d where d.day >= v_month), 0)),
        'last_month', jsonb_build_object('from', v_last, 'to', v_last_to, 'accrued_minor',
          coalesce((select sum(d.accrued_minor) from days d where d.day between v_last and v_last_to), 0)),
        'days', (
          select jsonb_agg(jsonb_build_object('day', s.day::date, 'accrued_minor', coalesce(d.accrued_minor, 0),
            'clicks', coalesce(d.clicks, 0)) order by s.day)
          from generate_series((v_today - 27)::timestamp, v_today::timestamp, interval '1 day') s (day)
          left join days d on d.day = s.day::date),
        'clicks_7d', coalesce((select sum(d.clicks) from days d where d.day > v_today - 7), 0),
        'ending', private.ending_promotions(v_partnership),
        'link', (
          select jsonb_build_object('id', l.id, 'code', l.code, 'destination', l.destination)
          from public.links l
          where l.partnership_id = v_partnership and l.is_default and l.archived_at is null)))
  );
end $$;

-- Earnings: the balance, a range by day, and another range to compare it with.
create function public.partner_earnings(p_program text, p_code text, p_from date, p_to date,
  p_compare_from date default null, p_compare_to date default null)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_context jsonb := public.my_context('partner', p_program, p_code);
  v_partnership uuid := private.earning_partnership(v_context);
  v_today date := private.context_today(v_context);
  v_compare jsonb;
begin
  perform private.check_range(p_from, p_to);
  if v_partnership is null then
    return jsonb_build_object('context', v_context, 'earnings', null);
  end if;
  if p_compare_from is not null then
    perform private.check_range(p_compare_from, p_compare_to);
    v_compare := private.partner_range(v_partnership, p_compare_from, p_compare_to);
  end if;
  return jsonb_build_object('context', v_context, 'earnings',
    private.partner_balance(v_partnership, v_today) || private.partner_range(v_partnership, p_from, p_to)
    || jsonb_build_object('as_of', now(), 'today', v_today, 'compare', v_compare));
end $$;

-- The partnership named by a place, for the lists below; an error when there is none whose earnings I may read.
create function private.named_partnership(p_program text, p_code text)
returns uuid language plpgsql stable set search_path = '' as $$
declare
  v_partnership uuid;
begin
  select l.partnership_id into v_partnership from private.my_places() l
  where l.side = 'partner' and l.program_slug = lower(p_program) and l.partner_code = upper(p_code)
    and l.status in ('active', 'paused', 'ended');
  if v_partnership is null then
    perform private.fail('PT404', 'no earnings here for you', p_program);
  end if;
  return v_partnership;
end $$;

-- A range by code, link or country; a null key is what came without one. A code of a promotion names it, where the
-- partner may still see it.
create function public.partner_breakdown(p_program text, p_code text, p_from date, p_to date, p_by text)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_partnership uuid := private.named_partnership(p_program, p_code);
begin
  perform private.check_range(p_from, p_to);
  if p_by is null or p_by not in ('code', 'link', 'country') then
    perform private.fail('PT422', 'a breakdown is by code, link or country', p_by);
  end if;
  return (
    select jsonb_build_object('rows', coalesce(jsonb_agg(to_jsonb(g)
      || jsonb_build_object('promotion', case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end)
      order by g.accrued_minor desc, g.clicks desc, g.key), '[]'))
    from (
      select k.key, coalesce(max(l.code), k.key) as label, sum(s.clicks) as clicks, sum(s.conversions) as conversions,
        sum(s.revenue_minor) as revenue_minor, sum(s.accrued_minor) as accrued_minor
      from public.partnership_day_sources s
      cross join lateral (select case p_by when 'code' then s.code when 'link' then s.link_id::text else s.country end as key) k
      left join public.links l on p_by = 'link' and l.id = s.link_id
      where s.partnership_id = v_partnership and s.day between p_from and p_to
      group by k.key
    ) g
    left join public.promotion_codes t on p_by = 'code' and t.partnership_id = v_partnership and t.code = g.key
    left join public.promotions m on m.id = t.promotion_id
  );
end $$;

-- Commission lines of a range of accrual days, newest first, paged by key (the last row's occurred_at and id). Planned
-- anew for each call: a page deep in a long list begins at its key only when the plan knows that there is one.
create function public.partner_lines(p_program text, p_code text, p_from date, p_to date, p_state text default null,
  p_after_occurred_at timestamptz default null, p_after_id uuid default null, p_limit integer default 50)
returns jsonb language plpgsql stable set search_path = ''
set plan_cache_mode = force_custom_plan as $$
declare
  v_partnership uuid := private.named_partnership(p_program, p_code);
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 1000);
  v_zone text;
  v_today date;
begin
  perform private.check_range(p_from, p_to);
  if p_state is not null and p_state not in ('pending', 'payable', 'reversed', 'rejected') then
    perform private.fail('PT422', 'unknown state', p_state);
  end if;
  select g.time_zone into v_zone from public.programs g where g.slug = lower(p_program);
  v_today := (now() at time zone v_zone)::date;
  return (
    with page as (
      select l.id, l.kind, l.occurred_at, l.accrual_day as day, l.order_ref, l.country, l.code, l.link_id, l.base_minor,
        l.amount_minor, l.currency, l.rule_kind, l.rate_bps, l.flat_minor, l.rule_version, l.final_on,
        private.line_state(l.kind, l.final_on, v_today, c.status, c.amount_minor, c.refunded_minor) as state,
        case when c.status = 'rejected' then c.reject_reason when l.kind = 'reversal' then a.kind::text end as reason
      from public.commission_lines l
      join public.conversions c on c.id = l.conversion_id
      left join public.adjustments a on a.id = l.adjustment_id
      where l.partnership_id = v_partnership
        -- Accrual days are what counts; their instants let the index find them.
        and l.accrual_day between p_from and p_to
        and l.occurred_at >= private.day_start(p_from, v_zone) and l.occurred_at < private.day_start(p_to + 1, v_zone)
        and (p_after_occurred_at is null or (l.occurred_at, l.id) < (p_after_occurred_at, p_after_id))
        and (p_state is null or p_state = private.line_state(l.kind, l.final_on, v_today, c.status, c.amount_minor, c.refunded_minor))
      order by l.occurred_at desc, l.id desc
      limit v_limit + 1
    ), numbered as (
      select p.*, row_number() over (order by p.occurred_at desc, p.id desc) as at,
        case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end as promotion
      from page p
      left join public.promotion_codes t on t.partnership_id = v_partnership and t.code = p.code
      left join public.promotions m on m.id = t.promotion_id
    )
    select jsonb_build_object(
      'rows', coalesce(jsonb_agg(to_jsonb(n) - 'at' order by n.at) filter (where n.at <= v_limit), '[]'),
      'next', case when count(*) > v_limit then (
        select jsonb_build_object('occurred_at', x.occurred_at, 'id', x.id) from numbered x where x.at = v_limit) end)
    from numbered n
  );
end $$;

-- NOTE withheld: every function from anon.
grant execute on function private.my_places, private.earning_partnership, private.context_today, private.partner_balance,
  private.partner_range, private.check_range, private.named_partnership, private.day_start to authenticated;
grant execute on function public.my_context, public.partner_home, public.partner_earnings, public.partner_breakdown,
  public.partner_lines to authenticated;

comment on function public.my_context is 'Me, my places, and the place asked for.';
comment on function public.partner_home is 'Home of a partnership: balance, month against last, 28 days, default link, what ends soon.';
comment on function public.partner_earnings is 'Earnings of a partnership by day over a range, with a range to compare.';
comment on function public.partner_breakdown is 'Earnings of a range by code, link or country.';
comment on function public.partner_lines is 'Commission lines of a range with state and reason, paged by key.';
