-- Imports, continued: the functions through which finance and owners run them.
--
-- All of them are definer functions behind thin public ones, because nobody holds a write grant on events and
-- conversions. Each starts by locking the import in a program where the caller is finance or owner now; anybody
-- else is told the same as for an import that does not exist.

-- The import, locked, if I may run it. The program's lock keeps two imports from matching one order twice.
create function private.lock_import(p_import uuid)
returns public.imports language plpgsql security definer set search_path = '' as $$
declare
  v_import public.imports;
begin
  select i.* into v_import
  from public.imports i
  where i.id = p_import and i.program_id in (select private.my_program_ids('finance', 'owner'))
  for update;
  if v_import.id is null then
    perform private.fail('PT404', 'no such import');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('import:' || v_import.program_id, 0));
  return v_import;
end $$;

-- What the portal may know of an import.
create function private.describe_import(p_import public.imports)
returns jsonb language sql stable set search_path = '' as $$
  select to_jsonb(p_import) - '{program_id,started_by}'::text[]
$$;

-- The chunk's fates, counted and summed; and the rows that a person has to look at.
create function private.report_chunk()
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'fates', (
      select coalesce(jsonb_agg(to_jsonb(g) order by g.fate, g.reason, g.kind), '[]')
      from (
        select r.fate, r.reason, r.kind, count(*) as rows, sum(r.amount_minor) as amount_minor
        from pg_temp.chunk r
        group by r.fate, r.reason, r.kind
      ) g),
    'issues', (
      select coalesce(jsonb_agg(jsonb_build_object('row', r.row, 'line', r.line, 'external_id', r.external_id,
        'fate', r.fate, 'reason', r.reason) order by r.row), '[]')
      from pg_temp.chunk r
      where r.fate in ('conflict', 'held', 'rejected'))
  );
end $$;

create function private.check_chunk(p_rows jsonb)
returns void language plpgsql set search_path = '' as $$
begin
  if jsonb_typeof(p_rows) is distinct from 'array' then
    perform private.fail('PT422', 'rows must be a list');
  end if;
  if jsonb_array_length(p_rows) > 2000 then
    perform private.fail('PT422', 'at most 2,000 rows at a time', format('%s rows', jsonb_array_length(p_rows)));
  end if;
end $$;

create function private.start_import(p_program text, p_source text, p_file_name text, p_file_sha256 text,
  p_file_bytes bigint, p_rows_total integer, p_mapping jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_program uuid;
  v_import public.imports;
  v_resumed boolean := true;
  v_finished_before timestamptz;
begin
  select p.id into v_program from public.programs p
  where p.slug = lower(p_program) and p.id in (select private.my_program_ids('finance', 'owner'));
  if v_program is null then
    perform private.fail('PT404', 'no such program, or not for you to import into', p_program);
  end if;
  if p_file_bytes > 52428800 or p_rows_total > 500000 then
    perform private.fail('PT422', 'an import takes at most 50 MB and 500,000 rows', format('%s bytes, %s rows', p_file_bytes, p_rows_total));
  end if;
  perform pg_advisory_xact_lock(hashtextextended('import:' || v_program, 0));
  select max(i.finished_at) into v_finished_before from public.imports i
  where i.program_id = v_program and i.source = p_source and i.file_sha256 = p_file_sha256 and i.status = 'finished';
  select i.* into v_import from public.imports i
  where i.program_id = v_program and i.source = p_source and i.file_sha256 = p_file_sha256 and i.status <> 'finished';
  if v_import.id is null then
    v_resumed := false;
    insert into public.imports (program_id, source, file_name, file_sha256, file_bytes, rows_total, mapping, started_by)
    values (v_program, p_source, p_file_name, p_file_sha256, p_file_bytes, p_rows_total, p_mapping, (select auth.uid()))
    returning * into v_import;
  elsif v_import.next_row = 1 then
    -- Nothing is booked yet, so the file may be read in another way than last time.
    update public.imports i set rows_total = p_rows_total, mapping = p_mapping, file_name = p_file_name
    where i.id = v_import.id returning * into v_import;
  elsif v_import.rows_total <> p_rows_total or v_import.mapping <> p_mapping then
    perform private.fail('PT409', 'this file is half imported with another column mapping', format('%s of %s rows', v_import.next_row - 1, v_import.rows_total));
  end if;
  return jsonb_build_object('import', private.describe_import(v_import), 'resumed', v_resumed, 'finished_before', v_finished_before);
end $$;

create function private.preview_import_rows(p_import uuid, p_from_row integer, p_rows jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_import public.imports := private.lock_import(p_import);
  v_planned integer;
begin
  perform private.check_chunk(p_rows);
  if p_from_row = v_import.next_row then
    delete from private.import_rows r where r.import_id = p_import;
  end if;
  select max(r.row) into v_planned from private.import_rows r where r.import_id = p_import;
  if p_from_row is distinct from coalesce(v_planned + 1, v_import.next_row) then
    perform private.fail('PT409', 'the dry run goes on at another row', format('row %s', coalesce(v_planned + 1, v_import.next_row)));
  end if;
  perform private.read_rows(v_import, p_rows);
  perform private.plan_rows(v_import);
  perform private.plan_refunds(v_import);
  insert into private.import_rows select * from pg_temp.chunk;
  return private.report_chunk();
end $$;

-- Adds a chunk's counts to the import's: [{fate, reason, kind, rows, amount_minor}].
create function private.add_counts(p_before jsonb, p_more jsonb)
returns jsonb language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(g) order by g.fate, g.reason, g.kind), '[]')
  from (
    select c.fate, c.reason, c.kind, sum(c.rows) as rows, sum(c.amount_minor) as amount_minor
    from jsonb_to_recordset(p_before || p_more) as c (fate text, reason text, kind text, rows bigint, amount_minor bigint)
    group by c.fate, c.reason, c.kind
  ) g
