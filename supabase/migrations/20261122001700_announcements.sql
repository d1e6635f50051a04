-- Announcements: what a brand tells its partners, everyone or some segments, in the program's languages.
--
-- An announcement is one row, however many it reaches, and it is there by its instants: nobody sees it before
-- `publish_at`, after `expires_at` or once it is recalled, and no job moves it. "Now" means in thirty seconds, so that
-- it can be taken back before anybody saw it. Managers and owners write, all staff read; partners read what their
-- audience and the dates allow, those of an ended partnership what they had received by then. Who has read what is a
-- row a person: the person's own to set and to take away, for staff to read.

create type public.announcement_kind as enum ('product', 'creative', 'promotion', 'program', 'education');

create table public.announcements (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null references public.programs on delete restrict,
  -- Its title in the program's own language, kept by trigger: what it is called in lists.
  label text not null default '',
  kind public.announcement_kind not null default 'program',
  -- {"en": {"title", "body"}, …}; a body is Markdown.
  texts jsonb not null default '{}',
  audience public.audience_kind not null default 'everyone',
  segment_ids uuid[] not null default '{}',
  audience_keys uuid[] not null generated always as (case audience when 'everyone' then array[program_id] else segment_ids end) stored,
  is_pinned boolean not null default false,
  -- Null is a draft.
  publish_at timestamptz,
  expires_at timestamptz,
  recalled_at timestamptz,
  revision integer not null default 1,
  created_by uuid default auth.uid() references auth.users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (program_id, id),
  constraint audience_is_whole check ((audience = 'everyone') = (cardinality(segment_ids) = 0))
);
create index announcements_audience on public.announcements using gin (audience_keys);
create index announcements_newest on public.announcements (program_id, (coalesce(publish_at, created_at)) desc, id desc);
create index announcements_created_by on public.announcements (created_by);

-- What is or will be there, by audience key, newest first: an inbox merges the newest few of each of its keys, however
-- many announcements there are. Written by trigger alone.
create table private.announcement_feed (
  audience_key uuid not null,
  announcement_id uuid not null,
  program_id uuid not null,
  publish_at timestamptz not null,
  expires_at timestamptz,
  is_pinned boolean not null,
  kind public.announcement_kind not null,
  primary key (announcement_id, program_id, audience_key),
  foreign key (program_id, announcement_id) references public.announcements (program_id, id) on delete restrict
);
create index announcement_feed_newest on private.announcement_feed (audience_key, is_pinned, publish_at desc, announcement_id desc);

create table public.announcement_reads (
  program_id uuid not null,
  announcement_id uuid not null,
  user_id uuid not null default auth.uid() references auth.users on delete cascade,
  read_at timestamptz not null default now(),
  primary key (announcement_id, user_id),
  foreign key (program_id, announcement_id) references public.announcements (program_id, id) on delete restrict
);
create index announcement_reads_newest on public.announcement_reads (program_id, announcement_id, read_at desc);
create index announcement_reads_user on public.announcement_reads (user_id);

-- Texts --------------------------------------------------------------------------------------------------------

-- Texts as they are kept: trimmed titles, languages with nothing in them left out. Refuses what is no text.
create function private.clean_texts(p_texts jsonb, p_locales text[])
returns jsonb language plpgsql immutable set search_path = '' as $$
declare
  v record;
  v_title text;
  v_texts jsonb := '{}';
