-- Joining: what an invitation says to whoever holds its token, how one gets in by it, and how one leaves.
--
-- Whoever holds the token learns what it opens and, if it no longer does, why: used, revoked, expired, or bound to
-- another address. An unknown token opens nothing and tells nothing. Getting in needs an account whose address is
-- confirmed and is the invited one; the token alone is not enough, and neither is the address.

create function private.token_hash(p_token text)
returns bytea language sql immutable set search_path = '' as $$ select sha256(convert_to(coalesce(p_token, ''), 'utf8')) $$;

-- 32 random bytes as they stand in a link; only their hash stays. For whoever sends the mail, and for the first owner
-- of a deployment, whom whoever holds the database hands the link (docs/deploy.md).
create function private.new_token(p_invitation uuid)
returns text language plpgsql set search_path = '' as $$
declare
  v_token text := translate(encode(extensions.gen_random_bytes(32), 'base64'), '+/=', '-_');
begin
  update public.invitations i set token_hash = private.token_hash(v_token) where i.id = p_invitation;
  return v_token;
end $$;

-- My address, if I have shown that it is mine. Definer: nobody reads the accounts.
create function private.verified_address()
returns text language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select lower(u.email) from auth.users u
    where u.id = (select auth.uid()) and u.email_confirmed_at is not null
  );
end $$;

-- Peeking ------------------------------------------------------------------------------------------------------

-- `email` is whole while the invitation is open, since whoever holds its token was written to there and the form has to
-- be filled; afterwards only its first letter and its host. `partners` are the caller's own, to join with.
create function private.describe_invitation(p public.invitations)
returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('state', private.invitation_state(p), 'kind', p.kind, 'locale', p.locale,
    'email', case when private.invitation_state(p) = 'open' then lower(p.email) else left(p.email, 1) || '…@' || split_part(p.email, '@', 2) end,
    'role', coalesce(p.staff_role::text, p.partner_role::text), 'partner_type', p.partner_type, 'expires_at', p.expires_at,
    'invited_by', (select nullif(s.display_name, '') from public.user_settings s where s.user_id = p.created_by),
    'partner_name', coalesce((select g.name from public.partners g where g.id = p.partner_id), p.partner_name),
    'program', (select private.program_card(g.slug) from public.programs g where g.id = p.program_id))
$$;

-- The partners that I own and that are of the invited type, if it names one, with where they stand in the program.
create function private.partners_to_join(p_program uuid, p_type public.partner_type)
returns jsonb language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'type', g.type, 'status', s.status) order by g.name, g.id), '[]')
  from public.partners g
  left join public.partnerships s on s.partner_id = g.id and s.program_id = p_program
  where g.id in (select private.my_partner_ids('owner')) and (p_type is null or g.type = p_type)
$$;

-- Definer: the token is the right, and a stranger has none other. For everybody, signed in or not.
create function private.peek_invitation(p_token text)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v public.invitations;
  v_address text := private.verified_address();
begin
  select i.* into v from public.invitations i where i.token_hash = private.token_hash(p_token);
  if v.id is null then
    return jsonb_build_object('state', 'unknown');
  end if;
  return private.describe_invitation(v) || jsonb_build_object(
    'is_mine', v_address is not distinct from lower(v.email),
    'my_name', coalesce((select s.display_name from public.user_settings s where s.user_id = (select auth.uid())), ''),
    'partners', case when v.kind = 'partner' and v_address = lower(v.email) then private.partners_to_join(v.program_id, v.partner_type) else '[]' end);
end $$;

-- Getting in ---------------------------------------------------------------------------------------------------

-- A code from a name: its Latin letters and digits; another one if it is taken in the program, by a partner or a
-- promotion. The lock keeps two people from getting the same.
create function private.partner_code(p_program uuid, p_name text)
returns text language plpgsql set search_path = '' as $$
declare
  v_base text := left(regexp_replace(upper(normalize(p_name, nfkd)), '[^A-Z0-9]', '', 'g'), 16);
  v_code text;
begin
  perform pg_advisory_xact_lock(hashtextextended('codes:' || p_program, 0));
  if char_length(v_base) < 2 then
    v_base := 'PARTNER';
  end if;
  for v_try in 1..99 loop
    v_code := v_base || case when v_try = 1 then '' else v_try::text end;
    exit when not exists (select 1 from public.partnerships s where s.program_id = p_program and s.code = v_code)
      and not exists (select 1 from public.promotion_codes c where c.program_id = p_program and c.code = v_code);
    v_code := v_base || '-' || upper(private.random_code());
  end loop;
  return v_code;
