import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AnnouncementDraft,
  localesOf,
  readersByLocale,
  stateOfText,
  textIn,
  withText,
} from '../../../data/announcements/brand-draft.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextFields } from './text-fields.tsx';

type TextsCardProps = {
  readonly draft: AnnouncementDraft;
  readonly onChange: (draft: AnnouncementDraft) => void;
  readonly languages: readonly { readonly language: string; readonly partners: number }[] | null;
  readonly isLocked: boolean;
};

/** The languages side by side; where there is no room, one at a time. */
export function TextsCard({ draft, onChange, languages, isLocked }: TextsCardProps) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { program } = usePlace();
  const locales = localesOf(draft, program.locales, program.default_locale);
  const [shown, setShown] = useState(program.default_locale);
  const readers = readersByLocale(draft, languages ?? [], program.default_locale).map(({ locale, partners }) =>
    t('reads', { value: format.number(partners), count: partners, language: format.language(locale) }),
  );
  const mark = (locale: string) => (stateOfText(textIn(draft, locale)) === 'none' ? ' –' : '');
  return (
    <Card title={t('texts')} aside={readers.length > 0 && format.list(readers)}>
      {locales.length > 1 && (
        <Segmented
          className="mb-4 lg:hidden"
          label={t('language')}
          value={shown}
          onChange={setShown}
          segments={locales.map((locale) => ({ value: locale, label: format.languageTitle(locale) + mark(locale) }))}
        />
      )}
      <div className={classes('grid gap-5', locales.length > 1 && 'lg:grid-cols-2')}>
        {locales.map((locale) => (
          <div key={locale} className={locale === shown ? undefined : 'hidden lg:block'}>
            <TextFields
              locale={locale}
              text={textIn(draft, locale)}
              onChange={(text) => onChange(withText(draft, locale, text))}
              isLocked={isLocked}
            />
          </div>
        ))}
      </div>
      {locales.length > 1 && (
        <p className="mt-3 text-sm text-ink-3">
          {t('stands_in', { language: format.language(program.default_locale) })}
        </p>
      )}
    </Card>
  );
}
