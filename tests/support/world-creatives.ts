import type { ISql } from 'postgres';
import type { Actor } from './actors.ts';
import type { Program } from './builders.ts';
import { addCreative, addCreativeFile } from './creative-builders.ts';

const DAY = 24 * 60 * 60_000;

type Canary = {
  isForSegment?: boolean;
  isReady?: boolean;
  isWithdrawn?: boolean;
  fromDays?: number;
  untilDays?: number;
  file: 'checked' | 'waiting' | 'refused';
  /** Who announced its file, when it waits. */
  by?: string;
  seers: readonly string[];
};

const OPEN = { a: ['a/mira', 'a/nora', 'a/both', 'a/paused'], b: ['b/both', 'b/berta'] } as const;
const unseen = { file: 'checked', seers: [] } as const;
const waiting = { isReady: false, file: 'waiting', seers: [] } as const;

/** By name: what stands in its way, and who sees it now. */
const canaries = {
  'a/everyone': { file: 'checked', untilDays: 2, seers: OPEN.a },
  'a/segment': { file: 'checked', fromDays: -2, isForSegment: true, seers: ['a/mira'] },
  'a/coming': { ...unseen, fromDays: 1 },
  'a/over': { ...unseen, untilDays: -1 },
  'a/withdrawn': { ...unseen, isWithdrawn: true },
  'a/refused': { isReady: false, file: 'refused', seers: [] },
  'a/of-manager': { ...waiting, by: 's.manager' },
  'a/of-owner': { ...waiting, by: 's.owner' },
  // Announced in a role that they lost since.
  'a/of-viewer': { ...waiting, by: 's.viewer' },
  'a/of-removed': { ...waiting, by: 's.removed' },
  'b/everyone': { file: 'checked', seers: OPEN.b },
  'b/segment': { file: 'checked', isForSegment: true, seers: ['b/berta'] },
  'b/withdrawn': { ...unseen, isWithdrawn: true },
  'b/refused': { isReady: false, file: 'refused', seers: [] },
  'b/of-owner': { ...waiting, by: 'second' },
} as const satisfies Record<string, Canary>;

export type CreativeName = keyof typeof canaries;
// The keys of an object written out above.
export const creativeNames = Object.keys(canaries) as CreativeName[];
export type WorldCreative = { readonly id: string; readonly fileId: string; readonly path: string };

/** Which creatives somebody at this place sees now. */
export function creativesAt(place: string): CreativeName[] {
  return creativeNames.filter((name) => canaries[name].seers.some((seer) => seer === place));
}

/** Whose file waits: the creatives whose file this actor announced. */
export function announcedBy(actor: string): CreativeName[] {
  return creativeNames.filter((name) => {
    const canary: Canary = canaries[name];
    return canary.by === actor;
  });
}

/** One creative of each fate in each program, every one with its file. */
export async function addCreatives(
  sql: ISql,
  programs: Record<'a' | 'b', Program>,
  influencers: Record<'a' | 'b', string>,
  actors: Record<string, Actor>,
): Promise<Record<CreativeName, WorldCreative>> {
  const made = new Map<string, WorldCreative>();
  const inDays = (days: number) => new Date(Date.now() + days * DAY);
  for (const name of creativeNames) {
    const { isForSegment = false, fromDays, untilDays, file, by, ...rest }: Canary = canaries[name];
    const side = name.startsWith('a/') ? 'a' : 'b';
    const creative = await addCreative(sql, programs[side], {
      name: `Creative ${name} to ${isForSegment ? 'some' : 'all'}`,
      segments: isForSegment ? [influencers[side]] : [],
      isReady: rest.isReady ?? true,
      isWithdrawn: rest.isWithdrawn ?? false,
      ...(fromDays !== undefined && { from: inDays(fromDays) }),
      ...(untilDays !== undefined && { until: inDays(untilDays) }),
    });
    const user = by === undefined ? null : (actors[by]?.user ?? null);
    const { id, path } = await addCreativeFile(sql, creative, { state: file, by: user });
    made.set(name, { id: creative.id, fileId: id, path });
  }
  // One for each name, made in the loop above.
  return Object.fromEntries(made) as Record<CreativeName, WorldCreative>;
}
