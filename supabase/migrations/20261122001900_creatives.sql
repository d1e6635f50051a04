-- Creatives: what a brand gives its partners to publish, and the files behind it.
--
-- A creative is one asset: a picture, a video, a document, a text. Staff read all of their program's, managers and
-- owners keep them; a partner sees those whose audience they are in, from the moment the file has been checked until
-- the last day, and not one moment after it was withdrawn. All of that follows from stored instants and from rules
-- asked at read; no job opens or closes anything. Files lie in the private bucket `creatives` under a path that the
-- server makes, and every right on an object is the right on its row here: a file is put there only by who announced
-- it, shown only once its bytes were looked at (functions/check-creative), and never moved or written over.

create type public.creative_kind as enum ('banner', 'image', 'video', 'logo', 'text_link', 'email_copy', 'social_post', 'html', 'document');
create type public.file_state as enum ('waiting', 'checked', 'refused');

create table public.creatives (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null references public.programs on delete restrict,
  name text not null,
  kind public.creative_kind not null,
  -- null: in no language (a logo, a picture without words).
  language text,
  tags text[] not null default '{}',
  -- What a text link, an e-mail or a post says.
  body text not null default '',
  -- Where it leads; null leads to where the partner's link leads.
  url text,
  audience public.audience_kind not null default 'everyone',
  segment_ids uuid[] not null default '{}',
  audience_keys uuid[] not null generated always as (
    case audience when 'everyone' then array[program_id] else segment_ids end) stored,
  valid_from timestamptz,
  valid_until timestamptz,
  -- When there was something to show: at once for a text, else when its file had been checked.
  ready_at timestamptz,
  withdrawn_at timestamptz,
  replaced_by uuid,
  -- The creative that goes when this one is ready.
  replaces uuid,
  revision integer not null default 1,
  created_by uuid default auth.uid() references auth.users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint audience_is_said check ((audience = 'everyone') = (cardinality(segment_ids) = 0)),
  unique (program_id, id),
  foreign key (program_id, replaced_by) references public.creatives (program_id, id) on delete restrict,
  foreign key (program_id, replaces) references public.creatives (program_id, id) on delete restrict
);
create index creatives_newest on public.creatives (program_id, created_at desc, id desc);
create index creatives_replaced_by on public.creatives (program_id, replaced_by);
create index creatives_replaces on public.creatives (program_id, replaces);
create index creatives_created_by on public.creatives (created_by);
create index creatives_audience on public.creatives using gin (audience_keys);

create table public.creative_files (
  id uuid primary key,
  program_id uuid not null,
  creative_id uuid not null,
  role text not null constraint role_is_known check (role in ('original', 'thumbnail')),
  path text not null unique generated always as (program_id || '/creatives/' || creative_id || '/' || id) stored,
  -- How people call it: without path, control and direction signs, its ending made from its type.
  file_name text not null constraint file_name_is_plain check (file_name ~ '^[^/\\\u0001-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]{1,160}$'),
  mime_type text not null,
  size_bytes integer not null constraint size_is_taken check (size_bytes between 1 and 52428800),
  width integer constraint width_is_sane check (width between 1 and 16384),
  height integer constraint height_is_sane check (height between 1 and 16384),
  state public.file_state not null default 'waiting',
  refusal text,
  sha256 text constraint sha256_is_hex check (sha256 ~ '^[0-9a-f]{64}$'),
  checked_at timestamptz,
  created_by uuid default auth.uid() references auth.users on delete set null,
  created_at timestamptz not null default now(),
  constraint checked_is_known check (state <> 'checked' or (sha256 is not null and checked_at is not null)),
  foreign key (program_id, creative_id) references public.creatives (program_id, id) on delete cascade
);
create unique index creative_files_one on public.creative_files (creative_id, role) where state <> 'refused';
create index creative_files_creative on public.creative_files (creative_id);
create index creative_files_program on public.creative_files (program_id, creative_id);
create index creative_files_created_by on public.creative_files (created_by);
create index creative_files_waiting on public.creative_files (created_at) where state = 'waiting';

-- When a person last looked into a place's library, and the time before: what came since is new to them.
create table private.creative_visits (
  user_id uuid not null references auth.users on delete cascade,
  program_id uuid not null,
  partnership_id uuid not null,
  visited_at timestamptz not null default now(),
  visited_before timestamptz,
  primary key (user_id, partnership_id),
  foreign key (program_id, partnership_id) references public.partnerships (program_id, id) on delete cascade
);
create index creative_visits_partnership on private.creative_visits (program_id, partnership_id);

