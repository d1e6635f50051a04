import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ISql } from 'postgres';

/**
 * Single things of a world, each made by plain SQL as `postgres` (or within a transaction of it), with
 * sensible values for whatever a test does not care about. Facts of money are made by inserting
 * events, conversions and adjustments; commission lines and rollups follow by trigger as in life.
 */

type PartnerType = 'influencer' | 'publisher' | 'affiliate' | 'b2b' | 'app' | 'charity' | 'ambassador';
type PartnershipStatus = 'invited' | 'applied' | 'active' | 'paused' | 'ended' | 'declined';
export type StaffRole = 'owner' | 'manager' | 'finance' | 'viewer';
export type PartnerRole = 'owner' | 'finance' | 'member' | 'viewer';

export type User = { id: string; email: string };
export type Program = { id: string; slug: string; currency: string; site: string };
export type Partner = { id: string; name: string; type: PartnerType };
export type Partnership = { id: string; code: string; programId: string; partnerId: string };
export type Order = { eventId: string; conversionId: string; orderRef: string };

/** A few letters that keep the names of one world apart from those of another in the same database. */
export function freshSuffix(): string {
  return randomBytes(4).toString('hex');
}

async function idOf(rows: Promise<readonly { id: string }[]>): Promise<string> {
  const [row] = await rows;
  if (!row) throw new Error('The insert answered no row.');
  return row.id;
}

/** A confirmed account; it signs in with the password when one is given. */
export async function addUser(sql: ISql, email: string, password?: string): Promise<User> {
  const id = await idOf(sql`
    insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
    values (${randomUUID()}, 'authenticated', 'authenticated', ${email},
      ${password ?? null}::text, now(), '{"provider": "email", "providers": ["email"]}', '{}')
    returning id`);
  if (password !== undefined) {
    await sql`update auth.users set encrypted_password = extensions.crypt(${password}, extensions.gen_salt('bf', 4)) where id = ${id}`;
  }
  return { id, email };
}

type ProgramOptions = {
  slug: string;
  name?: string;
  currency?: string;
  zone?: string;
  site?: string;
  holdDays?: number;
};

/** A program with its customers' key, without staff and rules. */
export async function addProgram(sql: ISql, options: ProgramOptions): Promise<Program> {
  const { slug, name = slug, currency = 'GBP', zone = 'Europe/London', holdDays = 30 } = options;
  const site = options.site ?? `https://${slug}.example/`;
  const id = await idOf(sql`
    insert into public.programs (slug, name, currency, time_zone, site_url, hold_days)
    values (${slug}, ${name}, ${currency}, ${zone}, ${site}, ${holdDays}) returning id`);
  await sql`insert into private.program_secrets (program_id) values (${id})`;
  return { id, slug, currency, site };
}

/** Lets a user work for a program; `removed` as somebody who no longer does. Answers the row's id. */
export async function addStaff(
  sql: ISql,
  program: Program,
  user: User,
  role: StaffRole,
  removed = false,
): Promise<string> {
  return await idOf(sql`
    insert into public.program_staff (program_id, user_id, email, role, removed_at)
    values (${program.id}, ${user.id}, ${user.email}, ${role}, ${removed ? new Date() : null}) returning id`);
}

export async function addPartner(sql: ISql, name: string, type: PartnerType = 'influencer'): Promise<Partner> {
  const id = await idOf(
    sql`insert into public.partners (name, type, country) values (${name}, ${type}, 'GB') returning id`,
  );
  return { id, name, type };
}

/** Lets a user act for a partner; `removed` as somebody who no longer does. Answers the row's id. */
export async function addMember(
  sql: ISql,
  partner: Partner,
  user: User,
  role: PartnerRole,
  removed = false,
): Promise<string> {
  return await idOf(sql`
    insert into public.partner_members (partner_id, user_id, email, role, removed_at)
    values (${partner.id}, ${user.id}, ${user.email}, ${role}, ${removed ? new Date() : null}) returning id`);
}

