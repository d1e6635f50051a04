-- Segments, continued: who is in an audience, what I may see through one, and the functions of the segments' room.
--
-- Everything that is executed here was compiled from a rule by private.compile; what is joined to it are ids and the
-- program's day as parameters.

-- Membership ---------------------------------------------------------------------------------------------------

-- The part of a statement that goes through a program's open partnerships ($1 program, $2 its day) with these figures.
create function private.members_from(p_figures text[])
returns text language sql immutable set search_path = '' as $$
  select 'from public.partnerships p cross join (select $2::date as today) t'
    || coalesce(string_agg(format(
      ' left join (select d.partnership_id, sum(d.%I) as value from public.partnership_days d'
      ' where d.program_id = $1 and d.day > $2::date - %s and d.day <= $2::date group by d.partnership_id) f_%s_%s on f_%s_%s.partnership_id = p.id',
      case k.figure when 'conversions' then 'conversions' when 'revenue' then 'revenue_minor' when 'earnings' then 'accrued_minor' end,
      k.days, k.figure, k.days, k.figure, k.days), '' order by f), '')
    || ' where p.program_id = $1 and p.status in (''active'', ''paused'')'
  from unnest(p_figures) f
  cross join lateral (select split_part(f, ':', 1) as figure, split_part(f, ':', 2)::integer as days) k
$$;

create function private.program_today(p_program uuid)
returns date language sql stable set search_path = '' as $$
  select (now() at time zone g.time_zone)::date from public.programs g where g.id = p_program
$$;

-- An audience as one predicate: everyone, or whoever is in one of the segments.
create function private.audience_predicate(p_program uuid, p_audience public.audience_kind, p_segment_ids uuid[])
returns private.predicate language plpgsql stable set search_path = '' as $$
declare
  v private.predicate;
begin
  if p_audience = 'everyone' then
    return private.compile('{"combinator": "and", "rules": []}');
  end if;
  select coalesce(string_agg(s.for_one, ' or '), 'false'), coalesce(string_agg(s.for_many, ' or '), 'false'),
    coalesce((select array_agg(distinct f.figure) from private.segment_predicates k cross join unnest(k.figures) f (figure)
      where k.program_id = p_program and k.segment_id = any (p_segment_ids)), '{}'),
    coalesce(bool_and(s.is_by_attributes), true)
  into v.for_one, v.for_many, v.figures, v.is_by_attributes
  from private.segment_predicates s
  where s.program_id = p_program and s.segment_id = any (p_segment_ids);
  return v;
end $$;

-- Who is in it: ids of active and paused partnerships.
create function private.audience_members(p_program uuid, p_audience public.audience_kind, p_segment_ids uuid[])
returns setof uuid language plpgsql stable set search_path = '' as $$
declare
  v private.predicate := private.audience_predicate(p_program, p_audience, p_segment_ids);
begin
  return query execute 'select p.id ' || private.members_from(v.figures) || ' and (' || v.for_many || ')'
    using p_program, private.program_today(p_program);
end $$;

-- How many: active, paused, and the active ones by language. Rules by attributes are counted over the facets.
create function private.predicate_size(p_program uuid, p_predicate private.predicate)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_from text := case when p_predicate.is_by_attributes
    then 'sum(p.partnerships) as n from private.partner_facets p where p.program_id = $1 and p.status in (''active'', ''paused'')'
    else 'count(*) as n ' || private.members_from(p_predicate.figures) end;
  v_size jsonb;
