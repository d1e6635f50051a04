-- Announcements, continued: the functions of the brand's room. Staff read, managers and owners write.
--
-- Definer, all of them: audience, segments and author are granted to no API role; each begins with the caller's live
-- rights.

create function private.announcement_state(p public.announcements)
returns text language sql stable set search_path = '' as $$
  select case
    when p.recalled_at is not null then 'recalled'
    when p.publish_at is null then 'draft'
    when p.publish_at > now() then 'scheduled'
    when p.expires_at <= now() then 'expired'
    else 'live'
  end
$$;

-- Readers are people of partners: a colleague who opens a message has not received it.
create function private.describe_announcement(p public.announcements)
returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'label', p.label, 'kind', p.kind, 'state', private.announcement_state(p),
    'audience', p.audience, 'is_pinned', p.is_pinned, 'publish_at', p.publish_at, 'expires_at', p.expires_at,
    'recalled_at', p.recalled_at, 'revision', p.revision, 'updated_at', p.updated_at,
    'locales', (select coalesce(jsonb_agg(k order by k), '[]') from jsonb_object_keys(p.texts) k),
    'segments', (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name), '[]')
      from public.segments s where s.program_id = p.program_id and s.id = any (p.segment_ids)),
    'reads', (
      select count(*) from public.announcement_reads r
      where r.program_id = p.program_id and r.announcement_id = p.id
        and not exists (select 1 from public.program_staff s where s.program_id = r.program_id and s.user_id = r.user_id)))
$$;

-- Newest first, drafts among them by when they were begun; paged by key, with the number in each state.
create function private.announcement_list(p_program text, p_state text, p_search text, p_after_at timestamptz,
  p_after_id uuid, p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 200);
  v_word text := lower(trim(coalesce(p_search, '')));
begin
  if p_state is not null and p_state not in ('draft', 'scheduled', 'live', 'expired', 'recalled') then
    perform private.fail('PT422', 'unknown state', p_state);
  end if;
  return (
    with page as materialized (
      select a, coalesce(a.publish_at, a.created_at) as at, a.id
      from public.announcements a
      where a.program_id = v_program
        and (p_state is null or private.announcement_state(a) = p_state)
        and (v_word = '' or exists (
          select 1 from jsonb_each(a.texts) t where position(v_word in lower(t.value ->> 'title')) > 0))
        and (p_after_at is null or (coalesce(a.publish_at, a.created_at), a.id) < (p_after_at, p_after_id))
      order by coalesce(a.publish_at, a.created_at) desc, a.id desc
      limit v_limit + 1
    ), numbered as (
      select p.*, row_number() over (order by p.at desc, p.id desc) as n from page p
    )
    select jsonb_build_object(
      'now', now(),
      'rows', (select coalesce(jsonb_agg(private.describe_announcement(n.a) order by n.n), '[]') from numbered n where n.n <= v_limit),
      'next', (select jsonb_build_object('at', n.at, 'id', n.id) from numbered n
        where n.n = v_limit and exists (select 1 from numbered m where m.n > v_limit)),
      'counts', (
        select jsonb_build_object('draft', count(*) filter (where s.state = 'draft'),
          'scheduled', count(*) filter (where s.state = 'scheduled'), 'live', count(*) filter (where s.state = 'live'),
          'expired', count(*) filter (where s.state = 'expired'), 'recalled', count(*) filter (where s.state = 'recalled'))
        from (select private.announcement_state(a) as state from public.announcements a where a.program_id = v_program) s))
  );
end $$;

-- The announcement of a program; an error as if there were none otherwise.
create function private.named_announcement(p_program uuid, p_id uuid)
returns public.announcements language plpgsql stable set search_path = '' as $$
declare
  v_announcement public.announcements;
begin
  select a.* into v_announcement from public.announcements a where a.program_id = p_program and a.id = p_id;
  if v_announcement.id is null then
    perform private.fail('PT404', 'no such announcement');
  end if;
  return v_announcement;
end $$;

create function private.whole_announcement(p_program uuid, p_id uuid)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_announcement public.announcements := private.named_announcement(p_program, p_id);
begin
  return jsonb_build_object('now', clock_timestamp(),
    'announcement', private.describe_announcement(v_announcement) || jsonb_build_object('texts', v_announcement.texts));
end $$;

