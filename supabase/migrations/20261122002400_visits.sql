-- Visits: what comes through a link, in the links' domain.
--
-- The edge function `go` hands every visit to `record_visits`, several at once, and sends a visitor on only after the
-- answer: what was acknowledged is stored. One call finds the link, decides where it leads and writes what it was, so
-- that a changed destination, an archived link or an ended partnership is right from the next visit on.
--
--   a person, active or paused partner    a click: the destination with `via` and `click_id`
--   a bot, a prefetch, HEAD               the destination with `via`; counted apart, never a click
--   an ended partnership                  the destination, credited to nobody; counted apart
--   an archived link                      the program's site; counted apart
--   a code that is nobody's               the site of the only program there is, else nowhere
--
-- A visit may name a promotion or a creative of the link's program (`page`): then it leads to that landing page in place
-- of the link's own destination. By its id, so that there is no open redirect: where a visit leads comes from the
-- database alone, and a destination that no longer lies on its program's site gives way to that site. What a partner may
-- see of a promotion is not asked: on the program's site any page may be a link's destination. No address and no user agent of a person is stored.

create table public.uncounted_visits (
  program_id uuid not null references public.programs on delete restrict,
  -- The program's day at the time of the visit; a later change of its zone leaves it where it is.
  day date not null,
  kind text not null constraint kind_is_known check (kind in ('bot', 'prefetch', 'head', 'ended', 'archived')),
  visits integer not null default 0,
  primary key (program_id, day, kind)
);

-- The ids of visits that were counted apart within the last ten minutes, so that a batch that comes again counts none of
-- them twice; clicks are looked up by their own. An id says nothing of anybody, and goes with a later batch.
create table private.uncounted_ids (
  id uuid primary key,
  counted_at timestamptz not null default now()
);
create index uncounted_ids_oldest on private.uncounted_ids (counted_at);

-- Functions ----------------------------------------------------------------------------------------------------

-- What a visit is, where it leads, and whose. A word that is not understood is left out rather than refused: one odd
-- visit must not take down those that came in with it.
create type private.visit as (
  place bigint, id uuid, fate text, program_id uuid, partnership_id uuid, link_id uuid, day date, country text, device text,
  referrer text, sub_id text, location text
);

-- The landing page of a promotion that is no draft, or of a creative that was ready once, of this program; null for
-- whatever else the word is.
create function private.landing_page(p_program uuid, p_page text)
returns text language plpgsql stable set search_path = '' as $$
begin
  if p_page is null or p_page !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    return null;
  end if;
  return coalesce(
    (select m.landing_url from public.promotions m where m.program_id = p_program and m.id = p_page::uuid and m.prepare_from <= now()),
    (select c.url from public.creatives c where c.program_id = p_program and c.id = p_page::uuid and c.ready_at is not null));
end $$;

create function private.read_visits(p_visits jsonb)
returns setof private.visit language plpgsql stable rows 20 set search_path = '' as $$
begin
  return query
    select v.place, v.id, f.fate, g.id, l.partnership_id, l.id, (now() at time zone g.time_zone)::date,
      substring(v.country from '^[A-Z]{2}$'), substring(v.device from '^(?:desktop|phone|tablet|other)$'),
      substring(v.referrer from '^[a-z0-9.-]{1,253}$'), s.sub_id,
      case
        when l.id is null or l.archived_at is not null then g.site_url
        when p.status not in ('active', 'paused') then w.destination
        else private.link_url(w.destination, l.code,
          case when f.fate = 'click' then '&click_id=' || v.id else '' end || coalesce('&sub=' || s.sub_id, ''))
      end
    from rows from (
      jsonb_to_recordset(p_visits) as (id uuid, code text, kind text, country text, device text, referrer text, sub_id text, page text)
    ) with ordinality v (id, code, kind, country, device, referrer, sub_id, page, place)
    left join public.links l on l.code = v.code
    left join public.partnerships p on p.id = l.partnership_id
    left join public.programs g on g.id = coalesce(l.program_id,
      (select (array_agg(o.id))[1] from (select x.id from public.programs x limit 2) o having count(*) = 1))
    cross join lateral (select substring(v.sub_id from '^[A-Za-z0-9._~-]{1,64}$') as sub_id) s
    cross join lateral (
      select coalesce(n.destination, case when private.is_on_site(l.destination, g.site_url) then l.destination else g.site_url end)
        as destination
      from (select private.landing_page(l.program_id, v.page) offset 0) x (page)
      cross join lateral (select case when private.is_on_site(x.page, g.site_url) then x.page end as destination) n
    ) w
    cross join lateral (
      select case
        when l.id is null then 'unknown'
        when v.kind in ('bot', 'prefetch', 'head') then v.kind
        when l.archived_at is not null then 'archived'
        when p.status not in ('active', 'paused') then 'ended'
        else 'click'
      end as fate
    ) f;
