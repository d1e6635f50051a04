import { type ComponentProps, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Currency } from '../../../lib/money.ts';
import { Card } from '../../../ui/card.tsx';
import { described, FieldFrame, TextField } from '../../../ui/text-field.tsx';
import type { FormPart } from './use-settings-form.ts';

type TermsCardProps = FormPart & { readonly currency: Currency };

/** What partners earn under: where links lead, how long an order may come back, from how much on they are paid. */
export function TermsCard({ fields, change, faults, currency }: TermsCardProps) {
  const { t } = useTranslation('settings');
  return (
    <Card title={t('terms')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('site')}
          hint={t('site_hint')}
          type="url"
          required
          maxLength={2000}
          value={fields.site}
          onChange={(event) => change({ site: event.target.value })}
          error={faults.includes('site') ? t('fault.site') : null}
        />
        <UnitField
          label={t('hold')}
          hint={t('hold_hint')}
          unit={t('hold_unit')}
          inputMode="numeric"
          value={fields.hold}
          onChange={(event) => change({ hold: event.target.value })}
          error={faults.includes('hold') ? t('fault.hold') : null}
        />
        <UnitField
          label={t('window')}
          hint={t('window_hint')}
          unit={t('hold_unit')}
          inputMode="numeric"
          value={fields.window}
          onChange={(event) => change({ window: event.target.value })}
          error={faults.includes('window') ? t('fault.window') : null}
        />
        <UnitField
          label={t('minimum')}
          hint={t('minimum_hint')}
          unit={currency.code}
          inputMode="decimal"
          value={fields.minimum}
          onChange={(event) => change({ minimum: event.target.value })}
          error={faults.includes('minimum') ? t('fault.minimum', { currency: currency.code }) : null}
        />
      </div>
    </Card>
  );
}

type UnitFieldProps = ComponentProps<'input'> & {
  readonly label: string;
  readonly hint: string;
  readonly unit: string;
  readonly error: string | null;
};

/** A figure with its unit beside it. */
function UnitField({ label, hint, unit, error, ...rest }: UnitFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <span className="flex items-center gap-2">
        <input {...rest} {...described({ id, hint, error })} autoComplete="off" className="field w-28 text-end" />
        <span aria-hidden="true" className="text-ink-2">
          {unit}
        </span>
      </span>
    </FieldFrame>
  );
}
