-- Programs: one row is one brand's partnership program, the tenant of everything else.
--
-- Staff read the program's settings, and its owners change them; partners who joined read them too, because hold,
-- minimum, zone and currency explain their money. Everybody, signed in or not, may see a program's card (name and
-- look), which dresses the sign-in page. A person's own settings live here as well: they belong to no program.

create type public.staff_role as enum ('owner', 'manager', 'finance', 'viewer');

create table public.programs (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique constraint slug_is_short check (slug ~ '^[a-z0-9](-?[a-z0-9]){1,39}$'),
  name text not null constraint name_is_short check (char_length(name) between 1 and 80),
  logo_path text,
  color text not null default '#0b6e5a' constraint color_is_hex check (color ~ '^#[0-9a-f]{6}$'),
  currency text not null constraint currency_is_iso check (currency ~ '^[A-Z]{3}$'),
  currency_exponent smallint not null default 2 constraint exponent_is_iso check (currency_exponent in (0, 2, 3)),
  time_zone text not null,
  locales text[] not null default '{en}' constraint has_locale check (cardinality(locales) between 1 and 5),
  default_locale text not null default 'en',
  hold_days integer not null default 30 constraint hold_is_sane check (hold_days between 0 and 365),
  minimum_payout_minor bigint not null default 0 constraint minimum_is_safe check (minimum_payout_minor between 0 and 9007199254740991),
  attribution_window_days integer not null default 30 constraint window_is_sane check (attribution_window_days between 1 and 365),
  site_url text not null default 'https://example.com/' constraint site_is_https check (site_url ~ '^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#]\S*)?$'),
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  constraint default_locale_is_offered check (default_locale = any (locales))
);

create table public.program_staff (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null references public.programs on delete restrict,
  user_id uuid not null references auth.users on delete restrict,
  email text not null constraint email_is_short check (char_length(email) <= 320),
  display_name text not null default '' constraint display_name_is_short check (char_length(display_name) <= 120),
  role public.staff_role not null,
  created_at timestamptz not null default now(),
  removed_at timestamptz
);
create unique index program_staff_live on public.program_staff (user_id, program_id) where removed_at is null;
create index program_staff_program on public.program_staff (program_id);
create index program_staff_user on public.program_staff (user_id);

create table public.user_settings (
  user_id uuid primary key references auth.users on delete cascade,
  display_name text not null default '' constraint display_name_is_short check (char_length(display_name) <= 120),
  locale text constraint locale_is_known check (locale in ('en', 'de', 'fr', 'ko', 'zh-Hant')),
  time_zone text constraint zone_is_short check (char_length(time_zone) <= 64),
  theme text not null default 'system' constraint theme_is_known check (theme in ('system', 'light', 'dark')),
  week_start smallint constraint week_start_is_day check (week_start between 0 and 6),
  updated_at timestamptz not null default now()
);

-- Keys to the customers' pseudonyms, one a program; no API role ever reads it.
create table private.program_secrets (
  program_id uuid primary key references public.programs on delete restrict,
  customer_key bytea not null default extensions.gen_random_bytes(32)
);
alter table private.program_secrets enable row level security;

-- Helpers ------------------------------------------------------------------------------------------------------

-- Programs in which I am staff now, with one of these roles (the default names all four: enum_range would read the
-- catalogue on every call of every policy). Definer: membership decides what may be read, so it
-- cannot itself depend on what may be read. Reads rows, never claims: a removal holds for the next request.
create function private.my_program_ids(variadic roles public.staff_role[] default '{owner,manager,finance,viewer}')
returns setof uuid language plpgsql stable security definer rows 3 set search_path = '' as $$
begin
  return query
    select s.program_id
    from public.program_staff s
    where s.user_id = (select auth.uid())
      and s.removed_at is null
      and s.role = any (roles);
end $$;

-- Programs that a partner of mine has joined. Definer for the same reason; partnerships come in the next chapter.
create function private.my_joined_program_ids()
returns setof uuid language plpgsql stable security definer rows 3 set search_path = '' as $$
begin
  return query
    select p.program_id
    from public.partner_members m
    join public.partnerships p on p.partner_id = m.partner_id
    where m.user_id = (select auth.uid())
      and m.removed_at is null
      and p.status in ('active', 'paused', 'ended');
end $$;

-- Triggers -----------------------------------------------------------------------------------------------------

-- Whether a zone is known here and to browsers, which refuse names of this server's own (posix/, right/, Factory).
create function private.is_zone(p_zone text)
returns boolean language sql stable set search_path = '' as $$
  select p_zone ~ '^([A-Z][A-Za-z_]+/[A-Za-z0-9_+/-]+|UTC)$'
    and exists (select 1 from pg_catalog.pg_timezone_names z where z.name = p_zone)
$$;

-- What is wrong with a program's settings, in a sentence; null when nothing is.
create function private.program_fault(p public.programs)
returns text language sql stable set search_path = '' as $$
  select case
    when char_length(p.name) not between 1 and 80 then 'a program has a name of at most 80 characters'
    when p.color !~ '^#[0-9a-f]{6}$' then 'a colour is written as #0b6e5a'
    when p.currency !~ '^[A-Z]{3}$' then 'a currency is a code of three letters'
    when private.is_zone(p.time_zone) is not true then 'unknown time zone'
    when cardinality(p.locales) not between 1 and 5 or not p.locales <@ '{en,de,fr,ko,zh-Hant}'
      or cardinality(p.locales) <> (select count(distinct l) from unnest(p.locales) l) then 'a program speaks one to five of the portal''s languages'
    when p.default_locale <> all (p.locales) then 'the first language is one of the program''s'
    when p.hold_days not between 0 and 365 then 'a hold is 0 to 365 days'
    when p.attribution_window_days not between 1 and 365 then 'an attribution window is 1 to 365 days'
    when p.minimum_payout_minor not between 0 and 9007199254740991 then 'a minimum payout is no less than nothing'
    when p.site_url !~ '^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#]\S*)?$' or char_length(p.site_url) > 2000 then 'a site is an https address'
  end
