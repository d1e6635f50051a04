-- Invitations: how staff, partner members and partners get in.
--
-- Of the 32 random bytes that are mailed only the hash is kept, so that reading this table opens no door; no API
-- role reads even the hash. An invitation is bound to one address, lives 7 days, is used once and can be revoked.
-- It is made and accepted by functions (see the chapters on invitations, joining and mail); the table itself can only
-- be read, and revoked by whoever may invite. One address has one open invitation to one team.

create type public.invitation_kind as enum ('staff', 'partner_member', 'partner');

create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  kind public.invitation_kind not null,
  program_id uuid references public.programs on delete restrict,
  partner_id uuid references public.partners on delete restrict,
  email text not null constraint email_is_address check (email ~ '^[^@\s]{1,64}@[^@\s]{1,255}$'),
  staff_role public.staff_role,
  partner_role public.partner_role,
  partner_type public.partner_type,
  -- What an invited partner begins with: the name is only suggested, tier and tags are the brand's.
  partner_name text constraint partner_name_is_short check (char_length(partner_name) between 1 and 120),
  tier text constraint tier_is_short check (char_length(tier) between 1 and 40),
  tags text[] not null default '{}' constraint few_tags check (cardinality(tags) <= 30),
  -- The language of its mail.
  locale text not null default 'en' constraint locale_is_known check (locale in ('en', 'de', 'fr', 'ko', 'zh-Hant')),
  token_hash bytea not null unique,
  created_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  accepted_at timestamptz,
  accepted_by uuid references auth.users on delete set null,
  revoked_at timestamptz,
  constraint kind_has_its_columns check (
    case kind
      when 'staff' then program_id is not null and partner_id is null and staff_role is not null and partner_role is null
      when 'partner_member' then program_id is null and partner_id is not null and partner_role is not null and staff_role is null
      when 'partner' then program_id is not null and partner_id is null and staff_role is null
    end
  )
);
create unique index invitations_open_program on public.invitations (program_id, kind, lower(email))
  where accepted_at is null and revoked_at is null and program_id is not null;
create unique index invitations_open_partner on public.invitations (partner_id, lower(email))
  where accepted_at is null and revoked_at is null and partner_id is not null;
create index invitations_program on public.invitations (program_id, created_at, id);
create index invitations_partner on public.invitations (partner_id);
create index invitations_created_by on public.invitations (created_by);
create index invitations_accepted_by on public.invitations (accepted_by);

-- Revoking is for good, and comes too late once somebody is in.
create function private.guard_invitation()
returns trigger language plpgsql set search_path = '' as $$
begin
  if old.accepted_at is not null or old.revoked_at is not null then
    perform private.fail('PT409', 'this invitation has already been used or revoked');
  end if;
  if new.revoked_at is not null then
    new.revoked_at := now();
  end if;
  return new;
end $$;
create trigger guard_invitation before update of revoked_at on public.invitations
  for each row execute function private.guard_invitation();

alter table public.invitations enable row level security;

create policy read on public.invitations for select to authenticated
  using (
    partner_id = any (array(select private.my_partner_ids('owner')))
    or program_id = any (array(select private.my_program_ids()))
  );
-- A program's owner revokes any of its invitations, a manager only those to partners, a partner's owner its team's.
create policy change on public.invitations for update to authenticated
  using (
    partner_id = any (array(select private.my_partner_ids('owner')))
    or program_id = any (array(select private.my_program_ids('owner')))
    or (kind = 'partner' and program_id = any (array(select private.my_program_ids('manager'))))
  )
  with check (
    partner_id = any (array(select private.my_partner_ids('owner')))
    or program_id = any (array(select private.my_program_ids('owner')))
    or (kind = 'partner' and program_id = any (array(select private.my_program_ids('manager'))))
  );

revoke all on public.invitations from anon, authenticated, service_role, public;
-- NOTE withheld: token_hash from everybody; insert, because only a function can mail the token it hashes.
grant select (id, kind, program_id, partner_id, email, staff_role, partner_role, partner_type, partner_name, tier, tags,
  locale, created_by, created_at, expires_at, accepted_at, accepted_by, revoked_at) on public.invitations to authenticated;
grant update (revoked_at) on public.invitations to authenticated;

-- Makes a program and invites its owner; run in SQL by whoever deploys. Answers the program's id. The owner's
-- address is bound by the invitation; whoever holds the database hands out the way in (see docs/deploy.md).
create function private.create_program(p_name text, p_slug text, p_currency text, p_zone text, p_owner_email text)
returns uuid language plpgsql set search_path = '' as $$
declare
  v_program uuid;
begin
  insert into public.programs (name, slug, currency, time_zone)
  values (p_name, p_slug, p_currency, p_zone)
  returning id into v_program;
  insert into private.program_secrets (program_id) values (v_program);
  insert into public.invitations (kind, program_id, email, staff_role, token_hash)
  values ('staff', v_program, lower(p_owner_email), 'owner', sha256(extensions.gen_random_bytes(32)));
  return v_program;
end $$;

-- Lets an existing account in by the invitation that is waiting for its address, without the mailed token: for the
-- first owner of a deployment and for the demo, run in SQL. Answers the new membership's id.
create function private.accept_for_user(p_invitation uuid, p_user uuid, p_display_name text default '')
returns uuid language plpgsql set search_path = '' as $$
declare
  v_invitation public.invitations;
  v_email text;
  v_member uuid;
begin
  select i.* into v_invitation from public.invitations i where i.id = p_invitation for update;
  select lower(u.email) into v_email from auth.users u where u.id = p_user;
  if v_invitation.id is null or v_email is distinct from lower(v_invitation.email) then
    perform private.fail('PT404', 'no invitation for this address', v_email);
  end if;
  if v_invitation.accepted_at is not null or v_invitation.revoked_at is not null or v_invitation.expires_at < now() then
    perform private.fail('PT409', 'this invitation is used, revoked or expired');
  end if;
  if v_invitation.kind = 'staff' then
    insert into public.program_staff (program_id, user_id, email, display_name, role)
    values (v_invitation.program_id, p_user, v_email, p_display_name, v_invitation.staff_role)
    returning id into v_member;
  elsif v_invitation.kind = 'partner_member' then
    insert into public.partner_members (partner_id, user_id, email, display_name, role)
    values (v_invitation.partner_id, p_user, v_email, p_display_name, v_invitation.partner_role)
    returning id into v_member;
  else
    perform private.fail('PT422', 'an invited partner chooses or makes a partner first');
  end if;
  update public.invitations i set accepted_at = now(), accepted_by = p_user where i.id = p_invitation;
  return v_member;
end $$;

comment on table public.invitations is 'Ways in for staff, partner members and partners; the token''s hash is never readable.';
comment on function private.create_program is 'Makes a program and invites its owner by e-mail address; SQL only.';
comment on function private.accept_for_user is 'Accepts a waiting invitation for an account of the same address; SQL only.';
