-- The zone: how a program's days are moved to another time zone, in the insights' domain.
--
-- What a day is hangs on the zone: an order of half past eleven in London is tomorrow's in Berlin. A change therefore
-- moves facts to other days, and with them the sums of the rollups. That is counted out first, in steps short enough for
-- the API, into working tables that nobody reads; the last step then does all of it in one transaction: readers see the
-- old days or the new ones, and never both. A step that dies is done again, a tab that closes leaves a change which any
-- owner goes on with, or gives up. Amounts, states and instants stay as they are; only days and the dates that follow
-- from them (accrual, the day money becomes final) move, as if the program had always been in its new zone.
--
-- While days are counted no order is booked and no conversion reviewed (PT409); visits are counted all the time, and
-- those that came meanwhile are moved in the last step. A change that nobody went on with for fifteen minutes gives
-- way to the next import.

create table private.zone_changes (
  program_id uuid primary key references public.programs on delete restrict,
  zone text not null,
  phase text not null default 'orders' constraint phase_is_known check (phase in ('orders', 'clicks', 'ready')),
  -- Orders up to here are counted out.
  after_conversion uuid,
  -- Clicks before here are counted out; those from `clicks_until` on are for the last step.
  after_click timestamptz not null,
  clicks_from timestamptz not null,
  clicks_until timestamptz not null,
  orders_done bigint not null default 0,
  orders_total bigint not null,
  -- Only ever true within the transaction of the last step.
  is_moving boolean not null default false,
  started_by uuid references auth.users on delete set null,
  started_at timestamptz not null default now(),
  touched_at timestamptz not null default now()
);
create index zone_changes_started_by on private.zone_changes (started_by);

-- Facts that come to another day.
create table private.zone_moves (
  program_id uuid not null references public.programs on delete restrict,
  fact text not null constraint fact_is_known check (fact in ('conversion', 'adjustment', 'line')),
  id uuid not null,
  accrual_day date not null,
  final_on date,
  primary key (program_id, fact, id)
);

-- What they take from one day and bring to another, step by step.
create table private.zone_sums (
  program_id uuid not null references public.programs on delete restrict,
  change private.change not null
);
create index zone_sums_program on private.zone_sums (program_id);

alter table private.zone_changes enable row level security;
alter table private.zone_moves enable row level security;
alter table private.zone_sums enable row level security;

-- Counting -----------------------------------------------------------------------------------------------------

-- Whether the days of facts may move: in the last step of a change of zone.
create function private.is_moving_days(p_program uuid)
returns boolean language sql stable set search_path = '' as $$
  select exists (select 1 from private.zone_changes z where z.program_id = p_program and z.is_moving)
$$;

create function private.forget_zone_change(p_program uuid)
returns void language plpgsql set search_path = '' as $$
begin
  delete from private.zone_moves m where m.program_id = p_program;
  delete from private.zone_sums s where s.program_id = p_program;
  delete from private.zone_changes z where z.program_id = p_program;
end $$;

-- For what books facts: refuses while days are counted, and takes a change away that nobody goes on with. Shared with
-- others who book, exclusive against the steps. Definer: who changes a zone is for nobody to read.
create function private.keep_days(p_program uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_change private.zone_changes;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('days:' || p_program, 0));
  select z.* into v_change from private.zone_changes z where z.program_id = p_program;
  if v_change.program_id is null then
    return;
  end if;
  if v_change.touched_at > now() - interval '15 minutes' then
    perform private.fail('PT409', 'the program''s days are being moved to another time zone', v_change.zone);
  end if;
  perform private.forget_zone_change(p_program);
end $$;

-- One move of sums from a day to another, as two changes of the rollups.
create function private.note_sums(p_program uuid, p_changes private.change[])
returns void language sql set search_path = '' as $$
  insert into private.zone_sums (program_id, change) select p_program, c::private.change from unnest(p_changes) c
$$;

-- Orders of the program in the order of their ids, and everything that hangs on them. Answers the last id; null at the end.
create function private.count_orders(p_change private.zone_changes, p_most integer)
returns uuid language plpgsql set search_path = '' as $$
declare
  v_last uuid;
  v_orders integer;
