-- Partners, continued: reading the list, a page at a time.
--
-- A filter is planned first: what is narrow is gathered as a set of ids, what is wide stays a condition on the row. Then
-- the order's index is walked from where the last page ended, along with the set; few are simply looked up. What only
-- each row can tell (a rule over figures) is asked of so many rows at most; the page then says where to go on.
-- Every text in what is executed is a literal that was quoted here or a rule that private.compile compiled.

-- `ids`: who can fit at all; null for everybody. `rest`: a condition on p (partnerships) and t.today. `total`: how many
-- fit, where that can be said.
create type private.partner_plan as (ids uuid[], rest text, total bigint);

-- Values of one key of a filter; null if it is not asked for.
create function private.filter_texts(p_filter jsonb, p_key text)
returns text[] language plpgsql immutable set search_path = '' as $$
begin
  if p_filter -> p_key is null or p_filter -> p_key in ('null', '[]') then
    return null;
  end if;
  perform private.rule_texts(p_filter -> p_key);
  return array(select jsonb_array_elements_text(p_filter -> p_key));
end $$;

-- A part of a filter by attributes: the keys that fit, and the same as a condition on p.
create function private.part_keys(p_name text, p_values text[])
returns text[] language sql immutable set search_path = '' as $$
  select array_agg(distinct p_name || ':' || v) from unnest(p_values) v
