-- Creatives, continued: the functions of the brand's room.
--
-- The list is a definer function, because the audience is withheld from the API's columns; it and the others begin by
-- finding the caller's own live membership. Edits go through row-level security.

-- What state a creative is in now, as the brand reads it.
create function private.creative_state(p public.creatives, p_original public.file_state)
returns text language sql stable set search_path = '' as $$
  select case
    when p.withdrawn_at is not null then 'withdrawn'
    when p.ready_at is null and p_original = 'refused' then 'refused'
    when p.ready_at is null then 'waiting'
    when p.valid_from > now() then 'coming'
    when p.valid_until <= now() then 'over'
    else 'live'
  end
$$;

create function private.file_facts(p public.creative_files)
returns jsonb language sql stable set search_path = '' as $$
  select case when p.id is not null then jsonb_build_object('id', p.id, 'path', p.path, 'file_name', p.file_name,
    'mime_type', p.mime_type, 'size_bytes', p.size_bytes, 'width', p.width, 'height', p.height, 'state', p.state, 'refusal', p.refusal) end
$$;

-- A creative with its audience and files, for staff. Instants of validity come as the program's first and last day too.
create function private.creative_facts(p public.creatives, p_zone text)
returns jsonb language sql stable set search_path = '' as $$
  select to_jsonb(p) - '{program_id,audience_keys,created_by,replaces}'::text[] || jsonb_build_object(
    'first_day', (p.valid_from at time zone p_zone)::date,
    'last_day', ((p.valid_until - interval '1 second') at time zone p_zone)::date,
    'state', private.creative_state(p, o.state),
    'original', private.file_facts(o), 'thumbnail', private.file_facts(t))
  from (select 1) one
  left join lateral (
    select f.* from public.creative_files f where f.program_id = p.program_id and f.creative_id = p.id and f.role = 'original'
    order by f.state = 'refused', f.created_at desc limit 1) o on true
  left join public.creative_files t on t.program_id = p.program_id and t.creative_id = p.id and t.role = 'thumbnail' and t.state = 'checked'
$$;

-- The brand's library, newest first, paged by key; with the first page how many there are of each state, kind and
-- language. Definer: see above.
create function private.creative_list(p_program text, p_state text, p_kind text, p_language text, p_search text,
  p_after_created_at timestamptz, p_after_id uuid, p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program_id uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
  v_zone text;
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 200);
  v_word text := nullif(lower(trim(p_search)), '');
begin
  select g.time_zone into v_zone from public.programs g where g.id = v_program_id;
  return (
    with mine as materialized (
      select c.id, c.created_at, c.kind, c.language, c.name, c.tags, private.creative_state(c, (
          select f.state from public.creative_files f where f.program_id = c.program_id and f.creative_id = c.id and f.role = 'original'
          order by f.state = 'refused' limit 1)) as state
      from public.creatives c
      where c.program_id = v_program_id
    ), page as (
      select m.id, m.created_at, row_number() over (order by m.created_at desc, m.id desc) as at
      from mine m
      where (p_state is null or m.state = p_state)
        and (p_kind is null or m.kind::text = p_kind)
        and (p_language is null or m.language = p_language or (p_language = 'none' and m.language is null))
        and (v_word is null or position(v_word in lower(m.name)) > 0 or v_word = any (m.tags))
        and (p_after_created_at is null or (m.created_at, m.id) < (p_after_created_at, p_after_id))
      order by m.created_at desc, m.id desc
      limit v_limit + 1
    )
    select jsonb_build_object(
      'rows', coalesce((
        select jsonb_agg(private.creative_facts(c, v_zone) order by p.at)
        from page p join public.creatives c on c.id = p.id where p.at <= v_limit), '[]'),
      'next', (select jsonb_build_object('created_at', p.created_at, 'id', p.id) from page p
        where p.at = v_limit and exists (select 1 from page q where q.at > v_limit)),
      'counts', case when p_after_created_at is null then jsonb_build_object(
        'state', (select coalesce(jsonb_object_agg(s.state, s.n), '{}') from (select m.state, count(*) as n from mine m group by 1) s),
        'kind', (select coalesce(jsonb_object_agg(s.kind, s.n), '{}') from (select m.kind, count(*) as n from mine m group by 1) s),
        'language', (select coalesce(jsonb_object_agg(s.language, s.n), '{}') from (
          select coalesce(m.language, 'none') as language, count(*) as n from mine m group by 1) s)) end)
  );
end $$;

-- Days of validity as instants of the program's zone: from the first moment of the first to the last of the last.
create function private.valid_instants(p_given jsonb, p_zone text)
returns table (valid_from timestamptz, valid_until timestamptz) language plpgsql stable set search_path = '' as $$
begin
  return query select private.day_start((p_given ->> 'first_day')::date, p_zone), private.day_start((p_given ->> 'last_day')::date + 1, p_zone);
exception
  when invalid_datetime_format or datetime_field_overflow then
    perform private.fail('PT422', 'a day is written as 2026-11-22');