end $$;

-- A new partner of the caller, who becomes its owner.
create function private.make_partner(p_partner jsonb, p_type public.partner_type, p_email text, p_display_name text)
returns uuid language plpgsql set search_path = '' as $$
declare
  v_id uuid;
  v_name text := trim(p_partner ->> 'name');
  v_type text := coalesce(p_type::text, p_partner ->> 'type');
begin
  if v_name is null or char_length(v_name) not between 1 and 120 then
    perform private.fail('PT422', 'a partner needs a name of at most 120 letters');
  end if;
  if coalesce(p_partner ->> 'country', '') !~ '^[A-Z]{2}$' then
    perform private.fail('PT422', 'a partner needs a country', p_partner ->> 'country');
  end if;
  if coalesce(p_partner ->> 'language', '') !~ '^[a-z]{2}(-[A-Za-z0-9]{2,8})?$' then
    perform private.fail('PT422', 'a partner needs a language', p_partner ->> 'language');
  end if;
  if v_type is null or v_type <> all (enum_range(null::public.partner_type)::text[]) then
    perform private.fail('PT422', 'a partner needs a type', v_type);
  end if;
  insert into public.partners (type, name, country, language, time_zone)
  values (v_type::public.partner_type, v_name, p_partner ->> 'country', p_partner ->> 'language',
    coalesce((select z.name from pg_catalog.pg_timezone_names z where z.name = p_partner ->> 'time_zone'), 'UTC'))
  returning id into v_id;
  insert into public.partner_members (partner_id, user_id, email, display_name, role)
  values (v_id, (select auth.uid()), p_email, p_display_name, 'owner');
  return v_id;
end $$;

-- The partnership that an invited partner gets: active, with the tier and tags of the invitation. An application that
-- still waits is answered by it; any other standing is no way in. Rates hang on the type, so a type that the brand has
-- named is the partner's.
create function private.join_program(p public.invitations, p_partner uuid)
returns void language plpgsql set search_path = '' as $$
declare
  v public.partnerships;
  v_name text;
  v_type public.partner_type;
begin
  -- Not while days move to another zone: the day of joining is of one of them.
  perform pg_advisory_xact_lock_shared(hashtextextended('days:' || p.program_id, 0));
  select g.name, g.type into v_name, v_type from public.partners g where g.id = p_partner;
  if v_type <> p.partner_type then
    perform private.fail('PT409', 'this invitation is for a partner of another type', p.partner_type::text);
  end if;
  select s.* into v from public.partnerships s where s.program_id = p.program_id and s.partner_id = p_partner for update;
  if v.id is null then
    insert into public.partnerships (program_id, partner_id, status, tier, tags, code)
    values (p.program_id, p_partner, 'active', p.tier, p.tags, private.partner_code(p.program_id, v_name));
  elsif v.status in ('invited', 'applied') then
    update public.partnerships s
    set status = 'active', tier = coalesce(p.tier, s.tier), tags = array(select distinct t from unnest(s.tags || p.tags) t order by t limit 30)
    where s.id = v.id;
  else
    perform private.fail('PT409', 'this partner is in the program already', v.status::text);
  end if;
exception when unique_violation then
  -- Another owner of the same partner came by an invitation of their own at the same moment.
  if exists (select 1 from public.partnerships s where s.program_id = p.program_id and s.partner_id = p_partner) then
    perform private.fail('PT409', 'this partner is in the program already');
  end if;
  raise;
end $$;

-- Makes the caller what the invitation says. A live member is not made one a second time.
create function private.join_by(p public.invitations, p_display_name text, p_partner jsonb)
returns void language plpgsql set search_path = '' as $$
declare
  v_partner uuid;
