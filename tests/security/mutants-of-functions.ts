import type { ISql } from 'postgres';
import type { Mutant } from './mutant.ts';

type Source = {
  schema: string;
  name: string;
  signature: string;
  definition: string;
  isDefiner: boolean;
  isTrigger: boolean;
  isOpen: boolean;
};

/** One line of a function that stands between a caller and what is not theirs, and what is left without it. */
type Check = { what: string; pattern: RegExp; instead: string };

/** Who is asked for: these stand in the helpers. */
const memberships: Check[] = [
  { what: 'without live membership', pattern: /\b\w+\.removed_at is null/g, instead: 'true' },
  { what: 'without roles', pattern: /\b\w+\.role = any \(roles\)/g, instead: 'true' },
  { what: 'for everybody', pattern: /\b\w+\.user_id = \(select auth\.uid\(\)\)/g, instead: 'true' },
  { what: 'in any status', pattern: /\b\w+\.status (= any \(statuses\)|in \('[^)]*'\))/g, instead: 'true' },
  {
    what: 'with every status named',
    pattern: /'\{(active|paused|ended)(,(active|paused|ended))*\}'/g,
    instead: "'{invited,applied,active,paused,ended,declined}'",
  },
];

const ANY_STAFF = "private.program_for(p_program, 'owner', 'manager', 'finance', 'viewer')";

/** What asks the helpers. */
const askers: Check[] = [
  { what: 'without roles', pattern: /(private\.my_\w+_ids)\('[^)]*'\)/g, instead: '$1()' },
  {
    what: 'without asking whose it is',
    pattern: /[\w.]+ (in \(select private\.my_\w+\([^)]*\)\)|= any \(array\(select private\.my_\w+\([^)]*\)\)\))/g,
    instead: 'true',
  },
  {
    what: 'without asking whose it is',
    pattern: /private\.program_for\(p_program, [^)]*\)/g,
    instead: '(select g.id from public.programs g where g.slug = p_program)',
  },
  {
    what: 'for every role',
    pattern: /private\.program_for\(p_program, 'owner'(, '(manager|finance)')?\)/g,
    instead: ANY_STAFF,
  },
  {
    what: 'without asking whose it is',
    pattern: /private\.inbox_of\(p_program, p_code\)/g,
    instead: `(select row(g.id, g.default_locale, array(select private.audience_keys_of(p.id)), now())::private.inbox
      from public.programs g join public.partnerships p on p.program_id = g.id where g.slug = p_program and p.code = p_code)`,
  },
  {
    what: 'without asking whose it is',
    pattern: /private\.open_place\(p_program, p_code\)/g,
    instead: `(select p.id from public.partnerships p join public.programs g on g.id = p.program_id
      where g.slug = p_program and p.code = p_code)`,
  },
  { what: 'for every role', pattern: /private\.program_for\(p_program, 'owner'\)/g, instead: ANY_STAFF },
  {
    what: 'without asking whose it is',
    pattern: /private\.kept_invitation\(p_id\)/g,
    instead: '(select i from public.invitations i where i.id = p_id)',
  },
  {
    what: 'by any token',
    pattern: /\bi\.token_hash = private\.token_hash\(p_token\)/g,
    instead: 'true',
  },
  { what: 'by an address that is not confirmed', pattern: /\bu\.email_confirmed_at is not null/g, instead: 'true' },
  {
    what: 'of everybody',
    pattern: /array\(select private\.my_open_partnership_ids\(\)\)/g,
    instead: 'array(select p.id from public.partnerships p)',
  },
  {
    what: 'without lock and check',
    pattern: /private\.lock_import\(p_import\)/g,
    instead: '(select i from public.imports i where i.id = p_import)',
  },
];

/** What a partner may see of promotions, wherever it is asked. */
const audiences: Check[] = [
  {
    what: 'for every audience',
    pattern: /\bp\.audience_keys && (array\(select private\.\w+\([^)]*\)\)|v_keys)/g,
    instead: 'true',
  },
  { what: 'at any time', pattern: /\bp\.(prepare_from|publish_from) <= now\(\)/g, instead: 'true' },
];

const ownTerms: Check = {
  what: 'of another type too',
  pattern: /\b\w+\.partner_type = \w+\.partner_type/g,
  instead: 'true',
};

/** Who holds a token is refused for these reasons, and by no right of another kind. */
const doors: Check = {
  what: 'without its refusal',
  pattern: /perform private\.fail\('PT4(03|09)'(?:'[^']*'|[^';])*;/g,
  instead: 'perform 1;',
};

