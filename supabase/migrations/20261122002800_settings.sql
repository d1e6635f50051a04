-- Settings: what a program's owners keep of it, in the programs' domain.
--
-- All staff read the settings, owners change them, and owners and finance write the rules that say what a type of
-- partner earns. What is seen stands beside a revision: who saves over what somebody else has saved meanwhile is told,
-- and nothing is lost. Nothing here reaches back: a hold counts for orders booked from now on, a rule is a new version
-- from a day on. The currency can be changed until the first event is there; the time zone has a chapter of its own. A
-- logo is put into its public bucket by the function upload-logo alone, once its bytes were looked at.

-- Helpers ------------------------------------------------------------------------------------------------------

create function private.describe_rules(p_program uuid)
returns jsonb language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'partner_type', r.partner_type, 'version', r.version, 'kind', r.kind,
    'rate_bps', r.rate_bps, 'flat_minor', r.flat_minor, 'effective_from', r.effective_from, 'note', r.note, 'created_at', r.created_at,
    'author', private.staff_name(r.program_id, r.created_by)) order by r.partner_type, r.effective_from desc, r.version desc), '[]')
  from public.commission_rules r where r.program_id = p_program
$$;

create function private.has_events(p_program uuid)
returns boolean language sql stable set search_path = '' as $$
  select exists (select 1 from public.program_event_totals t where t.program_id = p_program and t.events > 0)
$$;

create function private.describe_settings(p_program uuid)
returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('now', now(),
    'settings', to_jsonb(g) - '{id,created_at}'::text[],
    'is_currency_locked', private.has_events(g.id),
    'zone_change', private.describe_zone_change(g.id),
    'rules', private.describe_rules(g.id))
  from public.programs g where g.id = p_program
$$;

-- The program, locked, at the revision that was seen; null takes what stands.
create function private.lock_program(p_program uuid, p_revision integer)
returns public.programs language plpgsql set search_path = '' as $$
declare
  v_program public.programs;
begin
  select g.* into v_program from public.programs g where g.id = p_program for update;
  if p_revision is not null and v_program.revision <> p_revision then
    perform private.fail('PT409', 'somebody else has changed these settings', v_program.revision::text);
  end if;
  return v_program;
end $$;

-- Functions ----------------------------------------------------------------------------------------------------

-- Definer, all that follow: each begins with the caller's live rights.

create function private.program_settings(p_program text)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer');
begin
  return private.describe_settings(v_program);
end $$;

-- Changes what is named, as it was seen at this revision. Said twice with the same words, as after a lost answer,
-- nothing changes.
create function private.save_settings(p_program text, p_settings jsonb, p_revision integer)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner');
  v_old public.programs;
  v_new public.programs;
begin
  if jsonb_typeof(p_settings) is distinct from 'object'
    or (p_settings - '{name,color,site_url,locales,default_locale,hold_days,minimum_payout_minor,attribution_window_days}'::text[]) <> '{}' then
    perform private.fail('PT422', 'unknown settings of a program');
  end if;
  v_old := private.lock_program(v_program, null);
  begin
    v_new := jsonb_populate_record(v_old, p_settings);
  exception when data_exception then
    perform private.fail('PT422', 'a setting is of another kind', left(p_settings::text, 100));
  end;
  if v_new is distinct from v_old then
    perform private.lock_program(v_program, p_revision);
    update public.programs g
    set name = coalesce(v_new.name, ''), color = coalesce(v_new.color, ''), site_url = coalesce(v_new.site_url, ''),
      locales = coalesce(v_new.locales, '{}'), default_locale = coalesce(v_new.default_locale, ''), hold_days = coalesce(v_new.hold_days, -1),
      minimum_payout_minor = coalesce(v_new.minimum_payout_minor, -1), attribution_window_days = coalesce(v_new.attribution_window_days, -1)
    where g.id = v_program;
  end if;
  return private.describe_settings(v_program);
end $$;

-- Another currency, until the first event is there: what was booked is never counted in another. Amounts that stand in
-- the settings keep what they say, not their minor units; fixed fees could not, because rules never change.
create function private.change_currency(p_program text, p_currency text, p_revision integer)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner');
  v_old public.programs;
  v_exponent smallint;
begin
  -- Imports wait, so that no first event comes in between.
  perform pg_advisory_xact_lock(hashtextextended('import:' || v_program, 0));
  v_old := private.lock_program(v_program, null);
  if v_old.currency is distinct from p_currency then
    perform private.lock_program(v_program, p_revision);
    if private.has_events(v_program) then
      perform private.fail('PT409', 'the currency is locked since the first event', v_old.currency);
    end if;
    update public.programs g set currency = coalesce(p_currency, '') where g.id = v_program returning g.currency_exponent into v_exponent;
    if v_exponent <> v_old.currency_exponent then
      if exists (select 1 from public.commission_rules r where r.program_id = v_program and r.kind = 'flat') then
        perform private.fail('PT409', 'fixed fees stand in the other currency', v_old.currency);
      end if;
      update public.programs g
      set minimum_payout_minor = least(9007199254740991, round(v_old.minimum_payout_minor * 10::numeric ^ (v_exponent - v_old.currency_exponent)))
      where g.id = v_program;
    end if;
  end if;
  return private.describe_settings(v_program);
end $$;

-- A new version of what a type of partner earns: from a day of the program on, or from now. The client makes the id, and
-- says which version it saw (0 for none): somebody else's is not overtaken unseen. An id that is there already is this
-- very version said again, or a conflict.
create function private.add_rule(p_program text, p_id uuid, p_partner_type text, p_kind text, p_rate_bps integer, p_flat_minor bigint,
  p_from date, p_note text, p_seen integer)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'finance');
  v_zone text;
  v_last integer;
  v_known public.commission_rules;