begin
  if jsonb_typeof(p_texts) is distinct from 'object' then
    perform private.fail('PT422', 'texts stand by language', left(p_texts::text, 100));
  end if;
  for v in select t.key, t.value from jsonb_each(p_texts) t loop
    if v.key <> all (p_locales) then
      perform private.fail('PT422', 'a text is in one of the program''s languages', v.key);
    end if;
    if jsonb_typeof(v.value) <> 'object' or (v.value - '{title,body}'::text[]) <> '{}'::jsonb
      or jsonb_typeof(v.value -> 'title') is distinct from 'string' or jsonb_typeof(v.value -> 'body') is distinct from 'string' then
      perform private.fail('PT422', 'a text has a title and a body', v.key);
    end if;
    v_title := trim(regexp_replace(v.value ->> 'title', '\s+', ' ', 'g'));
    if char_length(v_title) > 160 or char_length(v.value ->> 'body') > 20000 then
      perform private.fail('PT422', 'a title has at most 160 characters, a body at most 20,000', v.key);
    end if;
    if v_title <> '' or trim(v.value ->> 'body') <> '' then
      v_texts := v_texts || jsonb_build_object(v.key, jsonb_build_object('title', v_title, 'body', v.value ->> 'body'));
    end if;
  end loop;
  return v_texts;
end $$;

-- What somebody with this language reads: their own, else the program's, else what there is.
create function private.pick_text(p_texts jsonb, p_locale text, p_default text)
returns jsonb language sql immutable set search_path = '' as $$
  select t.value || jsonb_build_object('language', t.key)
  from jsonb_each(p_texts) t
  order by t.key = p_locale desc nulls last, t.key = split_part(p_locale, '-', 1) desc nulls last, t.key = p_default desc, t.key
  limit 1
$$;

-- Whether every language that was begun is whole, and one is there.
create function private.are_texts_whole(p_texts jsonb)
returns boolean language sql immutable set search_path = '' as $$
  select count(*) > 0 and bool_and(t.value ->> 'title' <> '' and trim(t.value ->> 'body') <> '') from jsonb_each(p_texts) t
$$;

-- Triggers -----------------------------------------------------------------------------------------------------

-- What may become of an announcement. People publish in thirty seconds or later; what is there stays published until
-- it expires or is recalled, and a recalled one stays as it was. By the clock, not by the begin of a transaction that
-- may have waited. Definer: managers need not be able to read everything this looks at.
create function private.guard_announcement()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_now timestamptz := clock_timestamp();
  v_program public.programs;
  v_known text[] := '{}';
begin
  if tg_op = 'DELETE' then
    if old.publish_at is not null then
      perform private.fail('PT409', 'only a draft can be deleted');
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' then
    if old.recalled_at is not null then
      perform private.fail('PT409', 'this announcement has been recalled');
    end if;
    if old.publish_at <= v_now and new.publish_at is distinct from old.publish_at then
      perform private.fail('PT409', 'this announcement is published already');
    end if;
    if new.recalled_at is not null then
      if old.publish_at is null or old.publish_at > v_now then
        perform private.fail('PT409', 'only what is published can be recalled');
      end if;
      new.recalled_at := v_now;
    end if;
    v_known := array(select jsonb_object_keys(old.texts));
    new.revision := old.revision + 1;
    new.updated_at := v_now;
  end if;
  if (select auth.uid()) is not null and new.publish_at is not null
    and (tg_op = 'INSERT' or new.publish_at is distinct from old.publish_at) then
    new.publish_at := greatest(new.publish_at, v_now + interval '30 seconds');
  end if;
  select p.* into v_program from public.programs p where p.id = new.program_id;
  new.texts := private.clean_texts(new.texts, coalesce(v_program.locales, '{}') || v_known);
  new.label := coalesce(private.pick_text(new.texts, v_program.default_locale, v_program.default_locale) ->> 'title', '');
  if new.publish_at is not null and not private.are_texts_whole(new.texts) then
    perform private.fail('PT422', 'a published text has a title and a body in each of its languages');
  end if;
  if new.expires_at <= new.publish_at then
    perform private.fail('PT422', 'an announcement expires after it is published');
  end if;
  return new;
end $$;
create trigger guard_announcement before insert or update or delete on public.announcements
  for each row execute function private.guard_announcement();
create trigger keep_audience before insert or update or delete on public.announcements
  for each row execute function private.keep_audience('announcement', 'label');

