-- The people of a benchmark's world: one program, and :partners partners with one member and one link each.
--
-- Runs as the superuser with triggers off. Settings: bench.partners (how many) and bench.exponent (of the skew).
-- Activity falls with a partner's rank as rank ^ -exponent, the exponent chosen so that the first holds 2 % of all.
-- Rank, identifiers and the order of insertion have nothing to do with each other, as in life.

create schema bench;

-- A number in [0, 1) that depends on nothing but its arguments: every run makes the same world.
create function bench.unit(p_key bigint, p_salt bigint)
returns double precision language sql immutable parallel safe as $$
  select (hashint8extended(p_key, p_salt) & 2147483647) / 2147483648.0::double precision
$$;

create unlogged table bench.weights as
with ranked as (
  select n, row_number() over (order by hashint8extended(n, 1)) as rank
  from generate_series(1, current_setting('bench.partners')::integer) n
), weighted as (
  select n, rank, power(rank, -current_setting('bench.exponent')::double precision) as weight from ranked
), summed as (
  select n, rank, sum(weight) over (order by rank) / sum(weight) over () as upto,
    coalesce(sum(weight) over (order by rank rows between unbounded preceding and 1 preceding), 0) / sum(weight) over () as before
  from weighted
)
-- Cumulative rounding: the parts sum exactly to 20 conversions and 50 clicks a partner.
select s.n, s.rank, md5('partnership ' || s.n)::uuid as partnership_id, md5('partner ' || s.n)::uuid as partner_id,
  md5('user ' || s.n)::uuid as user_id, md5('link ' || s.n)::uuid as link_id, 'P' || s.n as code,
  (enum_range(null::public.partner_type))[1 + s.n % 7] as partner_type,
  ('{GB,DE,FR,NL,US,CA,IE,SE,IT,ES,AU,JP}'::text[])[1 + s.n % 12] as country,
  (round(s.upto * m.conversions) - round(s.before * m.conversions))::integer as conversions,
  (round(s.upto * m.clicks) - round(s.before * m.clicks))::integer as clicks
from summed s
cross join (
  select count(*) * 20 as conversions, count(*) * 50 as clicks from ranked
) m
order by s.n;

insert into auth.users (id, aud, role, email, email_confirmed_at)
select md5('owner')::uuid, 'authenticated', 'authenticated', 'owner@bench.example.com', now()
union all
select w.user_id, 'authenticated', 'authenticated', lower(w.code) || '@bench.example.com', now() from bench.weights w;

insert into public.programs (id, slug, name, currency, time_zone, hold_days)
values (md5('program')::uuid, 'bench', 'Bench', 'GBP', 'Europe/London', 30);
insert into private.program_secrets (program_id) values (md5('program')::uuid);
insert into public.program_staff (program_id, user_id, email, role)
values (md5('program')::uuid, md5('owner')::uuid, 'owner@bench.example.com', 'owner');
insert into public.commission_rules (id, program_id, partner_type, version, kind, rate_bps, effective_from)
select md5('rule ' || t)::uuid, md5('program')::uuid, t, 1, 'percent', 1000, now() - interval '3 years'
from unnest(enum_range(null::public.partner_type)) t;

insert into public.partners (id, type, name, country)
select w.partner_id, w.partner_type, 'Partner ' || w.n, w.country from bench.weights w;
insert into public.partner_members (partner_id, user_id, email, role)
select w.partner_id, w.user_id, lower(w.code) || '@bench.example.com', 'owner' from bench.weights w;
insert into public.partnerships (id, program_id, partner_id, status, code, partner_name, partner_type, partner_country,
  partner_language)
select w.partnership_id, md5('program')::uuid, w.partner_id, 'active', w.code, 'Partner ' || w.n, w.partner_type, w.country, 'en'
from bench.weights w;
insert into public.links (id, program_id, partnership_id, code, destination, is_default)
select w.link_id, md5('program')::uuid, w.partnership_id, lower(w.code), 'https://example.com/', true from bench.weights w;

analyze bench.weights;
