import '../../config/zod.ts';
import * as z from 'zod/mini';
import type { Currency } from '../../lib/money.ts';

export const partnerTypeSchema = z.enum([
  'influencer',
  'publisher',
  'affiliate',
  'b2b',
  'app',
  'charity',
  'ambassador',
]);
export const partnershipStatusSchema = z.enum(['invited', 'applied', 'active', 'paused', 'ended', 'declined']);
export const roleSchema = z.enum(['owner', 'manager', 'finance', 'member', 'viewer']);
const sideSchema = z.enum(['partner', 'brand']);

const meSchema = z.object({
  id: z.string(),
  email: z.string(),
  display_name: z.string(),
  locale: z.nullable(z.string()),
  time_zone: z.nullable(z.string()),
  theme: z.enum(['system', 'light', 'dark']),
  week_start: z.nullable(z.number()),
});

const placeCardSchema = z.object({
  side: sideSchema,
  program_slug: z.string(),
  program_name: z.string(),
  color: z.string(),
  logo_path: z.nullable(z.string()),
  partner_code: z.nullable(z.string()),
  partner_name: z.nullable(z.string()),
  status: z.nullable(partnershipStatusSchema),
  role: roleSchema,
});

const programCardSchema = z.object({
  slug: z.string(),
  name: z.string(),
  color: z.string(),
  logo_path: z.nullable(z.string()),
});

const programSchema = z.extend(programCardSchema, {
  id: z.string(),
  currency: z.string(),
  currency_exponent: z.number(),
  time_zone: z.string(),
  locales: z.array(z.string()),
  default_locale: z.string(),
  hold_days: z.number(),
  minimum_payout_minor: z.number(),
  site_url: z.string(),
});

const partnershipSchema = z.object({
  id: z.string(),
  partner_id: z.string(),
  partner_name: z.string(),
  partner_type: partnerTypeSchema,
  status: partnershipStatusSchema,
  status_reason: z.nullable(z.string()),
  code: z.string(),
  tier: z.nullable(z.string()),
  tags: z.array(z.string()),
});

const placeSchema = z.object({
  side: sideSchema,
  role: roleSchema,
  program: programSchema,
  partnership: z.nullable(partnershipSchema),
});

/** A partnership whose status opens no room yet, or never did: of its program only the card is shown. */
const doorSchema = z.object({
  side: sideSchema,
  role: roleSchema,
  program: programCardSchema,
  partnership: partnershipSchema,
});

const contextAnswerSchema = z.object({
  now: z.string(),
  me: meSchema,
  places: z.array(placeCardSchema),
  place: z.nullable(z.union([placeSchema, doorSchema])),
});

type ContextAnswer = z.output<typeof contextAnswerSchema>;

/** An answer's place is either one I am in, or a door that is still, or again, closed. */
function sortPlace({ place, ...rest }: ContextAnswer) {
  if (place === null) return { ...rest, place: null, door: null };
  return 'currency' in place.program
    ? { ...rest, place: placeSchema.parse(place), door: null }
    : { ...rest, place: null, door: doorSchema.parse(place) };
}

/** Who I am, where I may go, and the place I am in: it comes with every screen's own answer. */
export const contextSchema = z.pipe(contextAnswerSchema, z.transform(sortPlace));

export type Context = z.output<typeof contextSchema>;
export type Me = Context['me'];
export type PlaceCard = Context['places'][number];
export type Place = NonNullable<Context['place']>;
export type Door = NonNullable<Context['door']>;
export type Program = Place['program'];
export type Partnership = NonNullable<Place['partnership']>;
export type PartnerType = z.output<typeof partnerTypeSchema>;
export type PartnershipStatus = z.output<typeof partnershipStatusSchema>;
export type Side = z.output<typeof sideSchema>;

/** A place as it stands in the URL; `code` is null on the brand side. */
export type PlaceAddress = { readonly side: Side; readonly program: string; readonly code: string | null };

/** Partner codes stand in lower case in the URL. */
export function addressOf(card: PlaceCard): PlaceAddress {
  return { side: card.side, program: card.program_slug, code: card.partner_code?.toLowerCase() ?? null };
}

export function addressOfPlace(place: Place | Door): PlaceAddress {
  return { side: place.side, program: place.program.slug, code: place.partnership?.code.toLowerCase() ?? null };
}

export function isSameAddress(one: PlaceAddress, other: PlaceAddress): boolean {
  return one.side === other.side && one.program === other.program && one.code === other.code;
}

export function currencyOf(program: Program): Currency {
  return { code: program.currency, exponent: program.currency_exponent };
}

/** Statuses that open earnings: an ended partnership still reads its own. */
export function opensEarnings(status: PartnershipStatus): boolean {
  return status === 'active' || status === 'paused' || status === 'ended';
}
