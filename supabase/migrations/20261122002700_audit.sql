-- Audit: who among the staff changed what, from what to what.
--
-- One entry a row that staff add, change or remove, up to twenty of a statement; beyond that one entry with their number,
-- and by name where that matters most: what was removed, whose standing changed.
-- Only watched columns are kept, and of them only those that changed: what is not named here (hashes, tokens, keys)
-- never comes in. Long texts are kept as their beginning, their length and their hash. Entries are written by
-- triggers alone, in the transaction of the write, and by nobody changed, not even by who owns the program; its owners
-- read them. What partners do, what the API never did and what is counted by itself is no entry.

create table public.audit_entries (
  id bigint generated always as identity primary key,
  program_id uuid not null references public.programs on delete restrict,
  at timestamptz not null default now(),
  -- Who, by id, by name as it was, and by the membership's address, since a name is chosen freely; no key, for an account
  -- may go and the entry stays.
  actor_id uuid not null,
  actor_name text not null,
  actor_email text not null,
  kind text not null constraint kind_is_known check (kind in ('program', 'staff', 'partnership', 'invitation', 'rule', 'segment',
    'announcement', 'creative', 'promotion', 'promotion_code', 'promotion_creative', 'import', 'conversion')),
  object_id uuid,
  label text not null default '',
  partnership_id uuid,
  verb text not null constraint verb_is_known check (verb in ('added', 'changed', 'removed')),
  before jsonb,
  after jsonb,
  -- How many rows this entry speaks of.
  rows integer not null default 1,
  -- Of many rows removed, or of many partnerships that came to another status: [{"id", "label"}], up to 500 of them.
  items jsonb,
  -- Of many rows: all partnerships they speak of, so that each of them finds what was done to it.
  partnership_ids uuid[],
  foreign key (program_id, partnership_id) references public.partnerships (program_id, id) on delete restrict
);
create index audit_entries_newest on public.audit_entries (program_id, at desc, id desc);
create index audit_entries_kind on public.audit_entries (program_id, kind, at desc, id desc);
create index audit_entries_actor on public.audit_entries (program_id, actor_id, at desc, id desc);
create index audit_entries_partnership on public.audit_entries (program_id, partnership_id, at desc, id desc);
create index audit_entries_partnerships on public.audit_entries using gin (partnership_ids) where partnership_ids is not null;
create index audit_entries_object on public.audit_entries (program_id, object_id, at desc, id desc);

-- Writing ------------------------------------------------------------------------------------------------------

-- A value as it is kept: long texts and lists by their beginning, length and hash.
create function private.audit_value(p_value jsonb)
returns jsonb language plpgsql immutable set search_path = '' as $$
declare
  v_text text := p_value #>> '{}';
begin
  if jsonb_typeof(p_value) = 'object' and char_length(v_text) <= 100000 then
    return (select coalesce(jsonb_object_agg(e.key, private.audit_value(e.value)), '{}') from jsonb_each(p_value) e);
  end if;
  if jsonb_typeof(p_value) in ('string', 'array', 'object') and char_length(v_text) > 300 then
    return jsonb_build_object('start', left(v_text, 120), 'length', char_length(v_text),
      'sha256', encode(sha256(convert_to(v_text, 'UTF8')), 'hex'));
  end if;
  return p_value;
end $$;

-- The watched columns of a row that differ from its other state; all that hold something when there is no other.
create function private.audit_part(p_row jsonb, p_other jsonb, p_watched text[])
returns jsonb language plpgsql immutable set search_path = '' as $$
begin
  if p_row is null then
    return null;
  end if;
  return (
    select coalesce(jsonb_object_agg(w, private.audit_value(p_row -> w)), '{}') from unnest(p_watched) w
    where case when p_other is null then p_row -> w not in ('null', '""', '[]', '{}') else p_row -> w is distinct from p_other -> w end
  );
end $$;

-- What somebody is called who works for a program, or did.
create function private.staff_name(p_program uuid, p_user uuid)
returns text language sql stable set search_path = '' as $$
  select coalesce(nullif(u.display_name, ''), nullif(s.display_name, ''), s.email)
  from public.program_staff s left join public.user_settings u on u.user_id = s.user_id
  where s.program_id = p_program and s.user_id = p_user
  order by s.created_at desc limit 1
$$;
create function private.staff_email(p_program uuid, p_user uuid)
returns text language sql stable set search_path = '' as $$
  select s.email from public.program_staff s where s.program_id = p_program and s.user_id = p_user
  order by s.created_at desc limit 1
$$;

