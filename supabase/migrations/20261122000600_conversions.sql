-- Conversions: what was reported, and what became of it.
--
-- An event is kept exactly as it came, for ever, with its fate: applied, held or rejected with a reason. An applied
-- sale (or lead, …) is a conversion, one per order, of a partnership or of nobody (organic); an applied refund is
-- an adjustment of one. Staff read all three, partners the conversions and adjustments of their own partnership but
-- never the customer's key. Nobody writes these tables: events come in through the import (next chapter), and
-- finance reviews conversions by function. Customers are known only by HMAC under the program's secret.

create type public.event_status as enum ('received', 'applied', 'held', 'rejected');
create type public.event_kind as enum ('sale', 'lead', 'install', 'signup', 'renewal', 'refund', 'chargeback', 'adjustment');
create type public.conversion_status as enum ('pending', 'approved', 'rejected');

create table public.conversion_events (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null references public.programs on delete restrict,
  source text not null constraint source_is_short check (char_length(source) between 1 and 40),
  external_id text collate "C" not null constraint external_id_is_short check (char_length(external_id) between 1 and 200),
  kind public.event_kind not null,
  order_ref text collate "C" constraint order_ref_is_short check (char_length(order_ref) <= 200),
  amount_minor bigint not null constraint amount_is_safe check (amount_minor between -9007199254740991 and 9007199254740991),
  currency text not null,
  occurred_at timestamptz not null,
  customer_key bytea,
  country text constraint country_is_short check (char_length(country) <= 80),
  partner_code text constraint partner_code_is_short check (char_length(partner_code) <= 80),
  promotion_code text constraint promotion_code_is_short check (char_length(promotion_code) <= 80),
  click_id uuid,
  status public.event_status not null default 'received',
  reason text,
  import_id uuid,
  line integer,
  body_hash bytea not null,
  received_at timestamptz not null default now(),
  unique (program_id, source, external_id),
  unique (program_id, id),
  constraint fate_has_reason check ((status in ('held', 'rejected')) = (reason is not null))
);
create index conversion_events_time on public.conversion_events (program_id, occurred_at desc, id desc);
create index conversion_events_fate on public.conversion_events (program_id, status, occurred_at desc, id desc) where status <> 'applied';
create index conversion_events_order on public.conversion_events (program_id, order_ref);
create index conversion_events_import on public.conversion_events (import_id);

create table public.conversions (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null,
  source text not null,
  order_ref text collate "C" not null,
  event_id uuid not null,
  partnership_id uuid,
  link_id uuid,
  partner_code text,
  promotion_code text,
  country text,
  customer_key bytea,
  amount_minor bigint not null constraint amount_is_safe check (amount_minor between 0 and 9007199254740991),
  refunded_minor bigint not null default 0,
  currency text not null,
  occurred_at timestamptz not null,
  accrual_day date not null,
  is_new_customer boolean not null default false,
  status public.conversion_status not null default 'pending',
  reject_reason text constraint reject_reason_is_short check (char_length(reject_reason) <= 500),
  reviewed_at timestamptz,
  reviewed_by uuid references auth.users on delete set null,
  unique (program_id, source, order_ref),
  unique (program_id, id),
  unique (event_id),
  foreign key (program_id, event_id) references public.conversion_events (program_id, id) on delete restrict,
  foreign key (program_id, partnership_id) references public.partnerships (program_id, id) on delete restrict,
  foreign key (program_id, link_id) references public.links (program_id, id) on delete restrict,
  constraint refund_is_covered check (refunded_minor between 0 and amount_minor)
);
create index conversions_event on public.conversions (program_id, event_id);
create index conversions_partnership on public.conversions (partnership_id, occurred_at desc, id desc);
create index conversions_program_partnership on public.conversions (program_id, partnership_id);
create index conversions_link on public.conversions (program_id, link_id);
create index conversions_customer on public.conversions (program_id, customer_key, occurred_at, order_ref);
create index conversions_reviewer on public.conversions (reviewed_by);

-- The planner shall not believe that it knows the programs. For one that came after the last analyze it would expect a
-- single row, find every index that begins with program_id equally good, and read the whole program for each row of
-- the program's first import. Without statistics it assumes many rows, and takes the index that names the order.
alter table public.conversion_events alter column program_id set statistics 0;
alter table public.conversions alter column program_id set statistics 0;