end $$;

-- Counts what is no click, each id once.
create function private.count_apart(p_program uuid, p_visits private.visit[])
returns void language plpgsql set search_path = '' as $$
begin
  -- More at once than a batch can bring, and nobody waits for another who clears up.
  delete from private.uncounted_ids i
  where i.id in (
    select o.id from private.uncounted_ids o where o.counted_at < now() - interval '10 minutes'
    order by o.counted_at limit 1000 for update skip locked);
  with fresh as (
    insert into private.uncounted_ids (id)
    select distinct v.id from unnest(p_visits) v
    where v.program_id = p_program and v.fate not in ('click', 'unknown') and v.id is not null
    order by v.id
    on conflict do nothing
    returning id
  )
  insert into public.uncounted_visits as u (program_id, day, kind, visits)
  select v.program_id, v.day, v.fate, count(distinct v.id)
  from unnest(p_visits) v join fresh f on f.id = v.id
  where v.program_id = p_program and v.fate not in ('click', 'unknown')
  group by v.program_id, v.day, v.fate
  order by v.day, v.fate
  on conflict (program_id, day, kind) do update set visits = u.visits + excluded.visits;
end $$;

-- Stores what a batch holds of one program. Answers false, and has stored nothing of it, when an import holds rows of the
-- program, or its rollups are made anew: what came in between would be counted twice or not at all.
create function private.store_visits(p_program uuid, p_visits private.visit[])
returns boolean language plpgsql set search_path = '' as $$
begin
  if not pg_try_advisory_xact_lock_shared(hashtextextended('visits:' || p_program, 0)) then
    return false;
  end if;
  insert into public.clicks (id, program_id, partnership_id, link_id, clicked_at, country, device, referrer, sub_id)
  select v.id, v.program_id, v.partnership_id, v.link_id, now(), v.country, v.device, v.referrer, v.sub_id
  from unnest(p_visits) v
  where v.program_id = p_program and v.fate = 'click' and v.id is not null
    and not exists (select from public.clicks c where c.id = v.id and c.clicked_at > now() - interval '10 minutes')
  on conflict do nothing;

  if exists (select from unnest(p_visits) v where v.program_id = p_program and v.fate not in ('click', 'unknown')) then
    perform private.count_apart(p_program, p_visits);
  end if;
  return true;
exception when lock_not_available then
  return false;
end $$;

-- Stores a batch of visits {id, code, kind, country, device, referrer, sub_id, page}, kind being person, bot, prefetch or
-- head, and answers {location, is_click} for each, in their order; location is null where nothing is known. The answer
-- {retry: true} says that nothing is stored of a visit, since its program is held: it is to be sent again. The ids are
-- the caller's, and become the click ids: a batch that is sent again because its answer was lost counts no click and no
-- other visit twice, not even while the first is still under way.
-- Visits share their rollups with imports, and yield: one program waits a tenth of a second, and all of a batch not
-- much longer than four tenths, so that nobody waits for another's import, and all give up long before the server would
-- look for a deadlock and choose whom to end. Definer: for the server's key, which reads no table.
create function private.record_visits(p_visits jsonb)
returns jsonb language plpgsql security definer set search_path = '' set lock_timeout = '900ms' as $$
declare
  v_visits private.visit[];
  v_held uuid[] := '{}';
  v_program uuid;
  v_began timestamptz := clock_timestamp();
