import { useTranslation } from 'react-i18next';
import type { Announcement } from '../../../data/announcements/brand-model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { TwoVersions } from '../../../ui/two-versions.tsx';
import type { Composing } from './use-composer.ts';

type ConflictNoticeProps = { readonly theirs: Announcement; readonly composing: Composing };

/** Somebody else was faster. Both versions are there until a person says which one stays. */
export function ConflictNotice({ theirs, composing }: ConflictNoticeProps) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { program } = usePlace();
  return (
    <TwoVersions
      title={t('conflict')}
      keepMine={{ label: t('keep_mine'), onPress: composing.keepMine }}
      takeTheirs={{ label: t('take_theirs'), onPress: composing.takeTheirs }}
    >
      <p>{t('conflict_body', { time: format.asOf(theirs.updated_at, program.time_zone) })}</p>
      <details className="mt-1">
        <summary>{t('show_theirs')}</summary>
        {Object.entries(theirs.texts).map(([locale, text]) => (
          <div key={locale} lang={locale} className="mt-2 border-s-2 border-line ps-3">
            <p className="font-semibold">{text.title}</p>
            <p className="whitespace-pre-wrap">{text.body}</p>
          </div>
        ))}
      </details>
    </TwoVersions>
  );
}
