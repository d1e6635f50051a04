import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePlace } from '../../../data/programs/place.ts';
import type { PromotionDetail } from '../../../data/promotions/brand-model.ts';
import { brandPromotionMutations, brandPromotionQueries } from '../../../data/promotions/brand-queries.ts';
import { announce } from '../../../ui/toast.ts';
import { draftOf, type Fault, type Fields, faultsOf, fieldsOf, noFields } from './fields.ts';

export type EditorPart = {
  readonly fields: Fields;
  readonly change: (more: Partial<Fields>) => void;
  /** Shown once somebody tried to save. */
  readonly faults: readonly Fault[];
};

const isConflict = (error: Error): boolean => 'code' in error && error.code === 'conflict';

/** The editor's state: what is typed, what stands, and what somebody else saved meanwhile. */
export function useEditor(id: string | null, stands: PromotionDetail | null) {
  const { t } = useTranslation('promotions');
  const { program } = usePlace();
  const navigate = useNavigate();
  const client = useQueryClient();
  const zone = program.time_zone;
  // Made once, so that a save whose answer was lost is the same promotion when it is sent again.
  const [ownId] = useState(() => id ?? crypto.randomUUID());
  const [fields, setFields] = useState(() => (stands === null ? noFields(program.site_url) : fieldsOf(stands, zone)));
  const [revision, setRevision] = useState(stands?.revision ?? null);
  const [isTried, setIsTried] = useState(false);
  const [isTouched, setIsTouched] = useState(false);
  const [theirs, setTheirs] = useState<PromotionDetail | null>(null);
  const saving = useMutation(brandPromotionMutations.save(program.slug));

  const take = (promotion: PromotionDetail): void => {
    setFields(fieldsOf(promotion, zone));
    setRevision(promotion.revision);
    setIsTouched(false);
    setTheirs(null);
    saving.reset();
  };

  // Fresher data of what nobody has touched here is simply shown.
  if (stands !== null && !isTouched && revision !== null && stands.revision > revision) take(stands);

  useEffect(() => {
    if (!isTouched) return;
    const keep = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', keep);
    return () => window.removeEventListener('beforeunload', keep);
  }, [isTouched]);

  const send = (base: number | null): void => {
    setIsTried(true);
    if (faultsOf(fields, program.site_url).length > 0) return;
    saving.mutate(draftOf(fields, zone, ownId, base), {
      onSuccess: (saved) => {
        take(saved);
        announce(t('brand.saved'));
        if (id === null) void navigate(`../promotions/${saved.id}`, { replace: true });
      },
      onError: (error) => {
        if (!isConflict(error)) return;
        const asked = client.fetchQuery({ ...brandPromotionQueries.one(program.slug, ownId), staleTime: 0 });
        // Without an answer the error itself is shown, with its own way on.
        asked.then(setTheirs, () => undefined);
      },
    });
  };

  return {
    fields,
    theirs,
    saving,
    faults: isTried ? faultsOf(fields, program.site_url) : [],
    change: (more: Partial<Fields>) => {
      setIsTouched(true);
      setFields((before) => ({ ...before, ...more }));
    },
    save: () => send(revision),
    /** Mine over theirs, knowingly. */
    keepMine: () => {
      if (theirs === null) return;
      setRevision(theirs.revision);
      setTheirs(null);
      send(theirs.revision);
    },
    takeTheirs: () => {
      if (theirs !== null) take(theirs);
    },
  };
}

export type Editor = ReturnType<typeof useEditor>;