begin
  drop table if exists pg_temp.moving_orders, pg_temp.moving_facts;
  create temporary table moving_orders on commit drop as
    select c.id, c.partnership_id, p.partner_type, c.link_id, coalesce(c.promotion_code, c.partner_code) as code, c.country, c.status,
      c.amount_minor, c.is_new_customer, c.accrual_day as from_day, (c.occurred_at at time zone p_change.zone)::date as to_day
    from public.conversions c
    left join public.partnerships p on p.id = c.partnership_id
    where c.program_id = p_change.program_id and (p_change.after_conversion is null or c.id > p_change.after_conversion)
    order by c.id limit p_most;
  select max(o.id::text)::uuid, count(*) into v_last, v_orders from pg_temp.moving_orders o;
  create temporary table moving_facts on commit drop as
    select 'conversion' as fact, o.id, o.partnership_id, o.partner_type, o.link_id, o.code, o.country, o.from_day, o.to_day,
      null::date as from_final, null::date as to_final, 0::bigint as accrued_minor,
      case when o.status <> 'rejected' then o.amount_minor else 0 end as revenue_minor,
      case when o.status <> 'rejected' then 1 else 0 end as conversions,
      case when o.status <> 'rejected' then o.is_new_customer::integer else 0 end as new_customers
    from pg_temp.moving_orders o
    union all
    select 'adjustment', a.id, o.partnership_id, o.partner_type, o.link_id, o.code, o.country, a.accrual_day,
      (a.occurred_at at time zone p_change.zone)::date, null, null, 0, case when o.status <> 'rejected' then a.amount_minor else 0 end, 0, 0
    from pg_temp.moving_orders o
    join public.adjustments a on a.program_id = p_change.program_id and a.conversion_id = o.id
    union all
    -- A line becomes final as many days after its own as it was booked with; what is given back, with its original.
    select 'line', l.id, l.partnership_id, o.partner_type, l.link_id, l.code, l.country, l.accrual_day, d.day,
      l.final_on, greatest(o.to_day + (b.final_on - b.accrual_day), d.day), l.amount_minor, 0, 0, 0
    from pg_temp.moving_orders o
    join public.commission_lines b on b.program_id = p_change.program_id and b.conversion_id = o.id and b.kind = 'commission'
    join public.commission_lines l on l.program_id = p_change.program_id and l.conversion_id = o.id
    cross join lateral (select (l.occurred_at at time zone p_change.zone)::date as day) d;
  delete from pg_temp.moving_facts f where f.from_day = f.to_day and f.from_final is not distinct from f.to_final;
  insert into private.zone_moves (program_id, fact, id, accrual_day, final_on)
  select p_change.program_id, f.fact, f.id, f.to_day, f.to_final from pg_temp.moving_facts f;
  perform private.note_sums(p_change.program_id, array_agg(g.change))
  from (
    select row(p_change.program_id, f.partnership_id, f.partner_type, s.day, f.link_id, f.code, f.country,
      sum(s.way * f.accrued_minor), sum(s.way * f.accrued_minor), s.final_on, sum(s.way * f.revenue_minor), sum(s.way * f.conversions), 0,
      sum(s.way * f.new_customers))::private.change as change
    from pg_temp.moving_facts f
    cross join lateral (values (-1, f.from_day, f.from_final), (1, f.to_day, f.to_final)) s (way, day, final_on)
    group by f.partnership_id, f.partner_type, s.day, f.link_id, f.code, f.country, s.final_on
  ) g
  having count(*) > 0;
  drop table pg_temp.moving_orders, pg_temp.moving_facts;
  return case when v_orders = p_most then v_last end;
end $$;

create function private.count_clicks(p_change private.zone_changes, p_from timestamptz, p_to timestamptz, p_zone text)
returns void language plpgsql set search_path = '' as $$
begin
  perform private.note_sums(p_change.program_id, array_agg(g.change))
  from (
    select row(p_change.program_id, k.partnership_id, p.partner_type, s.day, k.link_id, null, k.country, 0, 0, null, 0, 0,
      sum(s.way * k.n), 0)::private.change as change
    from (
      select c.partnership_id, c.link_id, c.country, (c.clicked_at at time zone p_zone)::date as from_day,
        (c.clicked_at at time zone p_change.zone)::date as to_day, count(*) as n
      from public.clicks c
      where c.program_id = p_change.program_id and c.clicked_at >= p_from and c.clicked_at < p_to
      group by 1, 2, 3, 4, 5
    ) k
    join public.partnerships p on p.id = k.partnership_id
    cross join lateral (values (-1, k.from_day), (1, k.to_day)) s (way, day)
    where k.from_day <> k.to_day
    group by k.partnership_id, p.partner_type, s.day, k.link_id, k.country
  ) g
  having count(*) > 0;
end $$;

-- The last step: facts, rollups, partnerships and the program itself, together.
create function private.move_days(p_change private.zone_changes, p_zone text)
returns void language plpgsql set search_path = '' as $$
declare
  v_program uuid := p_change.program_id;