export async function addChannel(sql: ISql, partner: Partner, url: string): Promise<string> {
  return await idOf(sql`
    insert into public.partner_channels (partner_id, kind, url) values (${partner.id}, 'site', ${url}) returning id`);
}

type PartnershipOptions = { code: string; status?: PartnershipStatus; reason?: string };

/** Puts a partner into a program. An active partnership gets its default link by trigger. */
export async function addPartnership(
  sql: ISql,
  program: Program,
  partner: Partner,
  { code, status = 'active', reason }: PartnershipOptions,
): Promise<Partnership> {
  const id = await idOf(sql`
    insert into public.partnerships (program_id, partner_id, status, status_reason, code)
    values (${program.id}, ${partner.id}, ${status}, ${reason ?? null}, ${code}) returning id`);
  return { id, code, programId: program.id, partnerId: partner.id };
}

/** A rule in percent (basis points), in force since long ago. */
export async function addRule(sql: ISql, program: Program, type: PartnerType, rateBps: number): Promise<string> {
  return await idOf(sql`
    insert into public.commission_rules (program_id, partner_type, kind, rate_bps, effective_from)
    values (${program.id}, ${type}, 'percent', ${rateBps}, '2000-01-01') returning id`);
}

/** A further link; or the default one, for a partnership that never got it because it is not active. */
export async function addLink(
  sql: ISql,
  program: Program,
  partnership: Partnership,
  code: string,
  isDefault = false,
): Promise<string> {
  return await idOf(sql`
    insert into public.links (program_id, partnership_id, code, destination, is_default)
    values (${program.id}, ${partnership.id}, ${code}, ${program.site}, ${isDefault}) returning id`);
}

type OrderOptions = {
  amount: number;
  orderRef: string;
  occurredAt?: Date;
  source?: string;
  customer?: string;
  /** A code of a promotion that gave the credit. */
  promotionCode?: string;
};

/** An applied sale of a partnership, or of nobody: event and conversion, with line and rollups by trigger. */
export async function bookOrder(
  sql: ISql,
  program: Program,
  partnership: Partnership | null,
  { amount, orderRef, occurredAt = new Date(), source = 'shop', customer = orderRef, promotionCode }: OrderOptions,
): Promise<Order> {
  const customerKey = createHash('sha256').update(customer).digest();
  const eventId = await addEvent(sql, program, {
    kind: 'sale',
    externalId: orderRef,
    orderRef,
    amount,
    occurredAt,
    source,
    partnership,
  });
  const conversionId = await idOf(sql`
    insert into public.conversions (program_id, source, order_ref, event_id, partnership_id, partner_code, promotion_code, country,
      customer_key, amount_minor, currency, occurred_at, accrual_day)
    select ${program.id}, ${source}, ${orderRef}, ${eventId}, ${partnership?.id ?? null}, ${partnership?.code ?? null},
      ${promotionCode ?? null}, 'GB',
      ${customerKey}, ${amount}, ${program.currency}, ${occurredAt}, (${occurredAt}::timestamptz at time zone p.time_zone)::date
    from public.programs p where p.id = ${program.id}
    returning id`);
  return { eventId, conversionId, orderRef };
}

/** Gives back a part of an order; `amount` is what is given back, as a positive number. */
export async function bookRefund(
  sql: ISql,
  program: Program,
  order: Order,
  amount: number,
  occurredAt = new Date(),
): Promise<string> {
  const externalId = `${order.orderRef}-back-${randomBytes(3).toString('hex')}`;
  const eventId = await addEvent(sql, program, {
    kind: 'refund',
    externalId,
    orderRef: order.orderRef,
    amount: -amount,
    occurredAt,
    source: 'shop',
    partnership: null,
  });
  return await idOf(sql`
    insert into public.adjustments (program_id, conversion_id, event_id, partnership_id, kind, amount_minor, currency, occurred_at, accrual_day)
    select c.program_id, c.id, ${eventId}, c.partnership_id, 'refund', ${-amount}, c.currency, ${occurredAt},
      (${occurredAt}::timestamptz at time zone p.time_zone)::date
    from public.conversions c join public.programs p on p.id = c.program_id
    where c.id = ${order.conversionId}
    returning id`);
}

