-- Promotions, continued: codes by the hundred, and what partners see.

-- What would become of each line {line, partner_code, code}: made, kept (it stands already) or refused with a reason.
create function private.plan_promotion_codes(p_promotion public.promotions, p_lines jsonb)
returns table (line integer, partnership_id uuid, partner_name text, partner_code text, code text, fate text, reason text)
language plpgsql stable set search_path = '' as $$
begin
  return query
    with given as (
      select r.line, upper(trim(coalesce(r.partner_code, ''))) as partner_code, upper(trim(coalesce(r.code, ''))) as code
      from jsonb_to_recordset(p_lines) as r (line integer, partner_code text, code text)
    ), ranked as (
      select g.*, row_number() over (partition by g.code order by g.line) as code_rank,
        row_number() over (partition by g.partner_code order by g.line) as partner_rank
      from given g
    ), judged as (
      select g.line, p.id, p.partner_name, g.partner_code, g.code,
        case
          when p.id is null or p.status in ('invited', 'applied', 'declined') then 'unknown_partner'
          when own.code = g.code then 'kept'
          when own.code is not null then 'has_other_code'
          when p.status <> 'active' then 'not_active'
          when g.code !~ '^[A-Z0-9][A-Z0-9_-]{1,63}$' then 'bad_code'
          when taken.id is not null then 'code_taken'
          when other.id is not null and other.id <> p.id then 'partner_code'
          when g.code_rank > 1 or g.partner_rank > 1 then 'twice'
          else 'made'
        end as verdict
      from ranked g
      left join public.partnerships p on p.program_id = p_promotion.program_id and p.code = g.partner_code
      left join public.promotion_codes own on own.promotion_id = p_promotion.id and own.partnership_id = p.id
      left join public.promotion_codes taken on taken.program_id = p_promotion.program_id and taken.code = g.code
      left join public.partnerships other on other.program_id = p_promotion.program_id and other.code = g.code
    )
    select j.line, j.id, j.partner_name, j.partner_code, j.code,
      case when j.verdict in ('made', 'kept') then j.verdict else 'refused' end,
      case when j.verdict not in ('made', 'kept') then j.verdict end
    from judged j;
end $$;

-- Plans lines and, unless it is a dry run, makes what can be made. The lock keeps two people from planning the same
-- code at once.
create function private.place_promotion_codes(p_promotion public.promotions, p_lines jsonb, p_is_dry_run boolean)
returns jsonb language plpgsql set search_path = '' as $$
declare
  v_report jsonb;
begin
  if jsonb_typeof(p_lines) is distinct from 'array' or jsonb_array_length(p_lines) > 2000 then
    perform private.fail('PT422', 'at most 2,000 codes at a time');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('codes:' || p_promotion.program_id, 0));
  drop table if exists pg_temp.code_plan;
  create temporary table code_plan on commit drop as select * from private.plan_promotion_codes(p_promotion, p_lines);
  select jsonb_build_object(
    'made', count(*) filter (where c.fate = 'made'),
    'kept', count(*) filter (where c.fate = 'kept'),
    'refused', count(*) filter (where c.fate = 'refused'),
    'sample', (
      select coalesce(jsonb_agg(jsonb_build_object('partner_name', s.partner_name, 'partner_code', s.partner_code, 'code', s.code) order by s.line), '[]')
      from (select x.* from pg_temp.code_plan x where x.fate = 'made' order by x.line limit 6) s),
    'issues', coalesce(jsonb_agg(jsonb_build_object('line', c.line, 'partner_code', left(c.partner_code, 80), 'code', left(c.code, 80),
      'reason', c.reason) order by c.line) filter (where c.fate = 'refused'), '[]'))
  into v_report from pg_temp.code_plan c;
  if not coalesce(p_is_dry_run, true) then
    insert into public.promotion_codes (program_id, promotion_id, partnership_id, code)
    select p_promotion.program_id, p_promotion.id, c.partnership_id, c.code
    from pg_temp.code_plan c where c.fate = 'made' order by c.code;
  end if;
  drop table pg_temp.code_plan;
  return v_report;
