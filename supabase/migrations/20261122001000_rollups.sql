-- Rollups, in the insights' domain: the sums that every dashboard reads.
--
-- They are written in the transaction of the fact, set-based, by statement triggers: what was acknowledged is in
-- the next read, and sum (rollup) = sum (raw) always. Nobody writes them but these triggers and the rebuild. Days
-- are the program's. Upserts go in key order, so that two transactions cannot deadlock. A rejected conversion counts
-- in no revenue; its commission is taken back by a line of its own day. Sums stay where a number of JSON keeps every
-- digit: what would lead beyond is refused with the fact.
--
--   partnership_days          accrued by accrual day, maturing by the day it becomes final, revenue, clicks, …
--   partnership_day_sources   the same by link, code and country
--   program_days              by partner type; null is organic
--   program_months            per partnership, for leaderboards and for balances without reading every day
--   program_event_totals      events by kind, fate and reason

create table public.partnership_days (
  partnership_id uuid not null references public.partnerships on delete restrict,
  program_id uuid not null references public.programs on delete restrict,
  day date not null,
  accrued_minor bigint not null default 0,
  maturing_minor bigint not null default 0,
  revenue_minor bigint not null default 0,
  conversions integer not null default 0,
  clicks integer not null default 0,
  new_customers integer not null default 0,
  constraint sums_are_safe check (
    accrued_minor between -9007199254740991 and 9007199254740991
    and maturing_minor between -9007199254740991 and 9007199254740991
    and revenue_minor between -9007199254740991 and 9007199254740991
  ),
  primary key (partnership_id, day) include (program_id, accrued_minor, maturing_minor, revenue_minor, conversions, clicks, new_customers)
);
create index partnership_days_program on public.partnership_days (program_id, day);

create table public.partnership_day_sources (
  partnership_id uuid not null references public.partnerships on delete restrict,
  program_id uuid not null references public.programs on delete restrict,
  day date not null,
  link_id uuid references public.links on delete restrict,
  code text,
  country text,
  accrued_minor bigint not null default 0,
  revenue_minor bigint not null default 0,
  conversions integer not null default 0,
  clicks integer not null default 0,
  constraint sums_are_safe check (
    accrued_minor between -9007199254740991 and 9007199254740991
    and revenue_minor between -9007199254740991 and 9007199254740991
  ),
  unique nulls not distinct (partnership_id, day, link_id, code, country)
);
create index partnership_day_sources_program on public.partnership_day_sources (program_id, day);
create index partnership_day_sources_link on public.partnership_day_sources (link_id);

create table public.program_days (
  program_id uuid not null references public.programs on delete restrict,
  day date not null,
  partner_type public.partner_type,
  revenue_minor bigint not null default 0,
  commission_minor bigint not null default 0,
  maturing_minor bigint not null default 0,
  conversions integer not null default 0,
  clicks integer not null default 0,
  new_customers integer not null default 0,
  constraint sums_are_safe check (
    revenue_minor between -9007199254740991 and 9007199254740991
    and commission_minor between -9007199254740991 and 9007199254740991
    and maturing_minor between -9007199254740991 and 9007199254740991
  ),
  unique nulls not distinct (program_id, day, partner_type)
);

create table public.program_months (
  program_id uuid not null references public.programs on delete restrict,
  month date not null,
  partnership_id uuid not null references public.partnerships on delete restrict,
  revenue_minor bigint not null default 0,
  accrued_minor bigint not null default 0,
  maturing_minor bigint not null default 0,
  conversions integer not null default 0,
  clicks integer not null default 0,
  new_customers integer not null default 0,
  constraint sums_are_safe check (
    revenue_minor between -9007199254740991 and 9007199254740991
    and accrued_minor between -9007199254740991 and 9007199254740991
    and maturing_minor between -9007199254740991 and 9007199254740991
  ),
  primary key (partnership_id, month) include (program_id, maturing_minor)
);
-- For the program's key and the policy; the orders by a figure leave out who did nothing.
create index program_months_program on public.program_months (program_id);
create index program_months_revenue on public.program_months (program_id, month, revenue_minor, partnership_id) where revenue_minor <> 0;

create table public.program_event_totals (
  program_id uuid not null references public.programs on delete restrict,
  kind public.event_kind not null,
  status public.event_status not null,
  reason text,
  events bigint not null default 0,
  amount_minor bigint not null default 0,
  constraint sums_are_safe check (
    amount_minor between -9007199254740991 and 9007199254740991
  ),
  unique nulls not distinct (program_id, kind, status, reason)
);

-- A dashboard reads these by their index alone, as long as the pages it finds are known to be visible to everybody;
-- vacuum says so. At its usual fifth of a table, a busy program's last weeks would be read row by row.
alter table public.partnership_days set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
alter table public.program_months set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