$$;
create function private.part_condition(p_name text, p_values text[])
returns text language sql immutable set search_path = '' as $$
  select format(case p_name when 'tag' then 'p.tags && %s' when 'tier' then 'coalesce(p.tier, '''') = any (%s)'
    when 'country' then 'p.partner_country = any (%s)' when 'type' then 'p.partner_type::text = any (%s)'
    when 'status' then 'p.status::text = any (%s)' end, quote_literal(p_values::text) || '::text[]')
$$;

-- What a rule over attributes asks of everybody in it, as parts: the conditions of its outermost "and".
create function private.rule_parts(p_rule jsonb)
returns table (keys text[]) language plpgsql immutable set search_path = '' as $$
begin
  if p_rule ->> 'combinator' is distinct from 'and' or (p_rule ->> 'not')::boolean then
    return;
  end if;
  return query
    select private.part_keys(case c ->> 'field' when 'tags' then 'tag' else c ->> 'field' end, array(select jsonb_array_elements_text(c -> 'value')))
    from jsonb_array_elements(p_rule -> 'rules') c
    where c ->> 'field' in ('type', 'country', 'tier', 'status') and c ->> 'operator' = 'in'
      or c ->> 'field' = 'tags' and c ->> 'operator' = 'any';
end $$;

-- Leaves of `p_ids` (null: everybody) who stand in these keys. Each set is read once, by its index alone; only with
-- several tags can somebody stand in it twice.
create function private.gather(p_program uuid, p_ids uuid[], p_keys text[])
returns uuid[] language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_ids uuid[];
begin
  select coalesce(array_agg(k.partnership_id), '{}') into v_ids from private.partner_keys k
  where k.program_id = p_program and k.key = any (p_keys) and (p_ids is null or (k.partnership_id = any (p_ids)) is true);
  if cardinality(p_keys) > 1 and p_keys[1] like 'tag:%' then
    return array(select distinct i from unnest(v_ids) i);
  end if;
  return v_ids;
end $$;

-- Words that are looked for: each must begin a word of the name or code. Whatever more than a sixth of all have is a
-- condition on the row. One letter alone says too little.
create function private.add_words(p_plan private.partner_plan, p_program uuid, p_search text, p_all bigint)
returns private.partner_plan language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_word text;
  v_ids uuid[];
begin
  for v_word in
    select w from regexp_split_to_table(lower(left(p_search, 200)), '[^[:alnum:]]+') w
    where octet_length(w) > 1 group by w order by char_length(w) desc, w limit 5
  loop
    select coalesce(array_agg(k.partnership_id), '{}') into v_ids
    from (
      select x.partnership_id from private.partner_keys x
      where x.program_id = p_program and x.key >= 'word:' || v_word and x.key < 'word:' || v_word || chr(1114111)
      limit greatest(p_all / 6, 200) + 1
    ) k;
    if cardinality(v_ids) * 6 > p_all and cardinality(v_ids) > 200 then
      p_plan.rest := format('%s and exists (select 1 from private.search_words(p.partner_name || '' '' || p.code) w where starts_with(w, %L))',
        p_plan.rest, v_word);
    else
      p_plan.ids := array(select distinct i from unnest(v_ids) i where p_plan.ids is null or (i = any (p_plan.ids)) is true);
    end if;
  end loop;
  return p_plan;
end $$;

-- Narrows the plan by parts {keys, condition}: gathers those that at most two ninths of all have (a set of a fifth costs
-- less than looking at five rows for each that is shown), and of the others, the narrowest first, until a sixth of the
-- rows fit the rest. A part without a condition is asked in the rest anyway.
create function private.add_parts(p_plan private.partner_plan, p_program uuid, p_parts jsonb, p_all bigint)
returns private.partner_plan language plpgsql stable set search_path = '' as $$
declare
  v_part record;
begin
  for v_part in
    select k.keys, x.part ->> 'condition' as condition, s.share,
      exp(sum(ln(greatest(s.share, 1e-9))) over (order by s.share desc, x.at)) as share_of_wider
    from jsonb_array_elements(p_parts) with ordinality x (part, at)
    cross join lateral (select array(select jsonb_array_elements_text(x.part -> 'keys')) as keys) k
    cross join lateral (
      select coalesce(sum(c.partnerships), 0) / greatest(p_all, 1)::double precision as share from private.partner_key_counts c
      where c.program_id = p_program and c.key = any (k.keys)
    ) s
    order by s.share, x.at desc
  loop
    -- Few are looked up whatever else is asked.
    if (v_part.share * 9 <= 2 or v_part.share_of_wider * 6 < 1) and (p_plan.ids is null or cardinality(p_plan.ids) > 200) then
      p_plan.ids := private.gather(p_program, p_plan.ids, v_part.keys);
    elsif v_part.condition is not null then
      p_plan.rest := format('%s and (%s)', p_plan.rest, v_part.condition);
    end if;
  end loop;
  return p_plan;
end $$;

-- Partnerships of the combinations of attributes for which a condition on p holds. Read as they lie: along an index
-- each would be a page of its own.
create function private.count_combinations(p_program uuid, p_condition text)
returns bigint language plpgsql stable set search_path = '' set enable_indexscan = off as $$
declare
  v_total bigint;
begin
  execute 'select coalesce(sum(p.partnerships), 0) from private.partner_facets p cross join (select $2::date as today) t where p.program_id = $1 and '
    || p_condition into v_total using p_program, private.program_today(p_program);
  return v_total;
end $$;

-- How many fit: who was gathered, if nothing else is asked; by the counts of keys of which everybody has one; over the
-- combinations; else null.
create function private.count_plan(p_plan private.partner_plan, p_program uuid, p_all bigint, p_keys text[], p_conditions text[])
returns bigint language plpgsql stable set search_path = '' as $$
declare
  v_total bigint;
begin
  if p_plan.rest = 'true' then
    return coalesce(cardinality(p_plan.ids), p_all);
  end if;
  if cardinality(p_plan.ids) <= 200 then
    execute 'select count(*) from unnest($3) i (id) join public.partnerships p on p.id = i.id cross join (select $2::date as today) t where '
      || p_plan.rest into v_total using p_program, private.program_today(p_program), p_plan.ids;
  elsif cardinality(p_conditions) = 1 and (cardinality(p_keys) = 1 or cardinality(p_keys) > 1 and p_keys[1] not like 'tag:%') then
    select coalesce(sum(c.partnerships), 0) into v_total from private.partner_key_counts c where c.program_id = p_program and c.key = any (p_keys);
  elsif p_conditions is not null then
    return private.count_combinations(p_program, array_to_string(p_conditions, ' and '));
  end if;
  return v_total;
end $$;

create function private.plan_partners(p_program uuid, p_filter jsonb)
returns private.partner_plan language plpgsql stable set search_path = '' as $$
declare
  v_plan private.partner_plan := row(null, 'true', null)::private.partner_plan;
  v_all bigint;
  v_name text;
  v_values text[];
  v_parts jsonb := '[]';
  -- The same in keys, and over the combinations of attributes; null when those cannot tell.
  v_keys text[] := '{}';
  v_conditions text[] := '{}';
  v_segment record;
begin
  perform private.check_rule_keys(p_filter, 'search', 'type', 'status', 'tier', 'tag', 'country', 'segment');
  select coalesce(max(c.partnerships), 0) into v_all from private.partner_key_counts c where c.program_id = p_program and c.key = 'all';
  foreach v_name in array array['type', 'status', 'tier', 'tag', 'country'] loop
    v_values := private.filter_texts(p_filter, v_name);
    continue when v_values is null;
    v_keys := v_keys || private.part_keys(v_name, v_values);
    v_conditions := v_conditions || private.part_condition(v_name, v_values);
    v_parts := v_parts || jsonb_build_object('keys', private.part_keys(v_name, v_values), 'condition', private.part_condition(v_name, v_values));
  end loop;
  if p_filter ->> 'segment' is not null then
    select s.for_one, s.is_by_attributes, g.rule into v_segment
    from private.segment_predicates s join public.segments g on g.id = s.segment_id
    where s.program_id = p_program and s.segment_id = private.filter_uuid(p_filter ->> 'segment');
    if v_segment.for_one is null then
      perform private.fail('PT404', 'no such segment');
    end if;
    -- As audiences do, a segment holds active and paused partners.
    v_plan.rest := format('p.status in (''active'', ''paused'') and (%s)', v_segment.for_one);
    v_conditions := case when v_segment.is_by_attributes then v_conditions || v_plan.rest end;
    v_keys := '{}';
    v_parts := v_parts || (select coalesce(jsonb_agg(jsonb_build_object('keys', r.keys)), '[]') from private.rule_parts(v_segment.rule) r);
  end if;
  if coalesce(p_filter ->> 'search', '') <> '' then
    v_plan := private.add_words(v_plan, p_program, p_filter ->> 'search', v_all);
    v_conditions := null;
  end if;
  v_plan := private.add_parts(v_plan, p_program, v_parts, v_all);
  v_plan.total := private.count_plan(v_plan, p_program, v_all, v_keys, v_conditions);
  return v_plan;
end $$;

create function private.filter_uuid(p_text text)
returns uuid language plpgsql immutable set search_path = '' as $$
begin
  if p_text !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    perform private.fail('PT422', 'an id is a uuid', left(p_text, 60));
  end if;
  return p_text::uuid;
end $$;

-- Walking ------------------------------------------------------------------------------------------------------

-- Where figures of a range stand, as f: a whole month, a whole year, or all time (both ends null).
create function private.figures_from(p_from date, p_to date)
returns text language plpgsql immutable set search_path = '' as $$
begin
  if p_from is null and p_to is null then
    return 'private.partner_standings f where f.span = 0';
  end if;
  if p_from = date_trunc('month', p_from)::date and p_to = (p_from + interval '1 month' - interval '1 day')::date then
    return format('public.program_months f where f.month = %L', p_from);
  end if;
  if p_from = date_trunc('year', p_from)::date and p_to = (p_from + interval '1 year' - interval '1 day')::date then
    return format('private.partner_standings f where f.span = %s', extract(year from p_from)::integer);
  end if;
  perform private.fail('PT422', 'figures of partners are of a month, of a year, or of all time', format('%s to %s', p_from, p_to));
  return null;
end $$;

-- A walk along one order, as a statement that answers (id, value): the rows of `p_source` that are in the set ($5), from
-- the cursor ($3 value, $4 id) on, at most so many. Where all have the same value the id alone is the order.
create function private.walk(p_plan private.partner_plan, p_source text, p_value text, p_id text, p_cast text, p_is_up boolean,
  p_has_cursor boolean, p_limit integer)
returns text language sql immutable set search_path = '' as $$
  select format('select %s as id, %s as value from %s', p_id, coalesce(p_value, '0'), p_source)
    -- In brackets, so that it is a question put to each entry and no way into the index.
    || case when p_plan.ids is not null then format(' and (%s = any ($5)) is true', p_id) else '' end
    || case when p_has_cursor and p_value is null then format(' and %s %s $4', p_id, d.after)
      when p_has_cursor then format(' and (%s, %s) %s ($3::%s, $4)', p_value, p_id, d.after, p_cast) else '' end
    || format(' order by %s%s %s limit %s', p_value || ' ' || d.word || ', ', p_id, d.word, p_limit)
  from (select case when p_is_up then 'asc' else 'desc' end as word, case when p_is_up then '>' else '<' end as after) d
$$;

-- The walks that an order is made of, one after the other. By a figure of a month or year there are three: whoever
-- gained, whoever did nothing and stands in no index, whoever lost; `p_at` is the figure at the cursor.
create function private.walks(p_plan private.partner_plan, p_sort text, p_is_up boolean, p_figures text, p_at text, p_limit integer)
returns table (walk text, rest text, is_flat boolean) language plpgsql immutable set search_path = '' as $$
declare
  v_figure text := case p_sort when 'clicks' then 'clicks' when 'conversions' then 'conversions' when 'revenue' then 'revenue_minor'
    when 'earnings' then 'accrued_minor' end;
  v_at integer := sign(case when v_figure is not null then p_at::numeric end);
  v_sign integer;
  v_is_few boolean := cardinality(p_plan.ids) <= 200;
begin
  if v_figure is null then
    return query select private.walk(p_plan, case when v_is_few
        then '(select x.* from unnest($5) g (id) join public.partnerships x on x.id = g.id) w where true'
        else 'public.partnerships w where w.program_id = $1' end,
      case p_sort when 'name' then 'lower(w.partner_name)' when 'joined' then 'w.joined_on' end, 'w.id',
      case p_sort when 'name' then 'text' when 'joined' then 'date' end, p_is_up, p_at is not null, p_limit), 'true', p_sort = 'id';
    return;
  end if;
  if v_is_few then
    return query select private.walk(p_plan, format('(select g.id, coalesce(f.%I, 0) as value from unnest($5) g (id) left join lateral '
      '(select f.* from %s and f.partnership_id = g.id) f on true) w where true', v_figure, p_figures), 'w.value', 'w.id', 'bigint', p_is_up, p_at is not null, p_limit), 'true', false;
    return;
  end if;
  for v_sign in select s from generate_series(-1, 1) s where p_at is null or case when p_is_up then s >= v_at else s <= v_at end
    order by case when p_is_up then s else -s end
  loop
    if v_sign = 0 and p_figures not like '%f.span = 0' then
      return query select private.walk(p_plan, 'public.partnerships w where w.program_id = $1', null, 'w.id', null, p_is_up,
        v_at is not distinct from 0, p_limit), format('coalesce(f.%I, 0) = 0', v_figure), true;
    else
      return query select private.walk(p_plan, format('%s and f.program_id = $1 and f.%I %s 0', p_figures, v_figure,
        case v_sign when 1 then '>' when 0 then '=' else '<' end), 'f.' || v_figure, 'f.partnership_id', 'bigint', p_is_up,
        v_at is not distinct from v_sign, p_limit), 'true', false;
    end if;
  end loop;
end $$;

-- What staff see of a partner in the list; the figures are those of the range.
create function private.describe_partner(p public.partnerships)
returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'name', p.partner_name, 'type', p.partner_type, 'country', p.partner_country,
    'language', p.partner_language, 'status', p.status, 'status_since', p.status_since, 'tier', p.tier, 'tags', p.tags,
    'code', p.code, 'joined_on', p.joined_on)
$$;

-- How many rows one call looks at where only the row can tell whether it fits.
create function private.partner_budget()
returns integer language sql immutable set search_path = '' as $$ select 1000 $$;

-- Along an index, each row looked up by itself (`offset 0` keeps it so): with a limit at the end, that costs a page.
create function private.partner_rows(p_program uuid, p_plan private.partner_plan, p_sort text, p_is_up boolean, p_figures text,
  p_at text, p_after uuid, p_limit integer)
returns jsonb language plpgsql stable
set search_path = '' set enable_hashjoin = off set enable_mergejoin = off set work_mem = '32MB' as $$
declare
  v_today date := private.program_today(p_program);
  v_rows jsonb := '[]';
  v_more jsonb;
  v_walk record;
  v_left integer;
  v_budget integer := greatest(private.partner_budget(), p_limit + 1);
begin
  for v_walk in
    select w.walk, w.rest, case when w.is_flat then '' else 'w.value ' || d.word || ', ' end || 'w.id ' || d.word as ordered
    from private.walks(p_plan, p_sort, p_is_up, p_figures, p_at, v_budget) w
    cross join (select case when p_is_up then 'asc' else 'desc' end as word) d
  loop
    v_left := p_limit + 1 - jsonb_array_length(v_rows);
    execute format('select coalesce(jsonb_agg(private.describe_partner(r.p) || jsonb_build_object(''at'', r.value::text, ''clicks'', '
      'coalesce(r.clicks, 0), ''conversions'', coalesce(r.conversions, 0), ''revenue_minor'', coalesce(r.revenue_minor, 0), '
      '''accrued_minor'', coalesce(r.accrued_minor, 0)) order by r.nth), ''[]'') from (select w.id, w.value, p.whole as p, row_number() over (order by %2$s) as nth, '
      'f.clicks, f.conversions, f.revenue_minor, f.accrued_minor from (%1$s) w '
      'cross join lateral (select x as whole, x.* from public.partnerships x where x.id = w.id offset 0) p cross join (select $2::date as today) t left join lateral (select f.* from %3$s and f.partnership_id = w.id) f on true '
      'where (%4$s) and (%5$s) order by %2$s limit %6$s) r',
      v_walk.walk, v_walk.ordered, p_figures, p_plan.rest, v_walk.rest, v_left)
    into v_more using p_program, v_today, p_at, p_after, p_plan.ids;
    v_rows := v_rows || v_more;
    if jsonb_array_length(v_more) = v_left then
      return jsonb_build_object('rows', v_rows - p_limit,
        'next', jsonb_build_object('value', v_rows #> array[(p_limit - 1)::text, 'at'], 'id', v_rows #> array[(p_limit - 1)::text, 'id']));
    end if;
    if p_plan.rest <> 'true' or v_walk.rest <> 'true' then
      -- The walk may have ended because it had looked at enough: then it goes on from there.
      execute format('select jsonb_build_object(''value'', w.value::text, ''id'', w.id) from (%s) w offset %s limit 1',
        v_walk.walk, v_budget - 1) into v_more using p_program, v_today, p_at, p_after, p_plan.ids;
      if v_more is not null then
        return jsonb_build_object('rows', v_rows, 'next', v_more);
      end if;
    end if;
    -- The next walk begins at its beginning, which its statement knows; the cursor was in this one.
  end loop;
  return jsonb_build_object('rows', v_rows, 'next', null);
end $$;

create function private.partner_list(p_program text, p_filter jsonb, p_sort text, p_from date, p_to date, p_after jsonb, p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
  v_figures text := private.figures_from(p_from, p_to);
  v_sort text := split_part(coalesce(p_sort, 'name'), ' ', 1);
  v_plan private.partner_plan;
  v_page jsonb;
begin
  if p_sort !~ '^(name|joined|clicks|conversions|revenue|earnings)( (up|down))?$' then
    perform private.fail('PT422', 'an order is by name, joined, clicks, conversions, revenue or earnings, up or down', left(p_sort, 60));
  end if;
  v_plan := private.plan_partners(v_program, coalesce(p_filter, '{}'));
  v_page := private.partner_rows(v_program, v_plan, v_sort,
    split_part(p_sort, ' ', 2) = 'up' or (split_part(coalesce(p_sort, 'name'), ' ', 2) = '' and v_sort = 'name'), v_figures,
    private.cursor_value(v_sort, p_after), private.filter_uuid(coalesce(p_after ->> 'id', '00000000-0000-0000-0000-000000000000')),
    least(greatest(coalesce(p_limit, 50), 1), 1000));
  return v_page || jsonb_build_object('total', v_plan.total, 'as_of', now());
end $$;

-- Where the last page ended, as text that its order can take; refuses what it cannot.
create function private.cursor_value(p_sort text, p_after jsonb)
returns text language plpgsql immutable set search_path = '' as $$
declare
  v_value text := p_after ->> 'value';
begin
  if v_value !~ (case p_sort when 'name' then '' when 'joined' then '^\d{4}-\d\d-\d\d$' else '^-?\d{1,16}$' end)
    or p_sort = 'joined' and not pg_input_is_valid(v_value, 'date') or jsonb_typeof(p_after) not in ('object', 'null') then
    perform private.fail('PT422', 'a page goes on where the last one of the same order ended', left(v_value, 60));
  end if;
  return v_value;
end $$;

create function public.partner_list(p_program text, p_filter jsonb default '{}', p_sort text default 'name', p_from date default null,
  p_to date default null, p_after jsonb default null, p_limit integer default 50)
returns jsonb language sql stable set search_path = '' as $$
  select private.partner_list(p_program, private.plain_json(p_filter), p_sort, p_from, p_to, private.plain_json(p_after), p_limit)
$$;

grant execute on function private.partner_list, public.partner_list to authenticated;
comment on function public.partner_list is 'Partners of a program by filter and order, paged by key, with the figures of a month, a year or all time.';
