-- The visits of a benchmark's world: 50 a partner over a year by weight, in order of time, in their monthly partitions.

select private.ensure_click_partitions(now() - interval '366 days', now());

insert into public.clicks (id, program_id, partnership_id, link_id, clicked_at, country, device, origin)
select md5('click ' || c.key)::uuid, md5('program')::uuid, c.partnership_id, c.link_id, c.clicked_at,
  ('{GB,DE,FR,NL,US,CA,IE,SE,IT,ES,AU,JP}'::text[])[1 + floor(bench.unit(c.key, 8) * 12)::integer], 'phone', 'generated'
from (
  select w.partnership_id, w.link_id, w.n * 1000000::bigint + g as key,
    date_trunc('hour', now()) - bench.unit(w.n * 1000000::bigint + g, 7) * interval '365 days' as clicked_at
  from bench.weights w cross join lateral generate_series(1, w.clicks) g
) c
order by c.clicked_at;
