-- The orders of a benchmark's world: 20 a partner over a year by weight, and 1 a partner that is nobody's (organic).
--
-- Every twentieth order is given back whole ten days later. One event in 200 is a return that waits for its order.
-- Commission is 10 %, rounded as the commissions chapter rounds it, written out here because two million calls of its
-- functions take minutes; the triggers would take hours. Rows are written in order of time.

create unlogged table bench.orders as
with drawn as (
  select w.partnership_id, w.link_id, w.code as partner_code, w.partner_type, w.n * 100000::bigint + g as key
  from bench.weights w cross join lateral generate_series(1, w.conversions) g
  union all
  select null, null, null, null, -n::bigint from generate_series(1, current_setting('bench.partners')::integer) n
), timed as (
  select d.*, date_trunc('hour', now()) - bench.unit(d.key, 2) * interval '365 days' as occurred_at,
    500 + floor(bench.unit(d.key, 3) * 20000)::bigint as amount_minor,
    floor(bench.unit(d.key, 4) * 15 * current_setting('bench.partners')::integer)::bigint as customer,
    ('{GB,DE,FR,NL,US,CA,IE,SE,IT,ES,AU,JP}'::text[])[1 + floor(bench.unit(d.key, 5) * 12)::integer] as country,
    bench.unit(d.key, 6) < 0.05 as is_returned
  from drawn d
)
select t.*, row_number() over (order by t.occurred_at, t.key) as at,
  (t.occurred_at at time zone 'Europe/London')::date as accrual_day,
  row_number() over (partition by t.customer order by t.occurred_at, t.key) = 1 as is_new_customer,
  t.is_returned and t.occurred_at < now() - interval '11 days' as is_given_back
from timed t;
analyze bench.orders;

insert into public.conversion_events (id, program_id, source, external_id, kind, order_ref, amount_minor, currency, occurred_at,
  customer_key, country, partner_code, status, reason, body_hash, received_at)
select md5('event ' || f.kind::text || f.at)::uuid, md5('program')::uuid, 'shop', f.kind::text || f.at, f.kind, f.order_ref, f.amount_minor, 'GBP',
  f.occurred_at, f.customer_key, f.country, f.partner_code, f.status, f.reason, sha256(convert_to(f.kind::text || f.at, 'UTF8')), f.occurred_at
from (
  select 'sale'::public.event_kind as kind, o.at, 'sale' || o.at as order_ref, o.amount_minor, o.occurred_at,
    sha256(int8send(o.customer)) as customer_key, o.country, o.partner_code, 'applied'::public.event_status as status, null as reason
  from bench.orders o
  union all
  select 'refund', o.at, null, -o.amount_minor, o.occurred_at + interval '10 days', sha256(int8send(o.customer)), o.country, null,
    'applied', null
  from bench.orders o where o.is_given_back
  union all
  select 'refund', -o.at, null, -o.amount_minor, o.occurred_at, null, o.country, null, 'held', 'no_customer'
  from bench.orders o where o.at % 200 = 0
) f
order by f.occurred_at;

insert into public.conversions (id, program_id, source, order_ref, event_id, partnership_id, link_id, partner_code, country,
  customer_key, amount_minor, refunded_minor, currency, occurred_at, accrual_day, is_new_customer)
select md5('conversion ' || o.at)::uuid, md5('program')::uuid, 'shop', 'sale' || o.at, md5('event sale' || o.at)::uuid,
  o.partnership_id, o.link_id, o.partner_code, o.country, sha256(int8send(o.customer)), o.amount_minor,
  case when o.is_given_back then o.amount_minor else 0 end, 'GBP', o.occurred_at, o.accrual_day, o.is_new_customer
from bench.orders o
order by o.at;

insert into public.adjustments (id, program_id, conversion_id, event_id, partnership_id, kind, amount_minor, currency, occurred_at, accrual_day)
select md5('adjustment ' || o.at)::uuid, md5('program')::uuid, md5('conversion ' || o.at)::uuid, md5('event refund' || o.at)::uuid,
  o.partnership_id, 'refund', -o.amount_minor, 'GBP', o.occurred_at + interval '10 days',
  ((o.occurred_at + interval '10 days') at time zone 'Europe/London')::date
from bench.orders o
where o.is_given_back
order by o.at;

insert into public.commission_lines (program_id, partnership_id, conversion_id, adjustment_id, kind, amount_minor, currency, base_minor,
  rule_id, rule_version, rule_kind, rate_bps, link_id, order_ref, country, code, occurred_at, accrual_day, final_on)
select md5('program')::uuid, f.partnership_id, md5('conversion ' || f.at)::uuid, f.adjustment_id, f.kind,
  f.sign * round(f.amount_minor * 1000 * 0.0001), 'GBP', f.sign * f.amount_minor,
  md5('rule ' || f.partner_type)::uuid, 1, 'percent', 1000, f.link_id, 'sale' || f.at, f.country, f.partner_code, f.occurred_at,
  (f.occurred_at at time zone 'Europe/London')::date, f.accrual_day + 30
from (
  select 'commission'::public.line_kind as kind, null::uuid as adjustment_id, 1 as sign, o.* from bench.orders o
  union all
  select 'reversal', md5('adjustment ' || o.at)::uuid, -1, o.partnership_id, o.link_id, o.partner_code, o.partner_type, o.key,
    o.occurred_at + interval '10 days', o.amount_minor, o.customer, o.country, o.is_returned, o.at, o.accrual_day,
    o.is_new_customer, o.is_given_back
  from bench.orders o where o.is_given_back
) f
where f.partnership_id is not null
order by f.occurred_at;

drop table bench.orders;
