import type { PlaceAddress } from '../data/programs/model.ts';

/** Every path of the portal, once. Rooms link to each other by relative paths (`../earnings`). */
export const paths = {
  start: '/',
  signIn: '/sign-in',
  noAccess: '/no-access',
  /** The token stands behind #, where no server sees it. */
  invite: '/invite',
  partner: '/p/:program/:code/*',
  brand: '/b/:program/*',
} as const;

export type PartnerRoom = 'home' | 'earnings' | 'profile';

/** Rooms whose own answer brings the context, so that the shell asks for none. */
const ROOMS_WITH_CONTEXT: readonly string[] = ['home', 'earnings'];

export function placePath(address: PlaceAddress): string {
  return address.side === 'brand' ? `/b/${address.program}` : `/p/${address.program}/${address.code ?? ''}`;
}

export function firstRoomPath(address: PlaceAddress): string {
  return `${placePath(address)}/${address.side === 'brand' ? 'overview' : 'home'}`;
}

export type PlaceVisit = { readonly address: PlaceAddress; readonly room: string };

/** A part of a path in plain text; one that is no proper encoding stays as it is and matches nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The place and room that a path means; null for paths outside of any place. */
export function readVisit(pathname: string): PlaceVisit | null {
  const [, side, program, ...more] = pathname.split('/').map(decoded);
  if (program === undefined || program === '') return null;
  if (side === 'b') return { address: { side: 'brand', program, code: null }, room: more[0] ?? '' };
  const [code, room] = more;
  if (side !== 'p' || code === undefined || code === '') return null;
  return { address: { side: 'partner', program, code: code.toLowerCase() }, room: room ?? '' };
}

export function bringsContext(visit: PlaceVisit): boolean {
  return visit.address.side === 'partner' && ROOMS_WITH_CONTEXT.includes(visit.room);
}