create table public.adjustments (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null,
  conversion_id uuid not null,
  event_id uuid not null unique,
  partnership_id uuid,
  kind public.event_kind not null constraint kind_gives_back check (kind in ('refund', 'chargeback')),
  amount_minor bigint not null constraint amount_gives_back check (amount_minor between -9007199254740991 and -1),
  currency text not null,
  occurred_at timestamptz not null,
  accrual_day date not null,
  sequence bigint generated always as identity,
  foreign key (program_id, conversion_id) references public.conversions (program_id, id) on delete restrict,
  foreign key (program_id, event_id) references public.conversion_events (program_id, id) on delete restrict,
  foreign key (program_id, partnership_id) references public.partnerships (program_id, id) on delete restrict
);
create index adjustments_conversion on public.adjustments (program_id, conversion_id);
create index adjustments_of_conversion on public.adjustments (conversion_id, sequence);
create index adjustments_event on public.adjustments (program_id, event_id);
create index adjustments_partnership on public.adjustments (partnership_id);
create index adjustments_program_partnership on public.adjustments (program_id, partnership_id);

-- Triggers -----------------------------------------------------------------------------------------------------

-- What came stays as it came; only the fate of an event that waits may change.
create function private.guard_event()
returns trigger language plpgsql set search_path = '' as $$
begin
  if old.status not in ('received', 'held')
    or (to_jsonb(new) - '{status,reason}'::text[]) is distinct from (to_jsonb(old) - '{status,reason}'::text[]) then
    perform private.fail('PT403', 'an event is kept as it came', old.external_id);
  end if;
  return new;
end $$;
create trigger guard_event before update on public.conversion_events
  for each row execute function private.guard_event();

-- Of a conversion only the review and the sum given back move; and its day, when the program changes its zone.
create function private.guard_conversion()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_moving text[] := '{status,reject_reason,reviewed_at,reviewed_by,refunded_minor}';
begin
  if new.accrual_day <> old.accrual_day and private.is_moving_days(new.program_id) then
    v_moving := v_moving || '{accrual_day}';
  end if;
  if (to_jsonb(new) - v_moving) is distinct from (to_jsonb(old) - v_moving) or new.refunded_minor < old.refunded_minor then
    perform private.fail('PT403', 'a conversion is kept as it was booked', old.order_ref);
  end if;
  return new;
end $$;
-- Facts that never change but for the days they are counted on, which follow the program's zone (see the chapter of
-- the zone). Definer: who moves days is for nobody to read.
create function private.guard_days()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_moved record := new;
begin
  v_moved.accrual_day := old.accrual_day;
  if tg_table_name = 'commission_lines' then
    v_moved.final_on := old.final_on;
  end if;
  if v_moved is distinct from old or not private.is_moving_days(new.program_id) then
    raise exception using errcode = 'PT403',
      message = format('%s is append-only', tg_table_name),
      detail = format('%s refused; correct it by another row', tg_op);
  end if;
  return new;
end $$;
create trigger guard_conversion before update on public.conversions
  for each row execute function private.guard_conversion();

create trigger events_stay before delete on public.conversion_events
  for each row execute function private.refuse_change();
create trigger events_stay_whole before truncate on public.conversion_events
  for each statement execute function private.refuse_change();
create trigger conversions_stay before delete on public.conversions
  for each row execute function private.refuse_change();
create trigger conversions_stay_whole before truncate on public.conversions
  for each statement execute function private.refuse_change();
create trigger adjustments_stay before delete on public.adjustments
  for each row execute function private.refuse_change();
create trigger guard_days before update on public.adjustments
  for each row execute function private.guard_days();
create trigger adjustments_stay_whole before truncate on public.adjustments
  for each statement execute function private.refuse_change();

-- An adjustment takes its amount from what is left of its conversion; the check on the column refuses more.
create function private.take_from_conversions()
returns trigger language plpgsql set search_path = '' as $$
begin
  update public.conversions c
  set refunded_minor = c.refunded_minor + n.given_back
  from (select r.conversion_id, -sum(r.amount_minor) as given_back from new_rows r group by r.conversion_id) n
  where c.id = n.conversion_id;
  return null;
end $$;
create trigger a_take_from_conversions after insert on public.adjustments
  referencing new table as new_rows for each statement execute function private.take_from_conversions();

