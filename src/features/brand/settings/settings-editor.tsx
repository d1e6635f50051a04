import { useTranslation } from 'react-i18next';
import { useAddress } from '../../../data/programs/place.ts';
import type { Settings } from '../../../data/programs/settings-model.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { currencyOfSettings } from './fields.ts';
import { LanguagesCard } from './languages-card.tsx';
import { LookCard } from './look-card.tsx';
import { TermsCard } from './terms-card.tsx';
import { useSettingsForm } from './use-settings-form.ts';

type SettingsEditorProps = { readonly stands: Settings; readonly canKeep: boolean };

/** The settings that are saved together; what was typed stays until it is stored. */
export function SettingsEditor({ stands, canKeep }: SettingsEditorProps) {
  const { t } = useTranslation('settings');
  const address = useAddress();
  const form = useSettingsForm(address.program, stands);
  const { fields, change, faults, saving } = form;
  const part = { fields, change, faults };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
      aria-label={t('title')}
    >
      <fieldset disabled={!canKeep} className="grid min-w-0 items-start gap-4 lg:grid-cols-2">
        <legend className="sr-only">{t('title')}</legend>
        <LookCard {...part} />
        <LanguagesCard {...part} />
        <div className="min-w-0 lg:col-span-2">
          <TermsCard {...part} currency={currencyOfSettings(stands)} />
        </div>
      </fieldset>
      {form.theirs !== null && <ConflictNotice form={form} theirs={form.theirs} />}
      {saving.error !== null && form.theirs === null && (
        <div className="mt-4">
          <ErrorNotice error={saving.error} />
        </div>
      )}
      {canKeep && form.isChanged && (
        <div className="sticky bottom-16 z-30 mt-4 md:bottom-4">
          <div className="rounded-card border border-line bg-surface p-3 shadow-card">
            {form.isRestored && <Notice title={t('restored')} />}
            <div className="flex flex-wrap items-center gap-2">
              <p role="status" className="grow text-ink-2">
                {faults.length > 0 ? (
                  <span className="text-loss">{t('mend', { count: faults.length })}</span>
                ) : (
                  t('unsaved')
                )}
              </p>
              <Button onClick={form.discard}>{t('discard')}</Button>
              <Button type="submit" variant="primary" isBusy={saving.isPending}>
                {t('save')}
              </Button>
            </div>
          </div>
        </div>
      )}
    </form>
  );
}