const refusals: Check[] = [
  {
    what: 'without its refusal',
    pattern: /perform private\.fail\('PT4\d\d'(?:'[^']*'|[^';])*;/g,
    instead: 'perform 1;',
  },
  { what: 'without its refusal', pattern: /raise exception using(?:'[^']*'|[^';])*;/g, instead: 'null; return null;' },
];

async function readSources(sql: ISql): Promise<Source[]> {
  return await sql<Source[]>`
    select n.nspname as schema, p.proname as name, p.oid::regprocedure::text as signature, pg_get_functiondef(p.oid) as definition,
      p.prosecdef as "isDefiner", p.prorettype = 'trigger'::regtype as "isTrigger",
      has_function_privilege('authenticated', p.oid, 'execute') or has_function_privilege('anon', p.oid, 'execute') as "isOpen"
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'private') and p.prokind = 'f' order by 1, 2`;
}

/** Functions without one of their checks, one place at a time. */
export async function functionMutants(sql: ISql): Promise<Mutant[]> {
  const sources = await readSources(sql);
  return sources.flatMap((source) => checksOf(source).flatMap((check) => mutate(source, check)));
}

/** Definer functions that API roles can run, straight or by another, in which no check was found to remove. */
export async function uncheckedDefiners(sql: ISql): Promise<string[]> {
  const sources = await readSources(sql);
  return sources
    .filter(({ isDefiner, isTrigger, isOpen }) => isDefiner && !isTrigger && isOpen)
    .filter(
      (source) =>
        source.name !== 'program_card' && checksOf(source).every((check) => mutate(source, check).length === 0),
    )
    .map(({ signature }) => signature);
}

function checksOf({ name, isTrigger, isDefiner, isOpen, definition }: Source): Check[] {
  if (isTrigger) return [...refusals, ...askers];
  // The planner and the bookkeeping run for nobody but the owner; a definer is the wall itself.
  const isWall = isDefiner || isOpen;
  if (!isWall) return audiences;
  const missing: Check = {
    what: 'without "not there"',
    pattern: /perform private\.fail\('PT40[14]'(?:'[^']*'|[^';])*;/g,
    instead: 'perform 1;',
  };
  const own = name.endsWith('_invitation') ? [doors] : [];
  return [
    ...memberships,
    ...askers,
    ...audiences,
    ownTerms,
    ...own,
    ...(definition.includes('private.fail') ? [missing] : []),
  ];
}

function mutate({ schema, name, definition, isTrigger, isOpen }: Source, { what, pattern, instead }: Check): Mutant[] {
  return [...definition.matchAll(pattern)].map((match, at) => {
    const replaced = match[0].replace(new RegExp(pattern.source), instead);
    const end = match.index + match[0].length;
    return {
      name: `function ${schema}.${name}: ${what} (${at + 1})`,
      sql: definition.slice(0, match.index) + replaced + definition.slice(end),
      ...nearCells(`${schema}.${name}`, isTrigger, isOpen),
    };
  });
}

/** A helper is noticed by whoever calls it, a closed function by those that run it. */
function nearCells(object: string, isTrigger: boolean, isOpen: boolean): Pick<Mutant, 'object' | 'operation'> {
  if (isTrigger) return { operation: /^(guard|fact)/ };
  if (object.startsWith('private.my_')) return { operation: /^call my_/ };
  return isOpen ? { object, operation: /./ } : { operation: /^call for/ };
}

/** Execution given to those who have none, and taken from those who have it. */
export async function executeMutants(sql: ISql): Promise<Mutant[]> {
  const rights = await sql<{ schema: string; name: string; signature: string; role: string; isGranted: boolean }[]>`
    select n.nspname as schema, p.proname as name, p.oid::regprocedure::text as signature, r.role,
      has_function_privilege(r.role, p.oid, 'execute') as "isGranted"
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      cross join unnest(array['anon', 'authenticated', 'service_role']) as r (role)
    where n.nspname in ('public', 'private') order by 1, 2, 4`;
  const usage = await sql<{ role: string }[]>`
    select x.grantee::regrole::text as role from pg_namespace n cross join aclexplode(n.nspacl) x
    where n.nspname = 'private' and x.grantee in ('anon'::regrole, 'authenticated'::regrole, 'service_role'::regrole)`;
  return [
    ...rights.map(({ schema, name, signature, role, isGranted }) => ({
      name: `function ${signature}: execution ${isGranted ? 'taken from' : 'given to'} ${role}`,
      sql: isGranted
        ? `revoke execute on function ${signature} from ${role}`
        : `grant execute on function ${signature} to ${role}`,
      object: `${schema}.${name}`,
      operation: /./,
    })),
    ...usage.map(({ role }) => ({
      name: `schema private: usage taken from ${role}`,
      sql: `revoke usage on schema private from ${role}`,
      object: 'private.fail',
      operation: /./,
    })),
  ];
}
