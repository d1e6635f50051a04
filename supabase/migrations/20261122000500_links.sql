-- Links: where a partner sends people, and who came.
--
-- A link belongs to a partnership; each partnership gets one default link when it becomes active. Its code is made
-- by the server and never used again, so an old post cannot start to pay somebody else. Partners make and rename
-- their own links, staff read them. Clicks are facts that nobody reads row by row: what anybody sees of them are
-- the rollups (insights). They are partitioned by month from birth; the partitions live in `private`, where the API
-- cannot reach around the parent.

create table public.links (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null,
  partnership_id uuid not null,
  -- Never empty: who leaves it out gets one made.
  code text not null default '' unique constraint code_is_plain check (code ~ '^[a-z0-9][a-z0-9_-]{1,63}$'),
  destination text not null constraint destination_is_https check (
    destination ~ '^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#]\S*)?$' and char_length(destination) <= 2000
    and destination !~ '[\u0001-\u001f\u007f-\u009f]'
  ),
  name text not null default '' constraint name_is_short check (char_length(name) <= 80),
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (program_id, id),
  foreign key (program_id, partnership_id) references public.partnerships (program_id, id) on delete restrict
);
create index links_program on public.links (program_id, partnership_id);
create index links_partnership on public.links (partnership_id);
create unique index links_one_default on public.links (partnership_id) where is_default;

create table public.clicks (
  id uuid not null default gen_random_uuid(),
  program_id uuid not null,
  partnership_id uuid not null,
  link_id uuid not null,
  clicked_at timestamptz not null default now(),
  country text constraint country_is_iso check (country ~ '^[A-Z]{2}$'),
  device text constraint device_is_known check (device in ('desktop', 'phone', 'tablet', 'other')),
  referrer text constraint referrer_is_short check (char_length(referrer) <= 255),
  -- What the partner hung on the link to tell places of the same link apart.
  sub_id text constraint sub_id_is_plain check (sub_id ~ '^[A-Za-z0-9._~-]{1,64}$'),
  origin text not null default 'visit' constraint origin_is_known check (origin in ('visit', 'generated')),
  primary key (id, clicked_at),
  foreign key (program_id, link_id) references public.links (program_id, id) on delete restrict,
  foreign key (program_id, partnership_id) references public.partnerships (program_id, id) on delete restrict
) partition by range (clicked_at);
create index clicks_link on public.clicks (program_id, link_id);
create index clicks_partnership on public.clicks (program_id, partnership_id);

-- Triggers -----------------------------------------------------------------------------------------------------

-- A code of eight letters and digits without look-alikes, from 40 random bits; a clash is refused by the key.
create function private.random_code()
returns text language sql volatile set search_path = '' as $$
  select string_agg(substr('abcdefghjkmnpqrstuvwxyz23456789', 1 + get_byte(extensions.gen_random_bytes(1), 0) % 31, 1), '')
  from generate_series(1, 8)
$$;

-- The host of a web address, lower case, without its port. Letters, digits, dots and hyphens only: a browser reads
-- `https://evil.example\.shop.example/` as a page of evil.example, so whatever else stands there is no host.
create function private.host_of(p_url text)
returns text language sql immutable set search_path = '' as $$
  select lower(substring(p_url from '^https://([A-Za-z0-9.-]+)(:[0-9]{1,5})?([/?#]|$)'))
$$;

create function private.make_link_code()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.code := coalesce(nullif(new.code, ''), private.random_code());
  return new;
end $$;
create trigger make_link_code before insert on public.links
  for each row execute function private.make_link_code();

-- Whether an address lies on a site, or on a host below it.
create function private.is_on_site(p_url text, p_site text)
returns boolean language sql immutable set search_path = '' as $$
  select coalesce(h.host = h.site or right(h.host, length(h.site) + 1) = '.' || h.site, false)
  from (select private.host_of(p_url) as host, private.host_of(p_site) as site) h
$$;

-- A link may only lead to the program's own site (or below it), else it would be an open redirect under the
-- brand's name. Definer: partners may not read every column of a program in every status. After the row, when its
-- policy has spoken: before it, the answer would tell strangers whether they guessed another program's site.
create function private.check_link()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not private.is_on_site(new.destination, (select p.site_url from public.programs p where p.id = new.program_id)) then
    perform private.fail('PT422', 'a link leads to the program''s own site', coalesce(private.host_of(new.destination), new.destination));
  end if;
  return null;
end $$;
create trigger check_link after insert or update of destination on public.links
  for each row execute function private.check_link();

-- Codes are never used again, so links are not for throwing away: many places of one link are told apart by sub-ids.
-- Definer: archived links of others are not for the caller to count.
create function private.limit_links()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (select count(*) from public.links l where l.partnership_id = new.partnership_id) > 1000 then
    perform private.fail('PT409', 'a partnership has at most 1,000 links', 'tell places apart by ?sub= on one link');
  end if;
  return null;
end $$;
create trigger limit_links after insert on public.links
  for each row execute function private.limit_links();

-- The default link, under the partner's code if that is still free. Definer: staff who make a partner active have
-- no right to write links.
create function private.make_default_link()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_code text := lower(new.code);
begin
  if new.status <> 'active' or exists (select 1 from public.links l where l.partnership_id = new.id and l.is_default) then
    return null;
  end if;
  if exists (select 1 from public.links l where l.code = v_code) then
    v_code := v_code || '-' || private.random_code();
  end if;
  insert into public.links (program_id, partnership_id, code, destination, is_default)
  select new.program_id, new.id, v_code, p.site_url, true
  from public.programs p where p.id = new.program_id;
  return null;
