import { useTranslation } from 'react-i18next';
import { LOCALE_NAMES, LOCALES } from '../../../i18n/locales.ts';
import { Card } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import type { FormPart } from './use-settings-form.ts';

/** In which languages the program speaks, each in its own words. One always stays. */
export function LanguagesCard({ fields, change }: FormPart) {
  const { t } = useTranslation('settings');
  const chosen = LOCALES.filter((locale) => fields.locales.includes(locale));
  const toggle = (locale: string, isOn: boolean): void => {
    const locales = LOCALES.filter((one) => (one === locale ? isOn : fields.locales.includes(one)));
    const [first] = locales;
    if (first === undefined) return;
    change({ locales, firstLocale: locales.some((one) => one === fields.firstLocale) ? fields.firstLocale : first });
  };
  return (
    <Card title={t('languages')}>
      <div className="flex flex-col gap-4">
        <fieldset>
          <legend className="mb-1 text-ink-3">{t('languages_hint')}</legend>
          {LOCALES.map((locale) => (
            <label key={locale} className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                className="size-5 accent-accent"
                checked={fields.locales.includes(locale)}
                // The last one cannot go.
                disabled={chosen.length === 1 && chosen[0] === locale}
                onChange={(event) => toggle(locale, event.target.checked)}
              />
              <span lang={locale}>{LOCALE_NAMES[locale]}</span>
            </label>
          ))}
          {chosen.length === 1 && <p className="text-sm text-ink-3">{t('last_language')}</p>}
        </fieldset>
        <SelectField
          label={t('first_language')}
          hint={t('first_language_hint')}
          value={fields.firstLocale}
          onChange={(event) => change({ firstLocale: event.target.value })}
        >
          {chosen.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {LOCALE_NAMES[locale]}
            </option>
          ))}
        </SelectField>
      </div>
    </Card>
  );
}