create function private.announcement_detail(p_program text, p_id uuid)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
begin
  return private.whole_announcement(v_program, p_id);
end $$;

-- A new draft (no revision), or a change of what stands at this revision. The client makes the id; said twice with the
-- same words, as after a lost answer, nothing changes.
create function private.save_announcement(p_program text, p_id uuid, p_kind text, p_texts jsonb, p_audience text,
  p_segment_ids uuid[], p_is_pinned boolean, p_expires_at timestamptz, p_revision integer)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager');
  v_old public.announcements;
  v_kind public.announcement_kind;
  v_audience public.audience_kind;
  v_segment_ids uuid[] := array(select distinct s from unnest(p_segment_ids) s order by s);
begin
  if p_id is null or p_is_pinned is null or p_kind is null or p_audience is null
    or p_kind not in ('product', 'creative', 'promotion', 'program', 'education') or p_audience not in ('everyone', 'segments') then
    perform private.fail('PT422', 'an announcement has an id, a kind and an audience');
  end if;
  v_kind := p_kind;
  v_audience := p_audience;
  select a.* into v_old from public.announcements a where a.program_id = v_program and a.id = p_id for update;
  if v_old.id is null and p_revision is null then
    if exists (select 1 from public.announcements a where a.id = p_id) then
      perform private.fail('PT404', 'no such announcement');
    end if;
    insert into public.announcements (id, program_id, kind, texts, audience, segment_ids, is_pinned, expires_at)
    values (p_id, v_program, v_kind, p_texts, v_audience, v_segment_ids, p_is_pinned, p_expires_at);
  -- What is not there is said below.
  elsif v_old.id is not null and (v_old.kind, v_old.texts, v_old.audience, v_old.segment_ids, v_old.is_pinned, v_old.expires_at)
    is distinct from (v_kind, private.clean_texts(p_texts, array(select jsonb_object_keys(p_texts))), v_audience, v_segment_ids, p_is_pinned, p_expires_at) then
    if v_old.revision is distinct from p_revision then
      perform private.fail('PT409', 'somebody else has saved this announcement', v_old.revision::text);
    end if;
    update public.announcements a
    set kind = v_kind, texts = p_texts, audience = v_audience, segment_ids = v_segment_ids, is_pinned = p_is_pinned, expires_at = p_expires_at
    where a.id = p_id;
  end if;
  return private.whole_announcement(v_program, p_id);
end $$;

