-- Creatives, continued: the library of a place, and the check of what was put into the bucket.
--
-- A library is asked for one partnership, whose audiences are evaluated once; the check acts with the caller's token
-- until it has looked at the bytes, and writes its verdict with the server's key.

-- Partner ------------------------------------------------------------------------------------------------------

-- The library of one place: what this partnership may use now, newest first, filtered and paged by key; with the first
-- page how much there is of each kind, size, language and tag. `link` leads to where each has its page, by its id. New is what came
-- since this person's visit before this one (a visit lasts half an hour). Definer:
-- the keys of a partnership are for no caller to read.
create function private.partner_creatives(p_program text, p_code text, p_kinds text[], p_sizes text[], p_languages text[], p_tags text[],
  p_promotion uuid, p_new boolean, p_search text, p_after_at timestamptz, p_after_id uuid, p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_limit integer := least(greatest(coalesce(p_limit, 48), 1), 500);
  v_word text := nullif(lower(trim(p_search)), '');
  v_program public.programs;
  v_partnership uuid;
  v_keys uuid[];
  v_since timestamptz;
  v_link public.links;
  v_only uuid[];
begin
  select l.partnership_id into v_partnership from private.my_places() l
  where l.side = 'partner' and l.program_slug = lower(p_program) and l.partner_code = upper(p_code) and l.status in ('active', 'paused');
  if v_partnership is null then
    perform private.fail('PT404', 'no creatives here for you', p_program);
  end if;
  select g.* into v_program from public.programs g where g.slug = lower(p_program);
  v_keys := array(select private.audience_keys_of(v_partnership));
  select l.* into v_link from public.links l where l.partnership_id = v_partnership and l.is_default and l.archived_at is null;
  select case when x.visited_at < now() - interval '30 minutes' then x.visited_at else x.visited_before end into v_since
  from private.creative_visits x where x.partnership_id = v_partnership and x.user_id = (select auth.uid());
  v_since := coalesce(v_since, now() - interval '14 days');
  if p_promotion is not null then
    -- Of a promotion that this partnership may see; of any other, nothing.
    v_only := array(
      select x.creative_id from public.promotion_creatives x
      join public.promotions p on p.program_id = x.program_id and p.id = x.promotion_id
      where p.id = p_promotion and p.program_id = v_program.id and p.audience_keys && v_keys and p.prepare_from <= now());
  end if;
  return (
    with mine as materialized (
      select c.id, c.kind, c.language, c.tags, c.name, a.at, a.at > v_since as is_new, f.width || 'x' || f.height as size
      from public.creatives c
      cross join lateral (select greatest(c.ready_at, c.valid_from) as at) a
      left join public.creative_files f on f.program_id = c.program_id and f.creative_id = c.id and f.role = 'original' and f.state = 'checked'
      where c.program_id = v_program.id
        and c.audience_keys && v_keys
        and c.ready_at is not null
        and c.withdrawn_at is null
        and (c.valid_from is null or c.valid_from <= now())
        and (c.valid_until is null or c.valid_until > now())
    ), found as materialized (
      select m.id, m.at, m.is_new
      from mine m
      where (p_kinds is null or m.kind::text = any (p_kinds))
        and (p_sizes is null or m.size = any (p_sizes))
        and (p_languages is null or coalesce(m.language, 'none') = any (p_languages))
        and (p_tags is null or m.tags && p_tags)
        and (v_only is null or m.id = any (v_only))
        and (not coalesce(p_new, false) or m.is_new)
        and (v_word is null or position(v_word in lower(m.name)) > 0 or v_word = any (m.tags))
    ), page as (
      select f.*, row_number() over (order by f.at desc, f.id desc) as nth
      from found f
      where p_after_at is null or (f.at, f.id) < (p_after_at, p_after_id)
      order by f.at desc, f.id desc
      limit v_limit + 1
    )
    select jsonb_build_object(
      'as_of', now(), 'since', v_since, 'all', (select count(*) from mine), 'new', (select count(*) from mine m where m.is_new),
      'found', (select count(*) from found), 'link', v_link.code,
      'rows', coalesce((
        select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'kind', c.kind, 'language', c.language, 'tags', c.tags, 'body', c.body,
          'at', p.at, 'is_new', p.is_new, 'last_day', ((c.valid_until - interval '1 second') at time zone v_program.time_zone)::date,
          'has_page', c.url is not null,
          'original', private.file_facts(o) - '{state,refusal}'::text[],
          'thumbnail', t.path) order by p.nth)
        from page p
        join public.creatives c on c.id = p.id
        left join public.creative_files o on o.program_id = c.program_id and o.creative_id = c.id and o.role = 'original' and o.state = 'checked'
        left join public.creative_files t on t.program_id = c.program_id and t.creative_id = c.id and t.role = 'thumbnail' and t.state = 'checked'
        where p.nth <= v_limit), '[]'),
      'next', (select jsonb_build_object('at', p.at, 'id', p.id) from page p
        where p.nth = v_limit and exists (select 1 from page q where q.nth > v_limit)),
      'choices', case when p_after_at is null then (
        select jsonb_object_agg(g.what, g.choices)
        from (
          select x.what, jsonb_agg(jsonb_build_object('value', x.value, 'creatives', x.n) order by x.n desc, x.value) as choices
          from (
            select w.what, w.value, count(*) as n
            from mine m
            cross join lateral (values ('kinds', m.kind::text), ('sizes', m.size), ('languages', coalesce(m.language, 'none'))) w (what, value)
            where w.value is not null
            group by w.what, w.value
            union all
            select 'tags', t, count(*) from mine m cross join lateral unnest(m.tags) t group by t
          ) x
          group by x.what
        ) g) end)
  );
