-- Partners, continued: what staff do with some of them, or with all that fit a filter, and how it is undone.
--
-- One act is one change of many partnerships: tags, tier or status. Its id is made by the client before the first
-- call; it goes on in chunks, so that a hundred thousand partners are no long lock, and a repeated chunk changes
-- nothing. Of each partnership the values before and after are kept: undoing puts back what still stands as the act
-- left it, and only so may an ended partnership begin again. Managers and owners act; an act is undone by whoever did
-- it, for ten minutes.

create table private.partner_acts (
  id uuid primary key,
  program_id uuid not null references public.programs on delete restrict,
  actor_id uuid not null default auth.uid() references auth.users on delete restrict,
  change jsonb not null,
  made_at timestamptz not null default now(),
  undone_at timestamptz,
  -- The transaction that undoes it at this moment: the guard of partnerships lets only that one through.
  undone_by xid8,
  unique (program_id, id)
);
create index partner_acts_actor on private.partner_acts (actor_id);

create table private.partner_act_rows (
  act_id uuid not null,
  program_id uuid not null,
  partnership_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  undone_at timestamptz,
  primary key (act_id, partnership_id),
  foreign key (program_id, act_id) references private.partner_acts (program_id, id) on delete restrict,
  foreign key (program_id, partnership_id) references public.partnerships (program_id, id) on delete restrict
);
create index partner_act_rows_partnership on private.partner_act_rows (program_id, partnership_id);
create index partner_act_rows_act on private.partner_act_rows (program_id, act_id);

alter table private.partner_acts enable row level security;
alter table private.partner_act_rows enable row level security;

-- What an act may change of a partnership.
create function private.act_values(p public.partnerships)
returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('tier', p.tier, 'tags', p.tags, 'status', p.status, 'status_reason', p.status_reason, 'status_since', p.status_since)
$$;

-- Whether this transaction undoes an act, and so puts this status back.
create function private.is_undoing(p_program uuid, p_partnership uuid, p_status public.partnership_status)
returns boolean language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select 1 from private.partner_act_rows r join private.partner_acts a on a.id = r.act_id
    where r.program_id = p_program and r.partnership_id = p_partnership and r.before ->> 'status' = p_status::text
      and a.undone_by = pg_current_xact_id_if_assigned());
end $$;

-- Refuses what is no change: tags to add and to take away, or a tier, or a status. A person is told why they are
-- paused, ended or declined, so each needs its reason.
create function private.check_partner_change(p_change jsonb)
returns void language plpgsql immutable set search_path = '' as $$
declare
  v_tag text;
begin
  if p_change ? 'status' then
    perform private.check_rule_keys(p_change, 'status', 'reason');
    if coalesce(p_change ->> 'status', '') not in ('active', 'paused', 'ended', 'declined') then
      perform private.fail('PT422', 'partners are made active, paused, ended or declined', p_change ->> 'status');
    end if;
    if p_change ->> 'status' <> 'active' and coalesce(trim(p_change ->> 'reason'), '') = '' or char_length(p_change ->> 'reason') > 500 then
      perform private.fail('PT422', 'this needs a reason of at most 500 characters');
    end if;
  elsif p_change ? 'tier' then
    perform private.check_rule_keys(p_change, 'tier');
    if char_length(trim(p_change ->> 'tier')) not between 1 and 40 then
      perform private.fail('PT422', 'a tier is 1 to 40 characters, or none');
    end if;
  else
    perform private.check_rule_keys(p_change, 'add_tags', 'remove_tags');
    for v_tag in select t from unnest(coalesce(private.filter_texts(p_change, 'add_tags'), '{}') || coalesce(private.filter_texts(p_change, 'remove_tags'), '{}')) t loop
      if char_length(trim(v_tag)) not between 1 and 40 then
        perform private.fail('PT422', 'a tag is 1 to 40 characters', left(v_tag, 60));
      end if;
    end loop;
    if v_tag is null then
      perform private.fail('PT422', 'a change names tags, a tier or a status');
    end if;
  end if;