-- What a fact changes in the rollups, in one shape for all of them.
create type private.change as (
  program_id uuid, partnership_id uuid, partner_type public.partner_type, day date, link_id uuid, code text, country text,
  accrued_minor bigint, maturing_minor bigint, maturing_on date, revenue_minor bigint, conversions integer, clicks integer,
  new_customers integer
);

-- Writing ------------------------------------------------------------------------------------------------------

-- Adds changes to partnership_days and program_months. A line counts twice: accrued on its day, maturing on the day
-- it becomes final.
create function private.add_to_partnerships(p_changes private.change[])
returns void language plpgsql set search_path = '' as $$
begin
  insert into public.partnership_days as d (partnership_id, program_id, day, accrued_minor, maturing_minor, revenue_minor,
    conversions, clicks, new_customers)
  select f.partnership_id, f.program_id, f.day, sum(f.accrued_minor), sum(f.maturing_minor), sum(f.revenue_minor),
    sum(f.conversions), sum(f.clicks), sum(f.new_customers)
  from (
    select c.partnership_id, c.program_id, c.day, c.accrued_minor, 0 as maturing_minor, c.revenue_minor, c.conversions, c.clicks, c.new_customers
    from unnest(p_changes) c where c.partnership_id is not null
    union all
    select c.partnership_id, c.program_id, c.maturing_on, 0, c.maturing_minor, 0, 0, 0, 0
    from unnest(p_changes) c where c.partnership_id is not null and c.maturing_on is not null
  ) f
  group by f.partnership_id, f.program_id, f.day
  order by f.partnership_id, f.day
  on conflict (partnership_id, day) do update set
    accrued_minor = d.accrued_minor + excluded.accrued_minor, maturing_minor = d.maturing_minor + excluded.maturing_minor,
    revenue_minor = d.revenue_minor + excluded.revenue_minor, conversions = d.conversions + excluded.conversions,
    clicks = d.clicks + excluded.clicks, new_customers = d.new_customers + excluded.new_customers;

  insert into public.program_months as m (program_id, month, partnership_id, revenue_minor, accrued_minor, maturing_minor,
    conversions, clicks, new_customers)
  select f.program_id, f.month, f.partnership_id, sum(f.revenue_minor), sum(f.accrued_minor), sum(f.maturing_minor),
    sum(f.conversions), sum(f.clicks), sum(f.new_customers)
  from (
    select c.program_id, date_trunc('month', c.day)::date as month, c.partnership_id, c.revenue_minor, c.accrued_minor,
      0 as maturing_minor, c.conversions, c.clicks, c.new_customers
    from unnest(p_changes) c where c.partnership_id is not null
    union all
    select c.program_id, date_trunc('month', c.maturing_on)::date, c.partnership_id, 0, 0, c.maturing_minor, 0, 0, 0
    from unnest(p_changes) c where c.partnership_id is not null and c.maturing_on is not null
  ) f
  group by f.program_id, f.month, f.partnership_id
  order by f.partnership_id, f.month
  on conflict (partnership_id, month) do update set
    revenue_minor = m.revenue_minor + excluded.revenue_minor, accrued_minor = m.accrued_minor + excluded.accrued_minor,
    maturing_minor = m.maturing_minor + excluded.maturing_minor, conversions = m.conversions + excluded.conversions,
    clicks = m.clicks + excluded.clicks, new_customers = m.new_customers + excluded.new_customers;
end $$;

create function private.add_to_sources(p_changes private.change[])
returns void language plpgsql set search_path = '' as $$
begin
  insert into public.partnership_day_sources as s (partnership_id, program_id, day, link_id, code, country, accrued_minor,
    revenue_minor, conversions, clicks)
  select c.partnership_id, c.program_id, c.day, c.link_id, c.code, c.country, sum(c.accrued_minor), sum(c.revenue_minor),
    sum(c.conversions), sum(c.clicks)
  from unnest(p_changes) c
  where c.partnership_id is not null
  group by c.partnership_id, c.program_id, c.day, c.link_id, c.code, c.country
  order by c.partnership_id, c.day, c.link_id, c.code, c.country
  on conflict (partnership_id, day, link_id, code, country) do update set
    accrued_minor = s.accrued_minor + excluded.accrued_minor, revenue_minor = s.revenue_minor + excluded.revenue_minor,
    conversions = s.conversions + excluded.conversions, clicks = s.clicks + excluded.clicks;
end $$;