type EventOptions = {
  kind: 'sale' | 'refund';
  externalId: string;
  orderRef: string | null;
  amount: number;
  occurredAt: Date;
  source: string;
  partnership: Partnership | null;
};

async function addEvent(sql: ISql, program: Program, event: EventOptions): Promise<string> {
  return await idOf(sql`
    insert into public.conversion_events (program_id, source, external_id, kind, order_ref, amount_minor, currency,
      occurred_at, customer_key, partner_code, status, body_hash)
    values (${program.id}, ${event.source}, ${event.externalId}, ${event.kind}, ${event.orderRef}, ${event.amount},
      ${program.currency}, ${event.occurredAt}, sha256('customer'), ${event.partnership?.code ?? null}, 'applied', sha256('body'))
    returning id`);
}

/** An event that waits for a person, for the reason given. */
export async function addHeldEvent(
  sql: ISql,
  program: Program,
  externalId: string,
  reason = 'unknown_code',
): Promise<string> {
  return await idOf(sql`
    insert into public.conversion_events (program_id, source, external_id, kind, amount_minor, currency, occurred_at, status, reason, body_hash)
    values (${program.id}, 'shop', ${externalId}, 'sale', 500, ${program.currency}, now(), 'held', ${reason}, sha256('held'))
    returning id`);
}

/** An import that stands before its first row, with one malformed line. */
export async function addImport(sql: ISql, program: Program, rowsTotal = 10): Promise<string> {
  const sha = createHash('sha256').update(program.id).digest('hex');
  const id = await idOf(sql`
    insert into public.imports (program_id, source, file_name, file_sha256, file_bytes, rows_total, status)
    values (${program.id}, 'shop', 'orders.csv', ${sha}, 1000, ${rowsTotal}, 'running') returning id`);
  await sql`
    insert into public.import_errors (program_id, import_id, line, code, column_name, value)
    values (${program.id}, ${id}, 2, 'bad_amount', 'amount', 'abc')`;
  return id;
}

type Invited =
  | { kind: 'staff'; program: Program; role: StaffRole }
  | { kind: 'partner'; program: Program }
  | { kind: 'partner_member'; partner: Partner; role: PartnerRole };

/** An open invitation of an address. */
export async function addInvitation(sql: ISql, email: string, invited: Invited): Promise<string> {
  const hash = createHash('sha256').update(randomBytes(32)).digest();
  return await idOf(sql`
    insert into public.invitations (kind, program_id, partner_id, email, staff_role, partner_role, token_hash)
    values (${invited.kind}, ${invited.kind === 'partner_member' ? null : invited.program.id},
      ${invited.kind === 'partner_member' ? invited.partner.id : null}, ${email},
      ${invited.kind === 'staff' ? invited.role : null}, ${invited.kind === 'partner_member' ? invited.role : null}, ${hash})
    returning id`);
}

/** One click on each link of a partnership, now, and a bot beside it. */
export async function addClicks(sql: ISql, program: Program, partnership: Partnership): Promise<void> {
  await sql`
    select private.record_clicks(${program.id}, (
      select coalesce(jsonb_agg(jsonb_build_object('link_code', l.code, 'clicked_at', now(), 'country', 'GB', 'device', 'phone')), '[]')
      from public.links l where l.partnership_id = ${partnership.id}))`;
  await sql`
    insert into public.uncounted_visits as u (program_id, day, kind, visits) values (${program.id}, current_date, 'bot', 1)
    on conflict (program_id, day, kind) do update set visits = u.visits + 1`;
}
