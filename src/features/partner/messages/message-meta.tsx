import { useTranslation } from 'react-i18next';
import type { Message } from '../../../data/announcements/inbox-model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** From whom, of what kind, when; until when, and whether it was changed since. */
export function MessageMeta({ message }: { readonly message: Message }) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const { program } = usePlace();
  const at = (instant: string) => format.instant(instant, program.time_zone);
  const parts = [
    program.name,
    t(`kind.${message.kind}`),
    at(message.publish_at),
    ...(message.edited_at === null ? [] : [t('edited', { time: at(message.edited_at) })]),
    ...(message.expires_at === null ? [] : [t('until', { time: at(message.expires_at) })]),
    ...(message.is_pinned ? [t('pinned')] : []),
  ];
  return parts.join(' · ');
}