end $$;

-- Notes that I look into a place's library now. Definer: marks are written by nobody but this.
create function private.visit_creatives(p_program text, p_code text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_place record;
begin
  select l.program_id, l.partnership_id into v_place from private.my_places() l
  where l.side = 'partner' and l.program_slug = lower(p_program) and l.partner_code = upper(p_code) and l.status in ('active', 'paused');
  if v_place.partnership_id is null then
    perform private.fail('PT404', 'no creatives here for you', p_program);
  end if;
  insert into private.creative_visits as v (user_id, program_id, partnership_id)
  values ((select auth.uid()), v_place.program_id, v_place.partnership_id)
  on conflict (user_id, partnership_id) do update
    set visited_at = now(),
      visited_before = case when v.visited_at < now() - interval '30 minutes' then v.visited_at else v.visited_before end;
  return jsonb_build_object('visited', true);
end $$;

create function public.partner_creatives(p_program text, p_code text, p_kinds text[] default null, p_sizes text[] default null,
  p_languages text[] default null, p_tags text[] default null, p_promotion uuid default null, p_new boolean default false,
  p_search text default null, p_after_at timestamptz default null, p_after_id uuid default null, p_limit integer default 48)
returns jsonb language sql stable set search_path = '' as $$
  select private.partner_creatives(p_program, p_code, p_kinds, p_sizes, p_languages, p_tags, p_promotion, p_new, p_search,
    p_after_at, p_after_id, p_limit)
$$;
create function public.visit_creatives(p_program text, p_code text)
returns jsonb language sql set search_path = '' as $$
  select private.visit_creatives(p_program, p_code)
$$;

-- The check ----------------------------------------------------------------------------------------------------

-- What a file was announced as, asked by the check with the caller's own token: only managers and owners hear of it.
-- Definer: whose it is stands in a withheld column.
create function private.creative_upload(p_file uuid)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_answer jsonb;
begin
  select private.file_facts(f) || jsonb_build_object('role', f.role, 'kind', c.kind) into v_answer
  from public.creative_files f
  join public.creatives c on c.program_id = f.program_id and c.id = f.creative_id
  where f.id = p_file and f.program_id = any (array(select private.my_program_ids('owner', 'manager')));
  if v_answer is null then
    perform private.fail('PT404', 'no such file for you to check');
  end if;
  return v_answer;
end $$;

-- Writes the verdict on a file: {"state": "checked", "sha256", "width", "height"} or {"state": "refused", "reason"}.
-- Once only. The last file of a creative called off takes it along; a checked one makes it ready, and sends off the
-- creative it replaces. For the server's own key alone.
create function private.record_creative_check(p_file uuid, p_verdict jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_file public.creative_files;
  v_next public.creatives;
  v_old public.creatives;
  v_new public.creatives;
begin
  update public.creative_files f set
    state = (p_verdict ->> 'state')::public.file_state, refusal = left(p_verdict ->> 'reason', 40), sha256 = p_verdict ->> 'sha256',
    width = (p_verdict ->> 'width')::integer, height = (p_verdict ->> 'height')::integer, checked_at = now()
  where f.id = p_file and f.state = 'waiting'
  returning * into v_file;
  if v_file.id is null then
    perform private.fail('PT409', 'this file does not wait for a check');
  end if;
  if v_file.state = 'checked' and v_file.role = 'original' then
    update public.creatives c set ready_at = now() where c.id = v_file.creative_id and c.ready_at is null;
    select c.* into v_next from public.creatives c where c.id = v_file.creative_id;
    select o.* into v_old from public.creatives o where o.program_id = v_next.program_id and o.id = v_next.replaces for update;
    if v_old.id is not null then
      update public.creatives o set withdrawn_at = now(), replaced_by = v_next.id where o.id = v_old.id returning * into v_new;
      perform private.audit_change(v_next.created_by, 'creative', v_new.name, '{withdrawn_at,replaced_by}', to_jsonb(v_old), to_jsonb(v_new));
    end if;
  end if;
  if v_file.refusal = 'cancelled' then
    delete from public.creative_files f where f.id = v_file.id;
    delete from public.creatives c
    where c.id = v_file.creative_id and c.ready_at is null
      and not exists (select 1 from public.creative_files f where f.creative_id = c.id);
  end if;
  return private.file_facts(v_file);
end $$;

-- Files that were announced a day ago and never came to be checked; the check calls them off in passing.
create function private.stale_creative_files()
returns jsonb language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'path', s.path)), '[]')
  from (
    select f.id, f.path from public.creative_files f
    where f.state = 'waiting' and f.created_at < now() - interval '1 day'
    order by f.created_at limit 20
  ) s
