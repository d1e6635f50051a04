import type { ISql } from 'postgres';
import type { Partnership, Program } from './builders.ts';
import { addCreative } from './creative-builders.ts';
import { addPromotion, addPromotionCode } from './promotion-builders.ts';

type Canary = {
  prepare: number | null;
  from: number;
  until: number;
  isForSegment?: boolean;
  /** Places that may see it now. */
  seers: readonly string[];
};

const OPEN = { a: ['a/mira', 'a/nora', 'a/both', 'a/paused'], b: ['b/both', 'b/berta'] } as const;
const live = { prepare: -10, from: -5, until: 5 };
const coming = { prepare: -1, from: 5, until: 10 };

/** By name: when it is, and who sees it now. Drafts have dates on which they would be live. */
const canaries = {
  'a/everyone': { ...live, seers: OPEN.a },
  'a/segment': { ...live, until: 4, isForSegment: true, seers: ['a/mira'] },
  'a/coming': { ...coming, seers: OPEN.a },
  'a/some-coming': { ...coming, isForSegment: true, seers: ['a/mira'] },
  'a/planned': { ...coming, prepare: 1, seers: [] },
  'a/draft': { ...live, prepare: null, seers: [] },
  'a/ended': { prepare: -30, from: -20, until: -10, seers: OPEN.a },
  'b/everyone': { ...live, seers: OPEN.b },
  'b/segment': { ...live, until: 4, isForSegment: true, seers: ['b/berta'] },
  'b/coming': { ...coming, seers: OPEN.b },
  'b/planned': { ...coming, prepare: 1, seers: [] },
  'b/draft': { ...live, prepare: null, seers: [] },
} as const satisfies Record<string, Canary>;

export type PromotionName = keyof typeof canaries;
// The keys of an object written out above.
export const promotionNames = Object.keys(canaries) as PromotionName[];

export const promotedNames = ['a/shown', 'a/hidden', 'a/spare', 'b/shown', 'b/hidden', 'b/spare'] as const;
export type PromotedName = (typeof promotedNames)[number];

/** Which promotions somebody at this place sees now. */
export function promotionsAt(place: string): PromotionName[] {
  return promotionNames.filter((name) => canaries[name].seers.some((seer) => seer === place));
}

/** Of those, the live ones. */
export function liveAt(place: string): PromotionName[] {
  return promotionsAt(place).filter((name) => canaries[name].from < 0 && canaries[name].until > 0);
}

/** Of those, the coming ones. */
export function comingAt(place: string): PromotionName[] {
  return promotionsAt(place).filter((name) => canaries[name].from > 0);
}

/** Whether every place of its program has a code of it: what is for all, and what nobody shall see yet. */
const hasCodes = (name: PromotionName): boolean => !name.endsWith('draft') && !name.endsWith('coming');

/** The code of a place for a promotion; `EVERYONE-A-MIRA`. */
export function codeIn(name: PromotionName, place: string): string {
  return `${name.slice(2)}-${place.replace('/', '-')}`.toUpperCase();
}

/** Codes that the world holds, as promotion and place. */
export function codesOf(places: readonly string[]): { name: PromotionName; place: string }[] {
  return promotionNames
    .filter(hasCodes)
    .flatMap((name) => places.filter((place) => place[0] === name[0]).map((place) => ({ name, place })));
}

type Made = { promotions: Record<PromotionName, string>; promoted: Record<PromotedName, string> };

/** Promotions in every state in both programs, a code for each place, and creatives of the first ones. */
export async function addPromotions(
  sql: ISql,
  programs: Record<'a' | 'b', Program>,
  influencers: Record<'a' | 'b', string>,
  partnerships: Record<string, Partnership>,
): Promise<Made> {
  const promotions = new Map<string, string>();
  for (const name of promotionNames) {
    const canary: Canary = canaries[name];
    const { isForSegment = false, prepare, from, until } = canary;
    const side = sideOf(name);
    const options = { prepare, from, until, segments: isForSegment ? [influencers[side]] : [] };
    const title = `Promotion ${name} to ${isForSegment ? 'some' : 'all'}`;
    promotions.set(name, await addPromotion(sql, programs[side], { name: title, ...options }));
  }
  for (const { name, place } of codesOf(Object.keys(partnerships))) {
    const partnership = partnerships[place];
    if (partnership === undefined) continue;
    await addPromotionCode(sql, programs[sideOf(name)], promotions.get(name) ?? '', partnership, codeIn(name, place));
  }
  const promoted = new Map<string, string>();
  for (const name of promotedNames) {
    const program = programs[sideOf(name)];
    const creative = await addCreative(sql, program, {
      name: `Promoted ${name}`,
      isWithdrawn: name.endsWith('hidden'),
    });
    promoted.set(name, creative.id);
    if (name.endsWith('spare')) continue;
    await sql`
      insert into public.promotion_creatives (program_id, promotion_id, creative_id)
      values (${program.id}, ${promotions.get(`${sideOf(name)}/everyone`) ?? ''}, ${creative.id}),
        (${program.id}, ${promotions.get(`${sideOf(name)}/planned`) ?? ''}, ${creative.id})`;
  }
  // One id for each name, made in the loops above.
  return {
    promotions: Object.fromEntries(promotions) as Made['promotions'],
    promoted: Object.fromEntries(promoted) as Made['promoted'],
  };
}

function sideOf(name: string): 'a' | 'b' {
  return name.startsWith('a/') ? 'a' : 'b';
}
