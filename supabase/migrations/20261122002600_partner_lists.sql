-- Partners, continued: the list of a program's partners, of any size.
--
-- Staff search, filter and sort their partners by what they did in a month, a year or ever. A page costs what a page
-- costs, beside a thousand partners or a hundred thousand, because nothing is summed, sorted or counted when it is
-- asked for: figures of years and of all time are kept per partnership in the transaction of the fact (those of months
-- are in program_months), and what can be filtered by is kept as keys (`country:DE`, `tag:interior`, `word:garden`).
-- A narrow filter is a set of ids, hashed once, that the order's index is walked along with; a wide one is looked at
-- row by row, since every few rows fit. Rejected: an index for each pair of filter and order (twenty on a table that
-- every fact writes), and ranges of days (a day that passes would have to be taken out of every partner's sum).

-- What a partnership did in a year, or ever (span 0). Every partnership has its row of span 0, so that an order by a
-- figure of all time needs no other table to be complete.
create table private.partner_standings (
  program_id uuid not null references public.programs on delete restrict,
  span smallint not null,
  partnership_id uuid not null references public.partnerships on delete restrict,
  clicks integer not null default 0,
  conversions integer not null default 0,
  revenue_minor bigint not null default 0,
  accrued_minor bigint not null default 0,
  constraint sums_are_safe check (
    revenue_minor between -9007199254740991 and 9007199254740991
    and accrued_minor between -9007199254740991 and 9007199254740991
  ),
  primary key (partnership_id, span)
);
create index partner_standings_clicks on private.partner_standings (program_id, span, clicks, partnership_id);
create index partner_standings_conversions on private.partner_standings (program_id, span, conversions, partnership_id);
create index partner_standings_revenue on private.partner_standings (program_id, span, revenue_minor, partnership_id);
create index partner_standings_earnings on private.partner_standings (program_id, span, accrued_minor, partnership_id);
alter table private.partner_standings set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

-- The same orders for months; revenue has its index with the leaders. Whoever did nothing is in none of them.
create index program_months_clicks on public.program_months (program_id, month, clicks, partnership_id) where clicks <> 0;
create index program_months_conversions on public.program_months (program_id, month, conversions, partnership_id) where conversions <> 0;
create index program_months_earnings on public.program_months (program_id, month, accrued_minor, partnership_id) where accrued_minor <> 0;

-- Orders by name and by the day they joined. The name stands beside its lower case so that the index alone answers.
create index partnerships_by_name on public.partnerships (program_id, lower(partner_name), id) include (partner_name);
create index partnerships_by_day on public.partnerships (program_id, joined_on, id);

-- What can be asked for, and who fits.
create table private.partner_keys (
  program_id uuid not null references public.programs on delete restrict,
  key text collate "C" not null,
  partnership_id uuid not null references public.partnerships on delete restrict,
  primary key (program_id, key, partnership_id)
);
create index partner_keys_partnership on private.partner_keys (partnership_id);

-- How many fit, for every key but words; `all` is everybody.
create table private.partner_key_counts (
  program_id uuid not null references public.programs on delete restrict,
  key text collate "C" not null,
  partnerships integer not null default 0,
  primary key (program_id, key)
);

-- Keys ---------------------------------------------------------------------------------------------------------

-- Words of a name or code, lower case. Chinese, Japanese and Korean are written without gaps, or search for a part of
-- a word: there each ending is a word, so that every part is the beginning of one.
create function private.search_words(p_text text)
returns setof text language sql immutable set search_path = '' as $$
  select distinct substr(w, s)
  from regexp_split_to_table(lower(left(p_text, 200)), '[^[:alnum:]]+') w
  cross join lateral generate_series(1, case when w ~ '[\u3040-\u9fff\uac00-\ud7af]' then char_length(w) else 1 end) s
  where w <> ''
$$;

create function private.keys_of(p public.partnerships)
returns setof text language sql immutable set search_path = '' as $$
  select 'type:' || p.partner_type
  union all select 'status:' || p.status
  union all select 'country:' || p.partner_country
  union all select 'tier:' || coalesce(p.tier, '')
  union all select distinct 'tag:' || t from unnest(p.tags) t
  union all select distinct 'word:' || w from unnest(array[p.partner_name, p.code]) n cross join lateral private.search_words(n) w
$$;

create function private.add_to_key_counts(p_program uuid, p_keys text[], p_change integer)
returns void language sql set search_path = '' as $$
  insert into private.partner_key_counts as c (program_id, key, partnerships)
  select p_program, k.key, p_change * count(*)
  from unnest(p_keys) k (key)
  where k.key not like 'word:%'
  group by k.key order by k.key
  on conflict (program_id, key) do update set partnerships = c.partnerships + excluded.partnerships
$$;

-- Triggers -----------------------------------------------------------------------------------------------------

-- Definer, both: keys, counts and standings are written by nobody but triggers and the rebuild.
create function private.key_partnerships()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into private.partner_keys (program_id, key, partnership_id)
  select n.program_id, k.key, n.id
  from new_rows n cross join lateral private.keys_of(row(n.*)::public.partnerships) k (key)
  order by 1, 2, 3;
  perform private.add_to_key_counts(g.program_id, g.keys, 1)
  from (
    select n.program_id, array_agg(k.key) as keys
    from new_rows n
    cross join lateral (select private.keys_of(row(n.*)::public.partnerships) union all select 'all') k (key)
    group by n.program_id order by n.program_id
  ) g;
  insert into private.partner_standings (program_id, span, partnership_id)
  select n.program_id, 0, n.id from new_rows n order by n.id
  on conflict (partnership_id, span) do nothing;
  return null;
end $$;
create trigger key_partnerships after insert on public.partnerships
  referencing new table as new_rows for each statement execute function private.key_partnerships();

create function private.rekey_partnerships()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_change record;
begin
  for v_change in
    with pairs as materialized (
      select n.program_id, n.id, array(select private.keys_of(row(o.*)::public.partnerships)) as before,
        array(select private.keys_of(row(n.*)::public.partnerships)) as after
      from old_rows o join new_rows n on n.id = o.id
      where (o.partner_type, o.status, o.partner_country, o.partner_language, o.tier, o.tags, o.partner_name, o.code)
        is distinct from (n.partner_type, n.status, n.partner_country, n.partner_language, n.tier, n.tags, n.partner_name, n.code)
    ), gone as (
      delete from private.partner_keys k using (
        select p.program_id, p.id, b.key from pairs p cross join unnest(p.before) b (key) where b.key <> all (p.after)
      ) d
      where k.program_id = d.program_id and k.key = d.key and k.partnership_id = d.id
      returning k.program_id, k.key
    ), come as (
      insert into private.partner_keys (program_id, key, partnership_id)
      select p.program_id, a.key, p.id from pairs p cross join unnest(p.after) a (key) where a.key <> all (p.before)
      order by 1, 2, 3
      returning program_id, key
    )
    select c.program_id, c.change, array_agg(c.key) as keys
    from (select g.program_id, g.key, -1 as change from gone g union all select n.program_id, n.key, 1 from come n) c
    group by c.program_id, c.change order by c.program_id, c.change
  loop
    perform private.add_to_key_counts(v_change.program_id, v_change.keys, v_change.change);
  end loop;
  return null;
end $$;
create trigger rekey_partnerships after update on public.partnerships
  referencing old table as old_rows new table as new_rows for each statement execute function private.rekey_partnerships();

-- Adds changes to the year they fall into and to all time; called with the other rollups (private.add_changes).
create function private.add_to_standings(p_changes private.change[])
returns void language plpgsql set search_path = '' as $$
begin
  insert into private.partner_standings as s (program_id, span, partnership_id, clicks, conversions, revenue_minor, accrued_minor)
  select c.program_id, v.span, c.partnership_id, sum(c.clicks), sum(c.conversions), sum(c.revenue_minor), sum(c.accrued_minor)
  from unnest(p_changes) c
  cross join lateral (values (0), (extract(year from c.day)::integer)) v (span)
  where c.partnership_id is not null
  group by c.program_id, v.span, c.partnership_id
  order by c.partnership_id, v.span
  on conflict (partnership_id, span) do update set
    clicks = s.clicks + excluded.clicks, conversions = s.conversions + excluded.conversions,
    revenue_minor = s.revenue_minor + excluded.revenue_minor, accrued_minor = s.accrued_minor + excluded.accrued_minor;
end $$;

-- Makes a program's standings and keys anew, from its months and partnerships; part of private.rebuild_rollups.
create function private.rebuild_partner_lists(p_program uuid)
returns void language plpgsql set search_path = '' as $$
begin
  delete from private.partner_standings s where s.program_id = p_program;
  delete from private.partner_keys k where k.program_id = p_program;
  delete from private.partner_key_counts c where c.program_id = p_program;
  insert into private.partner_standings (program_id, span, partnership_id, clicks, conversions, revenue_minor, accrued_minor)
  select p.program_id, 0, p.id, coalesce(sum(m.clicks), 0), coalesce(sum(m.conversions), 0), coalesce(sum(m.revenue_minor), 0),
    coalesce(sum(m.accrued_minor), 0)
  from public.partnerships p left join public.program_months m on m.partnership_id = p.id
  where p.program_id = p_program group by p.program_id, p.id;
  insert into private.partner_standings (program_id, span, partnership_id, clicks, conversions, revenue_minor, accrued_minor)
  select m.program_id, extract(year from m.month), m.partnership_id, sum(m.clicks), sum(m.conversions), sum(m.revenue_minor),
    sum(m.accrued_minor)
  from public.program_months m where m.program_id = p_program group by 1, 2, 3
  having (sum(m.clicks), sum(m.conversions), sum(m.revenue_minor), sum(m.accrued_minor)) <> (0, 0, 0, 0);
  insert into private.partner_keys (program_id, key, partnership_id)
  select p.program_id, k.key, p.id from public.partnerships p cross join lateral private.keys_of(p) k (key)
  where p.program_id = p_program order by 1, 2, 3;
  insert into private.partner_key_counts (program_id, key, partnerships)
  select p_program, k.key, count(*) from private.partner_keys k
  where k.program_id = p_program and k.key not like 'word:%' group by k.key
  union all
  select p_program, 'all', count(*) from public.partnerships p where p.program_id = p_program;
end $$;

-- Nobody but the functions of the next files reads any of it: no policy, no grant.
alter table private.partner_standings enable row level security;
alter table private.partner_keys enable row level security;
alter table private.partner_key_counts enable row level security;

comment on table private.partner_standings is 'Figures of a partnership in a year, or ever (span 0).';
comment on table private.partner_keys is 'What partnerships can be found by: attributes, tags and words of their names.';
comment on table private.partner_key_counts is 'Partnerships of a program by key.';
