-- Partners: who promotes, and on which terms with whom.
--
-- A partner is a person or company of its own, known to many programs; a partnership is one partner in one program
-- and carries everything the brand decides about them (status, tier, tags, code). Partner members see and, as
-- owners, keep their own partner; staff read the partners of their program and steer the partnership. A partner
-- never sees another partner. Name, type, country and language stand on the partnership a second time, kept by
-- triggers, so that lists of a program read one table that its own policy can page through.

create type public.partner_type as enum ('influencer', 'publisher', 'affiliate', 'b2b', 'app', 'charity', 'ambassador');
create type public.partner_role as enum ('owner', 'finance', 'member', 'viewer');
create type public.partnership_status as enum ('invited', 'applied', 'active', 'paused', 'ended', 'declined');

create table public.partners (
  id uuid primary key default gen_random_uuid(),
  type public.partner_type not null,
  name text not null constraint name_is_short check (char_length(name) between 1 and 120),
  country text not null constraint country_is_iso check (country ~ '^[A-Z]{2}$'),
  language text not null default 'en' constraint language_is_short check (language ~ '^[a-z]{2}(-[A-Za-z0-9]{2,8})?$'),
  time_zone text not null default 'UTC' constraint zone_is_short check (char_length(time_zone) between 1 and 64),
  created_at timestamptz not null default now()
);

create table public.partner_members (
  id uuid primary key default gen_random_uuid(),
  partner_id uuid not null references public.partners on delete restrict,
  user_id uuid not null references auth.users on delete restrict,
  email text not null constraint email_is_short check (char_length(email) <= 320),
  display_name text not null default '' constraint display_name_is_short check (char_length(display_name) <= 120),
  role public.partner_role not null,
  created_at timestamptz not null default now(),
  removed_at timestamptz
);
create unique index partner_members_live on public.partner_members (user_id, partner_id) where removed_at is null;
create index partner_members_partner on public.partner_members (partner_id);
create index partner_members_user on public.partner_members (user_id);

create table public.partner_channels (
  id uuid primary key default gen_random_uuid(),
  partner_id uuid not null references public.partners on delete restrict,
  kind text not null constraint kind_is_known check (kind in ('site', 'social', 'app')),
  url text not null constraint url_is_web check (url ~ '^https?://\S{3,}$' and char_length(url) <= 500),
  created_at timestamptz not null default now(),
  unique (partner_id, url)
);

create table public.partnerships (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null references public.programs on delete restrict,
  partner_id uuid not null references public.partners on delete restrict,
  status public.partnership_status not null default 'applied',
  status_since timestamptz not null default now(),
  status_reason text constraint reason_is_short check (char_length(status_reason) <= 500),
  tier text constraint tier_is_short check (char_length(tier) between 1 and 40),
  tags text[] not null default '{}' constraint few_tags check (cardinality(tags) <= 30),
  code text not null constraint code_is_plain check (code ~ '^[A-Z0-9][A-Z0-9_-]{1,31}$'),
  partner_name text not null default '',
  partner_type public.partner_type not null default 'affiliate',
  partner_country text not null default '',
  partner_language text not null default '',
  -- The program's day on which the partnership began.
  joined_on date not null default current_date,
  created_at timestamptz not null default now(),
  unique (program_id, partner_id),
  unique (program_id, code),
  unique (program_id, id)
);
create index partnerships_partner on public.partnerships (partner_id);
create index partnerships_name on public.partnerships (program_id, partner_name, id);

-- How many partnerships a program has, by type and status; a count of its own because counting rows grows with them.
create table public.program_partner_counts (
  program_id uuid not null references public.programs on delete restrict,
  partner_type public.partner_type not null,
  status public.partnership_status not null,
  partnerships integer not null default 0,
  primary key (program_id, partner_type, status)
);

-- Helpers: definer, because membership decides what may be read; live rows only, never claims. ------------------

create function private.my_partner_ids(variadic roles public.partner_role[] default '{owner,finance,member,viewer}')
returns setof uuid language plpgsql stable security definer rows 2 set search_path = '' as $$
begin
  return query
    select m.partner_id
    from public.partner_members m
    where m.user_id = (select auth.uid())
      and m.removed_at is null
      and m.role = any (roles);
end $$;

-- One query for the three helpers below: my partnerships in one of these statuses, held by one of these roles.
create function private.my_partnership_ids_in(statuses public.partnership_status[], roles public.partner_role[])
returns setof uuid language plpgsql stable security definer rows 2 set search_path = '' as $$
begin
  return query
    select p.id
    from public.partner_members m
    join public.partnerships p on p.partner_id = m.partner_id
    where m.user_id = (select auth.uid())
      and m.removed_at is null
      and m.role = any (roles)
      and p.status = any (statuses);
end $$;