end $$;
create trigger make_default_link after insert or update of status on public.partnerships
  for each row execute function private.make_default_link();

create trigger clicks_stay before update or delete on public.clicks
  for each row execute function private.refuse_change();
create trigger clicks_stay_whole before truncate on public.clicks
  for each statement execute function private.refuse_change();

-- Functions ----------------------------------------------------------------------------------------------------

-- Makes the monthly partitions that hold this span of time; those that stand are left alone. Visits call it too, so
-- that no job has to run ahead of the months; two at once wait for each other, and the second finds it done. A month
-- is made apart and attached: clicks go on meanwhile. Its keys need a look at both tables they lead to, taken in the
-- order in which partnerships get their links, so that nobody waits in a ring.
create function private.ensure_click_partitions(p_from timestamptz, p_to timestamptz)
returns void language plpgsql set search_path = '' as $$
declare
  v_month timestamp := date_trunc('month', p_from at time zone 'UTC');
  v_name text;
begin
  while v_month <= p_to at time zone 'UTC' loop
    v_name := 'clicks_' || to_char(v_month, 'YYYY_MM');
    if to_regclass('private.' || v_name) is null then
      perform pg_advisory_xact_lock(hashtext('private.ensure_click_partitions'));
      execute format('create table if not exists private.%I '
        '(like public.clicks including defaults including constraints including indexes)', v_name);
      if not (select c.relispartition from pg_catalog.pg_class c where c.oid = to_regclass('private.' || v_name)) then
        execute format('alter table private.%I enable row level security', v_name);
        execute format('revoke all on private.%I from public, anon, authenticated, service_role', v_name);
        -- Row triggers come from the parent, this one does not.
        execute format('create trigger clicks_stay_whole before truncate on private.%I '
          'for each statement execute function private.refuse_change()', v_name);
        lock table public.partnerships, public.links in share row exclusive mode;
        execute format('alter table public.clicks attach partition private.%I for values from (%L) to (%L)', v_name,
          v_month at time zone 'UTC', (v_month + interval '1 month') at time zone 'UTC');
      end if;
    end if;
    v_month := v_month + interval '1 month';
  end loop;
end $$;

-- Stores a batch of clicks: rows {link_code, clicked_at, country, device, referrer, origin}. Codes that are not
-- links of the program are left out. Answers how many were stored.
create function private.record_clicks(p_program uuid, p_clicks jsonb)
returns integer language plpgsql set search_path = '' as $$
declare
  v_stored integer;
begin
  perform private.ensure_click_partitions(min(r.clicked_at), max(r.clicked_at))
  from jsonb_to_recordset(p_clicks) as r (clicked_at timestamptz)
  having count(*) > 0;
  insert into public.clicks (program_id, partnership_id, link_id, clicked_at, country, device, referrer, origin)
  select l.program_id, l.partnership_id, l.id, r.clicked_at, r.country, r.device, r.referrer, coalesce(r.origin, 'visit')
  from jsonb_to_recordset(p_clicks) as r (link_code text, clicked_at timestamptz, country text, device text, referrer text, origin text)
  join public.links l on l.code = r.link_code and l.program_id = p_program;
  get diagnostics v_stored = row_count;
  return v_stored;
end $$;

-- Where a link's visitor arrives: the destination with the link's code as `via`, which the shop hands back as the
-- order's partner code, and what else the visit brings (`&click_id=…`). What the destination asks for stays, but for
-- these words: a shop that reads the first of two would read the wrong one.
create function private.link_url(p_destination text, p_code text, p_more text default '')
returns text language sql immutable set search_path = '' as $$
  select substring(p_destination from '^[^?#]*') || '?'
    || coalesce(nullif(ltrim(regexp_replace('&' || coalesce(substring(p_destination from '^[^?#]*\?([^#]*)'), ''),
      '&(via|click_id|sub)=[^&]*', '', 'g'), '&'), '') || '&', '')
    || 'via=' || p_code || p_more
    || coalesce(substring(p_destination from '#.*$'), '')
$$;

do $$ begin perform private.ensure_click_partitions(now() - interval '13 months', now() + interval '24 months'); end $$;

-- Rights -------------------------------------------------------------------------------------------------------

alter table public.links enable row level security;
alter table public.clicks enable row level security;

create policy read on public.links for select to authenticated
  using (
    partnership_id = any (array(select private.my_open_partnership_ids()))
    or program_id = any (array(select private.my_program_ids()))
  );
create policy add on public.links for insert to authenticated
  with check (partnership_id = any (array(select private.my_active_partnership_ids('owner', 'finance', 'member'))));
create policy change on public.links for update to authenticated
  using (partnership_id = any (array(select private.my_open_partnership_ids('owner', 'finance', 'member'))))
  with check (partnership_id = any (array(select private.my_open_partnership_ids('owner', 'finance', 'member'))));

revoke all on public.links, public.clicks from anon, authenticated, service_role, public;
grant select on public.links to authenticated;
-- NOTE withheld: code (made here, never re-used), is_default (one, made with the partnership), delete (codes stay taken).
-- The id is the client's to make, so that a repeated request makes no second link.
grant insert (id, program_id, partnership_id, destination, name) on public.links to authenticated;
grant update (destination, name, archived_at) on public.links to authenticated;
-- NOTE withheld: everything on clicks from everybody, and so no policy either; figures come from the rollups.

grant execute on function private.link_url to authenticated;

comment on table public.links is 'Tracking links of a partnership; codes are made by the server and never used again.';
comment on table public.clicks is 'Visits through links, partitioned by month; readable by no API role.';
