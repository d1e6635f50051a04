-- Segments: named rules over partnership facts, by which a brand reaches the right partners and not the wrong ones.
--
-- A rule is JSON, nested and / or / not over an allow-list of fields. The database compiles it to a predicate when it
-- is written; no text of a rule is ever taken as SQL. Membership is not stored: it is evaluated when it is asked for,
-- so that a partner who leaves a segment is out with the next request. Staff read segments, managers and owners keep
-- them; partners never see one, only what it opens to them. Who may see an announcement, a creative or a promotion is
-- its audience: everyone, or some segments. "Everyone" and every audience mean active partnerships, and paused ones
-- with them: a pause takes new links and codes away, not what is there to read.
--
-- A group      {"combinator": "and" | "or", "not": bool, "rules": [group or condition, …]}; an empty one holds.
-- A condition  {"field", "operator", "value"}:
--   type, country, language, tier, status   in, not_in       list of texts
--   tags                                    any, all, none   list of texts
--   tenure (days since the partner joined)  <=, >=, =        whole number
--   conversions, revenue, earnings          <=, >=, =        {"number": whole number, "days": 1 to 1100}, today included

create type public.audience_kind as enum ('everyone', 'segments');

create table public.segments (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null references public.programs on delete restrict,
  name text not null constraint name_is_short check (char_length(trim(name)) between 1 and 80),
  rule jsonb not null,
  revision integer not null default 1,
  created_by uuid default auth.uid() references auth.users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (program_id, name),
  unique (program_id, id)
);
create index segments_created_by on public.segments (created_by);

