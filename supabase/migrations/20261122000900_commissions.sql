-- Commissions: what a partnership earns, by which rule, and why.
--
-- A rule holds for one partner type of a program and is versioned: terms are changed by adding a version from an
-- instant on, never by editing. Every conversion of a partnership gets one commission line with a snapshot of the
-- rule in force when it happened; every adjustment one reversal; a rejected conversion one line that takes back what
-- is left. Lines are immutable and sum to the balance. States (pending, payable, reversed, rejected) follow from
-- stored facts; no job moves them. Partners read their own lines and their own terms, staff everything, and finance
-- and owners add rules.

create type public.rule_kind as enum ('percent', 'flat');
create type public.line_kind as enum ('commission', 'reversal', 'rejection');

create table public.commission_rules (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null references public.programs on delete restrict,
  partner_type public.partner_type not null,
  version integer not null,
  kind public.rule_kind not null,
  rate_bps integer constraint rate_is_share check (rate_bps between 0 and 10000),
  flat_minor bigint constraint flat_is_safe check (flat_minor between 0 and 9007199254740991),
  effective_from timestamptz not null default now(),
  note text not null default '' constraint note_is_short check (char_length(note) <= 500),
  created_by uuid default auth.uid() references auth.users on delete restrict,
  created_at timestamptz not null default now(),
  unique (program_id, partner_type, version),
  unique (program_id, id),
  constraint kind_has_its_figure check (
    case kind when 'percent' then rate_bps is not null and flat_minor is null else flat_minor is not null and rate_bps is null end
  )
);
create index commission_rules_created_by on public.commission_rules (created_by);

create table public.commission_lines (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null,
  partnership_id uuid not null,
  conversion_id uuid not null,
  adjustment_id uuid unique references public.adjustments on delete restrict,
  kind public.line_kind not null,
  amount_minor bigint not null constraint amount_is_safe check (amount_minor between -9007199254740991 and 9007199254740991),
  currency text not null,
  base_minor bigint not null constraint base_is_safe check (base_minor between -9007199254740991 and 9007199254740991),
  rule_id uuid not null,
  rule_version integer not null,
  rule_kind public.rule_kind not null,
  rate_bps integer,
  flat_minor bigint constraint flat_is_safe check (flat_minor between 0 and 9007199254740991),
  link_id uuid,
  order_ref text,
  country text,
  code text,
  occurred_at timestamptz not null,
  accrual_day date not null,
  final_on date not null,
  created_at timestamptz not null default now(),
  foreign key (program_id, partnership_id) references public.partnerships (program_id, id) on delete restrict,
  foreign key (program_id, conversion_id) references public.conversions (program_id, id) on delete restrict,
  foreign key (program_id, rule_id) references public.commission_rules (program_id, id) on delete restrict,
  constraint reversal_has_adjustment check ((kind = 'reversal') = (adjustment_id is not null)),
  constraint commission_not_negative check (case kind when 'commission' then amount_minor >= 0 else amount_minor <= 0 end)
);
create unique index commission_lines_once on public.commission_lines (conversion_id, kind) where kind <> 'reversal';
create index commission_lines_conversion on public.commission_lines (program_id, conversion_id);
create index commission_lines_rule on public.commission_lines (program_id, rule_id);
create index commission_lines_partnership on public.commission_lines (partnership_id, occurred_at desc, id desc);
create index commission_lines_program on public.commission_lines (program_id, partnership_id);

-- Formulas -----------------------------------------------------------------------------------------------------

-- Called once a row, and so in PL/pgSQL: a SQL function with a search path of its own is never inlined, and then costs
-- five times as much.

-- The commission on an amount given back or earned so far. Percent: basis points of it. Flat: the share of the fee
-- that the amount is of the base (all of it where the base is zero, as for leads). Rounded once, half away from
-- zero, in exact numeric arithmetic: multiplying by 0.0001 keeps every digit where a division would not.
create function private.commission_on(p_kind public.rule_kind, p_rate_bps integer, p_flat_minor bigint, p_base_minor bigint, p_amount_minor bigint)
returns bigint language plpgsql immutable set search_path = '' as $$
begin
  return case
    when p_kind = 'percent' then round(p_amount_minor::numeric * p_rate_bps * 0.0001)::bigint
    when p_base_minor = 0 then p_flat_minor
    else sign(p_amount_minor)::bigint
      * div(2 * p_flat_minor::numeric * abs(p_amount_minor) + p_base_minor, 2 * p_base_minor::numeric)::bigint
  end;
end $$;