end $$;

-- Codes after a pattern such as {PARTNER}-PARTY12 for the active partners of the audience, or for those chosen, who have
-- none yet. At most 2,000 a call; `left` says how many remain.
create function private.make_promotion_codes(p_program text, p_promotion uuid, p_pattern text, p_partnerships uuid[], p_is_dry_run boolean)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager');
  v_promotion public.promotions := private.promotion_of(v_program, p_promotion);
  v_pattern text := upper(trim(coalesce(p_pattern, '')));
  v_lines jsonb;
  v_all integer;
begin
  if v_pattern !~ '^[A-Z0-9_-]*\{PARTNER\}[A-Z0-9_-]*$' or char_length(v_pattern) > 60 then
    perform private.fail('PT422', 'a pattern holds {PARTNER} once, and letters, digits, - and _', left(v_pattern, 80));
  end if;
  with wanted as (
    select s.code from public.partnerships s
    where s.program_id = v_program and s.status = 'active'
      and case when p_partnerships is null
        then s.id in (select private.audience_members(v_program, v_promotion.audience, v_promotion.segment_ids))
        else s.id = any (p_partnerships) end
      and not exists (select 1 from public.promotion_codes k where k.promotion_id = p_promotion and k.partnership_id = s.id)
  )
  select (select count(*) from wanted), jsonb_agg(jsonb_build_object('line', w.line, 'partner_code', w.code, 'code', replace(v_pattern, '{PARTNER}', w.code)))
  into v_all, v_lines
  from (select x.code, row_number() over (order by x.code) as line from wanted x order by x.code limit 2000) w;
  return private.place_promotion_codes(v_promotion, coalesce(v_lines, '[]'), p_is_dry_run)
    || jsonb_build_object('left', v_all - jsonb_array_length(coalesce(v_lines, '[]')));
end $$;

create function private.import_promotion_codes(p_program text, p_promotion uuid, p_lines jsonb, p_is_dry_run boolean)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager');
begin
  return private.place_promotion_codes(private.promotion_of(v_program, p_promotion), p_lines, p_is_dry_run);
end $$;

-- For partners -------------------------------------------------------------------------------------------------

-- The place of the caller that these words name, while it is open.
create function private.open_place(p_program text, p_code text)
returns uuid language plpgsql stable set search_path = '' as $$
declare
  v_place uuid;
begin
  select l.partnership_id into v_place from private.my_places() l
  where l.side = 'partner' and l.program_slug = lower(p_program) and l.partner_code = upper(p_code)
    and l.status in ('active', 'paused');
  if v_place is null then
    perform private.fail('PT404', 'nothing goes on here for you', p_program);
  end if;
  return v_place;
end $$;

-- What a place may see of promotions now. Whoever calls has made sure that it is the caller's place.
create function private.promotions_for(p_place uuid)
returns setof public.promotions language plpgsql stable set search_path = '' as $$
declare
  v_keys uuid[] := array(select private.audience_keys_of(p_place));
begin
  return query
    select p.* from public.partnerships s join public.promotions p on p.program_id = s.program_id
    where s.id = p_place and p.audience_keys && v_keys and p.prepare_from <= now();
end $$;

-- A promotion as its partner sees it: without its audience, with the own code, the creatives that are open to this
-- place too, and what the code brought.
create function private.tell_promotion(p public.promotions, p_place uuid)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_keys uuid[] := array(select private.audience_keys_of(p_place));
  v_code text := (select k.code from public.promotion_codes k where k.promotion_id = p.id and k.partnership_id = p_place);