begin
  if p.kind = 'staff' then
    if exists (select 1 from public.program_staff s
      where s.program_id = p.program_id and s.user_id = (select auth.uid()) and s.removed_at is null) then
      perform private.fail('PT409', 'you are on this team already');
    end if;
    insert into public.program_staff (program_id, user_id, email, display_name, role)
    values (p.program_id, (select auth.uid()), lower(p.email), p_display_name, p.staff_role);
  elsif p.kind = 'partner_member' then
    if exists (select 1 from public.partner_members m
      where m.partner_id = p.partner_id and m.user_id = (select auth.uid()) and m.removed_at is null) then
      perform private.fail('PT409', 'you are on this team already');
    end if;
    insert into public.partner_members (partner_id, user_id, email, display_name, role)
    values (p.partner_id, (select auth.uid()), lower(p.email), p_display_name, p.partner_role);
  else
    if jsonb_typeof(p_partner) is distinct from 'object' then
      perform private.fail('PT422', 'choose a partner, or make one');
    end if;
    if p_partner ? 'id' then
      select g.id into v_partner from public.partners g
      where g.id::text = p_partner ->> 'id' and g.id in (select private.my_partner_ids('owner'));
      if v_partner is null then
        perform private.fail('PT404', 'no such partner of yours');
      end if;
    else
      v_partner := private.make_partner(p_partner, p.partner_type, lower(p.email), p_display_name);
    end if;
    perform private.join_program(p, v_partner);
  end if;
end $$;

-- Where somebody is after getting in: the place as the portal addresses it, or null for a partner without a program.
create function private.place_behind(p public.invitations)
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  if p.kind = 'staff' then
    return (select jsonb_build_object('side', 'brand', 'program', g.slug, 'code', null) from public.programs g where g.id = p.program_id);
  end if;
  return (
    select jsonb_build_object('side', 'partner', 'program', g.slug, 'code', lower(s.code))
    from public.partnerships s
    join public.programs g on g.id = s.program_id
    where s.partner_id in (select private.my_partner_ids()) and (s.partner_id = p.partner_id or s.program_id = p.program_id)
    order by s.status <> 'active', s.status <> 'paused', s.status_since desc, s.id
    limit 1);
end $$;

-- Definer: who is not in yet may write nothing. The invitation's row is locked, so of many at once one gets in.
create function private.accept_invitation(p_token text, p_display_name text, p_partner jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v public.invitations;
  v_address text := private.verified_address();
  v_name text := left(trim(coalesce(p_display_name, '')), 120);
begin
  if (select auth.uid()) is null then
    perform private.fail('PT401', 'sign in first');
  end if;
  select i.* into v from public.invitations i where i.token_hash = private.token_hash(p_token) for update;
  if v.id is null then
    perform private.fail('PT404', 'no such invitation');
  end if;
  if v_address is distinct from lower(v.email) then
    perform private.fail('PT403', 'this invitation is for another address');
  end if;
  if private.invitation_state(v) <> 'open' then
    perform private.fail('PT409', 'this invitation is no longer open', private.invitation_state(v));
  end if;
  perform private.join_by(v, v_name, p_partner);
  insert into public.user_settings (user_id, display_name) values ((select auth.uid()), v_name)
  on conflict (user_id) do update set display_name = excluded.display_name where public.user_settings.display_name = '';
  update public.invitations i set accepted_at = now(), accepted_by = (select auth.uid()) where i.id = v.id;
  return jsonb_build_object('place', private.place_behind(v));
end $$;

-- Leaving ------------------------------------------------------------------------------------------------------

-- Definer: only owners may change memberships, but everybody may end the own. The last owner cannot (see guard_staff
-- and guard_member).
create function private.leave_program(p_program text)
returns jsonb language plpgsql security definer set search_path = '' as $$
begin
  update public.program_staff s set removed_at = now()
  where s.program_id in (select g.id from public.programs g where g.slug = lower(p_program))
    and s.user_id = (select auth.uid()) and s.removed_at is null;
  if not found then
    perform private.fail('PT404', 'no such team of yours');
  end if;
  return '{"left": true}';
end $$;

create function private.leave_partner(p_partner uuid)
returns jsonb language plpgsql security definer set search_path = '' as $$
begin
  update public.partner_members m set removed_at = now()
  where m.partner_id = p_partner and m.user_id = (select auth.uid()) and m.removed_at is null;
  if not found then
    perform private.fail('PT404', 'no such team of yours');
  end if;
  return '{"left": true}';
end $$;

-- Sending ------------------------------------------------------------------------------------------------------

-- The mails that the caller has made necessary and that still wait: of invitations which are theirs to resend.
create function private.waiting_mails()
returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object('ids', coalesce(jsonb_agg(w.id), '[]'))
    from (
      select o.id
      from private.outbox o
      join public.invitations i on i.id = o.invitation_id
      where o.sent_at is null and o.dropped_at is null and (o.claimed_at is null or o.claimed_at < now() - interval '5 minutes')
        and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
        and (i.partner_id in (select private.my_partner_ids('owner'))
          or i.program_id in (select private.my_program_ids('owner'))
          or (i.kind = 'partner' and i.program_id in (select private.my_program_ids('manager'))))
      order by o.attempts, o.created_at, o.id
      limit 500
    ) w);
