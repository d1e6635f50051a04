import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAddress } from '../../../data/programs/place.ts';
import type { Segment } from '../../../data/segments/model.ts';
import { segmentMutations, segmentQueries } from '../../../data/segments/queries.ts';
import { announce } from '../../../ui/toast.ts';
import type { SegmentDraft } from './use-segment-draft.ts';

/** Saving, with what has to be right before it. A refusal because of somebody else's save is told by the page. */
export function useSaveSegment(segment: Segment | null, draft: SegmentDraft) {
  const { t } = useTranslation('segments');
  const { program } = useAddress();
  const navigate = useNavigate();
  const list = useQuery(segmentQueries.list(program));
  const save = useMutation(segmentMutations.save(program));
  // One id for all tries: a save whose answer was lost is the same save.
  const [newId] = useState(() => crypto.randomUUID());
  const [isAsked, setIsAsked] = useState(false);

  const name = draft.name.trim();
  const isTaken = list.data?.some((other) => other.id !== segment?.id && other.name === name) ?? false;
  const nameFault = isTaken ? t('editor.name_taken') : null;
  const missing = name === '' ? t('editor.name_missing') : nameFault;
  const isConflict = save.error !== null && 'code' in save.error && save.error.code === 'conflict';

  const run = (revision = draft.revision) => {
    if (draft.complete === null || save.isPending) return;
    const id = segment?.id ?? newId;
    save.mutate(
      { id, revision, name, rule: draft.complete },
      {
        onSuccess: (saved) => {
          setIsAsked(false);
          draft.reset(saved, saved.revision);
          announce(t('editor.saved'));
          if (segment === null) void navigate(`../segments/${saved.id}`, { replace: true });
        },
      },
    );
  };
  return {
    run,
    /** Whether it can be saved; from then on the page says what is missing. */
    check: (): boolean => {
      setIsAsked(true);
      return missing === null && draft.complete !== null;
    },
    nameFault: isAsked ? missing : nameFault,
    isIncomplete: isAsked && draft.complete === null,
    isPending: save.isPending,
    error: isConflict ? null : save.error,
  };
}

export type SaveSegment = ReturnType<typeof useSaveSegment>;