begin
  return jsonb_build_object('id', p.id, 'name', p.name, 'offer', p.offer, 'publish_from', p.publish_from, 'publish_until', p.publish_until,
    'state', private.promotion_state(p.prepare_from, p.publish_from, p.publish_until, now()), 'code', v_code,
    'creatives', (
      select count(*) from public.promotion_creatives l join public.creatives c on c.id = l.creative_id
      where l.promotion_id = p.id and c.audience_keys && v_keys and c.ready_at is not null and c.withdrawn_at is null
        and (c.valid_from is null or c.valid_from <= now()) and (c.valid_until is null or c.valid_until > now())))
    || private.promotion_sums(p.id, p_place);
end $$;

-- Live ones by their end, coming ones by their beginning, ended ones newest first; paged by key.
create function private.partner_promotions(p_program text, p_code text, p_state text, p_after_at timestamptz, p_after_id uuid, p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_place uuid := private.open_place(p_program, p_code);
  v_limit integer := least(greatest(coalesce(p_limit, 30), 1), 100);
begin
  if p_state is null or p_state not in ('coming', 'live', 'ended') then
    perform private.fail('PT422', 'promotions are coming, live or ended', p_state);
  end if;
  return (
    with known as materialized (
      select p.id, s.state, case s.state when 'coming' then p.publish_from else p.publish_until end as at,
        case s.state when 'ended' then -1 else 1 end as way
      from private.promotions_for(v_place) p
      cross join lateral (select private.promotion_state(p.prepare_from, p.publish_from, p.publish_until, now()) as state) s
    ), page as (
      select k.*, row_number() over (order by k.way * extract(epoch from k.at), k.id) as place
      from known k
      where k.state = p_state
        and (p_after_id is null or (k.way * extract(epoch from k.at), k.id) > (k.way * extract(epoch from p_after_at), p_after_id))
      order by 5 limit v_limit + 1
    )
    select jsonb_build_object('as_of', now(),
      'counts', (select jsonb_object_agg(s.state, (select count(*) from known k where k.state = s.state))
        from unnest(array['coming', 'live', 'ended']) s (state)),
      'rows', coalesce(jsonb_agg(private.tell_promotion(p, v_place) order by g.place) filter (where g.place <= v_limit), '[]'),
      'next', case when count(*) > v_limit then (select jsonb_build_object('at', x.at, 'id', x.id) from page x where x.place = v_limit) end)
    from page g join public.promotions p on p.id = g.id
  );
end $$;

-- One promotion whole, with the code of the link that leads to its landing page.
create function private.partner_promotion(p_program text, p_code text, p_id uuid)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_place uuid := private.open_place(p_program, p_code);
  v_promotion public.promotions;
begin
  select p.* into v_promotion from private.promotions_for(v_place) p where p.id = p_id;
  if v_promotion.id is null then
    perform private.fail('PT404', 'no such promotion for you');
  end if;
  return jsonb_build_object('as_of', now(), 'promotion', private.tell_promotion(v_promotion, v_place) || jsonb_build_object(
    'brief', v_promotion.brief, 'terms', v_promotion.terms,
    'landing_url', v_promotion.landing_url,
    'link', (select l.code from public.links l where l.partnership_id = v_place and l.is_default and l.archived_at is null)));
end $$;

-- Up to three live promotions that end within two weeks, for home: as cheap as nothing when there are none. Definer
-- like the others, and by the caller's own places alone.
create function private.ending_promotions(p_place uuid)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name, 'offer', e.offer, 'publish_until', e.publish_until,
      'code', e.code) order by e.publish_until, e.id), '[]')
    from (
      select p.id, p.name, p.offer, p.publish_until, k.code
      from public.partnerships s
      join public.promotions p on p.program_id = s.program_id and p.publish_until > now() and p.publish_until <= now() + interval '14 days'
      left join public.promotion_codes k on k.promotion_id = p.id and k.partnership_id = s.id
      where s.id = p_place and s.id in (select private.my_open_partnership_ids())
        and p.prepare_from <= now() and p.publish_from <= now()
        and p.audience_keys && array(select private.audience_keys_of(p_place))
      order by p.publish_until, p.id limit 3
    ) e
  );