-- A rule in SQL, over `p` (partnerships, or the facets below) and `t.today` (the program's day), twice: `for_one` looks
-- a partnership's figures up, `for_many` reads them from joined sums named after `figures` ('conversions:28').
create table private.segment_predicates (
  segment_id uuid primary key,
  program_id uuid not null,
  for_one text not null,
  for_many text not null,
  figures text[] not null,
  is_by_attributes boolean not null,
  foreign key (program_id, segment_id) references public.segments (program_id, id) on delete restrict
);
create index segment_predicates_program on private.segment_predicates (program_id, segment_id);

-- What uses a segment as its audience, kept by the triggers of those tables; a used segment cannot be deleted.
create table private.segment_uses (
  segment_id uuid not null,
  kind text not null constraint kind_is_known check (kind in ('announcement', 'creative', 'promotion')),
  object_id uuid not null,
  program_id uuid not null,
  label text not null,
  primary key (segment_id, kind, object_id),
  foreign key (program_id, segment_id) references public.segments (program_id, id) on delete restrict
);
create index segment_uses_object on private.segment_uses (kind, object_id);
create index segment_uses_program on private.segment_uses (program_id, segment_id);

-- How many partnerships there are of each combination of attributes: an audience by attributes is counted here, not
-- over every partnership. Columns are named as on partnerships, so that one predicate serves both.
create table private.partner_facets (
  program_id uuid not null references public.programs on delete restrict,
  partner_type public.partner_type not null,
  partner_country text not null,
  partner_language text not null,
  tier text,
  tags text[] not null,
  status public.partnership_status not null,
  partnerships integer not null default 0,
  unique nulls not distinct (program_id, partner_type, partner_country, partner_language, tier, tags, status)
);

-- Compiling ----------------------------------------------------------------------------------------------------

-- The texts of a condition's value as an array literal. Refuses anything else.
create function private.rule_texts(p_value jsonb)
returns text language plpgsql immutable set search_path = '' as $$
declare
  v_texts text[];
begin
  if jsonb_typeof(p_value) is distinct from 'array' or jsonb_array_length(p_value) not between 1 and 300
    or exists (select 1 from jsonb_array_elements(p_value) v where jsonb_typeof(v.value) <> 'string') then
    perform private.fail('PT422', 'a condition needs a list of values', left(p_value::text, 100));
  end if;
  select array_agg(v.value) into v_texts from jsonb_array_elements_text(p_value) v;
  return quote_literal(v_texts::text) || '::text[]';
end $$;

create function private.rule_integer(p_value jsonb, p_least bigint, p_most bigint)
returns bigint language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(p_value) is distinct from 'number' or p_value::text !~ '^-?[0-9]{1,16}$'
    or p_value::text::bigint not between p_least and p_most then
    perform private.fail('PT422', format('a condition needs a whole number from %s to %s', p_least, p_most), left(p_value::text, 100));
  end if;
  return p_value::text::bigint;
end $$;

-- Refuses what else stands in a group or condition: it may be meant as a part of the rule.
create function private.check_rule_keys(p_rule jsonb, variadic p_keys text[])
returns void language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(p_rule) is distinct from 'object' or (p_rule - p_keys) <> '{}'::jsonb then
    perform private.fail('PT422', 'a rule is made of groups and conditions', left(p_rule::text, 100));
  end if;
end $$;

-- A figure of the last `p_days` days as SQL: looked up for one partnership, or read from a joined sum.
create function private.figure_sql(p_figure text, p_days bigint, p_form text)
returns text language sql immutable set search_path = '' as $$
  select case p_form
    when 'many' then format('coalesce(f_%s_%s.value, 0)', p_figure, p_days)
    else format('coalesce((select sum(d.%I) from public.partnership_days d where d.partnership_id = p.id '
      'and d.day > t.today - %s and d.day <= t.today), 0)',
      case p_figure when 'conversions' then 'conversions' when 'revenue' then 'revenue_minor' when 'earnings' then 'accrued_minor' end,
      p_days::integer)
  end
$$;

create function private.compile_condition(p_rule jsonb, p_form text)
returns text language plpgsql immutable set search_path = '' as $$
declare
  v_field text := p_rule ->> 'field';
  v_operator text := p_rule ->> 'operator';
  v_value jsonb := p_rule -> 'value';
  v_column text := case v_field when 'type' then 'p.partner_type::text' when 'country' then 'p.partner_country'
    when 'language' then 'p.partner_language' when 'tier' then 'p.tier' when 'status' then 'p.status::text' end;
begin
  perform private.check_rule_keys(p_rule, 'field', 'operator', 'value');
  if v_column is not null and v_operator in ('in', 'not_in') then
    -- A partner without a tier is in none of them.
    return format('%s coalesce(%s = any (%s), false)', case v_operator when 'not_in' then 'not' else '' end,
      v_column, private.rule_texts(v_value));
  end if;
  if v_field = 'tags' and v_operator in ('any', 'all', 'none') then
    return format(case v_operator when 'any' then 'p.tags && %s' when 'all' then 'p.tags @> %s' else 'not (p.tags && %s)' end,
      private.rule_texts(v_value));
  end if;
  if v_operator in ('<=', '>=', '=') and v_field = 'tenure' then
    return format('(t.today - p.joined_on) %s %s', v_operator, private.rule_integer(v_value, 0, 100000));
  end if;
  if v_operator in ('<=', '>=', '=') and v_field in ('conversions', 'revenue', 'earnings') then
    perform private.check_rule_keys(v_value, 'number', 'days');
    return format('%s %s %s', private.figure_sql(v_field, private.rule_integer(v_value -> 'days', 1, 1100), p_form), v_operator,
      private.rule_integer(v_value -> 'number', -9007199254740991, 9007199254740991));
  end if;
  perform private.fail('PT422', 'a rule has an unknown field or operator', left(format('%s %s', v_field, v_operator), 100));
  return null;
end $$;

create function private.compile_rule(p_rule jsonb, p_form text, p_depth integer default 1)
returns text language plpgsql immutable set search_path = '' as $$
declare
  v_parts text[];
begin
  if p_rule ? 'field' then
    return private.compile_condition(p_rule, p_form);
  end if;
  perform private.check_rule_keys(p_rule, 'combinator', 'not', 'rules');
  if p_depth > 8 or octet_length(p_rule::text) > 20000 then
    perform private.fail('PT422', 'a rule is at most eight groups deep and 20,000 characters long');
  end if;
  if coalesce(p_rule ->> 'combinator', '') not in ('and', 'or') or jsonb_typeof(coalesce(p_rule -> 'not', 'false')) <> 'boolean'
    or jsonb_typeof(p_rule -> 'rules') is distinct from 'array' then
    perform private.fail('PT422', 'a group needs a combinator and a list of rules', left(p_rule::text, 100));
  end if;
  select array_agg('(' || private.compile_rule(r.value, p_form, p_depth + 1) || ')' order by r.ordinality) into v_parts
  from jsonb_array_elements(p_rule -> 'rules') with ordinality r;
  return case when (p_rule ->> 'not')::boolean then 'not ' else '' end
    || '(' || coalesce(array_to_string(v_parts, format(' %s ', p_rule ->> 'combinator')), 'true') || ')';
end $$;

-- The conditions of a rule that has been compiled, wherever they stand in it.
create function private.rule_conditions(p_rule jsonb)
returns setof jsonb language plpgsql immutable set search_path = '' as $$
begin
  if p_rule ? 'field' then
    return next p_rule;
    return;
  end if;
  return query select c.* from jsonb_array_elements(p_rule -> 'rules') r cross join lateral private.rule_conditions(r.value) c;
end $$;

create type private.predicate as (for_one text, for_many text, figures text[], is_by_attributes boolean);

create function private.compile(p_rule jsonb)
returns private.predicate language plpgsql immutable set search_path = '' as $$
declare
  v_answer private.predicate;
begin
  v_answer.for_one := private.compile_rule(p_rule, 'one');
  v_answer.for_many := private.compile_rule(p_rule, 'many');
  select coalesce(array_agg(distinct format('%s:%s', c ->> 'field', c #>> '{value,days}'))
      filter (where c ->> 'field' in ('conversions', 'revenue', 'earnings')), '{}'),
    coalesce(bool_and(c ->> 'field' in ('type', 'country', 'language', 'tier', 'tags', 'status')), true)
  into v_answer.figures, v_answer.is_by_attributes
  from private.rule_conditions(p_rule) c;
  return v_answer;
end $$;

-- Triggers -----------------------------------------------------------------------------------------------------

create function private.check_segment()
returns trigger language plpgsql set search_path = '' as $$
begin
  new.name := trim(new.name);
  if char_length(new.name) not between 1 and 80 then
    perform private.fail('PT422', 'a segment needs a name of at most 80 characters');
  end if;
  if jsonb_typeof(new.rule) is distinct from 'object' or new.rule ? 'field' then
    perform private.fail('PT422', 'a rule begins with a group');
  end if;
  if tg_op = 'UPDATE' then
    new.revision := old.revision + 1;
    new.updated_at := now();
  end if;
  return new;
end $$;
create trigger check_segment before insert or update on public.segments
  for each row execute function private.check_segment();

-- Definer: predicates are written by nobody but this trigger, so that what is executed was compiled here.
create function private.compile_segment()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v private.predicate := private.compile(new.rule);
begin
  insert into private.segment_predicates as s (segment_id, program_id, for_one, for_many, figures, is_by_attributes)
  values (new.id, new.program_id, v.for_one, v.for_many, v.figures, v.is_by_attributes)
  on conflict (segment_id) do update set for_one = excluded.for_one, for_many = excluded.for_many,
    figures = excluded.figures, is_by_attributes = excluded.is_by_attributes;
  return null;
end $$;
create trigger compile_segment after insert or update of rule on public.segments
  for each row execute function private.compile_segment();

-- Definer: who uses a segment is not for the caller to read; that it is used, is. Its predicate goes before it.
create function private.keep_used_segment()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from private.segment_uses u where u.segment_id = old.id) then
    perform private.fail('PT409', 'this segment is still used as an audience', old.name);
  end if;
  delete from private.segment_predicates s where s.segment_id = old.id;
  return old;
end $$;
create trigger keep_used_segment before delete on public.segments
  for each row execute function private.keep_used_segment();

-- For every table with an audience (arguments: what it is, and the column that names a row). Checks that the segments
-- are the program's, each once, and notes what uses them. Definer: uses are written by nobody else.
create function private.keep_audience()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_kind text := tg_argv[0];
begin
  if tg_op = 'DELETE' then
    delete from private.segment_uses u where u.kind = v_kind and u.object_id = old.id;
    return old;
  end if;
  select coalesce(array_agg(distinct s), '{}') into new.segment_ids from unnest(new.segment_ids) s;
  if (new.audience = 'everyone') <> (cardinality(new.segment_ids) = 0) or cardinality(new.segment_ids) > 20 then
    perform private.fail('PT422', 'an audience is everyone, or at most twenty segments');
  end if;
  if exists (
    select 1 from unnest(new.segment_ids) n (id)
    where not exists (select 1 from public.segments s where s.program_id = new.program_id and s.id = n.id)
  ) then
    perform private.fail('PT422', 'an audience names a segment that is not there');
  end if;
  delete from private.segment_uses u
  where u.kind = v_kind and u.object_id = new.id and u.segment_id <> all (new.segment_ids);
  insert into private.segment_uses as u (segment_id, kind, object_id, program_id, label)
  select s, v_kind, new.id, new.program_id, left(to_jsonb(new) ->> tg_argv[1], 200)
  from unnest(new.segment_ids) s
  on conflict (segment_id, kind, object_id) do update set label = excluded.label where u.label <> excluded.label;
  return new;
end $$;

-- Definer, as for the counts by type and status: facets are written by nobody but these triggers.
create function private.count_facets()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into private.partner_facets as f (program_id, partner_type, partner_country, partner_language, tier, tags, status, partnerships)
  select n.program_id, n.partner_type, n.partner_country, n.partner_language, n.tier, n.tags, n.status, count(*)
  from new_rows n
  group by 1, 2, 3, 4, 5, 6, 7
  order by 1, 2, 3, 4, 5, 6, 7
  on conflict (program_id, partner_type, partner_country, partner_language, tier, tags, status)
    do update set partnerships = f.partnerships + excluded.partnerships;
  return null;
end $$;
create trigger count_facets after insert on public.partnerships
  referencing new table as new_rows for each statement execute function private.count_facets();

create function private.recount_facets()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into private.partner_facets as f (program_id, partner_type, partner_country, partner_language, tier, tags, status, partnerships)
  select r.program_id, r.partner_type, r.partner_country, r.partner_language, r.tier, r.tags, r.status, sum(r.change)
  from (
    select n.program_id, n.partner_type, n.partner_country, n.partner_language, n.tier, n.tags, n.status, 1 as change from new_rows n
    union all
    select o.program_id, o.partner_type, o.partner_country, o.partner_language, o.tier, o.tags, o.status, -1 from old_rows o
  ) r
  group by 1, 2, 3, 4, 5, 6, 7
  having sum(r.change) <> 0
  order by 1, 2, 3, 4, 5, 6, 7
  on conflict (program_id, partner_type, partner_country, partner_language, tier, tags, status)
    do update set partnerships = f.partnerships + excluded.partnerships;
  return null;
end $$;
create trigger recount_facets after update on public.partnerships
  referencing old table as old_rows new table as new_rows for each statement execute function private.recount_facets();

-- Rights -------------------------------------------------------------------------------------------------------

alter table public.segments enable row level security;
alter table private.segment_predicates enable row level security;
alter table private.segment_uses enable row level security;
alter table private.partner_facets enable row level security;

create policy read on public.segments for select to authenticated
  using (program_id = any (array(select private.my_program_ids())));
create policy add on public.segments for insert to authenticated
  with check (program_id = any (array(select private.my_program_ids('owner', 'manager'))));
create policy change on public.segments for update to authenticated
  using (program_id = any (array(select private.my_program_ids('owner', 'manager'))))
  with check (program_id = any (array(select private.my_program_ids('owner', 'manager'))));
create policy remove on public.segments for delete to authenticated
  using (program_id = any (array(select private.my_program_ids('owner', 'manager'))));

revoke all on public.segments from anon, authenticated, service_role, public;
-- NOTE withheld: update of program_id (a segment stays with its program), revision, created_by and times (kept here).
grant select, insert (id, program_id, name, rule), update (name, rule), delete on public.segments to authenticated;
-- NOTE withheld: everything in `private` from everybody; what leaves it are numbers and the caller's own keys.

comment on table public.segments is 'Named rules over partnership facts; audiences are made of them.';
