import type { ISql } from 'postgres';
import type { Actor } from './actors.ts';
import { addAnnouncement, addRead } from './announcement-builders.ts';
import type { Program } from './builders.ts';

type Canary = {
  publishIn: number | null;
  isForSegment?: boolean;
  isPinned?: boolean;
  expiresIn?: number;
  recalled?: boolean;
};

/** By name: what it is, and who reads it now. */
const canaries = {
  'a/everyone': { publishIn: -60, readers: ['a/mira', 'a/nora', 'a/both', 'a/paused', 'a/ended'] },
  // Published after the ended partnership was over.
  'a/late': { publishIn: -10, isPinned: true, readers: ['a/mira', 'a/nora', 'a/both', 'a/paused'] },
  'a/segment': { publishIn: -60, isForSegment: true, readers: ['a/mira'] },
  'a/draft': { publishIn: null, readers: [] },
  'a/scheduled': { publishIn: 60, readers: [] },
  'a/expired': { publishIn: -60, expiresIn: -5, readers: [] },
  'a/recalled': { publishIn: -60, recalled: true, readers: [] },
  'b/everyone': { publishIn: -60, readers: ['b/both', 'b/berta'] },
  'b/late': { publishIn: -10, isPinned: true, readers: ['b/both', 'b/berta'] },
  'b/segment': { publishIn: -60, isForSegment: true, readers: ['b/berta'] },
  'b/draft': { publishIn: null, readers: [] },
  'b/scheduled': { publishIn: 60, readers: [] },
} as const;

export type AnnouncementName = keyof typeof canaries;
// The keys of an object written out above.
export const announcementNames = Object.keys(canaries) as AnnouncementName[];

/** Which announcements somebody at this place may read now. */
export function announcementsAt(place: string): AnnouncementName[] {
  return announcementNames.filter((name) => canaries[name].readers.some((reader) => reader === place));
}

/** Everybody who ever was in program a has read what is for everyone there; in b the owner and one partner. */
const readers = {
  a: [
    ...['p.viewer', 'p.member', 'p.finance', 'p.owner', 'nora', 'both', 'paused', 'ended', 'p.removed'],
    ...['s.viewer', 's.manager', 's.finance', 's.owner', 's.removed'],
  ],
  b: ['both', 'second'],
};

/**
 * One announcement of each kind in each program, for influencers where it is for some; half an hour ago every
 * partnership that is not open was over.
 */
export async function addAnnouncements(
  sql: ISql,
  programs: Record<'a' | 'b', Program>,
  influencers: Record<'a' | 'b', string>,
  actors: Record<string, Actor>,
): Promise<Record<AnnouncementName, string>> {
  const made = new Map<string, string>();
  for (const name of announcementNames) {
    const canary: Canary = canaries[name];
    const side = sideOf(name);
    const { isForSegment = false, ...options } = canary;
    const texts = { en: { title: `Canary ${name} to ${isForSegment ? 'some' : 'all'}`, body: `Body of ${name}.` } };
    const segments = isForSegment ? [influencers[side]] : [];
    made.set(name, await addAnnouncement(sql, programs[side], { ...options, texts, segments }));
  }
  for (const side of ['a', 'b'] as const) {
    await sql`update public.partnerships set status_since = now() - interval '30 minutes'
      where program_id = ${programs[side].id} and status not in ('active', 'paused')`;
    for (const name of readers[side]) {
      await addRead(sql, programs[side], made.get(`${side}/everyone`) ?? '', actors[name]?.user?.id ?? '');
    }
  }
  // One id for each name, made in the loop above.
  return Object.fromEntries(made) as Record<AnnouncementName, string>;
}

function sideOf(name: AnnouncementName): 'a' | 'b' {
  return name.startsWith('a/') ? 'a' : 'b';
}