-- Earnings stay readable for good: active, paused and ended.
create function private.my_partnership_ids(variadic roles public.partner_role[] default '{owner,finance,member,viewer}')
returns setof uuid language plpgsql stable rows 2 set search_path = '' as $$
begin
  return query select private.my_partnership_ids_in('{active,paused,ended}', roles);
end $$;

-- What goes on in the program (links, later creatives and promotions): active and paused.
create function private.my_open_partnership_ids(variadic roles public.partner_role[] default '{owner,finance,member,viewer}')
returns setof uuid language plpgsql stable rows 2 set search_path = '' as $$
begin
  return query select private.my_partnership_ids_in('{active,paused}', roles);
end $$;

-- What a paused partner may no longer make (links, codes): active only.
create function private.my_active_partnership_ids(variadic roles public.partner_role[] default '{owner,finance,member,viewer}')
returns setof uuid language plpgsql stable rows 2 set search_path = '' as $$
begin
  return query select private.my_partnership_ids_in('{active}', roles);
end $$;

-- Partners of the programs I work for, by the status of their partnership. Definer: see above.
create function private.my_program_partner_ids(variadic statuses public.partnership_status[] default enum_range(null::public.partnership_status))
returns setof uuid language plpgsql stable security definer rows 1000 set search_path = '' as $$
begin
  return query
    select p.partner_id
    from public.partnerships p
    where p.program_id in (select private.my_program_ids())
      and p.status = any (statuses);
end $$;

-- Triggers -----------------------------------------------------------------------------------------------------

-- See private.guard_staff: removed stays removed, and a partner keeps an owner.
create function private.guard_member()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.removed_at is not null then
    perform private.fail('PT409', 'this person has already been removed');
  end if;
  if old.role = 'owner' and (new.role <> 'owner' or new.removed_at is not null) then
    perform 1 from public.partners p where p.id = old.partner_id for update;
    if not exists (
      select 1 from public.partner_members m
      where m.partner_id = old.partner_id and m.role = 'owner' and m.removed_at is null and m.id <> old.id
    ) then
      perform private.fail('PT409', 'a partner needs at least one owner');
    end if;
  end if;
  -- As in a program's team: no invitation of theirs is left open as a way back.
  if new.removed_at is not null or (old.role = 'owner' and new.role <> 'owner') then
    update public.invitations i set revoked_at = now()
    where i.partner_id = old.partner_id and i.created_by = old.user_id and i.accepted_at is null and i.revoked_at is null;
  end if;
  if new.removed_at is not null then
    new.removed_at := now();
  end if;
  return new;
end $$;
create trigger guard_member before update on public.partner_members
  for each row execute function private.guard_member();

-- Definer: who makes a partnership need not be able to read the partner.
create function private.describe_partnership()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select p.name, p.type, p.country, p.language
  into new.partner_name, new.partner_type, new.partner_country, new.partner_language
  from public.partners p where p.id = new.partner_id;
  select (new.created_at at time zone g.time_zone)::date into new.joined_on
  from public.programs g where g.id = new.program_id;
  return new;
end $$;
create trigger describe_partnership before insert on public.partnerships
  for each row execute function private.describe_partnership();

-- Definer: a partner's owner changes the partner, but has no right to write partnerships.
create function private.describe_partnerships()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.partnerships p
  set partner_name = new.name, partner_type = new.type, partner_country = new.country, partner_language = new.language
  where p.partner_id = new.id;
  return null;
end $$;
create trigger describe_partnerships after update of name, type, country, language on public.partners
  for each row execute function private.describe_partnerships();

-- applied -> active / declined, invited -> active, active <-> paused, any -> ended; nothing leaves ended or declined, but
-- by undoing the act that led there, which puts back the time of the old status too. Definer: acts are nobody's to read.
create function private.guard_partnership()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.status is not distinct from old.status then
    return new;
  end if;
  if private.is_undoing(new.program_id, new.id, new.status) then
    return new;
  end if;
  if not (
    (old.status = 'applied' and new.status in ('active', 'declined'))
    or (old.status = 'invited' and new.status = 'active')
    or (old.status = 'active' and new.status = 'paused')
    or (old.status = 'paused' and new.status = 'active')
    or (old.status not in ('ended', 'declined') and new.status = 'ended')
  ) then
    perform private.fail('PT409', 'this partnership cannot change so', format('%s to %s', old.status, new.status));
  end if;
  new.status_since := now();
  return new;
end $$;
create trigger guard_partnership before update of status on public.partnerships
  for each row execute function private.guard_partnership();

-- Definer: counts are written by nobody but their triggers.
create function private.count_partnerships()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.program_partner_counts as c (program_id, partner_type, status, partnerships)
  select n.program_id, n.partner_type, n.status, count(*)
  from new_rows n
  group by n.program_id, n.partner_type, n.status
  order by n.program_id, n.partner_type, n.status
  on conflict (program_id, partner_type, status) do update set partnerships = c.partnerships + excluded.partnerships;
  return null;