-- Whether a write of somebody is an entry: staff now, and who has just left by this very write.
create function private.is_audited(p_program uuid, p_user uuid)
returns boolean language sql stable set search_path = '' as $$
  select exists (
    select 1 from public.program_staff s
    where s.program_id = p_program and s.user_id = p_user and (s.removed_at is null or s.removed_at >= now()))
$$;

-- Which thing a row is or belongs to, what it is called, and of which partnership it speaks.
create function private.audit_object(p_row jsonb, p_kind text)
returns uuid language sql immutable set search_path = '' as $$
  select (p_row ->> case p_kind when 'promotion_creative' then 'promotion_id' else 'id' end)::uuid
$$;
create function private.audit_label(p_row jsonb, p_kind text, p_column text)
returns text language sql stable set search_path = '' as $$
  select left(coalesce(case p_kind
    when 'promotion_creative' then (select c.name from public.creatives c where c.id = (p_row ->> 'creative_id')::uuid)
    else p_row ->> p_column end, ''), 200)
$$;
create function private.audit_partnership(p_row jsonb, p_kind text)
returns uuid language sql immutable set search_path = '' as $$
  select (p_row ->> case p_kind when 'partnership' then 'id' else 'partnership_id' end)::uuid
$$;

-- For every table that staff write. Arguments: what a row is, the column that names it, the columns to watch. A
-- statement that a person runs who works for no program costs one look at who they are.
-- Definer: entries are written by nobody but this.
create function private.audit_writes()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := (select auth.uid());
  v_watched text[] := tg_argv[2]::text[];
  v_from text := case tg_op when 'INSERT' then 'new_rows x' when 'DELETE' then 'old_rows x' else 'new_rows x join old_rows o on o.id = x.id' end;
  v_changed text := 'true';
  v_program text := case tg_argv[0] when 'program' then 'id' else 'program_id' end;
  v_before text := case tg_op when 'INSERT' then 'null::jsonb' when 'DELETE' then 'to_jsonb(x)' else 'to_jsonb(o)' end;
  v_after text := case tg_op when 'DELETE' then 'null::jsonb' else 'to_jsonb(x)' end;
  v_verb text := case tg_op when 'INSERT' then 'added' when 'DELETE' then 'removed' else 'changed' end;
  -- Of many rows: what they all became.
  v_common text := 'null::jsonb';
  -- Of which of many rows the names are kept.
  v_named text := case when tg_op = 'DELETE' then 'true' when tg_op = 'UPDATE' and tg_argv[0] = 'partnership' then 'o.status <> x.status' else 'false' end;
  v_partnership text := case tg_argv[0] when 'partnership' then 'x.id' when 'promotion_code' then 'x.partnership_id' else 'null::uuid' end;
  v_group record;
  v_name text;
  v_email text;
begin
  if v_user is null or not exists (
    select 1 from public.program_staff s where s.user_id = v_user and (s.removed_at is null or s.removed_at >= now())
  ) then
    return null;
  end if;
  if tg_op = 'UPDATE' then
    select string_agg(format('o.%1$I is distinct from x.%1$I', w), ' or '),
      'jsonb_strip_nulls(jsonb_build_object(' || string_agg(format('%1$L, case when bool_or(o.%1$I is distinct from x.%1$I) '
        'and count(distinct to_jsonb(x.%1$I)) = 1 and count(x.%1$I) = count(*) then private.audit_value(min(to_jsonb(x.%1$I)::text)::jsonb) end', w), ', ') || '))'
    into v_changed, v_common from unnest(v_watched) w;
  end if;
  for v_group in execute format('select x.%I as program_id, count(*) as n from %s where %s group by 1', v_program, v_from, v_changed) loop
    continue when not private.is_audited(v_group.program_id, v_user);
    v_name := private.staff_name(v_group.program_id, v_user);
    v_email := private.staff_email(v_group.program_id, v_user);
    if v_group.n > 20 then
      execute format('insert into public.audit_entries (program_id, actor_id, actor_name, actor_email, kind, verb, rows, after, items, partnership_ids) '
        'select $1, $2, $3, $4, $5, $7, count(*), %1$s, (select jsonb_agg(jsonb_build_object(''id'', i.id, ''label'', i.label) order by i.label, i.id) '
        'from (select private.audit_object(to_jsonb(x), $5) as id, private.audit_label(to_jsonb(x), $5, $6) as label '
        'from %2$s where (%5$s) and x.%4$I = $1 limit 500) i), '
        'nullif(array_agg(distinct %6$s) filter (where %6$s is not null), ''{}'') from %2$s where (%3$s) and x.%4$I = $1',
        v_common, v_from, v_changed, v_program, v_named, v_partnership)
      using v_group.program_id, v_user, v_name, v_email, tg_argv[0], tg_argv[1], v_verb;
    else
      execute format('insert into public.audit_entries (program_id, actor_id, actor_name, actor_email, kind, object_id, label, partnership_id, verb, before, after) '
        'select $1, $2, $3, $4, $5, private.audit_object(v.r, $5), private.audit_label(v.r, $5, $6), private.audit_partnership(v.r, $5), $7, '
        'private.audit_part(v.b, v.a, $8), private.audit_part(v.a, v.b, $8) '
        'from (select coalesce(%2$s, %1$s) as r, %1$s as b, %2$s as a from %3$s where (%4$s) and x.%5$I = $1) v',
        v_before, v_after, v_from, v_changed, v_program)
      using v_group.program_id, v_user, v_name, v_email, tg_argv[0], tg_argv[1], v_verb, v_watched;
    end if;
  end loop;
  return null;