end $$;

-- A partnership as the change would leave it; itself where the change is not for it: another status allows it, or
-- there would be too many tags.
create function private.changed_partnership(p public.partnerships, p_change jsonb)
returns public.partnerships language plpgsql stable set search_path = '' as $$
declare
  v_tags text[];
begin
  if p_change ? 'status' then
    if not (case p_change ->> 'status' when 'active' then p.status in ('applied', 'paused') when 'paused' then p.status = 'active'
      when 'declined' then p.status = 'applied' else p.status not in ('ended', 'declined') end) then
      return p;
    end if;
    p.status := (p_change ->> 'status')::public.partnership_status;
    p.status_reason := nullif(trim(p_change ->> 'reason'), '');
  elsif p_change ? 'tier' then
    p.tier := trim(p_change ->> 'tier');
  else
    select coalesce(array_agg(t order by t), '{}') into v_tags from (
      select unnest(p.tags) union select trim(a) from unnest(private.filter_texts(p_change, 'add_tags')) a
      except select trim(r) from unnest(private.filter_texts(p_change, 'remove_tags')) r
    ) x (t);
    if cardinality(v_tags) <= 30 and not (v_tags @> p.tags and v_tags <@ p.tags) then
      p.tags := v_tags;
    end if;
  end if;
  return p;
end $$;

-- The act of this id, begun with the first chunk; refused when somebody else's, or another change, has this id.
create function private.begin_partner_act(p_act uuid, p_program uuid, p_change jsonb)
returns private.partner_acts language plpgsql set search_path = '' as $$
declare
  v_act private.partner_acts;
begin
  if p_act is null then
    perform private.fail('PT422', 'an act needs an id');
  end if;
  insert into private.partner_acts (id, program_id, change) values (p_act, p_program, p_change) on conflict (id) do nothing;
  select a.* into v_act from private.partner_acts a where a.id = p_act for update;
  if (v_act.program_id, v_act.actor_id, v_act.change) is distinct from (p_program, (select auth.uid()), p_change) or v_act.undone_at is not null then
    perform private.fail('PT409', 'this act is another one, or has been undone');
  end if;
  return v_act;
end $$;

-- The ids of an act: more than the values of a filter, but no more than one chunk.
create function private.act_ids(p_ids jsonb)
returns uuid[] language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(p_ids) is distinct from 'array' or jsonb_array_length(p_ids) > 500 then
    perform private.fail('PT422', 'an act names at most 500 partners at once');
  end if;
  return array(select distinct private.filter_uuid(i) from jsonb_array_elements_text(p_ids) i);
end $$;

-- Changes the partnerships named by id (at most 500), or the next 500 that fit a filter, in order of their ids.
create function private.change_partners(p_act uuid, p_program text, p_who jsonb, p_change jsonb, p_after uuid)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager');
  v_page jsonb := jsonb_build_object('next', null);
  v_ids uuid[];
  v_changed integer;
  v_met integer;