end $$;

-- Announces one file of a creative; its path is made here. The same again changes nothing.
create function private.add_creative_file(p_creative public.creatives, p_file jsonb)
returns jsonb language plpgsql set search_path = '' as $$
declare
  v_mime text := coalesce(p_file ->> 'mime_type', '');
  v_limit integer := private.file_limit(p_creative.kind, coalesce(p_file ->> 'role', ''), v_mime);
  v_file public.creative_files;
begin
  if v_limit is null then
    perform private.fail('PT422', 'this kind takes no such file', left(format('%s: %s', p_creative.kind, v_mime), 120));
  end if;
  if (p_file ->> 'size_bytes') !~ '^[0-9]{1,9}$' or (p_file ->> 'size_bytes')::integer not between 1 and v_limit then
    perform private.fail('PT422', format('a file of this kind has at most %s MB', v_limit / 1048576.0), left(p_file ->> 'file_name', 120));
  end if;
  insert into public.creative_files (id, program_id, creative_id, role, file_name, mime_type, size_bytes)
  values ((p_file ->> 'id')::uuid, p_creative.program_id, p_creative.id, p_file ->> 'role',
    private.safe_file_name(p_file ->> 'file_name', v_mime), v_mime, (p_file ->> 'size_bytes')::integer)
  returning * into v_file;
  return jsonb_build_object('id', v_file.id, 'role', v_file.role, 'path', v_file.path);
end $$;

