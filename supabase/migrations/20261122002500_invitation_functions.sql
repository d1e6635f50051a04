-- Invitations, continued: making, resending, revoking and listing them, and the mail that waits to be sent.
--
-- A program's owner invites anybody to it, a manager only partners, a partner's owner the own team. Whether an address
-- has an account is never asked here, so the answer is the same for known and unknown ones; what is said to be there
-- already (a colleague, an open invitation) is what the inviter may read anyway.
-- The token is not made here. Whoever sends the mail asks for it at that moment, the invitation keeps its hash, and the
-- token itself is at rest nowhere: neither in a table nor in the browser of who invites. A mail that is tried again
-- carries a new token.

create table private.outbox (
  id uuid primary key default gen_random_uuid(),
  invitation_id uuid not null references public.invitations on delete restrict,
  template text not null constraint template_is_known check (template in ('staff', 'partner_member', 'partner')),
  recipient text not null,
  locale text not null,
  -- What the template says beside the invitation's own facts: the inviter's name.
  variables jsonb not null default '{}',
  created_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  -- Whoever sends has a mail for five minutes; then it may be taken again.
  claimed_at timestamptz,
  attempts integer not null default 0,
  last_error text constraint error_is_short check (char_length(last_error) <= 300),
  sent_at timestamptz,
  -- Overtaken by a newer mail, or the invitation was used or revoked before it went out.
  dropped_at timestamptz
);
create index outbox_waiting on private.outbox (created_at) where sent_at is null and dropped_at is null;
create index outbox_invitation on private.outbox (invitation_id, created_at);
create index outbox_recipient on private.outbox (recipient, created_at);
create index outbox_created_by on private.outbox (created_by, created_at);
alter table private.outbox enable row level security;

-- Helpers ------------------------------------------------------------------------------------------------------

-- An address as it is kept: lower case, nothing that could end a header or begin another address.
create function private.clean_address(p_email text)
returns text language plpgsql immutable set search_path = '' as $$
declare
  v_email text := lower(trim(p_email));
begin
  if v_email is null or v_email !~ '^[^@\s<>(),;:"\\[\]]{1,64}@[^@\s<>(),;:"\\[\]]{1,190}\.[^@\s<>(),;:"\\[\].]{2,63}$' then
    return null;
  end if;
  return v_email;
end $$;

create function private.address_or_fail(p_email text)
returns text language plpgsql immutable set search_path = '' as $$
begin
  if private.clean_address(p_email) is null then
    perform private.fail('PT422', 'this is no e-mail address', left(p_email, 320));
  end if;
  return private.clean_address(p_email);
end $$;

-- The asked language of a mail, else the nearest to the other, else English.
create function private.mail_locale(p_asked text, p_other text)
returns text language sql immutable set search_path = '' as $$
  select coalesce(
    (select l from unnest(array['en', 'de', 'fr', 'ko', 'zh-Hant']) l where l = p_asked),
    (select l from unnest(array['en', 'de', 'fr', 'ko', 'zh-Hant']) l where split_part(l, '-', 1) = split_part(p_other, '-', 1)),
    'en')
$$;

create function private.invitation_state(p public.invitations)
returns text language sql stable set search_path = '' as $$
  select case
    when p.accepted_at is not null then 'used'
    when p.revoked_at is not null then 'revoked'
    when p.expires_at <= now() then 'expired'
    else 'open'
  end
$$;

-- So many mails may one person cause in a day, for a program or a team: an account that was taken over is no cannon.
-- Counted under a lock, so that requests side by side do not each find room.
create function private.check_mail_limit(p_scope uuid, p_more integer, p_most integer)
returns void language plpgsql set search_path = '' as $$
declare
  v_sent integer;
begin
  perform pg_advisory_xact_lock(hashtextextended(concat((select auth.uid()), p_scope), 0));
  select count(*) into v_sent
  from private.outbox o join public.invitations i on i.id = o.invitation_id
  where o.created_by = (select auth.uid()) and o.created_at > now() - interval '1 day' and p_scope in (i.program_id, i.partner_id);
  if v_sent + p_more > p_most then
    perform private.fail('PT429', format('at most %s invitations a person and day', p_most), v_sent::text);
  end if;
end $$;

