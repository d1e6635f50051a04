import type { Sql, TransactionSql } from 'postgres';
import type { DemoPartner } from './partners.ts';
import { BRAND_EMAIL, everybody, type Person } from './people.ts';

export type DemoProgram = { id: string; slug: string; site: string; currency: string; exponent: number };

const SLUG = 'lantern';

/** Terms by partner type; `weeks_ago` is when a version began (the first ones before everything else). */
const RULES = [
  { type: 'influencer', kind: 'percent', figure: 800, weeks_ago: 520, note: 'First terms' },
  { type: 'influencer', kind: 'percent', figure: 1000, weeks_ago: 16, note: 'Raised for the second half of the year' },
  { type: 'publisher', kind: 'percent', figure: 900, weeks_ago: 520, note: 'First terms' },
  { type: 'publisher', kind: 'percent', figure: 850, weeks_ago: 30, note: 'Brought in line with magazines' },
  { type: 'affiliate', kind: 'percent', figure: 525, weeks_ago: 520, note: 'First terms' },
  { type: 'b2b', kind: 'percent', figure: 400, weeks_ago: 520, note: 'First terms' },
  { type: 'app', kind: 'flat', figure: 450, weeks_ago: 520, note: 'First terms' },
  { type: 'charity', kind: 'percent', figure: 750, weeks_ago: 520, note: 'First terms' },
  { type: 'ambassador', kind: 'flat', figure: 600, weeks_ago: 520, note: 'First terms' },
] as const;

async function makeAccounts(sql: TransactionSql, people: readonly Person[], password: string): Promise<void> {
  // The accounts are made in SQL and already confirmed, because a sign-up over the API waits for a
  // code from an e-mail, and 127 letters would fill the demo's mailbox before anybody has looked at it.
  await sql`
    with made as (
      insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at,
        raw_app_meta_data, raw_user_meta_data)
      select gen_random_uuid(), 'authenticated', 'authenticated', p.email, secret.hash, now(),
        '{"provider": "email", "providers": ["email"]}', '{}'
      from jsonb_to_recordset(${sql.json(people)}) as p (email text)
      cross join (select extensions.crypt(${password}, extensions.gen_salt('bf', 10)) as hash) secret
      returning id, email
    )
    insert into auth.identities (id, user_id, provider, provider_id, identity_data)
    select gen_random_uuid(), m.id, 'email', m.id::text, jsonb_build_object('sub', m.id, 'email', m.email, 'email_verified', true)
    from made m`;
  await sql`
    insert into public.user_settings (user_id, display_name)
    select u.id, p.name
    from jsonb_to_recordset(${sql.json(people)}) as p (email text, name text)
    join auth.users u on u.email = p.email`;
}

async function makePartners(sql: TransactionSql, program: string, partners: readonly DemoPartner[]): Promise<void> {
  await sql`
    with given as (
      select gen_random_uuid() as id, now() - make_interval(weeks => g.joined_weeks_ago) as since, g.*
      from jsonb_to_recordset(${sql.json(partners)}) as g (code text, name text, type public.partner_type, country text,
        language text, time_zone text, channels jsonb, joined_weeks_ago integer, tier text, tags text[])
    ), made as (
      insert into public.partners (id, type, name, country, language, time_zone, created_at)
      select g.id, g.type, g.name, g.country, g.language, g.time_zone, g.since from given g
      returning id
    ), channels as (
      insert into public.partner_channels (partner_id, kind, url)
      select g.id, c.kind, c.url
      from given g join made m using (id)
      cross join lateral jsonb_to_recordset(g.channels) as c (kind text, url text)
    )
    insert into public.partnerships (program_id, partner_id, status, status_since, tier, tags, code, created_at)
    select ${program}, g.id, 'active', g.since, g.tier, g.tags, g.code, g.since
    from given g join made m using (id)`;
}

async function makeMembers(sql: TransactionSql, program: string, people: readonly Person[]): Promise<void> {
  await sql`
    select private.accept_for_user(i.id, u.id, p.name)
    from public.invitations i
    join auth.users u on u.email = i.email
    join jsonb_to_recordset(${sql.json(people)}) as p (email text, name text) on p.email = i.email
    where i.program_id = ${program} and i.email = ${BRAND_EMAIL}`;
  await sql`
    insert into public.program_staff (program_id, user_id, email, display_name, role)
    select ${program}, u.id, p.email, p.name, p.role
    from jsonb_to_recordset(${sql.json(people)}) as p (side text, email text, name text, role public.staff_role)
    join auth.users u on u.email = p.email
    where p.email <> ${BRAND_EMAIL}`;
}

async function makePartnerMembers(sql: TransactionSql, program: string, people: readonly Person[]): Promise<void> {
  await sql`
    insert into public.partner_members (partner_id, user_id, email, display_name, role)
    select s.partner_id, u.id, p.email, p.name, p.role
    from jsonb_to_recordset(${sql.json(people)}) as p (code text, email text, name text, role public.partner_role)
    join auth.users u on u.email = p.email
    join public.partnerships s on s.program_id = ${program} and s.code = p.code`;
}

async function makeRules(sql: TransactionSql, program: string): Promise<void> {
  for (const rule of RULES) {
    const isPercent = rule.kind === 'percent';
    await sql`
      insert into public.commission_rules (program_id, partner_type, kind, rate_bps, flat_minor, effective_from, note)
      select p.id, ${rule.type}, ${rule.kind}, ${isPercent ? rule.figure : null}, ${isPercent ? null : rule.figure},
        date_trunc('week', now() at time zone p.time_zone - make_interval(weeks => ${rule.weeks_ago})) at time zone p.time_zone,
        ${rule.note}
      from public.programs p where p.id = ${program}`;
  }
}

async function makeProgram(sql: TransactionSql): Promise<string> {
  const [made] = await sql<{ id: string }[]>`
    select private.create_program('Lantern & Co', ${SLUG}, 'GBP', 'Europe/London', ${BRAND_EMAIL}) as id`;
  if (made === undefined) throw new Error('private.create_program answered nothing');
  await sql`
    update public.programs
    set locales = '{en,de,fr,ko,zh-Hant}', hold_days = 30, minimum_payout_minor = 5000, color = '#0b6e5a',
      site_url = 'https://www.lantern.example/'
    where id = ${made.id}`;
  return made.id;
}

async function findProgram(sql: Sql): Promise<DemoProgram | undefined> {
  const [program] = await sql<DemoProgram[]>`
    select p.id, p.slug, p.site_url as site, p.currency, p.currency_exponent as exponent
    from public.programs p where p.slug = ${SLUG}`;
  return program;
}

/** The demo's program with its people, partners and terms: all of it or, after a kill, none. */
export async function seedProgram(sql: Sql, partners: readonly DemoPartner[], password: string): Promise<DemoProgram> {
  const known = await findProgram(sql);
  if (known !== undefined) return known;
  const people = everybody(partners);
  await sql.begin(async (transaction) => {
    await makeAccounts(transaction, people, password);
    const program = await makeProgram(transaction);
    await makePartners(transaction, program, partners);
    await makeMembers(
      transaction,
      program,
      people.filter(({ side }) => side === 'brand'),
    );
    await makePartnerMembers(
      transaction,
      program,
      people.filter(({ side }) => side === 'partner'),
    );
    await makeRules(transaction, program);
  });
  const made = await findProgram(sql);
  if (made === undefined) throw new Error(`The program ${SLUG} is not there after it was made`);
  return made;
}