$$;

create function private.apply_import_rows(p_import uuid, p_from_row integer, p_rows jsonb, p_errors jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_import public.imports := private.lock_import(p_import);
  v_report jsonb := '{"fates": [], "issues": []}';
begin
  perform private.check_chunk(p_rows);
  if p_from_row < v_import.next_row or v_import.status = 'finished' then
    return jsonb_build_object('import', private.describe_import(v_import), 'replayed', true) || v_report;
  end if;
  if p_from_row is distinct from v_import.next_row or p_from_row + jsonb_array_length(p_rows) - 1 > v_import.rows_total then
    perform private.fail('PT409', 'the import stands at another row', format('row %s', v_import.next_row));
  end if;
  if exists (
    select 1 from jsonb_array_elements(p_rows) with ordinality as e (value, at)
    where (e.value ->> 'row')::integer is distinct from p_from_row + e.at::integer - 1
  ) then
    perform private.fail('PT422', 'rows are numbered in order, without gaps', format('from %s', p_from_row));
  end if;
  perform private.keep_days(v_import.program_id);
  delete from private.import_rows r where r.import_id = p_import;
  perform private.read_rows(v_import, p_rows);
  perform private.plan_rows(v_import);
  perform private.plan_refunds(v_import);
  perform private.book_rows(v_import);
  v_report := private.report_chunk();
  insert into public.import_errors (program_id, import_id, line, code, column_name, value)
  select v_import.program_id, p_import, e.line, e.code, left(e."column", 120), left(e.value, 200)
  from jsonb_to_recordset(coalesce(p_errors, '[]')) as e (line integer, code text, "column" text, value text)
  on conflict (import_id, line, code) do nothing;
  update public.imports i
  set next_row = p_from_row + jsonb_array_length(p_rows),
    lines_bad = (select count(*) from public.import_errors e where e.program_id = i.program_id and e.import_id = i.id),
    counts = private.add_counts(i.counts, v_report -> 'fates'),
    status = case when p_from_row + jsonb_array_length(p_rows) > i.rows_total then 'finished' else 'running' end,
    finished_at = case when p_from_row + jsonb_array_length(p_rows) > i.rows_total then now() end
  where i.id = p_import
  returning * into v_import;
  return jsonb_build_object('import', private.describe_import(v_import), 'replayed', false) || v_report;
end $$;

create function private.stop_import(p_import uuid)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_import public.imports := private.lock_import(p_import);
begin
  delete from private.import_rows r where r.import_id = p_import;
  update public.imports i set status = 'stopped' where i.id = p_import and i.status <> 'finished';
  select i.* into v_import from public.imports i where i.id = p_import;
  return jsonb_build_object('import', private.describe_import(v_import));
end $$;

-- A jsonb argument as it was meant. The local stack's API hands one over as a JSON string that holds the JSON; hosted
-- ones as it is. A list, an object or null is never a string here, so the two cannot be taken for one another.
create function private.plain_json(p_value jsonb)
returns jsonb language plpgsql immutable set search_path = '' as $$
begin
  return case when jsonb_typeof(p_value) = 'string' then (p_value #>> '{}')::jsonb else p_value end;
exception when invalid_text_representation or untranslatable_character or statement_too_complex then
  perform private.fail('PT422', 'this is no JSON that can be read');
end $$;

create function public.start_import(p_program text, p_source text, p_file_name text, p_file_sha256 text, p_file_bytes bigint,
  p_rows_total integer, p_mapping jsonb default '{}')
returns jsonb language sql set search_path = '' as $$
  select private.start_import(p_program, p_source, p_file_name, p_file_sha256, p_file_bytes, p_rows_total,
    private.plain_json(p_mapping))
$$;
create function public.preview_import_rows(p_import uuid, p_from_row integer, p_rows jsonb)
returns jsonb language sql set search_path = '' as $$
  select private.preview_import_rows(p_import, p_from_row, private.plain_json(p_rows))
$$;
create function public.apply_import_rows(p_import uuid, p_from_row integer, p_rows jsonb, p_errors jsonb default '[]')
returns jsonb language sql set search_path = '' as $$
  select private.apply_import_rows(p_import, p_from_row, private.plain_json(p_rows), private.plain_json(p_errors))
$$;
create function public.stop_import(p_import uuid)
returns jsonb language sql set search_path = '' as $$
  select private.stop_import(p_import)
$$;

grant execute on function private.plain_json, private.start_import, private.preview_import_rows, private.apply_import_rows, private.stop_import,
  public.start_import, public.preview_import_rows, public.apply_import_rows, public.stop_import to authenticated;

comment on function public.start_import is 'Begins the import of a file, or finds it half done; finance and owner.';
comment on function public.preview_import_rows is 'Plans one chunk (at most 2,000 rows) without booking anything: fates with counts and sums, and rows to look at.';
comment on function public.apply_import_rows is 'Books one chunk in one transaction; a chunk below next_row was booked before and changes nothing.';
comment on function public.stop_import is 'Leaves an import where it stands; the same file goes on from there.';