begin
  perform private.check_partner_change(p_change);
  if p_who ? 'ids' then
    perform private.check_rule_keys(p_who, 'ids');
    v_ids := private.act_ids(p_who -> 'ids');
  else
    v_page := private.partner_rows(v_program, private.plan_partners(v_program, p_who), 'id', true, private.figures_from(null, null),
      case when p_after is not null then '0' end, p_after, 500);
    v_ids := array(select (r ->> 'id')::uuid from jsonb_array_elements(v_page -> 'rows') r);
  end if;
  perform private.begin_partner_act(p_act, v_program, p_change);
  perform 1 from public.partnerships p where p.program_id = v_program and p.id = any (v_ids) order by p.id for update;
  get diagnostics v_met = row_count;
  with changed as (
    select p.id, private.act_values(p) as before, private.changed_partnership(p, p_change) as wanted
    from public.partnerships p
    where p.program_id = v_program and p.id = any (v_ids)
      -- Said twice, as after a lost answer: it was changed by the first.
      and not exists (select 1 from private.partner_act_rows r where r.act_id = p_act and r.partnership_id = p.id)
  ), written as (
    update public.partnerships p
    set tier = (c.wanted).tier, tags = (c.wanted).tags, status = (c.wanted).status, status_reason = (c.wanted).status_reason
    from changed c
    where p.id = c.id and (p.tier, p.tags, p.status) is distinct from ((c.wanted).tier, (c.wanted).tags, (c.wanted).status)
    returning p.id, c.before, private.act_values(p) as after
  )
  insert into private.partner_act_rows (act_id, program_id, partnership_id, before, after)
  select p_act, v_program, w.id, w.before, w.after from written w;
  select count(*) into v_changed from private.partner_act_rows r where r.act_id = p_act;
  return jsonb_build_object('act', p_act, 'changed', v_changed, 'met', v_met, 'next', v_page #> '{next,id}');
end $$;

-- Puts back, 500 at a time, what still stands as my act left it. Undoing that began in time may end later.
create function private.undo_partners_act(p_act uuid)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_act private.partner_acts;
  v_answer jsonb;
begin
  select a.* into v_act from private.partner_acts a
  where a.id = p_act and a.actor_id = (select auth.uid()) and a.program_id in (select private.my_program_ids('owner', 'manager'))
  for update;
  if v_act.id is null then
    perform private.fail('PT404', 'no such act of yours');
  end if;
  if v_act.undone_at is null and v_act.made_at < now() - interval '10 minutes' then
    perform private.fail('PT409', 'this can be undone for ten minutes only');
  end if;
  update private.partner_acts a set undone_at = now(), undone_by = pg_current_xact_id() where a.id = p_act;
  perform 1 from public.partnerships p
  where p.id in (
    select r.partnership_id from private.partner_act_rows r
    where r.act_id = p_act and r.undone_at is null order by r.partnership_id limit 500
  ) order by p.id for update;
  with next as (
    select r.partnership_id, r.before, r.after from private.partner_act_rows r
    where r.act_id = p_act and r.undone_at is null order by r.partnership_id limit 500
  ), restored as (
    update public.partnerships p
    set tier = n.before ->> 'tier', tags = array(select jsonb_array_elements_text(n.before -> 'tags')),
      status = (n.before ->> 'status')::public.partnership_status, status_reason = n.before ->> 'status_reason',
      status_since = (n.before ->> 'status_since')::timestamptz
    from next n
    where p.id = n.partnership_id and private.act_values(p) = n.after
    returning p.id
  ), marked as (
    update private.partner_act_rows r set undone_at = now() from next n
    where r.act_id = p_act and r.partnership_id = n.partnership_id returning 1
  )
  select jsonb_build_object('act', p_act, 'undone', (select count(*) from restored),
    'kept', (select count(*) from marked) - (select count(*) from restored)) into v_answer;
  -- Nothing else of this transaction may pass the guard.
  update private.partner_acts a set undone_by = null where a.id = p_act;
  return v_answer || jsonb_build_object('left', (
    select count(*) from private.partner_act_rows r where r.act_id = p_act and r.undone_at is null));
end $$;

create function public.change_partners(p_act uuid, p_program text, p_who jsonb, p_change jsonb, p_after uuid default null)
returns jsonb language sql set search_path = '' as $$
  select private.change_partners(p_act, p_program, private.plain_json(p_who), private.plain_json(p_change), p_after)
$$;
create function public.undo_partners_act(p_act uuid)
returns jsonb language sql set search_path = '' as $$ select private.undo_partners_act(p_act) $$;

grant execute on function private.change_partners, private.undo_partners_act to authenticated;
grant execute on function public.change_partners, public.undo_partners_act to authenticated;
comment on function public.change_partners is 'Tags, tier or status of many partners, named by id or by a filter, 500 at a time; managers and owners.';
comment on function public.undo_partners_act is 'Puts back what my act of the last ten minutes changed and nobody has changed since, 500 at a time.';