-- Sets the instant of what stands at this revision; none means now, which is in thirty seconds.
create function private.publish_announcement(p_program text, p_id uuid, p_revision integer, p_at timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager');
  v_old public.announcements := private.named_announcement(v_program, p_id);
begin
  if v_old.revision is distinct from p_revision then
    perform private.fail('PT409', 'somebody else has saved this announcement', v_old.revision::text);
  end if;
  update public.announcements a set publish_at = coalesce(p_at, clock_timestamp()) where a.id = p_id and a.revision = p_revision;
  if not found then
    perform private.fail('PT409', 'somebody else has saved this announcement');
  end if;
  return private.whole_announcement(v_program, p_id);
end $$;

-- Back to a draft, until its instant has come; said twice, nothing changes.
create function private.unpublish_announcement(p_program text, p_id uuid)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager');
  v_old public.announcements := private.named_announcement(v_program, p_id);
begin
  update public.announcements a set publish_at = null where a.id = v_old.id and a.publish_at is not null;
  return private.whole_announcement(v_program, p_id);
end $$;

create function private.recall_announcement(p_program text, p_id uuid)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager');
  v_old public.announcements := private.named_announcement(v_program, p_id);
begin
  update public.announcements a set recalled_at = now() where a.id = v_old.id and a.recalled_at is null;
  return private.whole_announcement(v_program, p_id);
end $$;

create function private.delete_announcement(p_program text, p_id uuid)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager');
  v_old public.announcements := private.named_announcement(v_program, p_id);
begin
  delete from public.announcements a where a.id = v_old.id;
  return '{}';
end $$;

-- Who has read it, latest first, paged by key. People are named where the partnership is active, as everywhere.
create function private.announcement_readers(p_program text, p_id uuid, p_after_at timestamptz, p_after_id uuid, p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
  v_announcement public.announcements := private.named_announcement(v_program, p_id);
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 200);
begin
  return (
    with page as (
      select r.read_at, m.id, p.partner_name, p.code,
        case when p.status = 'active' then coalesce(nullif(m.display_name, ''), m.email) end as person
      from public.announcement_reads r
      join public.partner_members m on m.user_id = r.user_id
      join public.partnerships p on p.partner_id = m.partner_id and p.program_id = r.program_id
      where r.program_id = v_program and r.announcement_id = v_announcement.id
        and (p_after_at is null or (r.read_at, m.id) < (p_after_at, p_after_id))
      order by r.read_at desc, m.id desc
      limit v_limit + 1
    ), numbered as (
      select g.*, row_number() over (order by g.read_at desc, g.id desc) as at from page g
    )
    select jsonb_build_object(
      'rows', coalesce(jsonb_agg(to_jsonb(n) - 'at' order by n.at) filter (where n.at <= v_limit), '[]'),
      'next', case when count(*) > v_limit then (
        select jsonb_build_object('at', x.read_at, 'id', x.id) from numbered x where x.at = v_limit) end)
    from numbered n
  );
end $$;

-- The same, as the API shows them ------------------------------------------------------------------------------

create function public.announcement_list(p_program text, p_state text default null, p_search text default null,
  p_after_at timestamptz default null, p_after_id uuid default null, p_limit integer default 50)
returns jsonb language sql stable set search_path = '' as $$
  select private.announcement_list(p_program, p_state, p_search, p_after_at, p_after_id, p_limit)
$$;
create function public.announcement_detail(p_program text, p_id uuid)
returns jsonb language sql stable set search_path = '' as $$ select private.announcement_detail(p_program, p_id) $$;
create function public.save_announcement(p_program text, p_id uuid, p_kind text, p_texts jsonb, p_audience text,
  p_segment_ids uuid[] default '{}', p_is_pinned boolean default false, p_expires_at timestamptz default null, p_revision integer default null)
returns jsonb language sql set search_path = '' as $$
  select private.save_announcement(p_program, p_id, p_kind, private.plain_json(p_texts), p_audience, p_segment_ids, p_is_pinned,
    p_expires_at, p_revision)
$$;
create function public.publish_announcement(p_program text, p_id uuid, p_revision integer, p_at timestamptz default null)
returns jsonb language sql set search_path = '' as $$ select private.publish_announcement(p_program, p_id, p_revision, p_at) $$;
create function public.unpublish_announcement(p_program text, p_id uuid)
returns jsonb language sql set search_path = '' as $$ select private.unpublish_announcement(p_program, p_id) $$;
create function public.recall_announcement(p_program text, p_id uuid)
returns jsonb language sql set search_path = '' as $$ select private.recall_announcement(p_program, p_id) $$;
create function public.delete_announcement(p_program text, p_id uuid)
returns jsonb language sql set search_path = '' as $$ select private.delete_announcement(p_program, p_id) $$;
create function public.announcement_readers(p_program text, p_id uuid, p_after_at timestamptz default null,
  p_after_id uuid default null, p_limit integer default 50)
returns jsonb language sql stable set search_path = '' as $$
  select private.announcement_readers(p_program, p_id, p_after_at, p_after_id, p_limit)
$$;

grant execute on function private.announcement_list, private.announcement_detail, private.save_announcement,
  private.publish_announcement, private.unpublish_announcement, private.recall_announcement, private.delete_announcement,
  private.announcement_readers to authenticated;
grant execute on function public.announcement_list, public.announcement_detail, public.save_announcement,
  public.publish_announcement, public.unpublish_announcement, public.recall_announcement, public.delete_announcement,
  public.announcement_readers to authenticated;

comment on function public.announcement_list is 'Announcements of a program by state, newest first, with readers; paged by key.';
comment on function public.announcement_detail is 'One announcement with all its texts, for staff.';
comment on function public.save_announcement is 'Adds a draft, or changes what stands at this revision; managers and owners.';
comment on function public.publish_announcement is 'Publishes at an instant, or in thirty seconds; managers and owners.';
comment on function public.unpublish_announcement is 'Makes it a draft again, until its instant has come; managers and owners.';
comment on function public.recall_announcement is 'Takes a published announcement back for good; managers and owners.';
comment on function public.delete_announcement is 'Deletes a draft; managers and owners.';
comment on function public.announcement_readers is 'Who has read an announcement, latest first; paged by key.';