-- Definer: the feed is written by nobody else.
create function private.feed_announcement()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    if (new.audience_keys, new.publish_at, new.expires_at, new.recalled_at, new.is_pinned, new.kind)
      is not distinct from (old.audience_keys, old.publish_at, old.expires_at, old.recalled_at, old.is_pinned, old.kind) then
      return null;
    end if;
    delete from private.announcement_feed f where f.announcement_id = new.id;
  end if;
  if new.publish_at is not null and new.recalled_at is null then
    insert into private.announcement_feed (audience_key, announcement_id, program_id, publish_at, expires_at, is_pinned, kind)
    select k, new.id, new.program_id, new.publish_at, new.expires_at, new.is_pinned, new.kind
    from unnest(new.audience_keys) k;
  end if;
  return null;
end $$;
create trigger feed_announcement after insert or update on public.announcements
  for each row execute function private.feed_announcement();

-- Helpers ------------------------------------------------------------------------------------------------------

-- What my ended partnerships had received by their end, as far as their audience holds now. Definer: feeds and
-- segments are not for partners to read.
create function private.my_received_announcement_ids()
returns setof uuid language plpgsql stable security definer rows 100 set search_path = '' as $$
begin
  return query
    select f.announcement_id
    from public.partnerships p
    cross join lateral private.audience_keys_of(p.id) k (key)
    join private.announcement_feed f on f.audience_key = k.key and f.publish_at <= p.status_since
    where p.id in (select private.my_partnership_ids_in('{ended}', '{owner,finance,member,viewer}'));
end $$;

-- Rights -------------------------------------------------------------------------------------------------------

alter table public.announcements enable row level security;
alter table private.announcement_feed enable row level security;
alter table public.announcement_reads enable row level security;

create policy read on public.announcements for select to authenticated
  using (
    program_id = any (array(select private.my_program_ids()))
    or (
      publish_at <= now()
      and (expires_at is null or expires_at > now())
      and recalled_at is null
      and (
        audience_keys && array(select private.my_audience_keys())
        or id = any (array(select private.my_received_announcement_ids()))
      )
    )
  );
create policy add on public.announcements for insert to authenticated
  with check (program_id = any (array(select private.my_program_ids('owner', 'manager'))));
create policy change on public.announcements for update to authenticated
  using (program_id = any (array(select private.my_program_ids('owner', 'manager'))))
  with check (program_id = any (array(select private.my_program_ids('owner', 'manager'))));
create policy remove on public.announcements for delete to authenticated
  using (program_id = any (array(select private.my_program_ids('owner', 'manager'))));

create policy read on public.announcement_reads for select to authenticated
  using (
    user_id = (select auth.uid())
    or program_id = any (array(select private.my_program_ids()))
  );
-- A mark is set on what its person may read, and on nothing else.
create policy add on public.announcement_reads for insert to authenticated
  with check (
    user_id = (select auth.uid())
    and exists (select 1 from public.announcements a where a.program_id = announcement_reads.program_id and a.id = announcement_id)
  );
create policy remove on public.announcement_reads for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.announcements, public.announcement_reads from anon, authenticated, service_role, public;
-- NOTE withheld: audience, segments, keys and author, because partners and staff are one database role and a partner
-- is not told by which segment something came; staff are told by functions.
grant select (id, program_id, label, kind, texts, is_pinned, publish_at, expires_at, recalled_at, revision, created_at, updated_at)
  on public.announcements to authenticated;
-- NOTE withheld: publish_at of a new row (a draft first), program_id of one that stands, label, revision, author and
-- times (kept by trigger).
grant insert (id, program_id, kind, texts, audience, segment_ids, is_pinned, expires_at),
  update (kind, texts, audience, segment_ids, is_pinned, publish_at, expires_at, recalled_at), delete
  on public.announcements to authenticated;
-- NOTE withheld: update (a mark is there or not) and read_at (it is now).
grant select, insert (program_id, announcement_id, user_id), delete on public.announcement_reads to authenticated;

grant execute on function private.my_received_announcement_ids to authenticated;

comment on table public.announcements is 'Messages of a brand to everyone or to segments, one row a broadcast, visible by instants.';
comment on table public.announcement_reads is 'Who has read which announcement.';