begin
  select g.time_zone into v_zone from public.programs g where g.id = v_program for update;
  if p_id is null or p_kind is null or p_kind not in ('percent', 'flat') or p_partner_type is null
    or p_partner_type <> all (enum_range(null::public.partner_type)::text[])
    or (p_kind = 'percent' and (p_rate_bps is null or p_rate_bps not between 0 and 10000 or p_flat_minor is not null))
    or (p_kind = 'flat' and (p_flat_minor is null or p_flat_minor not between 0 and 9007199254740991 or p_rate_bps is not null))
    or char_length(coalesce(p_note, '')) > 500 then
    perform private.fail('PT422', 'a rule is a percentage from 0 to 100 or a fixed fee, for one type of partner');
  end if;
  select r.* into v_known from public.commission_rules r where r.program_id = v_program and r.id = p_id;
  if v_known.id is null then
    select coalesce(max(r.version), 0) into v_last from public.commission_rules r
    where r.program_id = v_program and r.partner_type = p_partner_type::public.partner_type;
    if v_last is distinct from p_seen then
      perform private.fail('PT409', 'somebody else has added a version', v_last::text);
    end if;
    begin
      insert into public.commission_rules (id, program_id, partner_type, kind, rate_bps, flat_minor, effective_from, note)
      values (p_id, v_program, p_partner_type::public.partner_type, p_kind::public.rule_kind, p_rate_bps, p_flat_minor,
        coalesce(private.day_start(p_from, v_zone), now()), trim(coalesce(p_note, '')));
    exception when unique_violation then
      perform private.fail('PT409', 'this version is there already');
    end;
  elsif (v_known.partner_type::text, v_known.kind::text, v_known.rate_bps, v_known.flat_minor, v_known.note)
      is distinct from (p_partner_type, p_kind, p_rate_bps, p_flat_minor, trim(coalesce(p_note, '')))
    or v_known.effective_from <> private.day_start(p_from, v_zone) then
    perform private.fail('PT409', 'this version is there already, and says something else', v_known.version::text);
  end if;
  return private.describe_settings(v_program);
end $$;

-- Shows a logo that was put below the program's own folder; null shows none. Answers the files of the folder that nobody
-- needs any more: the one shown before, and what was left behind when the server stopped between putting a file and
-- showing it, or before it removed the last one. What is younger than ten minutes may be somebody's who is about to show it.
create function private.use_logo(p_program text, p_path text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner');
  v_old public.programs := private.lock_program(v_program, null);
begin
  if p_path !~ ('^' || v_program || '/logo/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') then
    perform private.fail('PT422', 'a logo lies in its program''s own folder');
  end if;
  if v_old.logo_path is distinct from p_path then
    update public.programs g set logo_path = p_path where g.id = v_program;
  end if;
  return jsonb_build_object('logo_path', p_path, 'unused', (
    select coalesce(jsonb_agg(u.name), '[]')
    from (
      select o.name from storage.objects o
      where o.bucket_id = 'brand' and o.name like v_program || '/logo/%' and o.name is distinct from p_path
        and (o.name = v_old.logo_path or o.created_at < now() - interval '10 minutes')
      order by o.name limit 100
    ) u));
end $$;

-- Where a new logo goes: a name of our own making. Only for who may show it afterwards.
create function private.logo_place(p_program text)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner');
begin
  return jsonb_build_object('path', v_program || '/logo/' || gen_random_uuid());
end $$;

create function public.program_settings(p_program text)
returns jsonb language sql stable set search_path = '' as $$ select private.program_settings(p_program) $$;
create function public.save_settings(p_program text, p_settings jsonb, p_revision integer)
returns jsonb language sql set search_path = '' as $$ select private.save_settings(p_program, private.plain_json(p_settings), p_revision) $$;
create function public.change_currency(p_program text, p_currency text, p_revision integer)
returns jsonb language sql set search_path = '' as $$ select private.change_currency(p_program, p_currency, p_revision) $$;
create function public.add_rule(p_program text, p_id uuid, p_partner_type text, p_kind text, p_rate_bps integer default null,
  p_flat_minor bigint default null, p_from date default null, p_note text default '', p_seen integer default 0)
returns jsonb language sql set search_path = '' as $$
  select private.add_rule(p_program, p_id, p_partner_type, p_kind, p_rate_bps, p_flat_minor, p_from, p_note, p_seen)
$$;
create function public.use_logo(p_program text, p_path text)
returns jsonb language sql set search_path = '' as $$ select private.use_logo(p_program, p_path) $$;
create function public.logo_place(p_program text)
returns jsonb language sql stable set search_path = '' as $$ select private.logo_place(p_program) $$;

grant execute on function private.program_settings, private.save_settings, private.change_currency, private.add_rule, private.use_logo,
  private.logo_place, public.program_settings, public.save_settings, public.change_currency, public.add_rule, public.use_logo,
  public.logo_place to authenticated;

comment on function public.program_settings is 'A program''s settings, its rules with their history, and a change of zone that is under way; staff.';
comment on function public.save_settings is 'Changes settings as they were seen at a revision; owners.';
comment on function public.change_currency is 'Changes the currency of a program that has no event yet; owners.';
comment on function public.add_rule is 'Adds a version of what a partner type earns, from a day on; owners and finance.';
comment on function public.use_logo is 'Shows a logo that was uploaded, or none; owners.';
comment on function public.logo_place is 'Where a new logo is to be put; owners.';
