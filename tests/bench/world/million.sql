-- A million partners by set-based SQL with triggers off, and nothing of what they earn: for what is counted or read
-- by attributes alone. Setting: bench.partners. Attributes are spread so that rules of every width can be asked.

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
  (enum_range(null::public.partner_type))[1 + h % 7] as partner_type,
  (array['GB', 'GB', 'GB', 'DE', 'DE', 'FR', 'NL', 'US', 'SE', 'NO', 'KR', 'TW'])[1 + h / 7 % 12] as country,
  (array['en', 'en', 'de', 'fr', 'ko'])[1 + h / 84 % 5] as language,
  (array['standard', 'standard', 'silver', 'gold', null])[1 + h / 420 % 5] as tier,
  (array['{}', '{interior}', '{deals}', '{interior,video}'])[1 + h / 2100 % 4]::text[] as tags,
  (array['active', 'active', 'active', 'active', 'active', 'active', 'active', 'paused', 'ended', 'applied'])[1 + h / 8400 % 10]
    ::public.partnership_status as status
from (
  select n, (hashint8extended(n, 1) & 2147483647)::integer as h
  from generate_series(1, current_setting('bench.partners')::integer) n
) s;

insert into public.partners (id, type, name, country, language)
select p.partner_id, p.partner_type, 'Partner ' || p.n, p.country, p.language from bench.people p;
insert into public.partnerships (id, program_id, partner_id, status, tier, tags, code, partner_name, partner_type,
  partner_country, partner_language)
select p.partnership_id, md5('program')::uuid, p.partner_id, p.status, p.tier, p.tags, 'P' || p.n, 'Partner ' || p.n,
  p.partner_type, p.country, p.language
from bench.people p;

-- What the triggers that are off would have counted.
insert into private.partner_facets (program_id, partner_type, partner_country, partner_language, tier, tags, status, partnerships)
select p.program_id, p.partner_type, p.partner_country, p.partner_language, p.tier, p.tags, p.status, count(*)
from public.partnerships p group by 1, 2, 3, 4, 5, 6, 7;
insert into public.program_partner_counts (program_id, partner_type, status, partnerships)
select p.program_id, p.partner_type, p.status, count(*) from public.partnerships p group by 1, 2, 3;