$$;

-- What a person can get wrong, in words; how many minor units a currency has; and a revision, so that two people
-- cannot overwrite one another.
create function private.check_program()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_fault text;
begin
  new.name := trim(new.name);
  new.color := lower(new.color);
  v_fault := private.program_fault(new);
  if v_fault is not null then
    perform private.fail('PT422', v_fault, left(new.name, 80));
  end if;
  new.currency_exponent := case
    when new.currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') then 0
    when new.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
    else 2
  end;
  if tg_op = 'UPDATE' then
    new.revision := old.revision + 1;
  end if;
  return new;
end $$;
create trigger check_program before insert or update on public.programs
  for each row execute function private.check_program();

-- A removed member stays removed (a new invitation makes a new row), and the last owner cannot go: a program
-- without an owner could never be changed again. The program's row is locked so that two owners cannot leave at once.
-- Who goes, or is an owner no longer, takes their open invitations to the team along: one of them may be to an address
-- of their own. Invitations of partners are the program's and stay.
create function private.guard_staff()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.removed_at is not null then
    perform private.fail('PT409', 'this person has already been removed');
  end if;
  if old.role = 'owner' and (new.role <> 'owner' or new.removed_at is not null) then
    perform 1 from public.programs p where p.id = old.program_id for update;
    if not exists (
      select 1 from public.program_staff s
      where s.program_id = old.program_id and s.role = 'owner' and s.removed_at is null and s.id <> old.id
    ) then
      perform private.fail('PT409', 'a program needs at least one owner');
    end if;
  end if;
  if new.removed_at is not null or (old.role = 'owner' and new.role <> 'owner') then
    update public.invitations i set revoked_at = now()
    where i.program_id = old.program_id and i.kind = 'staff' and i.created_by = old.user_id
      and i.accepted_at is null and i.revoked_at is null;
  end if;
  if new.removed_at is not null then
    new.removed_at := now();
  end if;
  return new;
end $$;
create trigger guard_staff before update on public.program_staff
  for each row execute function private.guard_staff();

create function private.touch_updated_at()
returns trigger language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end $$;
create trigger touch_updated_at before update on public.user_settings
  for each row execute function private.touch_updated_at();

-- Rights -------------------------------------------------------------------------------------------------------

alter table public.programs enable row level security;
alter table public.program_staff enable row level security;
alter table public.user_settings enable row level security;

create policy read on public.programs for select to authenticated
  using (
    id = any (array(select private.my_program_ids()))
    or id = any (array(select private.my_joined_program_ids()))
  );
create policy change on public.programs for update to authenticated
  using (id = any (array(select private.my_program_ids('owner'))))
  with check (id = any (array(select private.my_program_ids('owner'))));

create policy read on public.program_staff for select to authenticated
  using (program_id = any (array(select private.my_program_ids())));
create policy change on public.program_staff for update to authenticated
  using (program_id = any (array(select private.my_program_ids('owner'))))
  with check (program_id = any (array(select private.my_program_ids('owner'))));

create policy read on public.user_settings for select to authenticated
  using (user_id = (select auth.uid()));
create policy add on public.user_settings for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy change on public.user_settings for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

revoke all on public.programs, public.program_staff, public.user_settings from anon, authenticated, service_role, public;
-- NOTE given whole: staff and partners are one database role, so columns cannot differ between them. Beside hold,
-- minimum, zone and currency a partner who joined reads the look, the site and the attribution window: all of them
-- are terms that a program tells its partners.
grant select on public.programs, public.program_staff, public.user_settings to authenticated;
-- NOTE withheld: slug (links and bookmarks hold it), currency (locked by the first event), time_zone (its change moves
-- days) and logo_path (a file is looked at first): those have functions of their own. revision (counted here). insert and
-- delete: programs are made in SQL.
grant update (name, color, locales, default_locale, hold_days, minimum_payout_minor, attribution_window_days, site_url)
  on public.programs to authenticated;
-- NOTE withheld: insert (people join by invitation), user_id, program_id, e-mail (who somebody is does not change).
grant update (role, removed_at) on public.program_staff to authenticated;
-- NOTE withheld: update of user_id (a row stays with its person), delete (nothing is gained by it).
grant insert (user_id, display_name, locale, time_zone, theme, week_start) on public.user_settings to authenticated;
grant update (display_name, locale, time_zone, theme, week_start) on public.user_settings to authenticated;

-- Functions ----------------------------------------------------------------------------------------------------

-- The card of a program, for everybody. Definer: a stranger has no right on the table; only the look leaves it.
create function private.program_card(p_program text)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object('slug', p.slug, 'name', p.name, 'logo_path', p.logo_path, 'color', p.color,
      'locales', p.locales, 'default_locale', p.default_locale)
    from public.programs p
    where p.slug = lower(p_program)
  );
end $$;

create function public.program_card(p_program text)
returns jsonb language sql stable set search_path = '' as $$
  select private.program_card(p_program)
$$;
comment on function public.program_card is 'Name and look of a program by its slug, for the sign-in page; null when there is none.';

grant execute on function private.program_card, public.program_card to anon, authenticated;
grant execute on function private.my_program_ids, private.my_joined_program_ids to authenticated;

comment on table public.programs is 'A brand''s partnership program: the tenant.';
comment on table public.program_staff is 'Who works for a program, with one role; removed people keep their row.';
comment on table public.user_settings is 'A person''s own language, zone, theme and first day of the week.';
