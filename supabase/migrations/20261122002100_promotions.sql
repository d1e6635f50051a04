-- Promotions: dated offers, and the codes by which a partner's customers take them.
--
-- A promotion has three instants: partners prepare from, the shop gives it from, and it ends. `draft` (nobody but
-- staff sees it), `coming`, `live` and `ended` follow from them and are never stored; no job publishes. Partners whom
-- its audience names see it from the first instant on, while their partnership is open, and of its codes only their
-- own. Managers and owners keep promotions, staff read them.
--
-- A code belongs to one partnership and gives it the credit of an order, whenever the order comes: what the shop took
-- is for the shop to say (see the planner of imports). Codes are unique in a program, never another partner's own
-- code, and never go once an order came by them.

create table public.promotions (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null references public.programs on delete restrict,
  name text not null constraint name_is_short check (char_length(name) between 1 and 120),
  offer text not null default '' constraint offer_is_short check (char_length(offer) <= 160),
  brief text not null default '' constraint brief_is_short check (char_length(brief) <= 10000),
  terms text not null default '' constraint terms_are_short check (char_length(terms) <= 10000),
  landing_url text not null constraint landing_is_https check (
    landing_url ~ '^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#]\S*)?$' and char_length(landing_url) <= 2000
  ),
  prepare_from timestamptz,
  publish_from timestamptz,
  publish_until timestamptz,
  audience public.audience_kind not null default 'everyone',
  segment_ids uuid[] not null default '{}',
  audience_keys uuid[] not null generated always as (
    case audience when 'everyone' then array[program_id] else segment_ids end
  ) stored,
  revision integer not null default 1,
  created_by uuid default auth.uid() references auth.users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (program_id, id),
  constraint audience_is_named check ((audience = 'everyone') = (cardinality(segment_ids) = 0)),
  constraint dates_follow check (prepare_from <= publish_from and publish_from < publish_until),
  constraint shown_has_dates check (prepare_from is null or (publish_from is not null and publish_until is not null))
);
create index promotions_audience on public.promotions using gin (audience_keys);
create index promotions_until on public.promotions (program_id, publish_until);
create index promotions_created_by on public.promotions (created_by);

create table public.promotion_codes (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null,
  promotion_id uuid not null,
  partnership_id uuid not null,
  code text not null constraint code_is_plain check (code ~ '^[A-Z0-9][A-Z0-9_-]{1,63}$'),
  created_at timestamptz not null default now(),
  unique (program_id, code),
  unique (promotion_id, partnership_id),
  foreign key (program_id, promotion_id) references public.promotions (program_id, id) on delete restrict,
  foreign key (program_id, partnership_id) references public.partnerships (program_id, id) on delete restrict
);
create index promotion_codes_promotion on public.promotion_codes (program_id, promotion_id);
create index promotion_codes_program_partnership on public.promotion_codes (program_id, partnership_id);
create index promotion_codes_partnership on public.promotion_codes (partnership_id);
-- As with the events' programs: a program that came after the last analyze must not look like one row.
alter table public.promotion_codes alter column program_id set statistics 0;

create table public.promotion_creatives (
  program_id uuid not null,
  promotion_id uuid not null,
  creative_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (promotion_id, creative_id),
  foreign key (program_id, promotion_id) references public.promotions (program_id, id) on delete cascade,
  foreign key (program_id, creative_id) references public.creatives (program_id, id) on delete cascade
);
create index promotion_creatives_promotion on public.promotion_creatives (program_id, promotion_id);
create index promotion_creatives_creative on public.promotion_creatives (program_id, creative_id);

-- An order keeps the code that gave its credit, so the code cannot go.
alter table public.conversions
  add foreign key (program_id, promotion_code) references public.promotion_codes (program_id, code) on delete restrict;
create index conversions_promotion on public.conversions (program_id, promotion_code) where promotion_code is not null;

-- Helpers ------------------------------------------------------------------------------------------------------