create function private.add_to_program(p_changes private.change[])
returns void language plpgsql set search_path = '' as $$
begin
  insert into public.program_days as d (program_id, day, partner_type, revenue_minor, commission_minor, maturing_minor,
    conversions, clicks, new_customers)
  select f.program_id, f.day, f.partner_type, sum(f.revenue_minor), sum(f.commission_minor), sum(f.maturing_minor),
    sum(f.conversions), sum(f.clicks), sum(f.new_customers)
  from (
    select c.program_id, c.day, c.partner_type, c.revenue_minor, c.accrued_minor as commission_minor, 0 as maturing_minor,
      c.conversions, c.clicks, c.new_customers
    from unnest(p_changes) c
    union all
    select c.program_id, c.maturing_on, c.partner_type, 0, 0, c.maturing_minor, 0, 0, 0
    from unnest(p_changes) c where c.maturing_on is not null
  ) f
  group by f.program_id, f.day, f.partner_type
  order by f.program_id, f.day, f.partner_type
  on conflict (program_id, day, partner_type) do update set
    revenue_minor = d.revenue_minor + excluded.revenue_minor, commission_minor = d.commission_minor + excluded.commission_minor,
    maturing_minor = d.maturing_minor + excluded.maturing_minor, conversions = d.conversions + excluded.conversions,
    clicks = d.clicks + excluded.clicks, new_customers = d.new_customers + excluded.new_customers;
end $$;

create function private.add_changes(p_changes private.change[])
returns void language plpgsql set search_path = '' as $$
begin
  if p_changes is null then
    return;
  end if;
  perform private.add_to_partnerships(p_changes);
  perform private.add_to_standings(p_changes);
  perform private.add_to_sources(p_changes);
  perform private.add_to_program(p_changes);
end $$;

-- Triggers: each turns its new rows into changes, summed before they are handed over. ---------------------------

create function private.roll_up_conversions()
returns trigger language plpgsql set search_path = '' as $$
begin
  perform private.add_changes(array_agg(g.change))
  from (
    select row(n.program_id, n.partnership_id, p.partner_type, n.accrual_day, n.link_id, coalesce(n.promotion_code, n.partner_code),
      n.country, 0, 0, null, sum(n.amount_minor), count(*), 0, count(*) filter (where n.is_new_customer))::private.change as change
    from new_rows n
    left join public.partnerships p on p.id = n.partnership_id
    group by n.program_id, n.partnership_id, p.partner_type, n.accrual_day, n.link_id, coalesce(n.promotion_code, n.partner_code), n.country
  ) g;
  return null;
end $$;
create trigger c_roll_up after insert on public.conversions
  referencing new table as new_rows for each statement execute function private.roll_up_conversions();

-- A rejection takes the order and what was given back of it out of the revenue of their days.
create function private.roll_up_rejections()
returns trigger language plpgsql set search_path = '' as $$
begin
  perform private.add_changes(array_agg(g.change))
  from (
    select row(n.program_id, n.partnership_id, p.partner_type, f.day, n.link_id, coalesce(n.promotion_code, n.partner_code),
      n.country, 0, 0, null, f.revenue_minor, f.conversions, 0, f.new_customers)::private.change as change
    from new_rows n
    join old_rows o on o.id = n.id and o.status <> 'rejected'
    left join public.partnerships p on p.id = n.partnership_id
    cross join lateral (
      select n.accrual_day as day, -n.amount_minor as revenue_minor, -1 as conversions, -n.is_new_customer::integer as new_customers
      union all
      select a.accrual_day, -a.amount_minor, 0, 0 from public.adjustments a where a.conversion_id = n.id
    ) f
    where n.status = 'rejected'
  ) g;
  return null;
end $$;
create trigger c_roll_up_rejections after update on public.conversions
  referencing old table as old_rows new table as new_rows for each statement execute function private.roll_up_rejections();

create function private.roll_up_adjustments()
returns trigger language plpgsql set search_path = '' as $$
begin
  perform private.add_changes(array_agg(g.change))
  from (
    select row(n.program_id, n.partnership_id, p.partner_type, n.accrual_day, c.link_id, coalesce(c.promotion_code, c.partner_code),
      c.country, 0, 0, null, sum(n.amount_minor), 0, 0, 0)::private.change as change
    from new_rows n
    join public.conversions c on c.id = n.conversion_id and c.status <> 'rejected'
    left join public.partnerships p on p.id = n.partnership_id
    group by n.program_id, n.partnership_id, p.partner_type, n.accrual_day, c.link_id, coalesce(c.promotion_code, c.partner_code), c.country
  ) g;
  return null;
end $$;
create trigger c_roll_up after insert on public.adjustments
  referencing new table as new_rows for each statement execute function private.roll_up_adjustments();

create function private.roll_up_lines()
returns trigger language plpgsql set search_path = '' as $$
begin
  perform private.add_changes(array_agg(g.change))
  from (
    select row(n.program_id, n.partnership_id, p.partner_type, n.accrual_day, n.link_id, n.code, n.country, sum(n.amount_minor),
      sum(n.amount_minor), n.final_on, 0, 0, 0, 0)::private.change as change
    from new_rows n
    join public.partnerships p on p.id = n.partnership_id
    group by n.program_id, n.partnership_id, p.partner_type, n.accrual_day, n.final_on, n.link_id, n.code, n.country
  ) g;
  return null;