begin
  perform pg_advisory_xact_lock(hashtextextended('visits:' || v_program, 0));
  perform private.count_clicks(p_change, p_change.clicks_until, 'infinity', p_zone);
  update private.zone_changes z set is_moving = true where z.program_id = v_program;
  update public.conversions c set accrual_day = m.accrual_day
  from private.zone_moves m where m.program_id = v_program and m.fact = 'conversion' and c.id = m.id;
  update public.adjustments a set accrual_day = m.accrual_day
  from private.zone_moves m where m.program_id = v_program and m.fact = 'adjustment' and a.id = m.id;
  update public.commission_lines l set accrual_day = m.accrual_day, final_on = m.final_on
  from private.zone_moves m where m.program_id = v_program and m.fact = 'line' and l.id = m.id;
  perform private.add_changes(array_agg(g.change))
  from (
    select row(v_program, (s.change).partnership_id, (s.change).partner_type, (s.change).day, (s.change).link_id, (s.change).code,
      (s.change).country, sum((s.change).accrued_minor), sum((s.change).maturing_minor), (s.change).maturing_on,
      sum((s.change).revenue_minor), sum((s.change).conversions), sum((s.change).clicks), sum((s.change).new_customers))::private.change as change
    from private.zone_sums s where s.program_id = v_program
    group by (s.change).partnership_id, (s.change).partner_type, (s.change).day, (s.change).link_id, (s.change).code,
      (s.change).country, (s.change).maturing_on
  ) g;
  -- Days that everything has left.
  delete from public.partnership_days d where d.program_id = v_program
    and (d.accrued_minor, d.maturing_minor, d.revenue_minor, d.conversions, d.clicks, d.new_customers) = (0, 0, 0, 0, 0, 0);
  delete from public.partnership_day_sources d where d.program_id = v_program
    and (d.accrued_minor, d.revenue_minor, d.conversions, d.clicks) = (0, 0, 0, 0);
  delete from public.program_days d where d.program_id = v_program
    and (d.commission_minor, d.maturing_minor, d.revenue_minor, d.conversions, d.clicks, d.new_customers) = (0, 0, 0, 0, 0, 0);
  delete from public.program_months d where d.program_id = v_program
    and (d.accrued_minor, d.maturing_minor, d.revenue_minor, d.conversions, d.clicks, d.new_customers) = (0, 0, 0, 0, 0, 0);
  update public.partnerships p set joined_on = (p.created_at at time zone p_change.zone)::date
  where p.program_id = v_program and p.joined_on <> (p.created_at at time zone p_change.zone)::date;
  update public.programs g set time_zone = p_change.zone where g.id = v_program;
  perform private.forget_zone_change(v_program);
end $$;

-- Functions ----------------------------------------------------------------------------------------------------

-- Definer, all that follow: the working tables are nobody's to read; each begins with the owner's live rights.

-- How far a change is; null when there is none.
create function private.describe_zone_change(p_program uuid)
returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('zone', z.zone, 'phase', z.phase, 'orders_done', z.orders_done, 'orders_total', z.orders_total,
    'started_at', z.started_at, 'touched_at', z.touched_at, 'started_by', private.staff_name(z.program_id, z.started_by))
  from private.zone_changes z where z.program_id = p_program
$$;

create function private.zone_answer(p_program uuid)
returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('time_zone', g.time_zone, 'zone_change', private.describe_zone_change(g.id))
  from public.programs g where g.id = p_program
$$;

create function private.make_zone_change(p_program uuid, p_zone text, p_by uuid)
returns void language plpgsql set search_path = '' as $$
declare
  v_first timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('days:' || p_program, 0));
  if private.is_zone(p_zone) is not true then
    perform private.fail('PT422', 'unknown time zone', p_zone);
  end if;
  perform private.forget_zone_change(p_program);
  select min(d.day)::timestamp at time zone 'UTC' - interval '2 days' into v_first from public.program_days d where d.program_id = p_program;
  -- Visits are stored at once; five minutes are many times what one that is on its way may take.
  insert into private.zone_changes (program_id, zone, after_click, clicks_from, clicks_until, orders_total, started_by)
  select p_program, p_zone, coalesce(v_first, u.clicks_until), coalesce(v_first, u.clicks_until), u.clicks_until,
    (select coalesce(sum(t.events), 0) from public.program_event_totals t
     where t.program_id = p_program and t.status = 'applied' and t.kind not in ('refund', 'chargeback')), p_by
  from (select now() - interval '5 minutes' as clicks_until) u;
end $$;

