import { useTranslation } from 'react-i18next';
import type { Settings, SettingsChange } from '../../../data/programs/settings-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { TwoVersions } from '../../../ui/two-versions.tsx';
import { namesChanged } from './fields.ts';
import type { SettingsForm } from './use-settings-form.ts';

type ConflictNoticeProps = { readonly form: SettingsForm; readonly theirs: Settings };

/** Where each setting's label stands among the words. */
const LABELS = {
  name: 'name',
  color: 'color',
  site_url: 'site',
  locales: 'languages',
  default_locale: 'first_language',
  hold_days: 'hold',
  minimum_payout_minor: 'minimum',
  attribution_window_days: 'window',
} as const satisfies Record<keyof SettingsChange, string>;

/** Somebody else was faster. Both stay until a person says which one holds. */
export function ConflictNotice({ form, theirs }: ConflictNoticeProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const names = namesChanged(form.base, theirs).map((name) => t(LABELS[name]));
  return (
    <div role="alert" className="mt-4">
      <TwoVersions
        title={t('conflict')}
        keepMine={{ label: t('keep_mine'), onPress: form.keepMine }}
        takeTheirs={{ label: t('take_theirs'), onPress: form.takeTheirs }}
      >
        {names.length === 0 ? t('conflict_same') : t('conflict_body', { fields: format.list(names) })}
      </TwoVersions>
    </div>
  );
}