-- Helpers ------------------------------------------------------------------------------------------------------

-- Paths where I may put a file now: those I announced as a manager or owner, and that wait for it. Definer: who
-- announced a file is not for the API to read.
create function private.my_upload_paths()
returns setof text language plpgsql stable security definer rows 10 set search_path = '' as $$
begin
  return query
    select f.path
    from public.creative_files f
    where f.created_by = (select auth.uid())
      and f.state = 'waiting'
      and f.program_id = any (array(select private.my_program_ids('owner', 'manager')));
end $$;

-- A text as people may be shown it: without control signs and those that turn the direction of reading about.
-- Lines and tabs stay where there may be several.
create function private.plain_text(p_text text, p_lines boolean default false)
returns text language sql immutable set search_path = '' as $$
  select trim(regexp_replace(coalesce(p_text, ''),
    case when p_lines then '[\u0001-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]'
      else '[\u0001-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]' end, '', 'g'))
$$;

-- A file's name without folders, signs that a file system minds, and an ending other than its type's.
create function private.safe_file_name(p_name text, p_mime text)
returns text language sql immutable set search_path = '' as $$
  select coalesce(nullif(left(trim(both ' .-' from regexp_replace(regexp_replace(
      regexp_replace(private.plain_text(p_name), '^.*[/\\]', ''), '\.[A-Za-z0-9]{1,5}$', ''),
      '[<>:"|?*\u200b-\u200f\u2028\u2029/\\]', '-', 'g')), 100), ''), 'file')
    || '.' || case p_mime when 'image/png' then 'png' when 'image/jpeg' then 'jpg' when 'image/gif' then 'gif'
      when 'image/webp' then 'webp' when 'video/mp4' then 'mp4' when 'video/webm' then 'webm'
      when 'application/pdf' then 'pdf' when 'application/zip' then 'zip' else 'bin' end
$$;

-- The most bytes that a file of this kind and type may have; null when the kind takes no such type. Nothing that a
-- browser would run is taken at all: no drawing, no page, no script.
create function private.file_limit(p_kind public.creative_kind, p_role text, p_mime text)
returns integer language sql immutable set search_path = '' as $$
  select case
    when p_role = 'thumbnail' and p_mime in ('image/png', 'image/jpeg', 'image/webp') then 524288
    when p_role <> 'original' then null
    when p_kind in ('banner', 'image', 'logo') and p_mime in ('image/png', 'image/jpeg', 'image/gif', 'image/webp') then 20971520
    when p_kind = 'video' and p_mime in ('video/mp4', 'video/webm') then 52428800
    when p_kind = 'html' and p_mime = 'application/zip' then 20971520
    when p_kind = 'document' and p_mime = 'application/pdf' then 20971520
  end
$$;

create function private.is_text_kind(p_kind public.creative_kind)
returns boolean language sql immutable set search_path = '' as $$
  select p_kind in ('text_link', 'email_copy', 'social_post')
$$;

-- What is wrong with a creative, in a sentence; null when nothing is.
create function private.creative_fault(p public.creatives)
returns text language sql immutable set search_path = '' as $$
  select case
    when char_length(p.name) not between 1 and 120 then 'a creative needs a name of at most 120 characters'
    when p.language !~ '^[a-z]{2,3}(-[A-Za-z]{2,8})?$' then 'a language is a short code'
    when cardinality(p.tags) > 20 or exists (select 1 from unnest(p.tags) t where char_length(t) not between 1 and 40)
      then 'a creative has at most 20 tags of at most 40 characters'
    when char_length(p.body) > 20000 then 'a text has at most 20,000 characters'
    when private.is_text_kind(p.kind) and p.body = '' then 'a text creative needs its text'
    when p.url is not null and (private.host_of(p.url) is null or char_length(p.url) > 2000 or p.url ~ '\s') then 'an address begins with https://'
    when p.valid_until <= p.valid_from then 'a creative ends after it begins'
    when p.id in (p.replaced_by, p.replaces) then 'a creative does not replace itself'
  end
$$;

-- Triggers -----------------------------------------------------------------------------------------------------

-- Definer: what it calls is for nobody else to run.
create function private.check_creative()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_fault text;
  v_quiet text[] := '{ready_at,revision,updated_at,audience_keys}';
