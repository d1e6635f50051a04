import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../../data/programs/place.ts';
import type { ProgramSettings } from '../../../data/programs/settings-model.ts';
import { settingsMutations } from '../../../data/programs/settings-queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { exponentOf, toMinor } from '../../../lib/money.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { announce } from '../../../ui/toast.ts';
import { currencyChoices, currencyName } from './currency-names.ts';
import { currencyOfSettings } from './fields.ts';

type CurrencyDialogProps = { readonly known: ProgramSettings; readonly onClose: () => void };

/** Another currency, while there is no order yet. Says what becomes of the amounts that stand in the settings. */
export function CurrencyDialog({ known, onClose }: CurrencyDialogProps) {
  const { t } = useTranslation('settings');
  const { t: tc } = useTranslation();
  const address = useAddress();
  const format = useFormat();
  const { settings, rules } = known;
  const [code, setCode] = useState(settings.currency);
  const saving = useMutation(settingsMutations.currency(address.program));
  const hasFees = rules.some((rule) => rule.kind === 'flat') && exponentOf(code) !== settings.currency_exponent;
  const minimum = toMinor(settings.minimum_payout_minor);
  const scaled = toMinor(Math.round(minimum * 10 ** (exponentOf(code) - settings.currency_exponent)));
  const save = () =>
    saving.mutate(
      { currency: code, revision: settings.revision },
      {
        onSuccess: () => {
          announce(t('currency_saved', { currency: currencyName(format.locale, code) }));
          onClose();
        },
      },
    );
  return (
    <Dialog title={t('currency_change')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <SelectField label={t('currency_new')} value={code} onChange={(event) => setCode(event.target.value)}>
          {currencyChoices(format.locale).map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </SelectField>
        {code !== settings.currency && (
          <p className="text-ink-2">
            {t('currency_body', {
              from: format.money(minimum, currencyOfSettings(settings)),
              to: format.money(scaled, { code, exponent: exponentOf(code) }),
            })}
          </p>
        )}
        {hasFees && <Notice tone="warn">{t('currency_flat', { currency: settings.currency })}</Notice>}
        {saving.error !== null && <ErrorNotice error={saving.error} />}
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            disabled={code === settings.currency || hasFees}
            isBusy={saving.isPending}
            onClick={save}
          >
            {t('currency_change')}
          </Button>
          <Button onClick={onClose}>{tc('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