-- Begins to move the days to a zone. The zone that stands needs nothing; the one being moved to goes on.
create function private.begin_zone_change(p_program text, p_zone text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner');
  v_change private.zone_changes;
begin
  select z.* into v_change from private.zone_changes z where z.program_id = v_program;
  if v_change.zone is not null and v_change.zone is distinct from p_zone and v_change.touched_at > now() - interval '1 minute' then
    perform private.fail('PT409', 'somebody else is changing the time zone', v_change.zone);
  end if;
  if v_change.zone is distinct from p_zone and p_zone is distinct from (select g.time_zone from public.programs g where g.id = v_program) then
    perform private.make_zone_change(v_program, p_zone, (select auth.uid()));
  end if;
  return private.zone_answer(v_program);
end $$;

-- One step of a change, for about as long as said; the one after the last count moves everything.
create function private.step_zone(p_program uuid, p_for interval)
returns void language plpgsql set search_path = '' as $$
declare
  v_change private.zone_changes;
  v_until timestamptz := clock_timestamp() + p_for;
  v_zone text;
  v_month timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('days:' || p_program, 0));
  select z.* into v_change from private.zone_changes z where z.program_id = p_program;
  -- Not against the keys that point to it: visits go on.
  select g.time_zone into v_zone from public.programs g where g.id = p_program for no key update;
  if v_change.phase = 'ready' then
    perform private.move_days(v_change, v_zone);
    return;
  end if;
  while v_change.phase <> 'ready' and clock_timestamp() < v_until loop
    if v_change.phase = 'orders' then
      v_change.after_conversion := private.count_orders(v_change, 5000);
      v_change.orders_done := least(v_change.orders_done + 5000, v_change.orders_total);
      v_change.phase := case when v_change.after_conversion is null then 'clicks' else 'orders' end;
    else
      v_month := least(v_change.after_click + interval '31 days', v_change.clicks_until);
      perform private.count_clicks(v_change, v_change.after_click, v_month, v_zone);
      v_change.after_click := v_month;
      v_change.phase := case when v_month >= v_change.clicks_until then 'ready' else 'clicks' end;
    end if;
  end loop;
  update private.zone_changes z
  set phase = v_change.phase, after_conversion = v_change.after_conversion, after_click = v_change.after_click,
    orders_done = v_change.orders_done, touched_at = now()
  where z.program_id = p_program;
end $$;

-- The next step, of about a second and a half. More moves than the API's time allows for in one go are left to who holds
-- the database: private.change_zone has all the time it needs.
create function private.step_zone_change(p_program text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner');
begin
  -- The last step's answer was lost, or somebody gave it up: the zone that stands tells which.
  if not exists (select 1 from private.zone_changes z where z.program_id = v_program) then
    return private.zone_answer(v_program);
  end if;
  if (select count(*) from private.zone_moves m where m.program_id = v_program)
    + (select count(*) from private.zone_sums s where s.program_id = v_program) > 150000 then
    perform private.forget_zone_change(v_program);
    return private.zone_answer(v_program) || jsonb_build_object('is_too_large', true);
  end if;
  perform private.step_zone(v_program, interval '1.5 seconds');
  return private.zone_answer(v_program);
end $$;

create function private.cancel_zone_change(p_program text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner');
begin
  perform pg_advisory_xact_lock(hashtextextended('days:' || v_program, 0));
  perform private.forget_zone_change(v_program);
  return private.zone_answer(v_program);
end $$;

-- The whole change in one call, for who holds the database; no limit of size.
create function private.change_zone(p_program text, p_zone text)
returns void language plpgsql set search_path = '' as $$
declare
  v_program uuid := (select g.id from public.programs g where g.slug = lower(p_program));
begin
  if v_program is null then
    perform private.fail('PT404', 'no such program', p_program);
  end if;
  perform private.make_zone_change(v_program, p_zone, null);
  while exists (select 1 from private.zone_changes z where z.program_id = v_program) loop
    perform private.step_zone(v_program, interval '1 hour');
  end loop;
end $$;

create function public.begin_zone_change(p_program text, p_zone text)
returns jsonb language sql set search_path = '' as $$ select private.begin_zone_change(p_program, p_zone) $$;
-- Hosted APIs take a function's own limit over before they call it; the local one keeps its eight seconds.
create function public.step_zone_change(p_program text)
returns jsonb language sql set search_path = '' set statement_timeout = '60s' as $$ select private.step_zone_change(p_program) $$;
create function public.cancel_zone_change(p_program text)
returns jsonb language sql set search_path = '' as $$ select private.cancel_zone_change(p_program) $$;

grant execute on function private.begin_zone_change, private.step_zone_change, private.cancel_zone_change,
  public.begin_zone_change, public.step_zone_change, public.cancel_zone_change to authenticated;

comment on function public.begin_zone_change is 'Begins to move a program''s days to another time zone; owners.';
comment on function public.step_zone_change is 'Goes on with it; answers how far it is. The last step moves everything at once; owners.';
comment on function public.cancel_zone_change is 'Gives it up; nothing has changed until the last step; owners.';
comment on function private.change_zone is 'Changes a program''s time zone at once, however large it is; SQL only.';
