-- Partners, continued: one partner's page, in one call.
--
-- Everything that staff may read about a partnership anyway, and no more: people only while it is active. Each list is
-- short by its nature or says how many there are; none of it grows with the program.

-- Whom it is with: profile and channels, and the team of an active partnership.
create function private.partner_profile(p public.partnerships)
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return private.describe_partner(p) || jsonb_build_object('status_reason', p.status_reason, 'created_at', p.created_at,
    'time_zone', (select k.time_zone from public.partners k where k.id = p.partner_id),
    'channels', (
      select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'url', c.url) order by c.kind, c.url), '[]')
      from public.partner_channels c where c.partner_id = p.partner_id),
    'team', case when p.status = 'active' then (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.display_name, 'email', m.email, 'role', m.role,
        'since', m.created_at) order by m.role, m.created_at, m.id), '[]')
      from public.partner_members m where m.partner_id = p.partner_id and m.removed_at is null) end);
end $$;

-- The default link, and how many others there are.
create function private.partner_link(p_partnership uuid)
returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('code', l.code, 'destination', l.destination,
    'others', (select count(*) from public.links o where o.partnership_id = p_partnership and not o.is_default and o.archived_at is null))
  from public.links l where l.partnership_id = p_partnership and l.is_default
$$;

create function private.partner_codes(p_partnership uuid)
returns jsonb language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'promotion_id', m.id, 'promotion', m.name,
    'state', private.promotion_state(m.prepare_from, m.publish_from, m.publish_until, now())) order by c.created_at desc, c.id), '[]')
  from (select x.* from public.promotion_codes x where x.partnership_id = p_partnership order by x.created_at desc, x.id limit 20) c
  join public.promotions m on m.id = c.promotion_id
$$;

-- The newest messages that reached them, and who of the team was the first to read each.
create function private.partner_messages(p public.partnerships)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_inbox private.inbox := row(p.program_id, (select g.default_locale from public.programs g where g.id = p.program_id),
    array(select private.audience_keys_of(p.id)), case p.status when 'ended' then least(p.status_since, now()) else now() end)::private.inbox;
begin
  if p.status not in ('active', 'paused', 'ended') then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'title', a.label, 'publish_at', a.publish_at, 'read_at', (
        select min(r.read_at) from public.partner_members m join public.announcement_reads r on r.announcement_id = a.id and r.user_id = m.user_id
        where m.partner_id = p.partner_id and m.removed_at is null)) order by a.publish_at desc, a.id), '[]')
    from (
      select f.id from private.inbox_feed(v_inbox, false, 10) f union select f.id from private.inbox_feed(v_inbox, true, 10) f
    ) f
    join public.announcements a on a.id = f.id
  );
end $$;

-- What the program shows them at this moment beside its messages: how many creatives their library holds, and the
-- promotions that run or are prepared. Null where the status shows neither.
create function private.partner_sees(p public.partnerships)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_keys uuid[];
begin
  if p.status not in ('active', 'paused') then
    return null;
  end if;
  v_keys := array(select private.audience_keys_of(p.id));
  return jsonb_build_object(
    'creatives', (
      select count(*) from public.creatives c
      where c.program_id = p.program_id and c.audience_keys && v_keys and c.ready_at is not null and c.withdrawn_at is null
        and (c.valid_from is null or c.valid_from <= now()) and (c.valid_until is null or c.valid_until > now())),
    'promotions', (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'state',
        private.promotion_state(m.prepare_from, m.publish_from, m.publish_until, now()), 'publish_from', m.publish_from,
        'publish_until', m.publish_until) order by m.publish_from > now(), m.publish_until, m.id), '[]')
      from (
        select x.* from private.promotions_for(p.id) x
        where x.publish_until > now() order by x.publish_from > now(), x.publish_until, x.id limit 20
      ) m));
end $$;

-- The segments they are in; why, the segment's own page explains.
create function private.partner_segments(p public.partnerships)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_predicates text;
  v_ids uuid[];
begin
  select string_agg(format('(%L::uuid, %s)', s.segment_id, s.for_one), ', ') into v_predicates
  from private.segment_predicates s where s.program_id = p.program_id;
  if v_predicates is null or p.status not in ('active', 'paused') then
    return '[]';
  end if;
  execute 'select array_agg(k.id) from public.partnerships p cross join (select $2::date as today) t cross join lateral (values '
    || v_predicates || ') k (id, holds) where p.id = $1 and k.holds'
  into v_ids using p.id, private.program_today(p.program_id);
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name,
      'uses', (select count(*) from private.segment_uses u where u.segment_id = s.id)) order by lower(s.name), s.id), '[]')
    from public.segments s where s.id = any (v_ids));
