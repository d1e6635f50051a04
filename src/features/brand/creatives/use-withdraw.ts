import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Creative } from '../../../data/creatives/model.ts';
import { changeCreatives, creativeMutations } from '../../../data/creatives/queries.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { announce } from '../../../ui/toast.ts';

/** Withdrawn means gone for partners with their next request; undoing is one press. */
export function useWithdraw(onDone: () => void) {
  const { t } = useTranslation('creatives');
  const { program } = useAddress();
  const saving = useMutation(creativeMutations.save(program));
  const run = (creatives: readonly Creative[], withdrawn: boolean) => {
    const seen = creatives.map(({ id, revision }) => ({ id, revision }));
    const undo = () => {
      const next = seen.map(({ id, revision }) => ({ id, revision: revision + 1 }));
      changeCreatives(program, next, { withdrawn: !withdrawn }).then(
        () => announce(t(withdrawn ? 'brought_back' : 'withdrawn', { count: creatives.length })),
        () => announce(t('undo_failed'), 'error'),
      );
    };
    const handleSaved = () => {
      const words = t(withdrawn ? 'withdrawn' : 'brought_back', { count: creatives.length });
      announce(words, 'info', { label: t('undo'), onPress: undo });
      onDone();
    };
    saving.mutate({ seen, changes: { withdrawn } }, { onSuccess: handleSaved });
  };
  return { run, isPending: saving.isPending, error: saving.error };
}
