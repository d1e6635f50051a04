-- Announcements, continued: the partner's inbox.

-- What one partnership may look at: its keys, and until when. An ended one keeps what it had received by its end.
create type private.inbox as (program_id uuid, default_locale text, keys uuid[], until timestamptz);

create function private.inbox_of(p_program text, p_code text)
returns private.inbox language plpgsql stable security definer set search_path = '' as $$
declare
  v_inbox private.inbox;
  v_partnership uuid;
begin
  select p.id, g.id, g.default_locale, case p.status when 'ended' then least(p.status_since, now()) else now() end
  into v_partnership, v_inbox.program_id, v_inbox.default_locale, v_inbox.until
  from public.programs g
  join public.partnerships p on p.program_id = g.id
  where g.slug = lower(p_program) and p.code = upper(p_code) and p.id in (select private.my_partnership_ids());
  if v_partnership is null then
    perform private.fail('PT404', 'no messages here for you', p_program);
  end if;
  v_inbox.keys := array(select private.audience_keys_of(v_partnership));
  return v_inbox;
end $$;

-- The newest of each key, merged: so many before a place in the feed, pinned or not; filters that are null let all
-- pass. Planned anew for each call, because one plan for every mix of filters sorts the whole feed; and with few rows
-- promised, because whoever joins them would else read every announcement.
create function private.inbox_feed(p_inbox private.inbox, p_is_pinned boolean, p_limit integer,
  p_before timestamptz default 'infinity', p_before_id uuid default 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  p_kind public.announcement_kind default null, p_unread_by uuid default null, p_word text default null, p_locale text default null)
returns table (id uuid, publish_at timestamptz)
language plpgsql stable rows 30 set search_path = '' set plan_cache_mode = force_custom_plan as $$
begin
  return query
    select f.announcement_id, f.publish_at
    from unnest(p_inbox.keys) k (key)
    cross join lateral (
      select x.announcement_id, x.publish_at
      from private.announcement_feed x
      where x.audience_key = k.key and x.is_pinned = p_is_pinned
        and x.publish_at <= p_inbox.until
        and (x.publish_at, x.announcement_id) < (p_before, p_before_id)
        and (x.expires_at is null or x.expires_at > now())
        and (p_kind is null or x.kind = p_kind)
        and (p_unread_by is null or not exists (
          select 1 from public.announcement_reads r where r.announcement_id = x.announcement_id and r.user_id = p_unread_by))
        and (p_word is null or exists (
          select 1
          from public.announcements a
          cross join lateral private.pick_text(a.texts, p_locale, p_inbox.default_locale) t
          where a.id = x.announcement_id and position(p_word in lower((t ->> 'title') || ' ' || (t ->> 'body'))) > 0))
      order by x.publish_at desc, x.announcement_id desc
      limit p_limit
    ) f
    group by f.announcement_id, f.publish_at
    order by f.publish_at desc, f.announcement_id desc
    limit p_limit;
end $$;

-- An announcement as one reader sees it: one language of it, nothing of its audience.
create function private.describe_message(p public.announcements, p_locale text, p_default text, p_body_length integer)
returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'kind', p.kind, 'is_pinned', p.is_pinned, 'publish_at', p.publish_at,
    'expires_at', p.expires_at, 'language', t ->> 'language', 'title', t ->> 'title', 'body', left(t ->> 'body', p_body_length),
    'is_unread', not exists (
      select 1 from public.announcement_reads r where r.announcement_id = p.id and r.user_id = (select auth.uid())))
  from private.pick_text(p.texts, p_locale, p_default) t
$$;

