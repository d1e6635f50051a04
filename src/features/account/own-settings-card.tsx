import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../data/programs/model.ts';
import { changeOwnSettings, type OwnSettings } from '../../data/programs/own-settings.ts';
import { useMe } from '../../data/programs/place.ts';
import { changeLocale } from '../../i18n/i18n.ts';
import { LOCALE_NAMES, LOCALES, pickLocale } from '../../i18n/locales.ts';
import { Card } from '../../ui/card.tsx';
import { errorWords } from '../../ui/error-words.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { announce } from '../../ui/toast.ts';
import { NameField } from './name-field.tsx';
import { weekdayNames } from './weekday-names.ts';

/** A person's own settings, the same in every program. Each holds at once and is saved by itself. */
export function OwnSettingsCard() {
  const me = useMe();
  return me === null ? null : <SettingsFields me={me} />;
}

function SettingsFields({ me }: { readonly me: Me }) {
  const { t, i18n } = useTranslation('account');
  const { t: tc } = useTranslation();
  const saving = useMutation(changeOwnSettings(me));
  const save = (changes: Partial<OwnSettings>) =>
    saving.mutate(changes, {
      onSuccess: async () => {
        // Said in the language that holds from now on.
        if (changes.locale !== undefined) await changeLocale(pickLocale([changes.locale, ...navigator.languages]));
        announce(i18n.t('saved', { ns: 'account' }));
      },
      onError: (error) => announce(t('not_saved', { why: errorWords(error, tc).title }), 'error'),
    });
  return (
    <Card title={t('you')}>
      <p className="mb-4 text-ink-3">{t('you_hint')}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        <NameField key={me.display_name} name={me.display_name} onSave={(display_name) => save({ display_name })} />
        <SelectField
          label={t('language')}
          value={me.locale ?? ''}
          onChange={(event) => save({ locale: event.target.value || null })}
        >
          <option value="">{t('by_browser')}</option>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {LOCALE_NAMES[locale]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('zone')}
          hint={t('zone_hint')}
          value={me.time_zone ?? ''}
          onChange={(event) => save({ time_zone: event.target.value || null })}
        >
          <option value="">{t('by_browser')}</option>
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('theme')}
          value={me.theme}
          onChange={(event) => save({ theme: themeOf(event.target.value) })}
        >
          <option value="system">{t('theme_system')}</option>
          <option value="light">{t('theme_light')}</option>
          <option value="dark">{t('theme_dark')}</option>
        </SelectField>
        <SelectField
          label={t('week_start')}
          value={me.week_start ?? ''}
          onChange={(event) => save({ week_start: event.target.value === '' ? null : Number(event.target.value) })}
        >
          <option value="">{t('by_language')}</option>
          {weekdayNames(i18n.language).map((name, day) => (
            <option key={name} value={day}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
    </Card>
  );
}

function themeOf(value: string): OwnSettings['theme'] {
  return value === 'light' || value === 'dark' ? value : 'system';
}