end $$;
create trigger c_roll_up after insert on public.commission_lines
  referencing new table as new_rows for each statement execute function private.roll_up_lines();

-- Definer: clicks are recorded by functions with few rights.
create function private.roll_up_clicks()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform private.add_changes(array_agg(g.change))
  from (
    select row(n.program_id, n.partnership_id, p.partner_type, (n.clicked_at at time zone g.time_zone)::date, n.link_id, null,
      n.country, 0, 0, null, 0, 0, count(*), 0)::private.change as change
    from new_rows n
    join public.partnerships p on p.id = n.partnership_id
    join public.programs g on g.id = n.program_id
    group by n.program_id, n.partnership_id, p.partner_type, (n.clicked_at at time zone g.time_zone)::date, n.link_id, n.country
  ) g;
  return null;
end $$;
create trigger c_roll_up after insert on public.clicks
  referencing new table as new_rows for each statement execute function private.roll_up_clicks();

create function private.total_events()
returns trigger language plpgsql set search_path = '' as $$
begin
  insert into public.program_event_totals as t (program_id, kind, status, reason, events, amount_minor)
  select n.program_id, n.kind, n.status, n.reason, count(*), sum(n.amount_minor)
  from new_rows n
  group by n.program_id, n.kind, n.status, n.reason
  order by n.program_id, n.kind, n.status, n.reason
  on conflict (program_id, kind, status, reason) do update set
    events = t.events + excluded.events, amount_minor = t.amount_minor + excluded.amount_minor;
  return null;
end $$;
create trigger c_total after insert on public.conversion_events
  referencing new table as new_rows for each statement execute function private.total_events();

create function private.retotal_events()
returns trigger language plpgsql set search_path = '' as $$
begin
  insert into public.program_event_totals as t (program_id, kind, status, reason, events, amount_minor)
  select r.program_id, r.kind, r.status, r.reason, sum(r.change), sum(r.change * r.amount_minor)
  from (
    select n.program_id, n.kind, n.status, n.reason, n.amount_minor, 1 as change from new_rows n
    union all
    select o.program_id, o.kind, o.status, o.reason, o.amount_minor, -1 from old_rows o
  ) r
  group by r.program_id, r.kind, r.status, r.reason
  having sum(r.change) <> 0 or sum(r.change * r.amount_minor) <> 0
  order by r.program_id, r.kind, r.status, r.reason
  on conflict (program_id, kind, status, reason) do update set
    events = t.events + excluded.events, amount_minor = t.amount_minor + excluded.amount_minor;
  return null;
end $$;
create trigger c_retotal after update on public.conversion_events
  referencing old table as old_rows new table as new_rows for each statement execute function private.retotal_events();

-- Rights: partners read what is theirs, staff what is their program's; nobody writes. ----------------------------

alter table public.partnership_days enable row level security;
alter table public.partnership_day_sources enable row level security;
alter table public.program_days enable row level security;
alter table public.program_months enable row level security;
alter table public.program_event_totals enable row level security;

create policy read on public.partnership_days for select to authenticated
  using (
    partnership_id = any (array(select private.my_partnership_ids()))
    or program_id = any (array(select private.my_program_ids()))
  );
create policy read on public.partnership_day_sources for select to authenticated
  using (
    partnership_id = any (array(select private.my_partnership_ids()))
    or program_id = any (array(select private.my_program_ids()))
  );
create policy read on public.program_days for select to authenticated
  using (program_id = any (array(select private.my_program_ids())));
create policy read on public.program_months for select to authenticated
  using (
    partnership_id = any (array(select private.my_partnership_ids()))
    or program_id = any (array(select private.my_program_ids()))
  );
create policy read on public.program_event_totals for select to authenticated
  using (program_id = any (array(select private.my_program_ids())));

revoke all on public.partnership_days, public.partnership_day_sources, public.program_days, public.program_months,
  public.program_event_totals from anon, authenticated, service_role, public;
-- NOTE withheld: every write; rollups follow from facts alone.
grant select on public.partnership_days, public.partnership_day_sources, public.program_days, public.program_months,
  public.program_event_totals to authenticated;

comment on table public.partnership_days is 'A partnership''s day: accrued, maturing, revenue, conversions, clicks, new customers.';
comment on table public.partnership_day_sources is 'A partnership''s day by link, code and country.';
comment on table public.program_days is 'A program''s day by partner type; a null type is organic.';
comment on table public.program_months is 'A partnership''s month in its program.';
comment on table public.program_event_totals is 'Events of a program by kind, fate and reason.';
