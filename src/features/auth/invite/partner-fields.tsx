import { useTranslation } from 'react-i18next';
import { canJoinWith, type KnownPeek, MAIL_LOCALES } from '../../../data/invitations/model.ts';
import { partnerTypeSchema } from '../../../data/programs/model.ts';
import { countriesByName } from '../../../i18n/countries-by-name.ts';
import { LOCALE_NAMES } from '../../../i18n/locales.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { PartnerDraft } from './use-partner-draft.ts';

type PartnerFieldsProps = { readonly peek: KnownPeek; readonly draft: PartnerDraft; readonly isChecked: boolean };

/** One of one's own partners, or a new one. Those that are in the program already cannot be chosen again. */
export function PartnerFields({ peek, draft, isChecked }: PartnerFieldsProps) {
  const { t, i18n } = useTranslation('invite');
  const { t: tc } = useTranslation();
  const missing = (value: string, words: string) => (isChecked && value.trim() === '' ? words : null);
  return (
    <>
      {peek.partners.length > 0 && (
        <SelectField
          label={t('partner.choice')}
          value={draft.choice}
          onChange={(event) => draft.set({ choice: event.target.value })}
        >
          {peek.partners.map((partner) => (
            <option key={partner.id} value={partner.id} disabled={!canJoinWith(partner)}>
              {canJoinWith(partner) ? partner.name : t('partner.is_in', { name: partner.name })}
            </option>
          ))}
          <option value="new">{t('partner.new')}</option>
        </SelectField>
      )}
      {draft.choice === 'new' && (
        <>
          <TextField
            label={t('partner.name')}
            hint={t('partner.name_hint')}
            autoComplete="organization"
            required
            maxLength={120}
            value={draft.name}
            onChange={(event) => draft.set({ name: event.target.value })}
            error={missing(draft.name, t('partner.name_missing'))}
          />
          {peek.partner_type === null && (
            <SelectField
              label={t('type')}
              value={draft.type}
              onChange={(event) => draft.set({ type: event.target.value })}
              error={missing(draft.type, t('partner.type_missing'))}
            >
              <option value="">{t('partner.choose')}</option>
              {partnerTypeSchema.options.map((type) => (
                <option key={type} value={type}>
                  {tc(`partner_type.${type}`)}
                </option>
              ))}
            </SelectField>
          )}
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              label={t('partner.country')}
              autoComplete="country"
              value={draft.country}
              onChange={(event) => draft.set({ country: event.target.value })}
              error={missing(draft.country, t('partner.country_missing'))}
            >
              <option value="">{t('partner.choose')}</option>
              {countriesByName(i18n.language).map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </SelectField>
            <SelectField
              label={t('partner.language')}
              value={draft.language}
              onChange={(event) => draft.set({ language: event.target.value })}
            >
              {MAIL_LOCALES.map((locale) => (
                <option key={locale} value={locale} lang={locale}>
                  {LOCALE_NAMES[locale]}
                </option>
              ))}
            </SelectField>
          </div>
        </>
      )}
    </>
  );
}