end $$;

-- For the server alone, which has just asked waiting_mails with the caller's own token: takes some of these mails and
-- gives each invitation its token. What is claimed by somebody else is left to them. Definer: no API role sees the outbox.
create function private.claim_mails(p_ids uuid[], p_limit integer)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_ids uuid[];
begin
  with free as (
    select o.id from private.outbox o
    join public.invitations i on i.id = o.invitation_id
    where o.id = any (p_ids) and o.sent_at is null and o.dropped_at is null
      and (o.claimed_at is null or o.claimed_at < now() - interval '5 minutes')
      and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
    order by o.attempts, o.created_at, o.id
    limit least(greatest(coalesce(p_limit, 10), 1), 50)
    for update of o skip locked
  ), claimed as (
    update private.outbox o set claimed_at = now(), attempts = o.attempts + 1
    from free f where o.id = f.id
    returning o.id
  )
  select array_agg(c.id) into v_ids from claimed c;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'to', o.recipient, 'locale', o.locale, 'inviter', o.variables ->> 'inviter',
      'token', private.new_token(o.invitation_id), 'invitation', private.describe_invitation(i)) order by o.created_at, o.id), '[]')
    from private.outbox o join public.invitations i on i.id = o.invitation_id
    where o.id = any (v_ids));
end $$;

-- What became of a claimed mail. One that was sent is never claimed again; one that failed waits for the next try.
create function private.finish_mail(p_id uuid, p_error text)
returns jsonb language plpgsql security definer set search_path = '' as $$
begin
  update private.outbox o
  set sent_at = case when p_error is null then now() end, last_error = left(p_error, 300), claimed_at = case when p_error is null then o.claimed_at end
  where o.id = p_id and o.sent_at is null;
  return '{}';
end $$;

-- The same, as the API shows them ------------------------------------------------------------------------------

create function public.peek_invitation(p_token text)
returns jsonb language sql stable set search_path = '' as $$ select private.peek_invitation(p_token) $$;
create function public.accept_invitation(p_token text, p_display_name text default '', p_partner jsonb default null)
returns jsonb language sql set search_path = '' as $$ select private.accept_invitation(p_token, p_display_name, private.plain_json(p_partner)) $$;
create function public.leave_program(p_program text)
returns jsonb language sql set search_path = '' as $$ select private.leave_program(p_program) $$;
create function public.leave_partner(p_partner uuid)
returns jsonb language sql set search_path = '' as $$ select private.leave_partner(p_partner) $$;
create function public.waiting_mails()
returns jsonb language sql stable set search_path = '' as $$ select private.waiting_mails() $$;
create function public.claim_mails(p_ids uuid[], p_limit integer default 10)
returns jsonb language sql set search_path = '' as $$ select private.claim_mails(p_ids, p_limit) $$;
create function public.finish_mail(p_id uuid, p_error text default null)
returns jsonb language sql set search_path = '' as $$ select private.finish_mail(p_id, p_error) $$;

grant execute on function private.peek_invitation, public.peek_invitation to anon, authenticated;
grant execute on function private.accept_invitation, private.leave_program, private.leave_partner, private.waiting_mails,
  public.accept_invitation, public.leave_program, public.leave_partner, public.waiting_mails to authenticated;
grant execute on function private.claim_mails, private.finish_mail, public.claim_mails, public.finish_mail to service_role;

comment on function public.peek_invitation is 'What an invitation opens, or why it no longer does, for whoever holds its token.';
comment on function public.accept_invitation is 'Lets the caller in by an invitation to their confirmed address.';
comment on function public.leave_program is 'Ends the caller''s own work for a program; the last owner stays.';
comment on function public.leave_partner is 'Ends the caller''s own place in a partner''s team; the last owner stays.';
comment on function public.waiting_mails is 'Mails of the caller''s invitations that are not sent yet.';
comment on function public.claim_mails is 'Takes waiting mails to send them; the server alone.';
comment on function public.finish_mail is 'Says that a claimed mail was sent, or why not; the server alone.';
