import type { ISql } from 'postgres';
import type { Actor } from './actors.ts';
import { addAuditEntry } from './audit-builders.ts';
import {
  addChannel,
  addClicks,
  addHeldEvent,
  addImport,
  addLink,
  addPartner,
  addPartnership,
  addProgram,
  addRule,
  bookOrder,
  bookRefund,
  freshSuffix,
  type Order,
  type Partner,
  type Partnership,
  type Program,
} from './builders.ts';
import { addSegment, influencers, noteUse } from './segments.ts';
import { addActors, addTwice } from './world-actors.ts';
import { type AnnouncementName, addAnnouncements } from './world-announcements.ts';
import { addCreatives, type CreativeName, type WorldCreative } from './world-creatives.ts';
import { addInvitations, type InvitationName, type WorldInvitation } from './world-invitations.ts';
import { type ActName, addPartnerActs } from './world-partners.ts';
import { addPromotions, type PromotedName, type PromotionName } from './world-promotions.ts';

/**
 * Two programs, a and b. In a: mira and nora (active), both (active in a and in b), and one partner in
 * each other status. In b: both and berta. Every partnership has an order, a refund of a part of it,
 * a link, a click; every program an organic order, a held event, an import with a bad line and
 * invitations. Amounts tell whose they are: see `placeOf`.
 */
export type World = {
  a: Program;
  b: Program;
  partners: Record<PartnerName, Partner>;
  partnerships: Record<PlaceName, Partnership>;
  orders: Record<PlaceName | OrganicName, Order>;
  imports: Record<'a' | 'b', string>;
  /** Named by side and partner type, as in `a/influencer`. */
  rules: { id: string; name: string }[];
  /** In each program: one of influencers that something uses, and the same once more, which nothing uses. */
  segments: Record<SegmentName, string>;
  announcements: Record<AnnouncementName, string>;
  creatives: Record<CreativeName, WorldCreative>;
  promotions: Record<PromotionName, string>;
  /** Creatives of promotions, and one in each program that belongs to none. */
  promoted: Record<PromotedName, string>;
  invitations: Record<InvitationName, WorldInvitation>;
  /** One invitation to the team of each partner. */
  teams: Record<string, WorldInvitation>;
  /** Acts on partners: by who may, and by those who may no longer. */
  acts: Record<ActName, string>;
  actors: Record<ActorName, Actor>;
  /** Owner of nora and of program b, but only a viewer of mira and of program a. */
  twice: Actor;
};

const statuses = ['paused', 'ended', 'invited', 'applied', 'declined'] as const;
export const partnerNames = ['mira', 'nora', 'both', ...statuses, 'berta'] as const;
export const placeNames = [
  'a/mira',
  'a/nora',
  'a/both',
  'a/paused',
  'a/ended',
  'a/invited',
  'a/applied',
  'a/declined',
  'b/both',
  'b/berta',
] as const;
export const organicNames = ['a/organic', 'b/organic'] as const;
export const segmentNames = ['a/used', 'a/free', 'b/used', 'b/free'] as const;
export const actorNames = [
  'anon',
  'stranger',
  'p.viewer',
  'p.member',
  'p.finance',
  'p.owner',
  'nora',
  'both',
  'paused',
  'ended',
  'invited',
  'applied',
  'declined',
  'p.removed',
  's.viewer',
  's.manager',
  's.finance',
  's.owner',
  'second',
  's.removed',
  'service',
] as const;
export type PartnerName = (typeof partnerNames)[number];
export type PlaceName = (typeof placeNames)[number];
export type SegmentName = (typeof segmentNames)[number];
export type OrganicName = (typeof organicNames)[number];
export type ActorName = (typeof actorNames)[number];

const typeOf = {
  mira: 'influencer',
  nora: 'publisher',
  both: 'affiliate',
  paused: 'b2b',
  ended: 'app',
  invited: 'charity',
  applied: 'ambassador',
  declined: 'influencer',
  berta: 'influencer',
} as const satisfies Record<PartnerName, Partner['type']>;

const digitNames = [...placeNames, ...organicNames];

/** A place's order is 3 of its digit in base four, and its refund gives one back, so that any sum tells its parts. */
export function orderAmount(place: PlaceName | OrganicName): number {
  return 3 * 4 ** digitNames.indexOf(place);
}

/** The places whose money is in a sum of orders, or of commissions (every rule pays the whole amount). */
export function placesIn(sum: number): (PlaceName | OrganicName)[] {
  return digitNames.filter((_, at) => Math.floor(Math.abs(sum) / 4 ** at) % 4 !== 0);
}

