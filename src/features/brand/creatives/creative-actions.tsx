import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Creative, TEXT_KINDS } from '../../../data/creatives/model.ts';
import { ACCEPTED_FILES } from '../../../data/creatives/prepare-file.ts';
import { creativeMutations, forgetCreatives } from '../../../data/creatives/queries.ts';
import { callOffFile } from '../../../data/creatives/upload.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { announce } from '../../../ui/toast.ts';
import type { Uploads } from './use-uploads.ts';
import { useWithdraw } from './use-withdraw.ts';

type CreativeActionsProps = {
  readonly creatives: readonly Creative[];
  readonly uploads: Uploads;
  readonly onDone: () => void;
};

/** Withdraw and bring back, replace by another file, take away what was never shown. */
export function CreativeActions({ creatives, uploads, onDone }: CreativeActionsProps) {
  const { t } = useTranslation('creatives');
  const withdrawing = useWithdraw(onDone);
  const shown = creatives.filter(({ state }) => ['live', 'coming', 'over'].includes(state));
  const withdrawn = creatives.filter(({ state }) => state === 'withdrawn');
  const unseen = creatives.filter(({ state }) => state === 'waiting' || state === 'refused');
  const [only] = creatives;
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      {withdrawing.error !== null && <ErrorNotice error={withdrawing.error} />}
      <div className="flex flex-wrap gap-2">
        {shown.length > 0 && (
          <Button variant="danger" isBusy={withdrawing.isPending} onClick={() => withdrawing.run(shown, true)}>
            {t('withdraw', { count: shown.length })}
          </Button>
        )}
        {withdrawn.length > 0 && (
          <Button isBusy={withdrawing.isPending} onClick={() => withdrawing.run(withdrawn, false)}>
            {t('bring_back', { count: withdrawn.length })}
          </Button>
        )}
        {only !== undefined && creatives.length === 1 && shown.length === 1 && !TEXT_KINDS.includes(only.kind) && (
          <Replace creative={only} uploads={uploads} onDone={onDone} />
        )}
        {unseen.length > 0 && <TakeAway creatives={unseen} onDone={onDone} />}
      </div>
    </div>
  );
}

/** The new file takes over the details; the old one goes the moment the new one is ready. */
function Replace({
  creative,
  uploads,
  onDone,
}: {
  readonly creative: Creative;
  readonly uploads: Uploads;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('creatives');
  const input = useRef<HTMLInputElement>(null);
  const handleFile = (file: File | null | undefined) => {
    if (file == null) return;
    const { language, tags, url, audience, segment_ids, first_day, last_day } = creative;
    uploads.queue.add([file], { language, tags, url, audience, segment_ids, first_day, last_day }, creative.id);
    announce(t('replacing', { name: creative.name }));
    onDone();
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED_FILES}
        className="sr-only"
        tabIndex={-1}
        aria-label={t('replace_input')}
        onChange={(event) => handleFile(event.target.files?.item(0))}
      />
      <Button onClick={() => input.current?.click()}>{t('replace')}</Button>
    </>
  );
}

function TakeAway({ creatives, onDone }: { readonly creatives: readonly Creative[]; readonly onDone: () => void }) {
  const { t } = useTranslation('creatives');
  const { program } = useAddress();
  const removing = useMutation(creativeMutations.remove(program));
  const handleRemove = async () => {
    const waiting = creatives.filter(({ state }) => state === 'waiting');
    for (const { original } of waiting) if (original !== null) await callOffFile(original.id);
    const refused = creatives.filter(({ state }) => state === 'refused').map(({ id }) => id);
    if (refused.length > 0) await removing.mutateAsync(refused);
  };
  const taking = useMutation({ mutationFn: handleRemove, onSuccess: onDone, onSettled: forgetCreatives });
  return (
    <>
      {taking.error !== null && <ErrorNotice error={taking.error} />}
      <Button variant="danger" isBusy={taking.isPending} onClick={() => taking.mutate()}>
        {t('remove', { count: creatives.length })}
      </Button>
    </>
  );
}