-- What I may see of them as a partner. Definer: the policies below ask it, and so it cannot depend on them.
create function private.my_promotion_ids()
returns setof uuid language plpgsql stable security definer rows 20 set search_path = '' as $$
begin
  return query
    select p.id from public.promotions p
    where p.audience_keys && array(select private.my_audience_keys())
      and p.prepare_from <= now();
end $$;

create function private.promotion_state(p_prepare_from timestamptz, p_publish_from timestamptz, p_publish_until timestamptz, p_at timestamptz)
returns text language sql immutable set search_path = '' as $$
  select case
    when p_prepare_from is null then 'draft'
    when p_at >= p_publish_until then 'ended'
    when p_at >= p_publish_from then 'live'
    else 'coming'
  end
$$;

-- Triggers -----------------------------------------------------------------------------------------------------

-- What a person can get wrong, in words; and a revision, so that two people cannot overwrite one another.
create function private.check_promotion()
returns trigger language plpgsql set search_path = '' as $$
begin
  new.name := trim(new.name);
  new.offer := trim(new.offer);
  if char_length(new.name) not between 1 and 120 or char_length(new.offer) > 160 then
    perform private.fail('PT422', 'a promotion needs a name of at most 120 and an offer of at most 160 characters');
  end if;
  if char_length(new.brief) > 10000 or char_length(new.terms) > 10000 then
    perform private.fail('PT422', 'brief and terms have at most 10,000 characters each');
  end if;
  if new.prepare_from > new.publish_from or new.publish_from >= new.publish_until then
    perform private.fail('PT422', 'a promotion is prepared before it begins, and ends after it', 'dates');
  end if;
  if new.prepare_from is not null and (new.publish_from is null or new.publish_until is null) then
    perform private.fail('PT422', 'partners see a promotion when its beginning and its end are known', 'dates');
  end if;
  if new.landing_url is null or new.landing_url !~ '^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#]\S*)?$' or char_length(new.landing_url) > 2000 then
    perform private.fail('PT422', 'a landing page is an https address', 'landing_url');
  end if;
  if tg_op = 'UPDATE' then
    new.revision := old.revision + 1;
    new.updated_at := now();
  end if;
  return new;
end $$;
create trigger check_promotion before insert or update on public.promotions
  for each row execute function private.check_promotion();
create trigger keep_audience before insert or update or delete on public.promotions
  for each row execute function private.keep_audience('promotion', 'name');

-- A promotion leads to the program's own site, as links do, and is looked at when the policy has spoken, as there.
create function private.check_landing()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_host text := private.host_of(new.landing_url);
  v_site text;
begin
  select private.host_of(p.site_url) into v_site from public.programs p where p.id = new.program_id;
  if v_host is null or v_site is null or (v_host <> v_site and right(v_host, length(v_site) + 1) <> '.' || v_site) then
    perform private.fail('PT422', 'a landing page is on the program''s own site', 'landing_url');
  end if;
  return null;
end $$;
create trigger check_landing after insert or update of landing_url on public.promotions
  for each row execute function private.check_landing();

-- What partners have been told of is ended, never deleted.
create function private.keep_shown_promotion()
returns trigger language plpgsql set search_path = '' as $$
begin
  if old.prepare_from is not null then
    perform private.fail('PT409', 'only a draft can be deleted', old.name);
  end if;
  return old;
end $$;
create trigger a_keep_shown before delete on public.promotions
  for each row execute function private.keep_shown_promotion();

-- A code that is another partner's own would give an order to the wrong one. After the rows, when their policy has
-- spoken: before it, the answer would tell strangers which codes there are.
create function private.check_promotion_codes()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select 1 from new_rows n
    join public.partnerships p on p.program_id = n.program_id and p.code = n.code and p.id <> n.partnership_id
  ) then
    perform private.fail('PT409', 'this is the code of another partner');
  end if;
  return null;
end $$;
create trigger check_promotion_codes after insert on public.promotion_codes
  referencing new table as new_rows for each statement execute function private.check_promotion_codes();

-- The other way around: who joins gets no code that is a promotion's.
create function private.check_partner_codes()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select 1 from new_rows n
    join public.promotion_codes k on k.program_id = n.program_id and k.code = n.code
  ) then
    perform private.fail('PT409', 'this is the code of a promotion');
  end if;
  return null;