/** Makes the world in the database that `sql` owns; several can stand beside each other. */
export async function buildWorld(sql: ISql, suffix = freshSuffix()): Promise<World> {
  const a = await addProgram(sql, { slug: `a-${suffix}`, name: `Program A ${suffix}` });
  const b = await addProgram(sql, {
    slug: `b-${suffix}`,
    name: `Program B ${suffix}`,
    currency: 'EUR',
    zone: 'Europe/Berlin',
  });
  const rules = await addRules(sql, { a, b });
  const partners = await recordOf(partnerNames, (name) => addPartner(sql, `${name} ${suffix}`, typeOf[name]));
  const partnerships = await recordOf(placeNames, async (place) => {
    const [side, name] = splitPlace(place);
    return await addPartnership(sql, side === 'a' ? a : b, partners[name], {
      code: `${side}-${name}-${suffix}`.toUpperCase(),
      status: statuses.find((status) => status === name) ?? 'active',
      reason: `reason of ${name}`,
    });
  });
  const actors = await addActors(sql, { a, b, partners }, suffix);
  const twice = await addTwice(sql, { a, b, partners }, suffix);
  const orders = await recordOf([...placeNames, ...organicNames], (place) =>
    addFacts(sql, { a, b, partnerships }, place, suffix),
  );
  for (const name of partnerNames) {
    await addChannel(sql, partners[name], `https://${name}.example/${suffix}`);
  }
  const segments = await addSegments(sql, { a, b }, suffix);
  const used = { a: segments['a/used'], b: segments['b/used'] };
  const announcements = await addAnnouncements(sql, { a, b }, used, actors);
  const creatives = await addCreatives(sql, { a, b }, used, actors);
  const { promotions, promoted } = await addPromotions(sql, { a, b }, used, partnerships);
  const { invitations, teams } = await addInvitations(sql, { a, b }, partners, actors.stranger, suffix);
  const acts = await addPartnerActs(sql, { a, b }, partnerships, actors);
  const imports = { a: await addProgramExtras(sql, a), b: await addProgramExtras(sql, b) };
  await addAuditEntry(sql, a, 'canary-a');
  await addAuditEntry(sql, b, 'canary-b');
  return {
    a,
    b,
    partners,
    partnerships,
    orders,
    imports,
    rules,
    segments,
    announcements,
    creatives,
    promotions,
    promoted,
    invitations,
    teams,
    acts,
    actors,
    twice,
  };
}

function splitPlace(place: PlaceName): ['a' | 'b', PartnerName] {
  const [side, name] = place.split('/');
  const partner = partnerNames.find((known) => known === name);
  if (!partner) throw new Error(`${place} names no partner.`);
  return [side === 'a' ? 'a' : 'b', partner];
}

async function addRules(sql: ISql, programs: Pick<World, 'a' | 'b'>): Promise<World['rules']> {
  const rules: World['rules'] = [];
  for (const side of ['a', 'b'] as const) {
    for (const type of new Set(Object.values(typeOf))) {
      rules.push({ id: await addRule(sql, programs[side], type, 10_000), name: `${side}/${type}` });
    }
  }
  return rules;
}

async function addSegments(sql: ISql, programs: Pick<World, 'a' | 'b'>, suffix: string): Promise<World['segments']> {
  return await recordOf(segmentNames, async (name) => {
    const program = programs[name.startsWith('a/') ? 'a' : 'b'];
    const id = await addSegment(sql, program, `Segment ${name} ${suffix}`, influencers);
    if (name.endsWith('/used')) await noteUse(sql, program, id);
    return id;
  });
}

async function addFacts(
  sql: ISql,
  world: Pick<World, 'a' | 'b' | 'partnerships'>,
  place: PlaceName | OrganicName,
  suffix: string,
): Promise<Order> {
  const program = place.startsWith('a/') ? world.a : world.b;
  const known = placeNames.find((name) => name === place);
  const partnership = known ? world.partnerships[known] : null;
  const amount = orderAmount(place);
  if (partnership) {
    const [links] = await sql<
      { count: number }[]
    >`select count(*)::int from public.links where partnership_id = ${partnership.id}`;
    if (links?.count === 0) await addLink(sql, program, partnership, partnership.code.toLowerCase(), true);
    await addClicks(sql, program, partnership);
  }
  const order = await bookOrder(sql, program, partnership, { amount, orderRef: `${place}-${suffix}` });
  await bookRefund(sql, program, order, amount / 3);
  return order;
}

async function addProgramExtras(sql: ISql, program: Program): Promise<string> {
  await addHeldEvent(sql, program, `held-${program.slug}`);
  return await addImport(sql, program);
}

/** The same as a loop, but typed: one value for each name, made one after the other. */
async function recordOf<K extends string, V>(
  names: readonly K[],
  make: (name: K) => Promise<V>,
): Promise<Record<K, V>> {
  const entries: [K, V][] = [];
  for (const name of names) entries.push([name, await make(name)]);
  // Object.fromEntries forgets which keys it was given; `names` is exactly K.
  return Object.fromEntries(entries) as Record<K, V>;
}