end $$;

-- What happened, the newest first: facts that every staff member may read. Who did what is the owners' (the audit).
create function private.partner_timeline(p public.partnerships)
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'kind', e.kind, 'text', e.text, 'before', e.before) order by e.at desc, e.kind), '[]')
    from (
      select x.* from (
        select p.created_at as at, 'began' as kind, null as text, null as before
        union all
        select a.made_at, 'status_' || (r.after ->> 'status'), r.after ->> 'status_reason', r.before ->> 'status'
        from private.partner_act_rows r join private.partner_acts a on a.id = r.act_id
        where r.program_id = p.program_id and r.partnership_id = p.id and r.after ->> 'status' <> r.before ->> 'status'
        union all
        select r.undone_at, 'undone', r.before ->> 'status', r.after ->> 'status'
        from private.partner_act_rows r
        where r.program_id = p.program_id and r.partnership_id = p.id and r.undone_at is not null and r.after ->> 'status' <> r.before ->> 'status'
        union all
        -- A status that was set in another way, as by accepting an invitation.
        select p.status_since, 'status_' || p.status, p.status_reason, null
        where p.status_since > p.created_at and not exists (
          select 1 from private.partner_act_rows r
          where r.program_id = p.program_id and r.partnership_id = p.id
            and p.status_since in ((r.after ->> 'status_since')::timestamptz, (r.before ->> 'status_since')::timestamptz))
        union all
        select a.made_at, 'tier', r.after ->> 'tier', r.before ->> 'tier'
        from private.partner_act_rows r join private.partner_acts a on a.id = r.act_id
        where r.program_id = p.program_id and r.partnership_id = p.id and r.after -> 'tier' <> r.before -> 'tier'
        union all
        (select l.created_at, 'link', l.code, null from public.links l where l.partnership_id = p.id order by l.created_at desc limit 10)
        union all
        (select c.created_at, 'code', c.code, null from public.promotion_codes c where c.partnership_id = p.id order by c.created_at desc limit 10)
        union all
        (select c.occurred_at, 'first_conversion', c.order_ref, null from public.conversions c where c.partnership_id = p.id order by c.occurred_at, c.id limit 1)
        union all
        (select c.occurred_at, 'last_conversion', c.order_ref, null from public.conversions c where c.partnership_id = p.id order by c.occurred_at desc, c.id desc limit 1)
      ) x
      order by x.at desc limit 50
    ) e
  );
end $$;

-- Definer, as the list: keys, acts and segments are in `private`; it begins with the caller's live rights.
create function private.partner_page(p_program text, p_partnership uuid, p_from date, p_to date)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
  v_today date := private.program_today(v_program);
  v_partner public.partnerships;
begin
  perform private.check_range(p_from, p_to);
  select p.* into v_partner from public.partnerships p where p.program_id = v_program and p.id = p_partnership;
  if v_partner.id is null then
    perform private.fail('PT404', 'no such partner in this program');
  end if;
  return jsonb_build_object('as_of', now(), 'today', v_today,
    'partner', private.partner_profile(v_partner),
    'link', private.partner_link(p_partnership),
    'balance', private.partner_balance(p_partnership, v_today),
    'range', private.partner_range(p_partnership, p_from, p_to),
    'ever', (
      select jsonb_build_object('clicks', s.clicks, 'conversions', s.conversions, 'revenue_minor', s.revenue_minor, 'accrued_minor', s.accrued_minor)
      from private.partner_standings s where s.partnership_id = p_partnership and s.span = 0),
    'codes', private.partner_codes(p_partnership),
    'messages', private.partner_messages(v_partner),
    'sees', private.partner_sees(v_partner),
    'segments', private.partner_segments(v_partner),
    'timeline', private.partner_timeline(v_partner));
end $$;

create function public.partner_page(p_program text, p_partnership uuid, p_from date, p_to date)
returns jsonb language sql stable set search_path = '' as $$
  select private.partner_page(p_program, p_partnership, p_from, p_to)
$$;

grant execute on function private.partner_page, public.partner_page to authenticated;
comment on function public.partner_page is 'One partner of a program: profile, team, link, figures of a range, codes, messages, segments and what happened.';