end $$;
create trigger check_partner_codes after insert on public.partnerships
  referencing new table as new_rows for each statement execute function private.check_partner_codes();

-- A code stays once partners may have printed it, and once an order came by it.
create function private.keep_known_code()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from public.promotions p where p.id = old.promotion_id and p.prepare_from <= now())
    or exists (select 1 from public.conversions c where c.program_id = old.program_id and c.promotion_code = old.code) then
    perform private.fail('PT409', 'a code that partners know stays', old.code);
  end if;
  return old;
end $$;
create trigger keep_known_code before delete on public.promotion_codes
  for each row execute function private.keep_known_code();

-- Rights -------------------------------------------------------------------------------------------------------

alter table public.promotions enable row level security;
alter table public.promotion_codes enable row level security;
alter table public.promotion_creatives enable row level security;

create policy read on public.promotions for select to authenticated
  using (
    id = any (array(select private.my_promotion_ids()))
    or program_id = any (array(select private.my_program_ids()))
  );
create policy add on public.promotions for insert to authenticated
  with check (program_id = any (array(select private.my_program_ids('owner', 'manager'))));
create policy change on public.promotions for update to authenticated
  using (program_id = any (array(select private.my_program_ids('owner', 'manager'))))
  with check (program_id = any (array(select private.my_program_ids('owner', 'manager'))));
create policy remove on public.promotions for delete to authenticated
  using (program_id = any (array(select private.my_program_ids('owner', 'manager'))));

create policy read on public.promotion_codes for select to authenticated
  using (
    (partnership_id = any (array(select private.my_open_partnership_ids()))
      and promotion_id = any (array(select private.my_promotion_ids())))
    or program_id = any (array(select private.my_program_ids()))
  );
create policy add on public.promotion_codes for insert to authenticated
  with check (program_id = any (array(select private.my_program_ids('owner', 'manager'))));
create policy remove on public.promotion_codes for delete to authenticated
  using (program_id = any (array(select private.my_program_ids('owner', 'manager'))));

-- Partners see that a creative belongs to a promotion when they see both.
create policy read on public.promotion_creatives for select to authenticated
  using (
    (promotion_id = any (array(select private.my_promotion_ids())) and creative_id in (select c.id from public.creatives c))
    or program_id = any (array(select private.my_program_ids()))
  );
create policy add on public.promotion_creatives for insert to authenticated
  with check (program_id = any (array(select private.my_program_ids('owner', 'manager'))));
create policy remove on public.promotion_creatives for delete to authenticated
  using (program_id = any (array(select private.my_program_ids('owner', 'manager'))));

revoke all on public.promotions, public.promotion_codes, public.promotion_creatives from anon, authenticated, service_role, public;
-- NOTE withheld: created_by, audience, segment_ids and audience_keys (who else may see it is not for partners: staff
-- read them by function), program_id in an update (a promotion stays with its program), revision and times (kept here).
grant select (id, program_id, name, offer, brief, terms, landing_url, prepare_from, publish_from, publish_until, revision,
  created_at, updated_at),
  insert (id, program_id, name, offer, brief, terms, landing_url, prepare_from, publish_from, publish_until, audience, segment_ids),
  update (name, offer, brief, terms, landing_url, prepare_from, publish_from, publish_until, audience, segment_ids),
  delete on public.promotions to authenticated;
-- NOTE withheld: update (a code does not move to another promotion or partner).
grant select, insert (program_id, promotion_id, partnership_id, code), delete on public.promotion_codes to authenticated;
grant select, insert (program_id, promotion_id, creative_id), delete on public.promotion_creatives to authenticated;
grant execute on function private.my_promotion_ids to authenticated;

comment on table public.promotions is 'Dated offers; coming, live and ended follow from their instants.';
comment on table public.promotion_codes is 'The code of a partnership for a promotion; it gives the credit of an order.';
comment on table public.promotion_creatives is 'Which creatives belong to a promotion.';