-- A mail for each of these invitations; one that still waits is overtaken. Five a day may go from one program or team to
-- one address, whoever causes them and by however many invitations: revoking and inviting again makes no room. Counted
-- under a lock of the program or team, taken last, so that nobody who holds it waits for an invitation.
create function private.queue_mails(p_invitations uuid[])
returns void language plpgsql set search_path = '' as $$
declare
  v_email text;
begin
  perform pg_advisory_xact_lock(hashtextextended('mails:' || x.scope, 0))
  from (select distinct coalesce(i.program_id, i.partner_id) as scope from public.invitations i where i.id = any (p_invitations) order by 1) x;
  select i.email into v_email from public.invitations i
  where i.id = any (p_invitations) and 5 <= (
    select count(*) from private.outbox o join public.invitations k on k.id = o.invitation_id
    where o.recipient = i.email and o.created_at > now() - interval '1 day'
      and coalesce(k.program_id, k.partner_id) = coalesce(i.program_id, i.partner_id))
  limit 1;
  if found then
    perform private.fail('PT429', 'at most 5 mails an address and day', v_email);
  end if;
  update private.outbox o set dropped_at = now()
  where o.invitation_id = any (p_invitations) and o.sent_at is null and o.dropped_at is null;
  insert into private.outbox (invitation_id, template, recipient, locale, variables, created_by)
  select i.id, i.kind::text, i.email, i.locale, jsonb_build_object('inviter', coalesce(s.display_name, '')), (select auth.uid())
  from public.invitations i
  left join public.user_settings s on s.user_id = (select auth.uid())
  where i.id = any (p_invitations);
end $$;

-- Invitations that ran out make room for a new one to the same address.
create function private.clear_expired(p_kind public.invitation_kind, p_scope uuid, p_emails text[])
returns void language sql set search_path = '' as $$
  update public.invitations i set revoked_at = now()
  where i.kind = p_kind and p_scope in (i.program_id, i.partner_id) and lower(i.email) = any (p_emails)
    and i.accepted_at is null and i.revoked_at is null and i.expires_at <= now()
$$;

-- Definer, all that follow: nobody may insert invitations or see the outbox; each begins with the caller's live rights.

-- One invitation to a team, with its mail; answers what invitation_list shows of it.
create function private.invite_one(p_invitation public.invitations)
returns jsonb language plpgsql set search_path = '' as $$
declare
  v_id uuid;
begin
  perform private.clear_expired(p_invitation.kind, coalesce(p_invitation.program_id, p_invitation.partner_id), array[p_invitation.email]);
  insert into public.invitations (kind, program_id, partner_id, email, staff_role, partner_role, locale, token_hash, created_by)
  values (p_invitation.kind, p_invitation.program_id, p_invitation.partner_id, p_invitation.email, p_invitation.staff_role,
    p_invitation.partner_role, p_invitation.locale, sha256(extensions.gen_random_bytes(32)), (select auth.uid()))
  on conflict do nothing
  returning id into v_id;
  if v_id is null then
    perform private.fail('PT409', 'this address has an open invitation', p_invitation.email);
  end if;
  -- The row waits for whoever removes the inviter at this moment (guard_staff, guard_member), so the right is asked again.
  if coalesce(p_invitation.program_id, p_invitation.partner_id) not in (
    select private.my_program_ids('owner') union all select private.my_partner_ids('owner')
  ) then
    perform private.fail('PT409', 'you are no longer an owner of this team');
  end if;
  perform private.queue_mails(array[v_id]);
  return jsonb_build_object('id', v_id, 'email', p_invitation.email, 'fate', 'invited');
end $$;

