-- A program whose partners are listed: names, attributes and a year and a half of months by set-based SQL, with
-- triggers off; no orders, since the list reads what they were summed to. Settings: bench.partners and bench.exponent.
-- What a partner does falls with its rank as in the other worlds; rank, name and attributes have nothing to do with
-- each other. Shares of attributes are the same in every size, so that a filter finds the same part.

create schema bench;

insert into auth.users (id, aud, role, email, email_confirmed_at)
values (md5('owner')::uuid, 'authenticated', 'authenticated', 'owner@bench.example.com', now());
insert into public.programs (id, slug, name, currency, time_zone, hold_days)
values (md5('program')::uuid, 'bench', 'Bench', 'GBP', 'Europe/London', 30);
insert into private.program_secrets (program_id) values (md5('program')::uuid);
insert into public.program_staff (program_id, user_id, email, role)
values (md5('program')::uuid, md5('owner')::uuid, 'owner@bench.example.com', 'owner');

create unlogged table bench.people as
select n, md5('partner ' || n)::uuid as partner_id, md5('partnership ' || n)::uuid as partnership_id,
  power(row_number() over (order by hashint8extended(n, 1)), -current_setting('bench.exponent')::double precision) as weight,
  initcap((array['garden', 'media', 'daily', 'travel', 'green', 'studio', 'north', 'urban', 'family', 'craft', 'ocean', 'home', 'sport',
    'fresh', 'vintage', 'pixel'])[1 + n % 16]) || ' ' || initcap((array['blog', 'shop', 'times', 'house', 'club', 'guide', 'works', 'lab',
    'post', 'life', 'world', 'review'])[1 + (hashint8extended(n, 2) & 1023) % 12]) || ' ' || n as name,
  (enum_range(null::public.partner_type))[1 + h % 7] as partner_type,
  (array['GB', 'GB', 'GB', 'DE', 'DE', 'FR', 'NL', 'US', 'SE', 'NO', 'KR', 'TW'])[1 + h / 7 % 12] as country,
  (array['en', 'en', 'de', 'fr', 'ko'])[1 + h / 84 % 5] as language,
  (array['standard', 'standard', 'silver', 'silver', 'gold', null, null, null, null, null])[1 + h / 420 % 10] as tier,
  (array['{}', '{}', '{}', '{}', '{}', '{}', '{interior}', '{deals}', '{interior,video}', '{video}'])[1 + h / 4200 % 10]::text[] as tags,
  (array['active', 'active', 'active', 'active', 'active', 'active', 'active', 'active', 'active', 'active', 'active', 'active', 'active',
    'active', 'active', 'active', 'paused', 'paused', 'ended', 'applied'])[1 + h / 42000 % 20]::public.partnership_status as status
from (
  select n, (hashint8extended(n, 1) & 2147483647)::integer as h
  from generate_series(1, current_setting('bench.partners')::integer) n
) s;

insert into public.partners (id, type, name, country, language)
select p.partner_id, p.partner_type, p.name, p.country, p.language from bench.people p order by hashint8(p.n);
insert into public.partnerships (id, program_id, partner_id, status, tier, tags, code, partner_name, partner_type,
  partner_country, partner_language, joined_on, created_at)
select p.partnership_id, md5('program')::uuid, p.partner_id, p.status, p.tier, p.tags, 'P' || p.n, p.name, p.partner_type,
  p.country, p.language, current_date - (hashint8(p.n) & 511), now() - make_interval(days => hashint8(p.n) & 511)
from bench.people p order by hashint8(p.n);

-- What the triggers that are off would have counted.
insert into private.partner_facets (program_id, partner_type, partner_country, partner_language, tier, tags, status, partnerships)
select p.program_id, p.partner_type, p.partner_country, p.partner_language, p.tier, p.tags, p.status, count(*)
from public.partnerships p group by 1, 2, 3, 4, 5, 6, 7;
insert into public.program_partner_counts (program_id, partner_type, status, partnerships)
select p.program_id, p.partner_type, p.status, count(*) from public.partnerships p group by 1, 2, 3;

-- 50 clicks and 20 orders of about 100 a partner and year by weight, spread over the months by chance; whoever is so
-- small that nothing comes of it has no row. One month in forty gave back more than it brought.
insert into public.program_months (program_id, month, partnership_id, revenue_minor, accrued_minor, conversions, clicks)
select md5('program')::uuid, m.month, m.partnership_id, m.sign * m.conversions * 10000 + m.sign * m.noise, m.sign * (m.conversions * 1000 + m.noise / 10),
  m.conversions, m.clicks
from (
  select (date_trunc('month', current_date) - make_interval(months => g.ago))::date as month, p.partnership_id, g.sign,
    floor(p.share * 20 / 12 * g.luck + g.rest)::integer as conversions, floor(p.share * 50 / 12 * g.luck + g.rest)::integer as clicks,
    floor(g.luck * 5000)::integer as noise
  from (select w.*, w.weight * count(*) over () / sum(w.weight) over () as share from bench.people w) p
  cross join lateral (
    select a as ago, 0.5 + (hashint8extended(p.n, 10 + a) & 1023) / 1024.0 as luck, (hashint8extended(p.n, 40 + a) & 1023) / 1024.0 as rest,
      case when (hashint8extended(p.n, 70 + a) & 1023) < 26 then -1 else 1 end as sign
    from generate_series(0, 17) a
  ) g
) m
where m.clicks > 0
order by m.month;

insert into public.segments (id, program_id, name, rule) values
  (md5('wide')::uuid, md5('program')::uuid, 'Wide', '{"combinator": "and", "rules": [{"field": "language", "operator": "in", "value": ["en"]}]}'),
  (md5('narrow')::uuid, md5('program')::uuid, 'Narrow', '{"combinator": "and", "rules": [{"field": "country", "operator": "in", "value": ["DE"]},
    {"field": "tier", "operator": "in", "value": ["gold", "silver"]}]}'),
  (md5('joined')::uuid, md5('program')::uuid, 'Joined', '{"combinator": "and", "rules": [{"field": "tenure", "operator": "<=", "value": 90}]}'),
  (md5('sold')::uuid, md5('program')::uuid, 'Sold', '{"combinator": "and", "rules": [{"field": "conversions", "operator": "<=",
    "value": {"number": 5, "days": 90}}]}');
insert into private.segment_predicates (segment_id, program_id, for_one, for_many, figures, is_by_attributes)
select s.id, s.program_id, c.for_one, c.for_many, c.figures, c.is_by_attributes
from public.segments s cross join lateral private.compile(s.rule) c;

select private.rebuild_partner_lists(md5('program')::uuid);
