-- Promotions, continued: the functions of their two rooms, and what ends soon for a partner's home.
--
-- Staff's functions begin by asking for the program in the roles that may; those of partners by asking for the place,
-- which must be open. They are definer functions, because who is in an audience is nothing that the API's roles may
-- read, and because a partner is shown what this one partnership may see, not what all of a person's may.

-- For staff ----------------------------------------------------------------------------------------------------

create function private.promotion_of(p_program uuid, p_id uuid)
returns public.promotions language plpgsql stable set search_path = '' as $$
declare
  v_promotion public.promotions;
begin
  select p.* into v_promotion from public.promotions p where p.program_id = p_program and p.id = p_id;
  if v_promotion.id is null then
    perform private.fail('PT404', 'no such promotion');
  end if;
  return v_promotion;
end $$;

-- What came by a promotion's codes: orders that stand, what is left of them, and what they earn.
create function private.promotion_sums(p_promotion uuid, p_partnership uuid default null)
returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('orders', count(*), 'revenue_minor', coalesce(sum(c.amount_minor - c.refunded_minor), 0),
    'commission_minor', coalesce(sum(l.commission_minor), 0))
  from public.promotion_codes k
  join public.conversions c on c.program_id = k.program_id and c.promotion_code = k.code and c.status <> 'rejected'
  left join lateral (
    select sum(x.amount_minor) as commission_minor from public.commission_lines x
    where x.program_id = c.program_id and x.conversion_id = c.id
  ) l on true
  where k.promotion_id = p_promotion and (p_partnership is null or k.partnership_id = p_partnership)
$$;

create function private.describe_promotion(p public.promotions)
returns jsonb language sql stable set search_path = '' as $$
  select to_jsonb(p) - '{program_id,created_by,audience_keys,brief,terms}'::text[]
    || private.promotion_sums(p.id)
    || jsonb_build_object('state', private.promotion_state(p.prepare_from, p.publish_from, p.publish_until, now()),
      'codes', (select count(*) from public.promotion_codes k where k.promotion_id = p.id),
      'creatives', (select count(*) from public.promotion_creatives c where c.promotion_id = p.id),
      'segments', (select coalesce(jsonb_agg(s.name order by s.name), '[]') from public.segments s where s.id = any (p.segment_ids)))
$$;

-- Newest first, those without a date before all; paged by key.
create function private.promotion_list(p_program text, p_state text, p_after_at timestamptz, p_after_id uuid, p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 200);
begin
  return (
    with known as (
      select p.id, coalesce(p.publish_from, 'infinity') as at,
        private.promotion_state(p.prepare_from, p.publish_from, p.publish_until, now()) as state
      from public.promotions p where p.program_id = v_program
    ), page as (
      select k.*, row_number() over (order by k.at desc, k.id desc) as place
      from (
        select x.* from known x
        where (p_state is null or x.state = p_state)
          and (p_after_id is null or (x.at, x.id) < (coalesce(p_after_at, 'infinity'), p_after_id))
        order by x.at desc, x.id desc limit v_limit + 1
      ) k
    )
    select jsonb_build_object('as_of', now(),
      'counts', (select jsonb_object_agg(s.state, (select count(*) from known k where k.state = s.state))
        from unnest(array['draft', 'coming', 'live', 'ended']) s (state)),
      'rows', coalesce(jsonb_agg(private.describe_promotion(p) order by g.place) filter (where g.place <= v_limit), '[]'),
      'next', case when count(*) > v_limit then (
        select jsonb_build_object('at', nullif(x.at, 'infinity'), 'id', x.id) from page x where x.place = v_limit) end)
    from page g join public.promotions p on p.id = g.id
  );
end $$;

create function private.promotion_detail(p_program text, p_id uuid)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
  v_promotion public.promotions := private.promotion_of(v_program, p_id);
begin
  return jsonb_build_object('promotion', private.describe_promotion(v_promotion) || jsonb_build_object(
    'brief', v_promotion.brief, 'terms', v_promotion.terms,
    'creative_ids', (
      select coalesce(jsonb_agg(c.creative_id order by c.creative_id), '[]')
      from public.promotion_creatives c where c.promotion_id = p_id)));
end $$;

-- A promotion's codes in order of their text, with what came by each; a search finds partners and codes.
create function private.promotion_code_list(p_program text, p_promotion uuid, p_search text, p_after text, p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
  v_promotion public.promotions := private.promotion_of(v_program, p_promotion);
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 1000);
  v_search text := lower(trim(coalesce(p_search, '')));
begin
  return (
    with page as (
      select k.*, row_number() over (order by k.code collate "C") as place
      from (
        select x.id, x.code, x.partnership_id, s.partner_name, s.code as partner_code, s.status
        from public.promotion_codes x join public.partnerships s on s.id = x.partnership_id
        where x.promotion_id = v_promotion.id
          and (v_search = '' or position(v_search in lower(x.code)) > 0 or position(v_search in lower(s.partner_name)) > 0)
          and (p_after is null or x.code collate "C" > p_after)
        order by x.code collate "C" limit v_limit + 1
      ) k
    )
    select jsonb_build_object(
      'total', (select count(*) from public.promotion_codes x where x.promotion_id = v_promotion.id),
      'rows', coalesce(jsonb_agg(to_jsonb(g) - 'place' || private.promotion_sums(v_promotion.id, g.partnership_id) order by g.place)
        filter (where g.place <= v_limit), '[]'),
      'next', case when count(*) > v_limit then (select x.code from page x where x.place = v_limit) end)
    from page g
  );
