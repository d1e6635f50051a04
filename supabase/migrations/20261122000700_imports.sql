-- Imports: how files of orders become events, in the conversions' domain.
--
-- An import takes a file's rows in order of time, in chunks of at most 2,000, each one transaction. `next_row` says
-- where it stands; a chunk that was already applied changes nothing, so that a lost answer or a killed server costs
-- a repetition and never a doubled order. The same planner decides the fate of every row for the dry run, which
-- keeps its plan for its next chunk, and for the real one, which books it.
-- Staff read imports and their errors; finance and owners run them, by function.

create table public.imports (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null references public.programs on delete restrict,
  source text not null constraint source_is_short check (char_length(source) between 1 and 40),
  file_name text not null constraint file_name_is_short check (char_length(file_name) between 1 and 255),
  file_sha256 text not null constraint sha256_is_hex check (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_bytes bigint not null constraint file_is_limited check (file_bytes between 0 and 52428800),
  rows_total integer not null constraint rows_are_limited check (rows_total between 0 and 500000),
  lines_bad integer not null default 0,
  next_row integer not null default 1,
  status text not null default 'draft' constraint status_is_known check (status in ('draft', 'running', 'stopped', 'finished')),
  mapping jsonb not null default '{}' constraint mapping_is_small check (pg_column_size(mapping) <= 8000),
  counts jsonb not null default '[]',
  started_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (program_id, id)
);
create index imports_program on public.imports (program_id, created_at desc);
create index imports_started_by on public.imports (started_by);
create unique index imports_unfinished on public.imports (program_id, source, file_sha256) where status <> 'finished';
create trigger touch_updated_at before update on public.imports
  for each row execute function private.touch_updated_at();

-- Lines of a file that are no event at all: where, why, and what stood there (never the customer's id).
create table public.import_errors (
  id bigint generated always as identity primary key,
  program_id uuid not null,
  import_id uuid not null,
  line integer not null,
  code text not null constraint code_is_short check (char_length(code) between 1 and 60),
  column_name text constraint column_is_short check (char_length(column_name) <= 120),
  value text constraint value_is_short check (char_length(value) <= 200),
  foreign key (program_id, import_id) references public.imports (program_id, id) on delete restrict
);
create index import_errors_import on public.import_errors (program_id, import_id, line);
create unique index import_errors_line on public.import_errors (import_id, line, code);

alter table public.conversion_events
  add foreign key (program_id, import_id) references public.imports (program_id, id) on delete restrict;
create index conversion_events_program_import on public.conversion_events (program_id, import_id);

-- What a dry run has planned so far, so that its next chunk knows. Unlogged: lost in a crash, and made anew by the
-- next dry run. The chunk in hand has the same shape, in a temporary table `chunk` of the transaction.
create unlogged table private.import_rows (
  import_id uuid not null,
  row integer not null,
  line integer,
  external_id text collate "C" not null,
  kind public.event_kind not null,
  order_ref text collate "C",
  amount_minor bigint not null,
  currency text not null,
  occurred_at timestamptz not null,
  customer_key bytea,
  country text,
  partner_code text,
  promotion_code text,
  click_id uuid,
  body_hash bytea not null,
  fate text,
  reason text,
  partnership_id uuid,
  link_id uuid,
  is_new_customer boolean not null default false,
  event_id uuid not null default gen_random_uuid(),
  conversion_id uuid not null default gen_random_uuid(),
  matched_conversion_id uuid,
  primary key (row, import_id)
);
-- Each key begins with what is looked for, none with the import: nothing is known of how many rows a new import has, so
-- any index by it would look as good as the right one, and be read whole for every row of a chunk.
create index import_rows_external on private.import_rows (external_id, import_id, row);
create index import_rows_order on private.import_rows (order_ref, import_id);
create index import_rows_customer on private.import_rows (customer_key, import_id, occurred_at, order_ref);
create index import_rows_matched on private.import_rows (matched_conversion_id, import_id) where matched_conversion_id is not null;
-- As with the programs of events: an import that began after the last analyze must not look like one row.
alter table private.import_rows alter column import_id set statistics 0;
alter table private.import_rows enable row level security;

-- Planner ------------------------------------------------------------------------------------------------------

-- Reads a chunk: types, the customer's pseudonym, and the hash of the canonical body. Refuses the whole chunk,
-- naming the line, for what the mapper should have caught.
create function private.read_rows(p_import public.imports, p_rows jsonb)
returns void language plpgsql set search_path = '' as $$
declare
  v_secret bytea;
  v_currency text;
  v_bad record;
begin
  select s.customer_key, p.currency into v_secret, v_currency
  from private.program_secrets s join public.programs p on p.id = s.program_id
  where s.program_id = p_import.program_id;

  drop table if exists pg_temp.chunk;
  create temporary table chunk (like private.import_rows including defaults) on commit drop;
  insert into pg_temp.chunk (import_id, row, line, external_id, kind, order_ref, amount_minor, currency, occurred_at,
    customer_key, country, partner_code, promotion_code, click_id, body_hash)
  select p_import.id, r.row, r.line, r.external_id, r.kind, r.order_ref, r.amount_minor, r.currency, r.occurred_at,
    k.customer_key, r.country, r.partner_code, r.promotion_code, r.click_id,
    sha256(convert_to(jsonb_build_array(r.kind, r.order_ref, r.amount_minor, r.currency, extract(epoch from r.occurred_at),
      encode(k.customer_key, 'hex'), r.country, r.partner_code, r.promotion_code, r.click_id)::text, 'UTF8'))
  from jsonb_to_recordset(p_rows) as r (row integer, line integer, external_id text, kind public.event_kind, order_ref text,
    amount_minor bigint, currency text, occurred_at timestamptz, customer_id text, country text, partner_code text,
    promotion_code text, click_id uuid)
  cross join lateral (
    select case when trim(r.customer_id) <> '' then
      extensions.hmac(convert_to(lower(trim(r.customer_id)), 'UTF8'), v_secret, 'sha256') end as customer_key
  ) k;
  create unique index on pg_temp.chunk (row);
  create index on pg_temp.chunk (customer_key);
  create index on pg_temp.chunk (matched_conversion_id);
  analyze pg_temp.chunk;

  select r.line, r.external_id into v_bad
  from pg_temp.chunk r
  where r.currency <> v_currency or r.external_id = ''
    or r.amount_minor not between -9007199254740991 and 9007199254740991
    or (r.kind in ('refund', 'chargeback') and r.amount_minor > 0)
    or (r.kind not in ('refund', 'chargeback', 'adjustment') and r.amount_minor < 0)
  order by r.row limit 1;
  if found then
    perform private.fail('PT422', 'a row has a wrong currency, sign, amount or id', format('line %s, id %s', v_bad.line, v_bad.external_id));
  end if;
end $$;

-- Whose a code is: the promotion code's when one was typed in (a promotion's, or a partner's own), else the partner
-- column's. Looked up one row at a time, by keys that hold for a program that no statistics know yet.
create function private.code_owner(p_program uuid, p_promotion_code text, p_partner_code text)
returns uuid language plpgsql stable set search_path = '' as $$
declare
  v_typed text := upper(nullif(trim(p_promotion_code), ''));
begin
  return coalesce(
    (select k.partnership_id from public.promotion_codes k where k.program_id = p_program and k.code = v_typed),
    (select p.id from public.partnerships p where p.program_id = p_program and p.code = coalesce(v_typed, upper(trim(p_partner_code)))));
end $$;

-- Clicks lie in monthly partitions, and an id alone says nothing of the month: all are looked into, by a plan that is
-- made once. Strict: rows without a click cost nothing.
create function private.find_click(p_program uuid, p_click uuid)
returns setof public.clicks language plpgsql stable strict rows 1 set search_path = '' as $$
begin
  return query select k.* from public.clicks k where k.id = p_click and k.program_id = p_program limit 1;
end $$;

-- Whose credit each row would be: by its click, else by the code that the customer typed in (a promotion's or a
-- partner's own), else by its partner column, which may also name the link a customer came by (`via`). A code that is
-- nobody's gives nobody the credit, whatever the column says: it was typed for a reason. A click counts for as long as
-- the program's attribution window; an older one decides nothing. Answers one row for each row of the chunk.
create function private.chunk_credit(p_import public.imports)
returns table (at_row integer, partnership_id uuid, status public.partnership_status, status_since timestamptz,
  link_id uuid, found_click uuid, clicked_at timestamptz)
language plpgsql stable set search_path = '' as $$
declare
  v_window interval := (select make_interval(days => g.attribution_window_days) from public.programs g where g.id = p_import.program_id);
begin
  return query
    select r.row, p.id, p.status, p.status_since, c.link_id, c.found_click, c.clicked_at
    from pg_temp.chunk r
    left join lateral private.find_click(p_import.program_id, r.click_id) k on true
    cross join lateral (select private.code_owner(p_import.program_id, r.promotion_code, r.partner_code) as id) o
    left join lateral (
      select l.id, l.partnership_id from public.links l
      where o.id is null and nullif(trim(r.promotion_code), '') is null
        and l.code = lower(trim(r.partner_code)) and l.program_id = p_import.program_id limit 1
    ) v on true
    cross join lateral (
      select k.id as found_click, k.clicked_at,
        case when t.is_in_time then k.partnership_id else coalesce(o.id, v.partnership_id) end as partnership_id,
        case when t.is_in_time then k.link_id else v.id end as link_id
      from (select coalesce(r.occurred_at <= k.clicked_at + v_window, false) as is_in_time) t
    ) c
    left join public.partnerships p on p.id = c.partnership_id;
end $$;

-- The fate of every row but the refunds: known already, no order, nothing to pay on, whose credit it is. What is
-- booked is looked up row by row (`limit 1`): a plain exists may be planned as a hash of every order there is, and
-- then each chunk would cost as much as the whole program.
create function private.plan_rows(p_import public.imports)
returns void language plpgsql set search_path = '' as $$
begin
  with fresh as (
    select r.row, r.external_id, r.body_hash, r.kind, r.customer_key, coalesce(r.order_ref, r.external_id) as order_ref,
      first_value(r.body_hash) over same_id as first_hash, row_number() over same_id as id_rank,
      r.amount_minor, r.occurred_at, coalesce(nullif(trim(r.promotion_code), ''), r.partner_code) as given_code, r.click_id
    from pg_temp.chunk r
    window same_id as (partition by r.external_id order by r.row)
  ), known as (
    select f.*, k.partnership_id, k.status, k.status_since, k.link_id, k.found_click, k.clicked_at,
      coalesce(e.body_hash, x.body_hash, case when f.id_rank > 1 then f.first_hash end) as known_hash
    from fresh f
    join private.chunk_credit(p_import) k on k.at_row = f.row
    left join lateral (
      select v.body_hash from public.conversion_events v
      where v.program_id = p_import.program_id and v.source = p_import.source and v.external_id = f.external_id limit 1
    ) e on true
    left join lateral (
      select i.body_hash from private.import_rows i
      where i.import_id = p_import.id and i.external_id = f.external_id order by i.row limit 1
    ) x on true
  ), judged as (
    select k.*,
      case
        when k.known_hash = k.body_hash then 'unchanged'
        when k.known_hash is not null then 'conflict'
        when k.kind = 'adjustment' then 'rejected not_an_order'
        when k.amount_minor = 0 and k.kind in ('sale', 'renewal', 'refund', 'chargeback') then 'rejected zero_amount'
        when k.kind in ('refund', 'chargeback') then null
        when k.click_id is not null and k.found_click is null then 'held unknown_code'
        when k.clicked_at > k.occurred_at then 'held click_after_conversion'
        when k.given_code is not null and k.partnership_id is null then 'held unknown_code'
        when k.status in ('invited', 'applied', 'declined') then 'held unknown_code'
        when k.status = 'paused' and k.occurred_at >= k.status_since then 'held paused_partner'
        else 'applied'
      end as verdict
    from known k
  ), ranked as (
    select j.*, row_number() over (partition by j.order_ref, j.verdict order by j.row) as order_rank,
      row_number() over (partition by j.customer_key, j.verdict order by j.row) as customer_rank
    from judged j
  ), final as materialized (
    select d.*,
      case when d.verdict = 'applied' and (d.order_rank > 1 or o.is_booked or x.is_planned)
        then 'rejected duplicate_order' else d.verdict end as decided,
      -- Credit ends with the partnership: what happens afterwards is organic.
      d.verdict = 'applied' and (d.status <> 'ended' or d.occurred_at < d.status_since) as has_credit
    from ranked d
    left join lateral (
      select true as is_booked from public.conversions c
      where c.program_id = p_import.program_id and c.source = p_import.source and c.order_ref = d.order_ref limit 1
    ) o on true
    left join lateral (
      select true as is_planned from private.import_rows i
      where i.import_id = p_import.id and i.order_ref = d.order_ref and i.fate = 'applied' and i.matched_conversion_id is null limit 1
    ) x on true
  )
  update pg_temp.chunk r
  set fate = split_part(f.decided, ' ', 1),
    reason = nullif(split_part(f.decided, ' ', 2), ''),
    order_ref = case when r.kind in ('refund', 'chargeback') then r.order_ref else f.order_ref end,
    partnership_id = case when f.has_credit then f.partnership_id end,
    link_id = case when f.has_credit then f.link_id end,
    is_new_customer = f.decided = 'applied' and f.customer_key is not null and f.customer_rank = 1
      and (select true from public.conversions c
        where c.program_id = p_import.program_id and c.customer_key = f.customer_key limit 1) is null
      and (select true from private.import_rows x
        where x.import_id = p_import.id and x.customer_key = f.customer_key and x.is_new_customer limit 1) is null
  from final f
  where r.row = f.row and f.decided is not null;
end $$;

-- Orders planned in this import, of this chunk and, in a dry run, of the chunks before it.
create function private.planned_rows(p_import uuid, p_customer_key bytea)
returns setof private.import_rows language plpgsql stable set search_path = '' as $$
begin
  return query
    select r.* from pg_temp.chunk r
    where r.customer_key = p_customer_key and r.fate = 'applied' and r.kind not in ('refund', 'chargeback')
    union all
    select r.* from private.import_rows r
    where r.import_id = p_import and r.customer_key = p_customer_key and r.fate = 'applied' and r.kind not in ('refund', 'chargeback');
end $$;

-- What refunds planned in this import already take from an order; zero or negative.
create function private.planned_refunds(p_import uuid, p_conversion uuid)
returns bigint language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(sum(r.amount_minor), 0) from pg_temp.chunk r where r.matched_conversion_id = p_conversion)
    + (select coalesce(sum(r.amount_minor), 0) from private.import_rows r
       where r.import_id = p_import and r.matched_conversion_id = p_conversion);
end $$;

-- The order that a refund gives back: the one it names, else the customer's latest earlier one; in either case the
-- whole amount must be left. Orders booked already and orders planned in this import count alike. Two queries and
-- not one with a condition, so that each finds its index.
create function private.find_order(p_import public.imports, p_refund private.import_rows)
returns uuid language plpgsql set search_path = '' as $$
declare
  v_conversion uuid;
begin
  if p_refund.order_ref is not null then
    select o.id into v_conversion
    from (
      select c.id, c.amount_minor - c.refunded_minor as unspent
      from public.conversions c
      where c.program_id = p_import.program_id and c.source = p_import.source and c.order_ref = p_refund.order_ref
      union all
      select r.conversion_id, r.amount_minor from pg_temp.chunk r
      where r.order_ref = p_refund.order_ref and r.fate = 'applied' and r.kind not in ('refund', 'chargeback')
      union all
      select r.conversion_id, r.amount_minor from private.import_rows r
      where r.import_id = p_import.id and r.order_ref = p_refund.order_ref and r.fate = 'applied'
        and r.kind not in ('refund', 'chargeback')
    ) o
    where o.unspent + p_refund.amount_minor + private.planned_refunds(p_import.id, o.id) >= 0;
    return v_conversion;
  end if;
  select o.id into v_conversion
  from (
    select c.id, c.occurred_at, c.order_ref, c.amount_minor - c.refunded_minor as unspent
    from public.conversions c
    where c.program_id = p_import.program_id and c.customer_key = p_refund.customer_key
      and (c.occurred_at, c.order_ref) < (p_refund.occurred_at, p_refund.external_id)
    union all
    select r.conversion_id, r.occurred_at, r.order_ref, r.amount_minor
    from private.planned_rows(p_import.id, p_refund.customer_key) r
    where (r.occurred_at, r.order_ref) < (p_refund.occurred_at, p_refund.external_id)
  ) o
  where o.unspent + p_refund.amount_minor >= 0
    and o.unspent + p_refund.amount_minor + private.planned_refunds(p_import.id, o.id) >= 0
  order by o.occurred_at desc, o.order_ref desc
  limit 1;
  return v_conversion;
end $$;

-- Refunds one after the other, in order of time: each takes what the ones before it have left.
create function private.plan_refunds(p_import public.imports)
returns void language plpgsql set search_path = '' as $$
declare
  v_refund private.import_rows;
  v_conversion uuid;
begin
  for v_refund in
    select r.* from pg_temp.chunk r where r.fate is null order by r.row
  loop
    v_conversion := null;
    if v_refund.customer_key is not null or v_refund.order_ref is not null then
      v_conversion := private.find_order(p_import, v_refund);
    end if;
    update pg_temp.chunk r
    set matched_conversion_id = v_conversion,
      fate = case when v_conversion is null then 'held' else 'applied' end,
      reason = case
        when v_conversion is not null then null
        when v_refund.customer_key is null and v_refund.order_ref is null then 'no_customer'
        else 'no_order_with_enough_left'
      end
    where r.row = v_refund.row;
  end loop;
end $$;

-- Books a planned chunk: events, conversions, adjustments; commission and rollups follow by trigger.
create function private.book_rows(p_import public.imports)
returns void language plpgsql set search_path = '' as $$
declare
  v_zone text := (select p.time_zone from public.programs p where p.id = p_import.program_id);
begin
  insert into public.conversion_events (id, program_id, source, external_id, kind, order_ref, amount_minor, currency,
    occurred_at, customer_key, country, partner_code, promotion_code, click_id, status, reason, import_id, line, body_hash)
  select r.event_id, p_import.program_id, p_import.source, r.external_id, r.kind, r.order_ref, r.amount_minor, r.currency,
    r.occurred_at, r.customer_key, r.country, r.partner_code, r.promotion_code, r.click_id, r.fate::public.event_status,
    r.reason, p_import.id, r.line, r.body_hash
  from pg_temp.chunk r
  where r.fate in ('applied', 'held', 'rejected')
  order by r.row;

  -- Of the codes an order keeps those of whom it is credited to: another partner's is none of their business.
  insert into public.conversions (id, program_id, source, order_ref, event_id, partnership_id, link_id, partner_code,
    promotion_code, country, customer_key, amount_minor, currency, occurred_at, accrual_day, is_new_customer)
  select r.conversion_id, p_import.program_id, p_import.source, r.order_ref, r.event_id, r.partnership_id, r.link_id,
    case when p.code is null then r.partner_code when p.code in (upper(trim(r.partner_code)), upper(trim(r.promotion_code))) then p.code end,
    k.code, r.country, r.customer_key, r.amount_minor, r.currency, r.occurred_at,
    (r.occurred_at at time zone v_zone)::date, r.is_new_customer
  from pg_temp.chunk r
  left join public.partnerships p on p.id = r.partnership_id
  left join public.promotion_codes k
    on k.program_id = p_import.program_id and k.code = upper(trim(r.promotion_code)) and k.partnership_id = r.partnership_id
  where r.fate = 'applied' and r.kind not in ('refund', 'chargeback')
  order by r.row;

  insert into public.adjustments (program_id, conversion_id, event_id, partnership_id, kind, amount_minor, currency,
    occurred_at, accrual_day)
  select p_import.program_id, r.matched_conversion_id, r.event_id, c.partnership_id, r.kind, r.amount_minor, r.currency,
    r.occurred_at, (r.occurred_at at time zone v_zone)::date
  from pg_temp.chunk r
  join public.conversions c on c.id = r.matched_conversion_id
  where r.fate = 'applied' and r.kind in ('refund', 'chargeback')
  order by r.row;
end $$;

alter table public.imports enable row level security;
alter table public.import_errors enable row level security;
create policy read on public.imports for select to authenticated using (program_id = any (array(select private.my_program_ids())));
create policy read on public.import_errors for select to authenticated using (program_id = any (array(select private.my_program_ids())));
revoke all on public.imports, public.import_errors from anon, authenticated, service_role, public;
-- NOTE withheld: insert, update, delete. An import moves only by the functions of the next file.
grant select on public.imports, public.import_errors to authenticated;
comment on table public.imports is 'Files of orders taken in, and how far.';
comment on table public.import_errors is 'Lines of imported files that are no event: line, reason, column and value.';