-- Midnight at the beginning of a day in a zone.
create function private.day_start(p_day date, p_zone text)
returns timestamptz language plpgsql stable set search_path = '' as $$
begin
  return p_day::timestamp at time zone p_zone;
end $$;

-- The state of a line, from facts: see the chapter's head. `p_today` is the program's day. Of a conversion that was
-- given back whole, all lines are reversed: they sum to nothing, so that a list by state sums to the balance.
create function private.line_state(p_kind public.line_kind, p_final_on date, p_today date, p_conversion public.conversion_status,
  p_amount_minor bigint, p_refunded_minor bigint)
returns text language plpgsql immutable set search_path = '' as $$
begin
  return case
    when p_conversion = 'rejected' then 'rejected'
    when p_kind <> 'rejection' and p_amount_minor > 0 and p_refunded_minor = p_amount_minor then 'reversed'
    when p_final_on > p_today then 'pending'
    else 'payable'
  end;
end $$;

-- Triggers -----------------------------------------------------------------------------------------------------

-- Versions count up, and terms do not reach back: what happened was agreed under the version of its time. The very
-- first version of a type may, so that a program can take in its past. Who may add no rule here is left to the
-- policy, which speaks after this: the answer must not tell a stranger whether there are rules.
create function private.number_rule()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from public.programs p where p.id = new.program_id for update;
  select coalesce(max(r.version), 0) + 1 into new.version
  from public.commission_rules r where r.program_id = new.program_id and r.partner_type = new.partner_type;
  if new.version > 1 and new.effective_from < now()
    and new.program_id = any (array(select private.my_program_ids('finance', 'owner'))) then
    perform private.fail('PT422', 'new terms begin now or later', new.effective_from::text);
  end if;
  return new;
end $$;
create trigger number_rule before insert on public.commission_rules
  for each row execute function private.number_rule();

-- One line for each conversion of a partnership, at the rule in force when it happened. A type without a rule
-- earns nothing and gets no line.
create function private.add_commission_lines()
returns trigger language plpgsql set search_path = '' as $$
begin
  insert into public.commission_lines (program_id, partnership_id, conversion_id, kind, amount_minor, currency, base_minor,
    rule_id, rule_version, rule_kind, rate_bps, flat_minor, link_id, order_ref, country, code, occurred_at, accrual_day,
    final_on)
  select n.program_id, n.partnership_id, n.id, 'commission',
    private.commission_on(r.kind, r.rate_bps, r.flat_minor, n.amount_minor, n.amount_minor), n.currency, n.amount_minor,
    r.id, r.version, r.kind, r.rate_bps, r.flat_minor, n.link_id, n.order_ref, n.country,
    coalesce(n.promotion_code, n.partner_code), n.occurred_at, n.accrual_day, n.accrual_day + g.hold_days
  from new_rows n
  join public.programs g on g.id = n.program_id
  join public.partnerships p on p.id = n.partnership_id
  cross join lateral (
    select c.* from public.commission_rules c
    where c.program_id = n.program_id and c.partner_type = p.partner_type and c.effective_from <= n.occurred_at
    order by c.effective_from desc, c.version desc limit 1
  ) r;
  return null;
end $$;
create trigger b_add_commission_lines after insert on public.conversions
  referencing new table as new_rows for each statement execute function private.add_commission_lines();

-- One reversal for each adjustment, at the original line's own rate: the commission on everything given back so far
-- less the commission on what had been given back before, so that the parts sum to the line. Payable at once, or
-- with its original while that is still pending.
create function private.add_reversal_lines()
returns trigger language plpgsql set search_path = '' as $$
begin
  insert into public.commission_lines (program_id, partnership_id, conversion_id, adjustment_id, kind, amount_minor, currency,
    base_minor, rule_id, rule_version, rule_kind, rate_bps, flat_minor, link_id, order_ref, country, code, occurred_at,
    accrual_day, final_on)
  select l.program_id, l.partnership_id, l.conversion_id, a.id, 'reversal',
    private.commission_on(l.rule_kind, l.rate_bps, l.flat_minor, l.base_minor, a.before_minor)
      - private.commission_on(l.rule_kind, l.rate_bps, l.flat_minor, l.base_minor, a.before_minor - a.amount_minor),
    l.currency, a.amount_minor, l.rule_id, l.rule_version, l.rule_kind, l.rate_bps, l.flat_minor, l.link_id, l.order_ref,
    l.country, l.code, a.occurred_at, a.accrual_day, greatest(l.final_on, a.accrual_day)
  from (
    select n.*,
      coalesce((
        select -sum(x.amount_minor) from public.adjustments x
        where x.conversion_id = n.conversion_id and x.sequence < n.sequence
      ), 0)::bigint as before_minor
    from new_rows n
  ) a
  join public.commission_lines l on l.conversion_id = a.conversion_id and l.kind = 'commission'
  join public.conversions c on c.id = a.conversion_id and c.status <> 'rejected'
  order by a.sequence;
  return null;