begin
  if jsonb_typeof(p_visits) is distinct from 'array' or jsonb_array_length(p_visits) > 500 then
    perform private.fail('PT422', 'visits come as a list of at most 500');
  end if;
  perform private.ensure_click_partitions(now(), now() + interval '1 month');
  -- The same batch once more begins with the same id: it looks for what is stored after the first is through.
  perform pg_advisory_xact_lock(hashtextextended('batch:' || (p_visits -> 0 ->> 'id'), 0));
  select array_agg(v order by v.place) into v_visits from private.read_visits(p_visits) v;

  for v_program in
    select distinct v.program_id from unnest(v_visits) v where v.program_id is not null and v.fate <> 'unknown' order by 1
  loop
    perform set_config('lock_timeout', greatest(5, least(100,
      400 - 1000 * extract(epoch from clock_timestamp() - v_began)))::integer || 'ms', true);
    if not private.store_visits(v_program, v_visits) then
      v_held := v_held || v_program;
    end if;
  end loop;

  return (
    select coalesce(jsonb_agg(case
      when v.fate <> 'unknown' and v.program_id = any (v_held) then jsonb_build_object('retry', true)
      else jsonb_build_object('location', v.location, 'is_click', v.fate = 'click')
    end order by v.place), '[]')
    from unnest(v_visits) v
  );
end $$;

create function public.record_visits(p_visits jsonb)
returns jsonb language sql set search_path = '' as $$
  select private.record_visits(private.plain_json(p_visits))
$$;

-- A partner's links with what each brought in a range, those in use first, the default one at the top. Archived links
-- stay in the list: what they brought stays true, and they can be taken back. With the caller's rights.
create function public.partner_links(p_program text, p_code text, p_from date, p_to date)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  v_partnership uuid := private.named_partnership(p_program, p_code);
begin
  perform private.check_range(p_from, p_to);
  return (
    with brought as (
      select s.link_id, sum(s.clicks) as clicks, sum(s.conversions) as conversions, sum(s.revenue_minor) as revenue_minor,
        sum(s.accrued_minor) as accrued_minor
      from public.partnership_day_sources s
      where s.partnership_id = v_partnership and s.day between p_from and p_to and s.link_id is not null
      group by s.link_id
    )
    select jsonb_build_object('as_of', now(), 'rows', coalesce(jsonb_agg(jsonb_build_object(
      'id', l.id, 'code', l.code, 'name', l.name, 'destination', l.destination, 'is_default', l.is_default,
      'created_at', l.created_at, 'archived_at', l.archived_at, 'clicks', coalesce(b.clicks, 0),
      'conversions', coalesce(b.conversions, 0), 'revenue_minor', coalesce(b.revenue_minor, 0),
      'accrued_minor', coalesce(b.accrued_minor, 0)
      ) order by l.archived_at is not null, not l.is_default, l.created_at desc, l.id), '[]'))
    from public.links l
    left join brought b on b.link_id = l.id
    where l.partnership_id = v_partnership
  );
end $$;

-- Rights -------------------------------------------------------------------------------------------------------

alter table private.uncounted_ids enable row level security;
alter table public.uncounted_visits enable row level security;
create policy read on public.uncounted_visits for select to authenticated
  using (program_id = any (array(select private.my_program_ids())));
revoke all on public.uncounted_visits from anon, authenticated, service_role, public;
-- NOTE withheld: every write; visits are counted by record_visits alone. Partners: whose bots came is in no row.
grant select on public.uncounted_visits to authenticated;

grant execute on function public.partner_links to authenticated;
grant execute on function private.record_visits, public.record_visits to service_role;

comment on table public.uncounted_visits is 'Visits of a program''s day that are no clicks: bots, prefetches, HEAD, ended partnerships, archived links.';
comment on function public.record_visits is 'Stores visits and says where each leads; for the server''s key.';
comment on function public.partner_links is 'A partner''s links and what each brought in a range.';