end $$;
create trigger count_partnerships after insert on public.partnerships
  referencing new table as new_rows for each statement execute function private.count_partnerships();

create function private.recount_partnerships()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.program_partner_counts as c (program_id, partner_type, status, partnerships)
  select r.program_id, r.partner_type, r.status, sum(r.change)
  from (
    select n.program_id, n.partner_type, n.status, 1 as change from new_rows n
    union all
    select o.program_id, o.partner_type, o.status, -1 from old_rows o
  ) r
  group by r.program_id, r.partner_type, r.status
  having sum(r.change) <> 0
  order by r.program_id, r.partner_type, r.status
  on conflict (program_id, partner_type, status) do update set partnerships = c.partnerships + excluded.partnerships;
  return null;
end $$;
create trigger recount_partnerships after update on public.partnerships
  referencing old table as old_rows new table as new_rows for each statement execute function private.recount_partnerships();

-- Rights -------------------------------------------------------------------------------------------------------

alter table public.partners enable row level security;
alter table public.partner_members enable row level security;
alter table public.partner_channels enable row level security;
alter table public.partnerships enable row level security;
alter table public.program_partner_counts enable row level security;

create policy read on public.partners for select to authenticated
  using (
    id = any (array(select private.my_partner_ids()))
    or id = any (array(select private.my_program_partner_ids()))
  );
create policy change on public.partners for update to authenticated
  using (id = any (array(select private.my_partner_ids('owner'))))
  with check (id = any (array(select private.my_partner_ids('owner'))));

-- Staff see the people of partners they work with at present.
create policy read on public.partner_members for select to authenticated
  using (
    partner_id = any (array(select private.my_partner_ids()))
    or partner_id = any (array(select private.my_program_partner_ids('active')))
  );
create policy change on public.partner_members for update to authenticated
  using (partner_id = any (array(select private.my_partner_ids('owner'))))
  with check (partner_id = any (array(select private.my_partner_ids('owner'))));

create policy read on public.partner_channels for select to authenticated
  using (
    partner_id = any (array(select private.my_partner_ids()))
    or partner_id = any (array(select private.my_program_partner_ids()))
  );
create policy add on public.partner_channels for insert to authenticated
  with check (partner_id = any (array(select private.my_partner_ids('owner'))));
create policy change on public.partner_channels for update to authenticated
  using (partner_id = any (array(select private.my_partner_ids('owner'))))
  with check (partner_id = any (array(select private.my_partner_ids('owner'))));
create policy remove on public.partner_channels for delete to authenticated
  using (partner_id = any (array(select private.my_partner_ids('owner'))));

create policy read on public.partnerships for select to authenticated
  using (
    partner_id = any (array(select private.my_partner_ids()))
    or program_id = any (array(select private.my_program_ids()))
  );
create policy change on public.partnerships for update to authenticated
  using (program_id = any (array(select private.my_program_ids('owner', 'manager'))))
  with check (program_id = any (array(select private.my_program_ids('owner', 'manager'))));

create policy read on public.program_partner_counts for select to authenticated
  using (program_id = any (array(select private.my_program_ids())));

revoke all on public.partners, public.partner_members, public.partner_channels, public.partnerships,
  public.program_partner_counts from anon, authenticated, service_role, public;
grant select on public.partners, public.partner_members, public.partner_channels, public.partnerships,
  public.program_partner_counts to authenticated;
-- NOTE withheld: type (rates and audiences hang on it), insert and delete (partners join by invitation, and stay).
grant update (name, country, language, time_zone) on public.partners to authenticated;
-- NOTE withheld: insert (people join by invitation); who somebody is does not change.
grant update (role, removed_at) on public.partner_members to authenticated;
-- NOTE withheld: update of partner_id: a channel does not move to another partner.
grant insert (partner_id, kind, url), update (kind, url), delete on public.partner_channels to authenticated;
-- NOTE withheld: code (printed on things, never re-used), partner_* (kept by triggers), status_since, insert, delete.
grant update (status, status_reason, tier, tags) on public.partnerships to authenticated;

grant execute on function private.my_partner_ids, private.my_partnership_ids_in, private.my_partnership_ids,
  private.my_open_partnership_ids, private.my_active_partnership_ids, private.my_program_partner_ids to authenticated;

comment on table public.partners is 'A person or company that promotes; may be in many programs.';
comment on table public.partner_members is 'Who acts for a partner, with one role; removed people keep their row.';
comment on table public.partner_channels is 'Where a partner promotes: site, social account or app.';
comment on table public.partnerships is 'One partner in one program: status, tier, tags and code.';
comment on table public.program_partner_counts is 'Partnerships of a program by type and status, kept by triggers.';