end $$;

-- What of a promotion a person may set, put over what stands there. Refuses what is no date, no id, no text.
create function private.with_changes(p_promotion public.promotions, p_changes jsonb)
returns public.promotions language plpgsql set search_path = '' as $$
begin
  return jsonb_populate_record(p_promotion, (
    select coalesce(jsonb_object_agg(c.key, c.value), '{}') from jsonb_each(p_changes) c
    where c.key in ('name', 'offer', 'brief', 'terms', 'landing_url', 'prepare_from', 'publish_from', 'publish_until', 'audience', 'segment_ids')));
exception
  when data_exception then
    perform private.fail('PT422', 'a promotion is made of texts, instants and ids', left(sqlerrm, 200));
end $$;

-- Which creatives belong to it, all of them at once.
create function private.set_promotion_creatives(p_promotion public.promotions, p_ids uuid[])
returns void language plpgsql set search_path = '' as $$
begin
  if cardinality(p_ids) > 500 or exists (
    select 1 from unnest(p_ids) i (id)
    where not exists (select 1 from public.creatives c where c.program_id = p_promotion.program_id and c.id = i.id)
  ) then
    perform private.fail('PT422', 'a promotion has at most 500 creatives, all of its own program');
  end if;
  delete from public.promotion_creatives c where c.promotion_id = p_promotion.id and c.creative_id <> all (p_ids);
  insert into public.promotion_creatives (program_id, promotion_id, creative_id)
  select p_promotion.program_id, p_promotion.id, i.id from unnest(p_ids) i (id)
  on conflict do nothing;
end $$;

-- A new promotion (no revision), or a change of the one that stands at this revision. Said twice with the same words,
-- as after a lost answer, it changes nothing.
create function private.save_promotion(p_program text, p_id uuid, p_promotion jsonb, p_revision integer)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager');
  v_old public.promotions;
  v_new public.promotions;
  v_ids uuid[];
  v_same_creatives boolean;
begin
  select p.* into v_old from public.promotions p where p.program_id = v_program and p.id = p_id for update;
  if p_id is null or jsonb_typeof(p_promotion) is distinct from 'object' then
    perform private.fail('PT422', 'a promotion needs an id and what it is');
  end if;
  if v_old.id is null and (p_revision is not null or exists (select 1 from public.promotions p where p.id = p_id)) then
    perform private.fail('PT404', 'no such promotion');
  end if;
  v_new := private.with_changes(v_old, p_promotion);
  v_ids := private.uuid_list(p_promotion -> 'creative_ids');
  v_same_creatives := v_ids is null or not exists (
    select 1 from (select c.creative_id as id from public.promotion_creatives c where c.promotion_id = p_id) a
    full join unnest(v_ids) b (id) using (id) where a.id is null or b.id is null);
  if v_old.id is null then
    insert into public.promotions (id, program_id, name, offer, brief, terms, landing_url, prepare_from, publish_from, publish_until, audience, segment_ids)
    values (p_id, v_program, coalesce(v_new.name, ''), coalesce(v_new.offer, ''), coalesce(v_new.brief, ''), coalesce(v_new.terms, ''),
      v_new.landing_url, v_new.prepare_from, v_new.publish_from, v_new.publish_until, coalesce(v_new.audience, 'everyone'), coalesce(v_new.segment_ids, '{}'))
    returning * into v_new;
  elsif to_jsonb(v_new) <> to_jsonb(v_old) or not v_same_creatives then
    if v_old.revision is distinct from p_revision then
      perform private.fail('PT409', 'somebody else has saved this promotion', v_old.revision::text);
    end if;
    update public.promotions p
    set name = coalesce(v_new.name, ''), offer = coalesce(v_new.offer, ''), brief = coalesce(v_new.brief, ''), terms = coalesce(v_new.terms, ''),
      landing_url = v_new.landing_url, prepare_from = v_new.prepare_from, publish_from = v_new.publish_from, publish_until = v_new.publish_until,
      audience = coalesce(v_new.audience, 'everyone'), segment_ids = coalesce(v_new.segment_ids, '{}')
    where p.id = p_id returning * into v_new;
  end if;
  if not v_same_creatives then
    perform private.set_promotion_creatives(v_new, v_ids);
  end if;
  return private.promotion_detail(p_program, p_id);
end $$;

create function private.uuid_list(p_list jsonb)
returns uuid[] language plpgsql immutable set search_path = '' as $$
begin
  if p_list is null or jsonb_typeof(p_list) = 'null' then
    return null;
  end if;
  return array(select distinct e.value::uuid from jsonb_array_elements_text(p_list) e);
exception
  when data_exception then
    perform private.fail('PT422', 'a list of ids was expected', left(p_list::text, 100));
end $$;

create function private.delete_promotion(p_program text, p_id uuid, p_revision integer)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager');
  v_promotion public.promotions := private.promotion_of(v_program, p_id);
begin
  if v_promotion.revision is distinct from p_revision then
    perform private.fail('PT409', 'somebody else has saved this promotion', v_promotion.revision::text);
  end if;
  delete from public.promotion_codes k where k.promotion_id = p_id;
  delete from public.promotions p where p.id = p_id;
  return '{}';
end $$;