end $$;

-- An entry that no trigger makes: the review of a conversion, whose table is written by bulk as well, and the end of a
-- creative that another replaces, which the server's own key writes for who made the other.
create function private.audit_change(p_user uuid, p_kind text, p_label text, p_watched text[], p_old jsonb, p_new jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := (p_new ->> 'program_id')::uuid;
begin
  insert into public.audit_entries (program_id, actor_id, actor_name, actor_email, kind, object_id, label, partnership_id, verb, before, after)
  select v_program, p_user, private.staff_name(v_program, p_user), private.staff_email(v_program, p_user), p_kind,
    private.audit_object(p_new, p_kind), p_label, private.audit_partnership(p_new, p_kind), 'changed',
    private.audit_part(p_old, p_new, p_watched), private.audit_part(p_new, p_old, p_watched)
  where private.staff_email(v_program, p_user) is not null;
end $$;

-- What is watched ----------------------------------------------------------------------------------------------

do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('programs', 'program', 'name', 'name,logo_path,color,site_url,currency,time_zone,locales,default_locale,hold_days,minimum_payout_minor,attribution_window_days'),
      ('program_staff', 'staff', 'email', 'email,role,removed_at'),
      ('partnerships', 'partnership', 'partner_name', 'status,status_reason,tier,tags'),
      ('invitations', 'invitation', 'email', 'kind,email,staff_role,partner_role,partner_type,expires_at,accepted_at,revoked_at'),
      ('commission_rules', 'rule', 'partner_type', 'partner_type,version,kind,rate_bps,flat_minor,effective_from,note'),
      ('segments', 'segment', 'name', 'name,rule'),
      ('announcements', 'announcement', 'label', 'kind,texts,audience,segment_ids,is_pinned,publish_at,expires_at,recalled_at'),
      ('creatives', 'creative', 'name', 'name,kind,language,tags,body,url,audience,segment_ids,valid_from,valid_until,withdrawn_at,replaced_by'),
      ('promotions', 'promotion', 'name', 'name,offer,brief,terms,landing_url,prepare_from,publish_from,publish_until,audience,segment_ids'),
      ('promotion_codes', 'promotion_code', 'code', 'code'),
      ('promotion_creatives', 'promotion_creative', 'creative_id', 'creative_id'),
      ('imports', 'import', 'file_name', 'source,file_name,rows_total,status')
    ) as w (relation, kind, label, watched)
  loop
    execute format('create trigger audit_added after insert on public.%I referencing new table as new_rows '
      'for each statement execute function private.audit_writes(%L, %L, %L)', t.relation, t.kind, t.label, '{' || t.watched || '}');
    execute format('create trigger audit_removed after delete on public.%I referencing old table as old_rows '
      'for each statement execute function private.audit_writes(%L, %L, %L)', t.relation, t.kind, t.label, '{' || t.watched || '}');
    -- A creative is put into a promotion or taken out of it; nothing of that changes.
    continue when t.relation in ('promotion_creatives');
    execute format('create trigger audit_changed after update on public.%I referencing old table as old_rows new table as new_rows '
      'for each statement execute function private.audit_writes(%L, %L, %L)', t.relation, t.kind, t.label, '{' || t.watched || '}');
  end loop;
end $$;

create trigger audit_stays before update or delete on public.audit_entries
  for each row execute function private.refuse_change();
create trigger audit_stays_whole before truncate on public.audit_entries
  for each statement execute function private.refuse_change();