create function private.invite_staff(p_program text, p_email text, p_role public.staff_role, p_locale text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner');
  v public.invitations;
begin
  v.kind := 'staff';
  v.program_id := v_program;
  v.email := private.address_or_fail(p_email);
  v.staff_role := coalesce(p_role, 'viewer');
  select private.mail_locale(p_locale, g.default_locale) into v.locale from public.programs g where g.id = v_program;
  perform private.check_mail_limit(v_program, 1, 500);
  if exists (select 1 from public.program_staff s
    where s.program_id = v_program and lower(s.email) = v.email and s.removed_at is null) then
    perform private.fail('PT409', 'this person is on the team already', v.email);
  end if;
  return private.invite_one(v);
end $$;

create function private.invite_member(p_partner uuid, p_email text, p_role public.partner_role, p_locale text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v public.invitations;
begin
  select g.id, private.mail_locale(p_locale, g.language) into v.partner_id, v.locale
  from public.partners g where g.id = p_partner and g.id in (select private.my_partner_ids('owner'));
  if v.partner_id is null then
    perform private.fail('PT404', 'no such team, or not for you');
  end if;
  v.kind := 'partner_member';
  v.email := private.address_or_fail(p_email);
  v.partner_role := coalesce(p_role, 'viewer');
  perform private.check_mail_limit(v.partner_id, 1, 50);
  if exists (select 1 from public.partner_members m
    where m.partner_id = v.partner_id and lower(m.email) = v.email and m.removed_at is null) then
    perform private.fail('PT409', 'this person is on the team already', v.email);
  end if;
  return private.invite_one(v);
end $$;

-- What would become of each row [{email, partner_type, name?, tier?, tags?[], locale?}]; no reason: it can be invited.
create function private.judge_invitees(p_program uuid, p_rows jsonb, p_locale text)
returns table (line bigint, said text, email text, partner_type text, partner_name text, tier text, tags text[], locale text, reason text)
language plpgsql stable set search_path = '' as $$
begin
  return query
  with given as (
    select r.ordinality as line, left(r.value ->> 'email', 320) as said, private.clean_address(r.value ->> 'email') as email,
      r.value ->> 'partner_type' as partner_type, nullif(trim(r.value ->> 'name'), '') as partner_name,
      nullif(trim(r.value ->> 'tier'), '') as tier, jsonb_typeof(r.value -> 'tags') is not distinct from 'array' as has_tags,
      case when jsonb_typeof(r.value -> 'tags') = 'array'
        then (select coalesce(array_agg(distinct trim(t)), '{}') from jsonb_array_elements_text(r.value -> 'tags') t where trim(t) <> '')
        else '{}' end as tags,
      coalesce(r.value -> 'tags', 'null') = 'null' as no_tags, private.mail_locale(r.value ->> 'locale', p_locale) as locale
    from jsonb_array_elements(p_rows) with ordinality r
  )
  select g.line, g.said, g.email, g.partner_type, g.partner_name, g.tier, g.tags, g.locale,
    case
      when g.email is null then 'bad_email'
      when g.partner_type is null or g.partner_type <> all (enum_range(null::public.partner_type)::text[]) then 'bad_type'
      when char_length(g.partner_name) > 120 then 'bad_name'
      when char_length(g.tier) > 40 then 'bad_tier'
      when not (g.has_tags or g.no_tags) or cardinality(g.tags) > 30 or exists (select 1 from unnest(g.tags) t where char_length(t) > 40) then 'bad_tags'
      when row_number() over (partition by g.email order by g.line) > 1 then 'repeated'
      when exists (select 1 from public.invitations i where i.program_id = p_program and i.kind = 'partner' and lower(i.email) = g.email
        and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()) then 'invited'
      when exists (select 1 from public.partner_members m join public.partnerships p on p.partner_id = m.partner_id
        where p.program_id = p_program and p.status = 'active' and m.removed_at is null and lower(m.email) = g.email) then 'member'
    end
  from given g;
end $$;

create function private.invite_partners(p_program text, p_rows jsonb, p_locale text, p_is_dry_run boolean)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid := private.program_for(p_program, 'owner', 'manager');
  v_judged jsonb;
  v_made jsonb := '{}';
begin
  if jsonb_typeof(p_rows) is distinct from 'array' or jsonb_array_length(p_rows) not between 1 and 500
    or exists (select 1 from jsonb_array_elements(p_rows) r where jsonb_typeof(r) <> 'object') then
    perform private.fail('PT422', 'invite 1 to 500 partners at once');
  end if;
  select jsonb_agg(to_jsonb(j) order by j.line) into v_judged
  from private.judge_invitees(v_program, p_rows, coalesce(p_locale, (select g.default_locale from public.programs g where g.id = v_program))) j;
  if not p_is_dry_run then
    perform private.check_mail_limit(v_program, (select count(*)::integer from jsonb_array_elements(v_judged) j where j ->> 'reason' is null), 500);
    perform private.clear_expired('partner', v_program, array(select j ->> 'email' from jsonb_array_elements(v_judged) j where j ->> 'reason' is null));
    with made as (
      insert into public.invitations (kind, program_id, email, partner_type, partner_name, tier, tags, locale, token_hash, created_by)
      select 'partner', v_program, j.email, j.partner_type::public.partner_type, j.partner_name, j.tier, j.tags, j.locale,
        sha256(extensions.gen_random_bytes(32)), (select auth.uid())
      from jsonb_to_recordset(v_judged) as j (line bigint, email text, partner_type text, partner_name text, tier text, tags text[], locale text, reason text)
      where j.reason is null
      order by j.line
      on conflict do nothing
      returning id, email
    )
    select coalesce(jsonb_object_agg(m.email, m.id), '{}') into v_made from made m;
    perform private.queue_mails(array(select value::uuid from jsonb_each_text(v_made)));
  end if;
  return (
    select jsonb_build_object('invited', count(*) filter (where f.fate = 'invited'), 'rows', jsonb_agg(
      jsonb_build_object('email', coalesce(f.said, ''), 'fate', f.fate, 'reason', f.reason) order by f.line))
    from (
      select (j ->> 'line')::bigint as line, j ->> 'said' as said,
        case when j ->> 'reason' in ('repeated', 'invited', 'member') then 'already' when j ->> 'reason' is not null then 'invalid'
          -- Somebody else invited the same address between the look and the insert.
          when not p_is_dry_run and not v_made ? (j ->> 'email') then 'already' else 'invited' end as fate,
        case when j ->> 'reason' is null and not p_is_dry_run and not v_made ? (j ->> 'email') then 'invited' else j ->> 'reason' end as reason
      from jsonb_array_elements(v_judged) j
    ) f);
end $$;

-- An invitation that is the caller's to resend or revoke, locked; the same rule as the table's policy.
create function private.kept_invitation(p_id uuid)
returns public.invitations language plpgsql security definer set search_path = '' as $$
declare
  v public.invitations;
begin
  select i.* into v from public.invitations i
  where i.id = p_id and (
    i.partner_id in (select private.my_partner_ids('owner'))
    or i.program_id in (select private.my_program_ids('owner'))
    or (i.kind = 'partner' and i.program_id in (select private.my_program_ids('manager'))))
  for update;
  if v.id is null then
    perform private.fail('PT404', 'no such invitation, or not for you');
  end if;
  if v.accepted_at is not null or v.revoked_at is not null then
    perform private.fail('PT409', 'this invitation has already been used or revoked');
  end if;
  return v;
end $$;

-- A new token and seven new days. The old link ends at once.
create function private.resend_invitation(p_id uuid)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v public.invitations := private.kept_invitation(p_id);
begin
  perform private.check_mail_limit(coalesce(v.program_id, v.partner_id), 1, case when v.program_id is null then 50 else 500 end);
  update public.invitations i set token_hash = sha256(extensions.gen_random_bytes(32)), expires_at = now() + interval '7 days'
  where i.id = p_id;
  perform private.queue_mails(array[p_id]);
  return jsonb_build_object('id', p_id, 'email', v.email, 'fate', 'invited');
end $$;

create function private.revoke_invitation(p_id uuid)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v public.invitations := private.kept_invitation(p_id);
begin
  update public.invitations i set revoked_at = now() where i.id = p_id;
  update private.outbox o set dropped_at = now() where o.invitation_id = p_id and o.sent_at is null and o.dropped_at is null;
  return jsonb_build_object('id', p_id, 'email', v.email);
end $$;

-- Invitations that nobody has used yet, open or expired, newest first, paged by key: of a program (`p_kind` keeps staff
-- or partners), or of a partner's team.
create function private.invitation_list(p_program text, p_partner uuid, p_kind text, p_before jsonb, p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v_program uuid := case when p_program is not null then private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer') end;
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 200);
  v_at timestamptz;
  v_id uuid;
begin
  if v_program is null and not exists (
    select 1 from public.partners g where g.id = p_partner and g.id in (select private.my_partner_ids('owner'))
  ) then
    perform private.fail('PT404', 'no such team, or not for you');
  end if;
  begin
    v_at := (p_before ->> 'created_at')::timestamptz;
    v_id := (p_before ->> 'id')::uuid;
  exception when data_exception then
    perform private.fail('PT422', 'a page goes on where the last one ended, an instant and an id');
  end;
  if p_before is not null and (v_at is null or v_id is null) then
    perform private.fail('PT422', 'a page goes on where the last one ended, an instant and an id');
  end if;
  return (
    select jsonb_build_object('invitations', coalesce(jsonb_agg(jsonb_build_object(
      'id', f.i ->> 'id', 'kind', f.i ->> 'kind', 'email', f.i ->> 'email', 'role', coalesce(f.i ->> 'staff_role', f.i ->> 'partner_role'),
      'partner_type', f.i ->> 'partner_type', 'partner_name', f.i ->> 'partner_name', 'tier', f.i ->> 'tier', 'tags', f.i -> 'tags',
      'locale', f.i ->> 'locale', 'state', f.state, 'created_at', f.created_at, 'expires_at', f.i ->> 'expires_at',
      'invited_by', f.invited_by, 'mail', f.mail, 'sent_at', f.sent_at) order by f.created_at desc, f.id desc), '[]'))
    from (
      select i.id, i.created_at, to_jsonb(i) - 'token_hash' as i, private.invitation_state(i) as state, nullif(s.display_name, '') as invited_by,
        case when o.sent_at is not null then 'sent' when o.last_error is not null then 'failed' else 'waiting' end as mail, o.sent_at
      from public.invitations i
      left join public.user_settings s on s.user_id = i.created_by
      left join lateral (
        select o.sent_at, o.last_error from private.outbox o where o.invitation_id = i.id order by o.created_at desc, o.id desc limit 1
      ) o on true
      where (i.program_id = v_program or (v_program is null and i.partner_id = p_partner))
        and i.accepted_at is null and i.revoked_at is null and (p_kind is null or i.kind::text = p_kind)
        and (p_before is null or (i.created_at, i.id) < (v_at, v_id))
      order by i.created_at desc, i.id desc
      limit v_limit
    ) f);
end $$;

-- The same, as the API shows them ------------------------------------------------------------------------------

create function public.invite_staff(p_program text, p_email text, p_role public.staff_role, p_locale text default null)
returns jsonb language sql set search_path = '' as $$ select private.invite_staff(p_program, p_email, p_role, p_locale) $$;
create function public.invite_member(p_partner uuid, p_email text, p_role public.partner_role, p_locale text default null)
returns jsonb language sql set search_path = '' as $$ select private.invite_member(p_partner, p_email, p_role, p_locale) $$;
create function public.invite_partners(p_program text, p_rows jsonb, p_locale text default null, p_is_dry_run boolean default false)
returns jsonb language sql set search_path = '' as $$
  select private.invite_partners(p_program, private.plain_json(p_rows), p_locale, coalesce(p_is_dry_run, false))
$$;
create function public.resend_invitation(p_id uuid)
returns jsonb language sql set search_path = '' as $$ select private.resend_invitation(p_id) $$;
create function public.revoke_invitation(p_id uuid)
returns jsonb language sql set search_path = '' as $$ select private.revoke_invitation(p_id) $$;
create function public.invitation_list(p_program text default null, p_partner uuid default null, p_kind text default null,
  p_before jsonb default null, p_limit integer default 50)
returns jsonb language sql stable set search_path = '' as $$
  select private.invitation_list(p_program, p_partner, p_kind, private.plain_json(p_before), p_limit)
$$;

grant execute on function private.invite_staff, private.invite_member, private.invite_partners, private.resend_invitation,
  private.revoke_invitation, private.invitation_list to authenticated;
grant execute on function public.invite_staff, public.invite_member, public.invite_partners, public.resend_invitation,
  public.revoke_invitation, public.invitation_list to authenticated;

comment on function public.invite_staff is 'Invites somebody to work for a program; its owners.';
comment on function public.invite_member is 'Invites somebody to a partner''s team; the partner''s owners.';
comment on function public.invite_partners is 'Invites up to 500 partners and says what became of each row; a dry run only says it.';
comment on function public.resend_invitation is 'A new mail with a new token, and seven new days.';
comment on function public.revoke_invitation is 'Ends an invitation for good.';
comment on function public.invitation_list is 'Invitations that wait to be used, with the state of their mail.';