-- Rights -------------------------------------------------------------------------------------------------------

alter table public.conversion_events enable row level security;
alter table public.conversions enable row level security;
alter table public.adjustments enable row level security;

create policy read on public.conversion_events for select to authenticated
  using (program_id = any (array(select private.my_program_ids())));
create policy read on public.conversions for select to authenticated
  using (
    partnership_id = any (array(select private.my_partnership_ids()))
    or program_id = any (array(select private.my_program_ids()))
  );
create policy read on public.adjustments for select to authenticated
  using (
    partnership_id = any (array(select private.my_partnership_ids()))
    or program_id = any (array(select private.my_program_ids()))
  );

revoke all on public.conversion_events, public.conversions, public.adjustments from anon, authenticated, service_role, public;
-- NOTE withheld: customer_key and body_hash (pseudonyms help nobody on a screen, and would let partners be compared);
-- insert, update and delete of all three: the import and the review are functions.
grant select (id, program_id, source, external_id, kind, order_ref, amount_minor, currency, occurred_at, country,
  partner_code, promotion_code, click_id, status, reason, import_id, line, received_at) on public.conversion_events to authenticated;
grant select (id, program_id, source, order_ref, event_id, partnership_id, link_id, partner_code, promotion_code, country,
  amount_minor, refunded_minor, currency, occurred_at, accrual_day, is_new_customer, status, reject_reason, reviewed_at)
  on public.conversions to authenticated;
grant select on public.adjustments to authenticated;

-- Functions ----------------------------------------------------------------------------------------------------

-- Approves or rejects a partner's conversion. Only while its hold runs: silence is consent, and what has become payable is
-- given back by a refund, not by a review. Definer: nobody holds update on conversions.
create function private.review_conversion(p_conversion uuid, p_status public.conversion_status, p_reason text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid;
  v_old public.conversions;
  v_conversion public.conversions;
  v_today date;
begin
  select c.program_id into v_program from public.conversions c
  where c.id = p_conversion and c.program_id in (select private.my_program_ids('owner', 'finance'));
  if v_program is null then
    perform private.fail('PT404', 'no such conversion');
  end if;
  if p_status is null or p_status = 'pending' or (p_status = 'rejected' and coalesce(trim(p_reason), '') = '') then
    perform private.fail('PT422', 'approve, or reject with a reason');
  end if;
  -- Before the order is locked: the last step of a change of zone, which holds the days, wants its row.
  perform private.keep_days(v_program);
  select c.* into v_conversion from public.conversions c where c.id = p_conversion for update;
  select (now() at time zone p.time_zone)::date into v_today
  from public.programs p where p.id = v_conversion.program_id;
  if v_conversion.status = 'rejected' or not exists (
    select 1 from public.commission_lines l
    where l.conversion_id = p_conversion and l.kind = 'commission' and l.final_on > v_today
  ) then
    perform private.fail('PT409', 'this conversion can no longer be reviewed', v_conversion.order_ref);
  end if;
  v_old := v_conversion;
  update public.conversions c
  set status = p_status, reviewed_at = now(), reviewed_by = (select auth.uid()),
    reject_reason = case when p_status = 'rejected' then trim(p_reason) end
  where c.id = p_conversion
  returning * into v_conversion;
  perform private.audit_change((select auth.uid()), 'conversion', v_conversion.order_ref, '{status,reject_reason}',
    to_jsonb(v_old), to_jsonb(v_conversion));
  return jsonb_build_object('id', v_conversion.id, 'status', v_conversion.status, 'reject_reason', v_conversion.reject_reason);
end $$;

create function public.review_conversion(p_conversion uuid, p_status public.conversion_status, p_reason text default null)
returns jsonb language sql set search_path = '' as $$
  select private.review_conversion(p_conversion, p_status, p_reason)
$$;
grant execute on function private.review_conversion, public.review_conversion to authenticated;

comment on table public.conversion_events is 'Everything reported, as it came, with its fate and reason.';
comment on table public.conversions is 'One order or action each, of a partnership or of nobody (organic).';
comment on table public.adjustments is 'What was given back of a conversion: refunds and chargebacks.';
comment on function public.review_conversion is 'Approves or rejects (with a reason) a conversion whose hold still runs; finance and owner.';