begin
  execute 'with g as materialized (select p.status, p.partner_language as language, ' || v_from || ' and (' || p_predicate.for_many
    || ') group by 1, 2) select jsonb_build_object(''active'', coalesce(sum(g.n) filter (where g.status = ''active''), 0), '
    || '''paused'', coalesce(sum(g.n) filter (where g.status = ''paused''), 0), ''languages'', coalesce((select jsonb_agg('
    || 'jsonb_build_object(''language'', a.language, ''partners'', a.n) order by a.n desc, a.language) from g a '
    || 'where a.status = ''active'' and a.n > 0), ''[]'')) from g'
  into v_size using p_program, private.program_today(p_program);
  return v_size;
end $$;

create function private.audience_size(p_program uuid, p_audience public.audience_kind, p_segment_ids uuid[])
returns jsonb language sql stable set search_path = '' as $$
  select private.predicate_size(p_program, private.audience_predicate(p_program, p_audience, p_segment_ids))
$$;

-- What staff are shown of a partnership when they choose or check one.
create function private.describe_candidate(p public.partnerships)
returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'name', p.partner_name, 'type', p.partner_type, 'country', p.partner_country,
    'language', p.partner_language, 'code', p.code, 'status', p.status)
$$;

-- The size, and the first six of them by name.
create function private.predicate_preview(p_program uuid, p_predicate private.predicate)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_sample jsonb;
begin
  execute 'select coalesce(jsonb_agg(private.describe_candidate(s.p) order by s.name, s.id), ''[]'') from (select p, p.partner_name as name, p.id '
    || private.members_from(p_predicate.figures) || ' and (' || p_predicate.for_many || ') order by p.partner_name, p.id limit 6) s'
  into v_sample using p_program, private.program_today(p_program);
  return private.predicate_size(p_program, p_predicate) || jsonb_build_object('sample', v_sample);
end $$;

-- The keys these partnerships hold: their programs ("everyone") and the segments in use that they are in. Whoever
-- calls has made sure that they may ask. Definer: partners cannot read segments.
create function private.audience_keys_of(variadic p_partnerships uuid[])
returns setof uuid language plpgsql stable security definer rows 10 set search_path = '' as $$
declare
  v_program record;
begin
  for v_program in
    select p.program_id as id, private.program_today(p.program_id) as today,
      (select string_agg(format('(%L::uuid, %s)', s.segment_id, s.for_one), ', ')
       from private.segment_predicates s
       where s.program_id = p.program_id
         and exists (select 1 from private.segment_uses u where u.segment_id = s.segment_id)) as predicates
    from public.partnerships p
    where p.id = any (p_partnerships)
    group by p.program_id
  loop
    return next v_program.id;
    if v_program.predicates is not null then
      return query execute 'select distinct k.segment_id from public.partnerships p cross join (select $2::date as today) t '
        || 'cross join lateral (values ' || v_program.predicates || ') as k (segment_id, holds) '
        || 'where p.id = any ($1) and p.program_id = $3 and k.holds'
        using p_partnerships, v_program.today, v_program.id;
    end if;
  end loop;
end $$;

-- The keys of my own open partnerships, for policies.
create function private.my_audience_keys()
returns setof uuid language plpgsql stable security definer rows 10 set search_path = '' as $$
begin
  return query select private.audience_keys_of(variadic array(select private.my_open_partnership_ids()));
end $$;

-- Why somebody is in or not: the rule with `holds` everywhere and `actual` at its conditions.
create function private.explain_rule(p_rule jsonb, p_partnership uuid, p_today date)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_holds boolean;
  v_actual jsonb;
  v_field text := p_rule ->> 'field';
begin
  execute 'select ' || private.compile_rule(p_rule, 'one') || ' from public.partnerships p cross join (select $2::date as today) t where p.id = $1'
  into v_holds using p_partnership, p_today;
  if v_field is null then
    return p_rule || jsonb_build_object('holds', v_holds, 'rules', (
      select coalesce(jsonb_agg(private.explain_rule(r.value, p_partnership, p_today) order by r.ordinality), '[]')
      from jsonb_array_elements(p_rule -> 'rules') with ordinality r));
  end if;
  if v_field in ('conversions', 'revenue', 'earnings') then
    execute 'select to_jsonb(' || private.figure_sql(v_field, (p_rule #>> '{value,days}')::bigint, 'one')
      || ') from public.partnerships p cross join (select $2::date as today) t where p.id = $1'
    into v_actual using p_partnership, p_today;
  else
    select case v_field when 'type' then to_jsonb(p.partner_type) when 'country' then to_jsonb(p.partner_country)
      when 'language' then to_jsonb(p.partner_language) when 'tier' then to_jsonb(p.tier) when 'status' then to_jsonb(p.status)
      when 'tags' then to_jsonb(p.tags) when 'tenure' then to_jsonb(p_today - p.joined_on) end
    into v_actual from public.partnerships p where p.id = p_partnership;
  end if;
  return p_rule || jsonb_build_object('holds', v_holds, 'actual', v_actual);
end $$;

-- Functions of the room ----------------------------------------------------------------------------------------

-- Definer, all that follow: predicates, uses and facets are in `private`; each begins with the caller's live rights.

-- The program, if one of these roles is mine there; else as if there were none.
create function private.program_for(p_program text, variadic p_roles public.staff_role[])
returns uuid language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid;
begin
  select g.id into v_program from public.programs g
  where g.slug = lower(p_program) and g.id in (select private.my_program_ids(variadic p_roles));
  if v_program is null then
    perform private.fail('PT404', 'no such program, or not for you', p_program);
  end if;
  return v_program;
end $$;

create function private.describe_segment(p public.segments)
returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'name', p.name, 'rule', p.rule, 'revision', p.revision, 'updated_at', p.updated_at,
    'uses', (select coalesce(jsonb_agg(jsonb_build_object('kind', u.kind, 'id', u.object_id, 'label', u.label) order by u.kind, u.label), '[]')
      from private.segment_uses u where u.segment_id = p.id))
    || (private.audience_size(p.program_id, 'segments', array[p.id]) - 'languages')
$$;

create function private.segment_list(p_program text)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
begin
  return jsonb_build_object('segments', (
    select coalesce(jsonb_agg(private.describe_segment(s) order by lower(s.name), s.id), '[]')
    from public.segments s where s.program_id = v_program));
end $$;

-- The values that conditions can choose from, as the program's partners have them; counted over the facets.
create function private.segment_choices(p_program text)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
begin
  return (
    select jsonb_build_object('country', '[]'::jsonb, 'language', '[]'::jsonb, 'tier', '[]'::jsonb, 'tags', '[]'::jsonb)
      || coalesce(jsonb_object_agg(c.field, c.choices), '{}')
    from (
      select v.field, jsonb_agg(jsonb_build_object('value', v.value, 'partners', v.partners) order by v.value) as choices
      from (
        select k.field, k.value, sum(f.partnerships) as partners
        from private.partner_facets f
        cross join lateral (
          values ('country', f.partner_country), ('language', f.partner_language), ('tier', f.tier)
          union all select 'tags', t from unnest(f.tags) t
        ) as k (field, value)
        where f.program_id = v_program and f.status in ('active', 'paused') and k.value is not null
        group by k.field, k.value
        having sum(f.partnerships) > 0
      ) v
      group by v.field
    ) c);
end $$;

create function private.segment_size(p_program text, p_rule jsonb)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
begin
  return private.predicate_preview(v_program, private.compile(p_rule));
end $$;

create function private.audience_preview(p_program text, p_audience text, p_segment_ids uuid[])
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
begin
  if p_audience is null or p_audience not in ('everyone', 'segments') then
    perform private.fail('PT422', 'an audience is everyone, or some segments', p_audience);
  end if;
  return private.predicate_preview(v_program,
    private.audience_predicate(v_program, p_audience::public.audience_kind, coalesce(p_segment_ids, '{}')));
end $$;

create function private.explain_segment(p_program text, p_rule jsonb, p_partnership uuid)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
  v_partner public.partnerships;
  v_tree jsonb;
begin
  select p.* into v_partner from public.partnerships p where p.program_id = v_program and p.id = p_partnership;
  if v_partner.id is null then
    perform private.fail('PT404', 'no such partner in this program');
  end if;
  perform private.compile(p_rule);
  v_tree := private.explain_rule(p_rule, p_partnership, private.program_today(v_program));
  return jsonb_build_object('holds', (v_tree ->> 'holds')::boolean and v_partner.status in ('active', 'paused'),
    'partner', private.describe_candidate(v_partner), 'tree', v_tree);
end $$;

-- Partners by a part of their name or the beginning of their code.
create function private.find_partners(p_program text, p_search text, p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
  v_pattern text := '%' || replace(replace(replace(trim(coalesce(p_search, '')), '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  return jsonb_build_object('rows', (
    select coalesce(jsonb_agg(private.describe_candidate(f.p) order by f.name, f.id), '[]')
    from (
      select p, p.partner_name as name, p.id from public.partnerships p
      where p.program_id = v_program and (p.partner_name ilike v_pattern or p.code ilike substr(v_pattern, 2))
      order by p.partner_name, p.id
      limit least(greatest(coalesce(p_limit, 20), 1), 50)
    ) f));
end $$;

-- A new segment (no revision), or a change of the one that stands at this revision.
create function private.save_segment(p_program text, p_id uuid, p_revision integer, p_name text, p_rule jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager');
  v_segment public.segments;
begin
  if p_id is null then
    perform private.fail('PT422', 'a segment needs an id');
  end if;
  if exists (select 1 from public.segments s where s.program_id = v_program and s.name = trim(p_name) and s.id <> p_id) then
    perform private.fail('PT422', 'another segment has this name', trim(p_name));
  end if;
  select s.* into v_segment from public.segments s where s.program_id = v_program and s.id = p_id for update;
  if v_segment.id is null and p_revision is null then
    insert into public.segments (id, program_id, name, rule) values (p_id, v_program, coalesce(p_name, ''), p_rule)
    returning * into v_segment;
  elsif v_segment.id is null then
    perform private.fail('PT404', 'no such segment');
  -- Said twice with the same words, as after a lost answer: nothing changes.
  elsif v_segment.name is distinct from trim(p_name) or v_segment.rule is distinct from p_rule then
    if v_segment.revision is distinct from p_revision then
      perform private.fail('PT409', 'somebody else has saved this segment', v_segment.revision::text);
    end if;
    update public.segments s set name = coalesce(p_name, ''), rule = p_rule where s.id = p_id returning * into v_segment;
  end if;
  return jsonb_build_object('segment', private.describe_segment(v_segment));
end $$;

create function private.delete_segment(p_program text, p_id uuid, p_revision integer)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager');
  v_revision integer;
begin
  select s.revision into v_revision from public.segments s where s.program_id = v_program and s.id = p_id for update;
  if v_revision is null then
    perform private.fail('PT404', 'no such segment');
  end if;
  if v_revision is distinct from p_revision then
    perform private.fail('PT409', 'somebody else has saved this segment', v_revision::text);
  end if;
  delete from public.segments s where s.id = p_id;
  return '{}';
end $$;

-- The same, as the API shows them ------------------------------------------------------------------------------

create function public.segment_list(p_program text)
returns jsonb language sql stable set search_path = '' as $$ select private.segment_list(p_program) $$;
create function public.segment_choices(p_program text)
returns jsonb language sql stable set search_path = '' as $$ select private.segment_choices(p_program) $$;
create function public.segment_size(p_program text, p_rule jsonb)
returns jsonb language sql stable set search_path = '' as $$ select private.segment_size(p_program, private.plain_json(p_rule)) $$;
create function public.audience_size(p_program text, p_audience text, p_segment_ids uuid[] default '{}')
returns jsonb language sql stable set search_path = '' as $$ select private.audience_preview(p_program, p_audience, p_segment_ids) $$;
create function public.explain_segment(p_program text, p_rule jsonb, p_partnership uuid)
returns jsonb language sql stable set search_path = '' as $$
  select private.explain_segment(p_program, private.plain_json(p_rule), p_partnership)
$$;
create function public.find_partners(p_program text, p_search text default '', p_limit integer default 20)
returns jsonb language sql stable set search_path = '' as $$ select private.find_partners(p_program, p_search, p_limit) $$;
create function public.save_segment(p_program text, p_id uuid, p_revision integer, p_name text, p_rule jsonb)
returns jsonb language sql set search_path = '' as $$
  select private.save_segment(p_program, p_id, p_revision, p_name, private.plain_json(p_rule))
$$;
create function public.delete_segment(p_program text, p_id uuid, p_revision integer)
returns jsonb language sql set search_path = '' as $$ select private.delete_segment(p_program, p_id, p_revision) $$;

grant execute on function private.my_audience_keys, private.segment_list, private.segment_choices, private.segment_size, private.audience_preview,
  private.explain_segment, private.find_partners, private.save_segment, private.delete_segment to authenticated;
grant execute on function public.segment_list, public.segment_choices, public.segment_size, public.audience_size, public.explain_segment,
  public.find_partners, public.save_segment, public.delete_segment to authenticated;

comment on function public.segment_list is 'Segments of a program with their size and what uses them.';
comment on function public.segment_choices is 'Countries, languages, tiers and tags of a program''s partners, to choose from.';
comment on function public.segment_size is 'How many partners a rule reaches, by language, and six of them.';
comment on function public.audience_size is 'How many partners an audience reaches, by language, and six of them.';
comment on function public.explain_segment is 'Why a partner is in a rule or not, condition by condition.';
comment on function public.find_partners is 'Partners of a program by name or code, for staff to choose one.';
comment on function public.save_segment is 'Adds a segment, or changes the one that stands at this revision; managers and owners.';
comment on function public.delete_segment is 'Deletes a segment that nothing uses; managers and owners.';