-- Rights -------------------------------------------------------------------------------------------------------

alter table public.audit_entries enable row level security;
create policy read on public.audit_entries for select to authenticated
  using (program_id = any (array(select private.my_program_ids('owner'))));
revoke all on public.audit_entries from anon, authenticated, service_role, public;
-- NOTE withheld: every write. Entries follow from what is written elsewhere.
grant select on public.audit_entries to authenticated;

-- Reading ------------------------------------------------------------------------------------------------------

-- Newest first, paged by key (the last entry's id). Planned anew for each call, so that each filter finds its index.
-- Filter {"actor", "kind", "object", "partnership", "from", "to"}; days are the program's. Whom one can filter by
-- comes with the first page, and what the partner is called of whom everything is asked.
create function private.audit_list(p_program text, p_filter jsonb, p_before bigint, p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_program uuid := private.program_for(p_program, 'owner');
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 500);
  v_zone text := (select g.time_zone from public.programs g where g.id = v_program);
  v_from timestamptz;
  v_to timestamptz;
  v_actor uuid;
  v_object uuid;
  v_partnership uuid;
  v_kind text := p_filter ->> 'kind';
  v_at timestamptz := (select a.at from public.audit_entries a where a.program_id = v_program and a.id = p_before);
begin
  if jsonb_typeof(p_filter) is distinct from 'object' or (p_filter - '{actor,kind,object,partnership,from,to}'::text[]) <> '{}' then
    perform private.fail('PT422', 'unknown filter of the audit');
  end if;
  begin
    v_from := private.day_start((p_filter ->> 'from')::date, v_zone);
    v_to := private.day_start((p_filter ->> 'to')::date + 1, v_zone);
    v_actor := (p_filter ->> 'actor')::uuid;
    v_object := (p_filter ->> 'object')::uuid;
    v_partnership := (p_filter ->> 'partnership')::uuid;
  exception when data_exception then
    perform private.fail('PT422', 'a filter is an id or a day');
  end;
  if p_before is not null and v_at is null then
    perform private.fail('PT422', 'a page goes on where the last one ended, at an entry of this program');
  end if;
  return (
    with page as (
      select a.id, a.at, a.actor_id, a.actor_name, a.actor_email, a.kind, a.object_id, a.label, a.partnership_id, a.verb, a.before,
        a.after, a.rows, a.items
      from public.audit_entries a
      where a.program_id = v_program
        and (v_kind is null or a.kind = v_kind)
        and (v_actor is null or a.actor_id = v_actor)
        and (v_object is null or a.object_id = v_object)
        and (v_partnership is null or a.partnership_id = v_partnership or a.partnership_ids @> array[v_partnership])
        and (v_from is null or a.at >= v_from)
        and (v_to is null or a.at < v_to)
        and (p_before is null or (a.at, a.id) < (v_at, p_before))
      order by a.at desc, a.id desc
      limit v_limit + 1
    ), numbered as (
      select p.*, row_number() over (order by p.at desc, p.id desc) as place from page p
    )
    select jsonb_build_object('as_of', now(),
      'rows', coalesce(jsonb_agg(to_jsonb(n) - 'place' order by n.place) filter (where n.place <= v_limit), '[]'),
      'next', case when count(*) > v_limit then (select x.id from numbered x where x.place = v_limit) end,
      'partner', (select s.partner_name from public.partnerships s where s.program_id = v_program and s.id = v_partnership),
      'actors', case when p_before is null then (
        select coalesce(jsonb_agg(jsonb_build_object('id', s.user_id, 'name', s.name, 'email', s.email) order by s.name, s.email, s.user_id), '[]')
        from (
          select distinct on (m.user_id) m.user_id, m.email, coalesce(nullif(u.display_name, ''), nullif(m.display_name, ''), m.email) as name
          from public.program_staff m left join public.user_settings u on u.user_id = m.user_id
          where m.program_id = v_program order by m.user_id, m.created_at desc
        ) s) end)
    from numbered n
  );
end $$;

create function public.audit_list(p_program text, p_filter jsonb default '{}', p_before bigint default null, p_limit integer default 50)
returns jsonb language sql stable set search_path = '' as $$
  select private.audit_list(p_program, private.plain_json(p_filter), p_before, p_limit)
$$;
grant execute on function private.audit_list, public.audit_list to authenticated;

comment on table public.audit_entries is 'Who of the staff wrote what, before and after; append-only, for owners.';
comment on function public.audit_list is 'Audit entries of a program, filtered, newest first, paged by key; owners.';
