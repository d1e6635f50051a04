import { useTranslation } from 'react-i18next';
import type { Announcement } from '../../../data/announcements/brand-model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';

type ComposerMetaProps = { readonly announcement: Announcement | null; readonly isDirty: boolean };

/** What state it is in, since when, and whether what stands on the page is saved. */
export function ComposerMeta({ announcement, isDirty }: ComposerMetaProps) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { program } = usePlace();
  if (announcement === null) return t(isDirty ? 'new_unsaved' : 'new_empty');
  const at = (instant: string) => format.instant(instant, program.time_zone);
  const since = announcement.recalled_at ?? announcement.publish_at;
  const zone = format.zone(program.time_zone);
  const state =
    since === null ? t('state.draft') : `${t(`state.${announcement.state}`)}, ${t('at', { time: at(since), zone })}`;
  const saved = isDirty
    ? t('unsaved')
    : t('saved_at', { time: format.asOf(announcement.updated_at, program.time_zone) });
  return `${state} · ${saved}`;
}
