import { useTranslation } from 'react-i18next';
import type { Announcement } from '../../../data/announcements/brand-model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Composing } from './use-composer.ts';

type ConflictNoticeProps = { readonly theirs: Announcement; readonly composing: Composing };

/** Somebody else was faster. Both versions are there until a person says which one stays. */
export function ConflictNotice({ theirs, composing }: ConflictNoticeProps) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { program } = usePlace();
  return (
    <Notice
      tone="warn"
      title={t('conflict')}
      action={
        <div className="flex flex-wrap gap-2">
          <Button size="dense" onClick={composing.keepMine}>
            {t('keep_mine')}
          </Button>
          <Button size="dense" onClick={composing.takeTheirs}>
            {t('take_theirs')}
          </Button>
        </div>
      }
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
    </Notice>
  );
}