begin
  new.name := private.plain_text(new.name);
  new.body := private.plain_text(new.body, true);
  new.url := nullif(trim(new.url), '');
  select coalesce(array_agg(distinct private.plain_text(t)), '{}') into new.tags from unnest(new.tags) t where trim(t) <> '';
  v_fault := private.creative_fault(new);
  if v_fault is not null then
    perform private.fail('PT422', v_fault, left(new.name, 120));
  end if;
  if tg_op = 'INSERT' then
    new.ready_at := case when private.is_text_kind(new.kind) then now() end;
    return new;
  end if;
  if new.withdrawn_at is not null then
    new.withdrawn_at := coalesce(old.withdrawn_at, now());
  else
    new.replaced_by := null;
  end if;
  if to_jsonb(new) - v_quiet is distinct from to_jsonb(old) - v_quiet then
    new.revision := old.revision + 1;
    new.updated_at := now();
  end if;
  return new;
end $$;
create trigger check_creative before insert or update on public.creatives
  for each row execute function private.check_creative();
create trigger keep_audience before insert or update or delete on public.creatives
  for each row execute function private.keep_audience('creative', 'name');

-- Rights -------------------------------------------------------------------------------------------------------

alter table public.creatives enable row level security;
alter table public.creative_files enable row level security;
alter table private.creative_visits enable row level security;

create policy read on public.creatives for select to authenticated
  using (
    program_id = any (array(select private.my_program_ids()))
    or (
      audience_keys && array(select private.my_audience_keys())
      and ready_at is not null
      and withdrawn_at is null
      and (valid_from is null or valid_from <= now())
      and (valid_until is null or valid_until > now())
    )
  );
create policy add on public.creatives for insert to authenticated
  with check (program_id = any (array(select private.my_program_ids('owner', 'manager'))));
create policy change on public.creatives for update to authenticated
  using (program_id = any (array(select private.my_program_ids('owner', 'manager'))))
  with check (program_id = any (array(select private.my_program_ids('owner', 'manager'))));

-- A file follows its creative: the list in the middle is read under the policy above, once a statement.
create policy read on public.creative_files for select to authenticated
  using (
    program_id = any (array(select private.my_program_ids()))
    or (state = 'checked' and creative_id = any (array(select c.id from public.creatives c)))
  );

revoke all on public.creatives, public.creative_files from anon, authenticated, service_role, public;
-- NOTE withheld: audience, segment_ids, audience_keys (a partner is not told by which segment they see something),
-- replaces and created_by (the brand's own affair): staff get them from creative_list.
grant select (id, program_id, name, kind, language, tags, body, url, valid_from, valid_until, ready_at, withdrawn_at, replaced_by,
  revision, created_at, updated_at) on public.creatives to authenticated;
-- NOTE withheld: ready_at, revision, replaced_by and times (kept here); kind and program_id stay as they were; delete:
-- what partners could see is withdrawn, for it may stand on their pages (remove_creatives takes what nobody saw).
grant insert (id, program_id, name, kind, language, tags, body, url, audience, segment_ids, valid_from, valid_until) on public.creatives to authenticated;
grant update (name, language, tags, body, url, audience, segment_ids, valid_from, valid_until, withdrawn_at) on public.creatives to authenticated;
-- NOTE withheld: created_by; every write: rows are made by add_creatives and judged by record_creative_check alone.
grant select (id, program_id, creative_id, role, path, file_name, mime_type, size_bytes, width, height, state, refusal, sha256,
  checked_at, created_at) on public.creative_files to authenticated;
-- NOTE withheld: everything on private.creative_visits; my own mark is behind partner_creatives.

-- Objects: one at a time and by name, never a list (an operation that is not named here shows nothing). The storage
-- server says what it is about to do in `storage.operation`, older ones without the word before the first point.
create policy creatives_read on storage.objects for select to authenticated
  using (
    bucket_id = 'creatives'
    and regexp_replace(current_setting('storage.operation', true), '^storage\.', '') = any ('{object.get_authenticated,
      object.info_authenticated,object.get_authenticated_info,object.head_authenticated_info,object.sign,object.sign_many}'::text[])
    and exists (select 1 from public.creative_files f where f.path = objects.name and f.state = 'checked')
  );
create policy creatives_add on storage.objects for insert to authenticated
  with check (bucket_id = 'creatives' and name = any (array(select private.my_upload_paths())));
-- NOTE withheld: update (nothing is moved or written over) and delete (what was refused is removed by the server).

grant execute on function private.my_upload_paths to authenticated;

comment on table public.creatives is 'Assets of a program for its partners: who may see them, from when, until when.';
comment on table public.creative_files is 'The files of creatives: where they lie, what they are, whether they were checked.';