$$;

create function public.creative_upload(p_file uuid)
returns jsonb language sql stable set search_path = '' as $$
  select private.creative_upload(p_file)
$$;
create function public.record_creative_check(p_file uuid, p_verdict jsonb)
returns jsonb language sql set search_path = '' as $$
  select private.record_creative_check(p_file, private.plain_json(p_verdict))
$$;
create function public.stale_creative_files()
returns jsonb language sql stable set search_path = '' as $$
  select private.stale_creative_files()
$$;

grant execute on function private.partner_creatives, private.visit_creatives, private.creative_upload, public.partner_creatives,
  public.visit_creatives, public.creative_upload to authenticated;
-- Named steps of functions/check-creative, for the server's own key and nobody else.
grant execute on function private.plain_json, private.record_creative_check, private.stale_creative_files, public.record_creative_check,
  public.stale_creative_files to service_role;

comment on function public.partner_creatives is 'What a partnership may use now, filtered, paged by key, with its own links.';
comment on function public.visit_creatives is 'Notes that the caller looks into a place''s creatives now.';
comment on function public.creative_upload is 'What a file was announced as; for the check, with the caller''s token.';
comment on function public.record_creative_check is 'Writes the verdict on a file; for the server''s key.';
comment on function public.stale_creative_files is 'Files announced a day ago that never came; for the server''s key.';