end $$;

-- The same, as the API shows them ------------------------------------------------------------------------------

create function public.promotion_list(p_program text, p_state text default null, p_after_at timestamptz default null,
  p_after_id uuid default null, p_limit integer default 50)
returns jsonb language sql stable set search_path = '' as $$
  select private.promotion_list(p_program, p_state, p_after_at, p_after_id, p_limit)
$$;
create function public.promotion_detail(p_program text, p_id uuid)
returns jsonb language sql stable set search_path = '' as $$ select private.promotion_detail(p_program, p_id) $$;
create function public.promotion_code_list(p_program text, p_promotion uuid, p_search text default '', p_after text default null,
  p_limit integer default 50)
returns jsonb language sql stable set search_path = '' as $$
  select private.promotion_code_list(p_program, p_promotion, p_search, p_after, p_limit)
$$;
create function public.save_promotion(p_program text, p_id uuid, p_promotion jsonb, p_revision integer default null)
returns jsonb language sql set search_path = '' as $$
  select private.save_promotion(p_program, p_id, private.plain_json(p_promotion), p_revision)
$$;
create function public.delete_promotion(p_program text, p_id uuid, p_revision integer)
returns jsonb language sql set search_path = '' as $$ select private.delete_promotion(p_program, p_id, p_revision) $$;
create function public.make_promotion_codes(p_program text, p_promotion uuid, p_pattern text, p_partnerships uuid[] default null,
  p_is_dry_run boolean default true)
returns jsonb language sql set search_path = '' as $$
  select private.make_promotion_codes(p_program, p_promotion, p_pattern, p_partnerships, p_is_dry_run)
$$;
create function public.import_promotion_codes(p_program text, p_promotion uuid, p_lines jsonb, p_is_dry_run boolean default true)
returns jsonb language sql set search_path = '' as $$
  select private.import_promotion_codes(p_program, p_promotion, private.plain_json(p_lines), p_is_dry_run)
$$;
create function public.partner_promotions(p_program text, p_code text, p_state text default 'live',
  p_after_at timestamptz default null, p_after_id uuid default null, p_limit integer default 30)
returns jsonb language sql stable set search_path = '' as $$
  select private.partner_promotions(p_program, p_code, p_state, p_after_at, p_after_id, p_limit)
$$;
create function public.partner_promotion(p_program text, p_code text, p_id uuid)
returns jsonb language sql stable set search_path = '' as $$ select private.partner_promotion(p_program, p_code, p_id) $$;

grant execute on function private.promotion_list, private.promotion_detail, private.promotion_code_list, private.save_promotion,
  private.delete_promotion, private.make_promotion_codes, private.import_promotion_codes, private.partner_promotions,
  private.partner_promotion, private.ending_promotions to authenticated;
grant execute on function public.promotion_list, public.promotion_detail, public.promotion_code_list, public.save_promotion,
  public.delete_promotion, public.make_promotion_codes, public.import_promotion_codes, public.partner_promotions,
  public.partner_promotion to authenticated;

comment on function public.promotion_list is 'Promotions of a program by state, with their codes and what came by them.';
comment on function public.promotion_detail is 'One promotion, for staff.';
comment on function public.promotion_code_list is 'Codes of a promotion with their partner and what came by each.';
comment on function public.save_promotion is 'Adds a promotion, or changes the one that stands at this revision; managers and owners.';
comment on function public.delete_promotion is 'Deletes a draft and its codes; managers and owners.';
comment on function public.make_promotion_codes is 'Makes codes after a pattern for an audience or for chosen partners, at first as a dry run.';
comment on function public.import_promotion_codes is 'Takes codes from the lines of a file, at first as a dry run.';
comment on function public.partner_promotions is 'A partner''s promotions in one state, with the own code.';
comment on function public.partner_promotion is 'One promotion for a partner: brief, terms, code and landing page.';
