import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type AnnouncementDraft, blankDraft, draftOf, isSameDraft } from '../../../data/announcements/brand-draft.ts';
import { dropKept, keep, readKept } from '../../../data/announcements/brand-kept.ts';
import type { Announcement } from '../../../data/announcements/brand-model.ts';
import { announcementMutations, announcementQueries } from '../../../data/announcements/brand-queries.ts';
import { useAddress } from '../../../data/programs/place.ts';

/** What stood in the database when the present editing began; no revision: nothing yet. */
type Base = { readonly revision: number | null; readonly draft: AnnouncementDraft };

const baseOf = (announcement: Announcement | null): Base =>
  announcement === null
    ? { revision: null, draft: blankDraft }
    : { revision: announcement.revision, draft: draftOf(announcement) };

function begin(id: string, announcement: Announcement | null) {
  const base = baseOf(announcement);
  const kept = readKept(id);
  if (kept === null || isSameDraft(kept.draft, base.draft)) return { base, draft: base.draft, isRestored: false };
  return { base: { revision: kept.revision, draft: kept.base }, draft: kept.draft, isRestored: true };
}

/**
 * One announcement being written. Whatever somebody else saves meanwhile is taken over while nothing was
 * typed here; once something was, it is a conflict that a person decides, and nothing is lost until then.
 */
export function useComposer(id: string, announcement: Announcement | null) {
  const { program } = useAddress();
  const client = useQueryClient();
  const saving = useMutation(announcementMutations.save(program));
  const [state, setState] = useState(() => begin(id, announcement));
  const { base, draft } = state;
  const isDirty = !isSameDraft(draft, base.draft);

  const stored = baseOf(announcement);
  const isBehind = announcement !== null && announcement.revision !== base.revision;
  const isOnlyRevision = isBehind && isSameDraft(stored.draft, base.draft);
  const hasConflict = isBehind && isDirty && !isOnlyRevision && !isSameDraft(stored.draft, draft);
  // Derived while rendering, before anything is painted.
  if (isBehind && !hasConflict)
    setState({ base: stored, draft: isDirty && isOnlyRevision ? draft : stored.draft, isRestored: state.isRestored });

  useEffect(() => {
    if (isDirty) keep(id, { revision: base.revision, base: base.draft, draft });
    else dropKept(id);
  }, [id, isDirty, base, draft]);

  const save = async (): Promise<Announcement> => {
    try {
      const saved = await saving.mutateAsync({ id, revision: base.revision, draft });
      const savedBase = baseOf(saved);
      // What was typed while it was being saved stays.
      setState((now) => ({
        ...now,
        base: savedBase,
        draft: now.draft === draft ? savedBase.draft : now.draft,
        isRestored: false,
      }));
      return saved;
    } catch (error) {
      // Refused as out of date: what stands now is fetched, and shown beside what was typed.
      await client.invalidateQueries({ queryKey: announcementQueries.detail(program, id).queryKey });
      throw error;
    }
  };

  return {
    draft,
    isDirty,
    isRestored: state.isRestored && isDirty,
    conflict: hasConflict ? announcement : null,
    revision: base.revision,
    isSaving: saving.isPending,
    saveError: hasConflict ? null : saving.error,
    change: (next: AnnouncementDraft) => setState((now) => ({ ...now, draft: next })),
    save,
    keepMine: () => setState((now) => ({ ...now, base: stored })),
    takeTheirs: () => setState({ base: stored, draft: stored.draft, isRestored: false }),
    discard: () => setState((now) => ({ ...now, draft: now.base.draft, isRestored: false })),
  };
}

export type Composing = ReturnType<typeof useComposer>;