-- The inbox: pinned ones first (on the first page), then the newest, paged by key, each with the beginning of its body.
-- The search reads the words that are shown. Definer: the feed and the audience of an announcement are not granted.
create function private.partner_inbox(p_program text, p_code text, p_locale text, p_kind text, p_search text, p_unread boolean,
  p_after_at timestamptz, p_after_id uuid, p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_inbox private.inbox := private.inbox_of(p_program, p_code);
  v_limit integer := least(greatest(coalesce(p_limit, 30), 1), 100);
  v_kind public.announcement_kind;
  v_word text := lower(nullif(trim(p_search), ''));
  v_unread_by uuid := case when p_unread then (select auth.uid()) end;
begin
  if p_kind is not null and p_kind not in ('product', 'creative', 'promotion', 'program', 'education') then
    perform private.fail('PT422', 'unknown kind', p_kind);
  end if;
  v_kind := p_kind;
  return (
    with page as (
      select f.id, f.publish_at, false as is_pinned, row_number() over (order by f.publish_at desc, f.id desc) as n
      from private.inbox_feed(v_inbox, false, v_limit + 1, coalesce(p_after_at, 'infinity'),
        coalesce(p_after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'), v_kind, v_unread_by, v_word, p_locale) f
      union all
      select f.id, f.publish_at, true, 0
      from private.inbox_feed(v_inbox, true, 100, p_kind => v_kind, p_unread_by => v_unread_by, p_word => v_word, p_locale => p_locale) f
      where p_after_at is null
    )
    select jsonb_build_object(
      'rows', coalesce(jsonb_agg(private.describe_message(a, p_locale, v_inbox.default_locale, 300)
        order by g.is_pinned desc, g.publish_at desc, g.id desc) filter (where g.n <= v_limit), '[]'),
      'next', case when max(g.n) > v_limit then (
        select jsonb_build_object('at', x.publish_at, 'id', x.id) from page x where x.n = v_limit) end)
    from page g
    join public.announcements a on a.id = g.id
  );
end $$;

-- One message. Definer: see above.
create function private.partner_message(p_program text, p_code text, p_id uuid, p_locale text)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_inbox private.inbox := private.inbox_of(p_program, p_code);
  v_message public.announcements;
begin
  select a.* into v_message
  from public.announcements a
  join private.announcement_feed f on f.announcement_id = a.id and f.program_id = a.program_id
  where a.id = p_id and f.audience_key = any (v_inbox.keys) and f.publish_at <= v_inbox.until
    and (f.expires_at is null or f.expires_at > now())
  limit 1;
  if v_message.id is null then
    perform private.fail('PT404', 'no such message');
  end if;
  return jsonb_build_object('message', private.describe_message(v_message, p_locale, v_inbox.default_locale, 20000)
    || jsonb_build_object('edited_at', case when v_message.updated_at > v_message.publish_at then v_message.updated_at end));
end $$;

-- How many of the newest hundred are unread, and what came after an instant: asked again and again, so it costs the
-- same however long the inbox is. What it answers as `now` is what to ask with next. Definer: see above.
create function private.inbox_news(p_program text, p_code text, p_locale text, p_after timestamptz)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_inbox private.inbox := private.inbox_of(p_program, p_code);
begin
  return (
    with newest as materialized (
      select f.id, f.publish_at from private.inbox_feed(v_inbox, false, 100) f
      union all
      select f.id, f.publish_at from private.inbox_feed(v_inbox, true, 100) f
    )
    select jsonb_build_object(
      'now', now(),
      'unread', (
        select count(*) from newest n
        -- Looked up one by one: as a join it would go through every mark there is.
        where (select r.user_id from public.announcement_reads r where r.announcement_id = n.id and r.user_id = (select auth.uid())) is null),
      'news', (
        select coalesce(jsonb_agg(private.describe_message(a, p_locale, v_inbox.default_locale, 0) - 'body' order by n.publish_at desc), '[]')
        from (select x.id, x.publish_at from newest x where x.publish_at > p_after order by x.publish_at desc limit 5) n
        join public.announcements a on a.id = n.id))
  );
end $$;

-- Marks the newest thousand as read. Definer: see above; the marks are the caller's own.
create function private.mark_all_read(p_program text, p_code text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_inbox private.inbox := private.inbox_of(p_program, p_code);
begin
  insert into public.announcement_reads (program_id, announcement_id, user_id)
  select v_inbox.program_id, f.id, (select auth.uid())
  from unnest('{false,true}'::boolean[]) b (is_pinned)
  cross join lateral private.inbox_feed(v_inbox, b.is_pinned, 1000, p_unread_by => (select auth.uid())) f
  on conflict do nothing;
  return '{}';
end $$;

-- The same, as the API shows them ------------------------------------------------------------------------------

create function public.partner_inbox(p_program text, p_code text, p_locale text default null, p_kind text default null,
  p_search text default null, p_unread boolean default false, p_after_at timestamptz default null, p_after_id uuid default null,
  p_limit integer default 30)
returns jsonb language sql stable set search_path = '' as $$
  select private.partner_inbox(p_program, p_code, p_locale, p_kind, p_search, p_unread, p_after_at, p_after_id, p_limit)
$$;
create function public.partner_message(p_program text, p_code text, p_id uuid, p_locale text default null)
returns jsonb language sql stable set search_path = '' as $$ select private.partner_message(p_program, p_code, p_id, p_locale) $$;
create function public.inbox_news(p_program text, p_code text, p_locale text default null, p_after timestamptz default null)
returns jsonb language sql stable set search_path = '' as $$ select private.inbox_news(p_program, p_code, p_locale, p_after) $$;
create function public.mark_all_read(p_program text, p_code text)
returns jsonb language sql set search_path = '' as $$ select private.mark_all_read(p_program, p_code) $$;

-- Sets or takes away my mark on one message, with my own rights: what I may not read is not there, and nobody's mark
-- but mine can go.
create function public.mark_message(p_id uuid, p_is_read boolean)
returns jsonb language plpgsql set search_path = '' as $$
begin
  if not exists (select 1 from public.announcements a where a.id = p_id) then
    perform private.fail('PT404', 'no such message');
  end if;
  if p_is_read then
    insert into public.announcement_reads (program_id, announcement_id, user_id)
    select a.program_id, a.id, (select auth.uid()) from public.announcements a where a.id = p_id
    on conflict do nothing;
  else
    delete from public.announcement_reads r where r.announcement_id = p_id;
  end if;
  return '{}';
end $$;

grant execute on function private.partner_inbox, private.partner_message, private.inbox_news, private.mark_all_read
  to authenticated;
grant execute on function public.partner_inbox, public.partner_message, public.inbox_news, public.mark_all_read,
  public.mark_message to authenticated;

comment on function public.partner_inbox is 'Messages of a partnership: pinned first, then the newest; paged by key.';
comment on function public.partner_message is 'One message in the reader''s language.';
comment on function public.inbox_news is 'How many are unread, and what came since an instant.';
comment on function public.mark_all_read is 'Marks everything in an inbox as read, for the person signed in.';
comment on function public.mark_message is 'Marks one message as read or unread, for the person signed in.';