end $$;
create trigger b_add_reversal_lines after insert on public.adjustments
  referencing new table as new_rows for each statement execute function private.add_reversal_lines();

-- A rejected conversion gives back what its lines still hold, on the day of the rejection, with its original's hold.
create function private.add_rejection_lines()
returns trigger language plpgsql set search_path = '' as $$
begin
  insert into public.commission_lines (program_id, partnership_id, conversion_id, kind, amount_minor, currency, base_minor,
    rule_id, rule_version, rule_kind, rate_bps, flat_minor, link_id, order_ref, country, code, occurred_at, accrual_day,
    final_on)
  select l.program_id, l.partnership_id, l.conversion_id, 'rejection', -b.amount_minor, l.currency, -b.base_minor,
    l.rule_id, l.rule_version, l.rule_kind, l.rate_bps, l.flat_minor, l.link_id, l.order_ref, l.country, l.code,
    n.reviewed_at, d.day, greatest(l.final_on, d.day)
  from new_rows n
  join old_rows o on o.id = n.id and o.status <> 'rejected'
  join public.programs g on g.id = n.program_id
  cross join lateral (select (n.reviewed_at at time zone g.time_zone)::date as day) d
  join public.commission_lines l on l.conversion_id = n.id and l.kind = 'commission'
  cross join lateral (
    select sum(x.amount_minor)::bigint as amount_minor, sum(x.base_minor)::bigint as base_minor
    from public.commission_lines x where x.program_id = n.program_id and x.conversion_id = n.id
  ) b
  where n.status = 'rejected';
  return null;
end $$;
create trigger b_add_rejection_lines after update on public.conversions
  referencing old table as old_rows new table as new_rows for each statement execute function private.add_rejection_lines();

create trigger lines_stay before delete on public.commission_lines
  for each row execute function private.refuse_change();
create trigger guard_days before update on public.commission_lines
  for each row execute function private.guard_days();
create trigger lines_stay_whole before truncate on public.commission_lines
  for each statement execute function private.refuse_change();
create trigger rules_stay before update or delete on public.commission_rules
  for each row execute function private.refuse_change();
create trigger rules_stay_whole before truncate on public.commission_rules
  for each statement execute function private.refuse_change();

-- Rights -------------------------------------------------------------------------------------------------------

-- The rules that are a partner's own terms: those of its type, in the programs it has joined. Definer: membership.
create function private.my_rule_ids()
returns setof uuid language plpgsql stable security definer rows 5 set search_path = '' as $$
begin
  return query
    select r.id
    from public.partner_members m
    join public.partnerships p on p.partner_id = m.partner_id and p.status in ('active', 'paused', 'ended')
    join public.commission_rules r on r.program_id = p.program_id and r.partner_type = p.partner_type
    where m.user_id = (select auth.uid())
      and m.removed_at is null;
end $$;

alter table public.commission_rules enable row level security;
alter table public.commission_lines enable row level security;

create policy read on public.commission_rules for select to authenticated
  using (
    id = any (array(select private.my_rule_ids()))
    or program_id = any (array(select private.my_program_ids()))
  );
create policy add on public.commission_rules for insert to authenticated
  with check (program_id = any (array(select private.my_program_ids('finance', 'owner'))));
create policy read on public.commission_lines for select to authenticated
  using (
    partnership_id = any (array(select private.my_partnership_ids()))
    or program_id = any (array(select private.my_program_ids()))
  );

revoke all on public.commission_rules, public.commission_lines from anon, authenticated, service_role, public;
-- NOTE withheld: created_by (a partner sees the terms, not who among the staff wrote them).
grant select (id, program_id, partner_type, version, kind, rate_bps, flat_minor, effective_from, note, created_at)
  on public.commission_rules to authenticated;
-- NOTE withheld: version (counted here), update and delete (terms are changed by a new version).
grant insert (program_id, partner_type, kind, rate_bps, flat_minor, effective_from, note) on public.commission_rules to authenticated;
-- NOTE withheld: every write on lines: they follow from conversions and adjustments alone.
grant select on public.commission_lines to authenticated;
grant execute on function private.my_rule_ids, private.line_state to authenticated;

comment on table public.commission_rules is 'What a partner type earns, by version; percent in basis points, or a flat sum.';
comment on table public.commission_lines is 'Earned or given back, with the snapshot of the rule; immutable, sums to the balance.';
