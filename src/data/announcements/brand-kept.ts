import * as z from 'zod/mini';
import type { AnnouncementDraft } from './brand-draft.ts';
import { kindSchema } from './model.ts';

/**
 * Words that were typed and not saved, kept in this browser: a reload, a crash or a lost connection loses
 * none of them. Signing out clears them with everything else.
 */
const draftSchema = z.object({
  kind: kindSchema,
  texts: z.record(z.string(), z.object({ title: z.string(), body: z.string() })),
  audience: z.enum(['everyone', 'segments']),
  segmentIds: z.array(z.string()),
  isPinned: z.boolean(),
  expiresAt: z.nullable(z.string()),
});

const keptSchema = z.object({ revision: z.nullable(z.number()), base: draftSchema, draft: draftSchema });

export type KeptDraft = {
  /** What stood in the database when the typing began. */
  readonly revision: number | null;
  readonly base: AnnouncementDraft;
  readonly draft: AnnouncementDraft;
};

const keyOf = (id: string) => `pp.announcement.${id}`;

export function readKept(id: string): KeptDraft | null {
  try {
    const text = localStorage.getItem(keyOf(id));
    return text === null ? null : keptSchema.parse(JSON.parse(text));
  } catch {
    // Written by an older release, or by hand: nothing that could be shown.
    return null;
  }
}

export function keep(id: string, kept: KeptDraft): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(kept));
  } catch {
    // A full or forbidden storage: the page itself still has the words.
  }
}

export function dropKept(id: string): void {
  localStorage.removeItem(keyOf(id));
}