-- Adds creatives, at most 100: texts are there at once, files are announced and answered with their paths. Ids are
-- the client's, so that asking twice adds once. Definer: files are announced by nobody but this.
create function private.add_creatives(p_program text, p_creatives jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program public.programs;
  v_given jsonb;
  v_creative public.creatives;
  v_files jsonb;
  v_answer jsonb := '[]';
begin
  select g.* into v_program from public.programs g
  where g.slug = lower(p_program) and g.id = any (array(select private.my_program_ids('owner', 'manager')));
  if v_program.id is null then
    perform private.fail('PT404', 'no such program, or not for you to add creatives to', p_program);
  end if;
  if jsonb_typeof(p_creatives) is distinct from 'array' or jsonb_array_length(p_creatives) not between 1 and 100 then
    perform private.fail('PT422', 'at most 100 creatives at a time');
  end if;
  for v_given in select c.value from jsonb_array_elements(p_creatives) c loop
    select c.* into v_creative from public.creatives c where c.id = (v_given ->> 'id')::uuid;
    if v_creative.id is null then
      v_creative := private.make_creative(v_program, v_given);
    elsif v_creative.program_id <> v_program.id or v_creative.created_by is distinct from (select auth.uid()) then
      perform private.fail('PT409', 'this creative is already there', left(v_given ->> 'name', 120));
    end if;
    select coalesce(jsonb_agg(coalesce(
      (select jsonb_build_object('id', k.id, 'role', k.role, 'path', k.path) from public.creative_files k
        where k.creative_id = v_creative.id and k.id = (f.value ->> 'id')::uuid),
      private.add_creative_file(v_creative, f.value))), '[]') into v_files
    from jsonb_array_elements(coalesce(v_given -> 'files', '[]')) f;
    v_answer := v_answer || jsonb_build_object('id', v_creative.id, 'files', v_files);
  end loop;
  return jsonb_build_object('creatives', v_answer);
exception
  when unique_violation then
    perform private.fail('PT409', 'this creative already has such a file');
  when invalid_text_representation or null_value_not_allowed or not_null_violation then
    perform private.fail('PT422', 'a creative needs an id, a name, a kind and files with ids');
end $$;

create function private.make_creative(p_program public.programs, p_given jsonb)
returns public.creatives language plpgsql set search_path = '' as $$
declare
  v_creative public.creatives;
begin
  insert into public.creatives (id, program_id, name, kind, language, tags, body, url, audience, segment_ids, valid_from, valid_until, replaces)
  select (p_given ->> 'id')::uuid, p_program.id, coalesce(p_given ->> 'name', ''), (p_given ->> 'kind')::public.creative_kind,
    p_given ->> 'language', private.json_texts(p_given -> 'tags'), coalesce(p_given ->> 'body', ''), p_given ->> 'url',
    coalesce(p_given ->> 'audience', 'everyone')::public.audience_kind, private.json_texts(p_given -> 'segment_ids')::uuid[],
    v.valid_from, v.valid_until, r.id
  from private.valid_instants(p_given, p_program.time_zone) v
  left join public.creatives r on r.program_id = p_program.id and r.id = (p_given ->> 'replaces')::uuid
  returning * into v_creative;
  return v_creative;
end $$;

create function private.json_texts(p_list jsonb)
returns text[] language sql immutable set search_path = '' as $$
  select coalesce(array_agg(x.value), '{}') from jsonb_array_elements_text(
    case when jsonb_typeof(p_list) = 'array' then p_list else '[]' end) x
$$;

-- Changes details of one or many: only what is named changes. Each id stands beside the revision that was seen; one
-- that was changed since is refused, and nothing is changed then. With the caller's rights, under row-level security.
create function public.save_creatives(p_program text, p_ids uuid[], p_revisions integer[], p_changes jsonb)
returns jsonb language plpgsql set search_path = '' as $$
declare
  v jsonb := private.plain_json(p_changes);
  v_program public.programs := private.named_program(p_program);
  v_stale text;
  v_changed integer;
begin
  if cardinality(p_ids) not between 1 and 200 or cardinality(p_revisions) is distinct from cardinality(p_ids) then
    perform private.fail('PT422', 'at most 200 creatives at a time, each with its revision');
  end if;
  if jsonb_typeof(v) is distinct from 'object' or (v - '{name,language,tags,add_tags,body,url,audience,segment_ids,first_day,last_day,withdrawn}'::text[]) <> '{}' then
    perform private.fail('PT422', 'unknown details of a creative');
  end if;
  perform 1 from public.creatives c where c.program_id = v_program.id and c.id = any (p_ids) order by c.id for update of c;
  select c.name into v_stale
  from unnest(p_ids, p_revisions) g (id, revision) join public.creatives c on c.id = g.id
  where c.program_id = v_program.id and c.revision <> g.revision limit 1;
  if v_stale is not null then
    perform private.fail('PT409', 'somebody else has changed this creative', v_stale);
  end if;
  update public.creatives c set
    name = case when v ? 'name' then v ->> 'name' else c.name end,
    language = case when v ? 'language' then v ->> 'language' else c.language end,
    tags = case when v ? 'tags' then private.json_texts(v -> 'tags') else c.tags end || private.json_texts(v -> 'add_tags'),
    body = case when v ? 'body' then v ->> 'body' else c.body end,
    url = case when v ? 'url' then v ->> 'url' else c.url end,
    valid_from = case when v ? 'first_day' then d.valid_from else c.valid_from end,
    valid_until = case when v ? 'last_day' then d.valid_until else c.valid_until end,
    withdrawn_at = case when v ? 'withdrawn' then case when (v ->> 'withdrawn')::boolean then now() end else c.withdrawn_at end
  from private.valid_instants(v, v_program.time_zone) d
  where c.program_id = v_program.id and c.id = any (p_ids);
  get diagnostics v_changed = row_count;
  if v ? 'audience' then
    update public.creatives c set audience = (v ->> 'audience')::public.audience_kind,
      segment_ids = private.json_texts(v -> 'segment_ids')::uuid[]
    where c.program_id = v_program.id and c.id = any (p_ids);
  end if;
  if v_changed <> cardinality(p_ids) then
    perform private.fail('PT404', 'no such creatives, or not for you to change', format('%s of %s', v_changed, cardinality(p_ids)));
  end if;
  return jsonb_build_object('changed', v_changed);
end $$;

-- Takes creatives away that no partner ever saw. Files on their way are called off by the check first. Definer:
-- nobody holds a right to delete.
create function private.remove_creatives(p_program text, p_ids uuid[])
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_removed integer;
begin
  delete from public.creatives c
  using public.programs g
  where g.id = c.program_id and g.slug = lower(p_program) and c.id = any (p_ids)
    and c.program_id = any (array(select private.my_program_ids('owner', 'manager')))
    and c.ready_at is null
    and not exists (select 1 from public.creative_files f where f.creative_id = c.id and f.state <> 'refused');
  get diagnostics v_removed = row_count;
  if v_removed = 0 then
    perform private.fail('PT404', 'no such creatives to take away', p_program);
  end if;
  return jsonb_build_object('removed', v_removed);
end $$;

create function public.creative_list(p_program text, p_state text default null, p_kind text default null, p_language text default null,
  p_search text default null, p_after_created_at timestamptz default null, p_after_id uuid default null, p_limit integer default 50)
returns jsonb language sql stable set search_path = '' as $$
  select private.creative_list(p_program, p_state, p_kind, p_language, p_search, p_after_created_at, p_after_id, p_limit)
$$;
create function public.add_creatives(p_program text, p_creatives jsonb)
returns jsonb language sql set search_path = '' as $$
  select private.add_creatives(p_program, private.plain_json(p_creatives))
$$;
create function public.remove_creatives(p_program text, p_ids uuid[])
returns jsonb language sql set search_path = '' as $$
  select private.remove_creatives(p_program, p_ids)
$$;

grant execute on function private.json_texts, private.valid_instants, private.creative_list, private.add_creatives, private.remove_creatives,
  public.creative_list, public.add_creatives, public.save_creatives, public.remove_creatives to authenticated;

comment on function public.creative_list is 'A program''s creatives with audience, files and state, filtered, paged by key; staff.';
comment on function public.add_creatives is 'Adds up to 100 creatives and announces their files; answers the paths to put them at.';
comment on function public.save_creatives is 'Changes details of creatives, each as it was seen by its revision; withdraws and brings back.';
comment on function public.remove_creatives is 'Takes creatives away that were never shown.';
