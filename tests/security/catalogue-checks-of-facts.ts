import { type CatalogueCheck, OURS } from './catalogue-checks.ts';

/** Facts of money, and what stands beside them: corrected by another row, never changed. */
export const appendOnly = [
  'adjustments',
  'audit_entries',
  'clicks',
  'commission_lines',
  'commission_rules',
  'conversion_events',
  'conversions',
];
const APPEND_ONLY = `('${appendOnly.join("','")}')`;

/** A person's own settings and read marks go with the person, a link between two rows with either; nothing else belongs to only one owner. */
const CASCADES = `('user_settings_user_id_fkey', 'announcement_reads_user_id_fkey',
  'promotion_creatives_program_id_promotion_id_fkey', 'promotion_creatives_program_id_creative_id_fkey',
  'creative_files_program_id_creative_id_fkey', 'creative_visits_user_id_fkey',
  'creative_visits_program_id_partnership_id_fkey')`;

/**
 * Keys between tenant tables without the program, and why: rollups and lines are written by triggers
 * alone, from facts whose own keys carry the program; nobody attaches such a row to anything.
 */
const WRITTEN_BY_TRIGGERS = `('partnership_days', 'partnership_day_sources', 'program_months', 'commission_lines',
  'partner_standings', 'partner_keys')`;

const FOREIGN_KEYS = `
  select k.*, c.relname, n.nspname || '.' || c.relname || ' ' || k.conname as name
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'f' and n.nspname in ${OURS} and k.conparentid = 0 and not c.relispartition`;

const MONEY = `
  select c.oid as relid, a.attname, a.atttypid, n.nspname || '.' || c.relname || '.' || a.attname as name
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attname like '%\\_minor' and not a.attisdropped`;

/** Tables that refuse: for each kind of change a trigger before it, which raises. */
const refuses = (bit: number) => `exists (
  select 1 from pg_trigger t join pg_proc p on p.oid = t.tgfoid
  where t.tgrelid = c.oid and not t.tgisinternal and t.tgenabled = 'O' and t.tgtype & 2 <> 0 and t.tgtype & ${bit} <> 0
    and p.prosrc ~ 'raise exception|private\\.fail')`;

export const factChecks: CatalogueCheck[] = [
  {
    rule: 'every foreign key has an index to find its rows by',
    query: `select name from (${FOREIGN_KEYS}) k where not exists (
      select 1 from pg_index i where i.indrelid = k.conrelid and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = any (select format('(%I IS NOT NULL)', a.attname)
          from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey)))
        and (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] <@ k.conkey)`,
    hole: 'alter table public.links add column hole uuid references public.links',
  },
  {
    rule: 'every column that a policy compares leads an index',
    query: `select distinct c.relname || '.' || m[1] as name
      from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
        cross join lateral regexp_matches(
          coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''),
          '(\\w+) = (?:ANY \\(ARRAY\\(|\\( SELECT)', 'g') m
      where n.nspname = 'public' and not exists (
        select 1 from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indpred is null and a.attname = m[1])`,
    hole: `create policy hole on public.clicks for select to authenticated using (device = any (array(select 'phone')))`,
  },
  {
    rule: 'no row goes with the row of another owner',
    query: `select name from (${FOREIGN_KEYS}) k where confdeltype = 'c' and conname not in ${CASCADES}`,
    hole: 'alter table public.links add column hole uuid references public.partners on delete cascade',
  },
  {
    rule: 'facts hold on to what they name, but for who reviewed them',
    query: `select name from (${FOREIGN_KEYS}) k
      where relname in ${APPEND_ONLY} and confdeltype not in ('r', 'a') and conname <> 'conversions_reviewed_by_fkey'`,
    hole: 'alter table public.commission_lines add column hole uuid references auth.users on delete set null',
  },
  {
    rule: 'keys between tables of one program carry the program',
    query: `select k.name from (${FOREIGN_KEYS}) k
      where relname not in ${WRITTEN_BY_TRIGGERS} and confrelid <> 'public.programs'::regclass
        and exists (select 1 from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'program_id')
        and exists (select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'program_id')
        and not exists (select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'program_id' and a.attnum = any (k.conkey))`,
    hole: 'alter table public.links add column hole uuid references public.partnerships',
  },
  {
    rule: 'money is bigint',
    query: `select name from (${MONEY}) m where atttypid <> 'bigint'::regtype`,
    hole: 'alter table public.links add column hole_minor numeric',
  },
  {
    rule: 'money is checked to what JSON can carry',
    query: `select name from (${MONEY}) m where not exists (
      select 1 from pg_constraint k join pg_attribute a on a.attrelid = m.relid and a.attname = m.attname
      where k.conrelid = m.relid and k.contype = 'c' and a.attnum = any (k.conkey)
        and (pg_get_constraintdef(k.oid) ~ '9007199254740991' or k.conname = 'refund_is_covered'))`,
    hole: 'alter table public.links add column hole_minor bigint',
  },
  {
    rule: 'facts refuse update, delete and truncate',
    query: `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname in ${APPEND_ONLY}
      and not (${refuses(16)} and ${refuses(8)} and ${refuses(32)})`,
    hole: 'alter table public.commission_lines disable trigger lines_stay_whole',
  },
  {
    rule: 'every table with money and a currency is known to be append-only, or to be none of the facts',
    query: `select distinct c.relname as name from pg_class c join pg_attribute m on m.attrelid = c.oid and m.attname = 'amount_minor'
        join pg_attribute u on u.attrelid = c.oid and u.attname = 'currency'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not in ${APPEND_ONLY}`,
    hole: 'create table public.hole (amount_minor bigint, currency text)',
  },
];
