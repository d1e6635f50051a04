import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Creative, TEXT_KINDS } from '../../../data/creatives/model.ts';
import { creativeMutations } from '../../../data/creatives/queries.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { isAudienceComplete } from '../../../ui/audience-field.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { announce } from '../../../ui/toast.ts';
import { CreativeActions } from './creative-actions.tsx';
import { CreativeFacts, CreativePicture } from './creative-tile.tsx';
import { changesOf, type Details, detailsOf, NO_DETAILS } from './details.ts';
import { DetailsFields } from './details-fields.tsx';
import { useReason } from './use-reason.ts';
import type { Uploads } from './use-uploads.ts';

type DetailsDialogProps = {
  readonly creatives: readonly Creative[];
  readonly canEdit: boolean;
  readonly uploads: Uploads;
  readonly onClose: () => void;
};

/** Details of one creative, or of many at once: then only what is touched changes. */
export function DetailsDialog({ creatives, canEdit, uploads, onClose }: DetailsDialogProps) {
  const { t } = useTranslation('creatives');
  const [first] = creatives;
  const isOfMany = creatives.length > 1;
  if (first === undefined) return null;
  return (
    <Dialog title={isOfMany ? t('details.of_many', { count: creatives.length }) : first.name} onClose={onClose}>
      <div className="flex flex-col gap-4">
        {!isOfMany && <Shown creative={first} />}
        {canEdit && <DetailsForm creatives={creatives} onDone={onClose} />}
        {canEdit && <CreativeActions creatives={creatives} uploads={uploads} onDone={onClose} />}
      </div>
    </Dialog>
  );
}

function Shown({ creative }: { readonly creative: Creative }) {
  const reasonOf = useReason();
  return (
    <>
      <div className="flex h-52 items-center justify-center overflow-hidden rounded-control bg-soft p-3">
        <CreativePicture creative={creative} />
      </div>
      <CreativeFacts creative={creative} />
      {creative.state === 'refused' && (
        <p className="rounded-control bg-loss-soft p-3 text-loss">{reasonOf(creative.original?.refusal ?? null)}</p>
      )}
    </>
  );
}

function DetailsForm({ creatives, onDone }: { readonly creatives: readonly Creative[]; readonly onDone: () => void }) {
  const { t } = useTranslation('creatives');
  const { t: tc } = useTranslation();
  const { program } = useAddress();
  const isOfMany = creatives.length > 1;
  const [first] = creatives;
  const [details, setDetails] = useState<Details>(isOfMany || first === undefined ? NO_DETAILS : detailsOf(first));
  const [touched, setTouched] = useState<ReadonlySet<keyof Details>>(new Set());
  const saving = useMutation({
    ...creativeMutations.save(program),
    onSuccess: () => {
      announce(t('details.saved', { count: creatives.length }));
      onDone();
    },
  });
  const handleChange = (change: Partial<Details>) => {
    setDetails((before) => ({ ...before, ...change }));
    // Details has no other keys than its own.
    setTouched((before) => new Set([...before, ...(Object.keys(change) as (keyof Details)[])]));
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const seen = creatives.map(({ id, revision }) => ({ id, revision }));
    saving.mutate({ seen, changes: changesOf(details, touched, isOfMany) });
  };
  const hasText = !isOfMany && first !== undefined && TEXT_KINDS.includes(first.kind);
  return (
    <form onSubmit={handleSubmit} className="flex flex-col gap-4">
      {isOfMany && <p className="text-ink-2">{t('details.of_many_hint')}</p>}
      <DetailsFields details={details} onChange={handleChange} isOfMany={isOfMany} hasText={hasText} />
      {saving.error !== null && <ErrorNotice error={saving.error} />}
      <div>
        <Button
          type="submit"
          variant="primary"
          isBusy={saving.isPending}
          disabled={touched.size === 0 || !isAudienceComplete(details.audience)}
        >
          {tc('save')}
        </Button>
      </div>
    </form>
  );
}
