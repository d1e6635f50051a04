import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announcementMutations } from '../../../data/announcements/brand-queries.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { announce } from '../../../ui/toast.ts';
import { useUndo } from './composer-actions.tsx';
import type { Composing } from './use-composer.ts';

type PublishOptions = {
  readonly id: string;
  readonly composing: Composing;
  readonly onSaved: () => void;
  readonly onDone: () => void;
};

/** "Now" is this much later, so that nobody has seen what is taken back by then. The database's own delay. */
export const UNDO_MS = 30_000;

/** Saves what is not saved yet, sets the instant, and offers the way back. */
export function usePublish({ id, composing, onSaved, onDone }: PublishOptions) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { program } = useAddress();
  const { time_zone: zone } = usePlace().program;
  const publishing = useMutation(announcementMutations.publish(program, id));
  const undo = useUndo(id);
  return useMutation({
    mutationFn: async (at: string | null) => {
      const revision =
        composing.isDirty || composing.revision === null ? (await composing.save()).revision : composing.revision;
      return await publishing.mutateAsync({ revision, at });
    },
    onSuccess: (published, at) => {
      onSaved();
      onDone();
      const text =
        at === null
          ? t('goes_out')
          : t('scheduled_for', { time: format.instant(published.publish_at ?? at, zone), zone: format.zone(zone) });
      announce(text, 'info', { label: t('undo'), onPress: () => undo.mutate(), forMs: UNDO_MS });
    },
  });
}
