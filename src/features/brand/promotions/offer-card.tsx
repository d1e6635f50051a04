import { type ComponentProps, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import { Card } from '../../../ui/card.tsx';
import { described, FieldFrame, TextField } from '../../../ui/text-field.tsx';
import type { EditorPart } from './use-editor.ts';

/** What it is: words for partners, and the page their customers come to. */
export function OfferCard({ fields, change, faults }: EditorPart) {
  const { t } = useTranslation('promotions');
  const { program } = usePlace();
  const landingFault = () => {
    if (faults.includes('landing')) return t('brand.fault.landing');
    return faults.includes('site') ? t('brand.fault.site', { site: program.site_url }) : null;
  };
  return (
    <Card title={t('brand.offer_title')}>
      <div className="flex flex-col gap-4">
        <TextField
          label={t('brand.name')}
          required
          maxLength={120}
          value={fields.name}
          onChange={(event) => change({ name: event.target.value })}
          error={faults.includes('name') ? t('brand.fault.name') : null}
        />
        <TextField
          label={t('brand.offer')}
          hint={t('brand.offer_hint')}
          maxLength={160}
          value={fields.offer}
          onChange={(event) => change({ offer: event.target.value })}
        />
        <TextField
          label={t('landing')}
          hint={t('brand.landing_hint')}
          type="url"
          required
          maxLength={2000}
          value={fields.landing}
          onChange={(event) => change({ landing: event.target.value })}
          error={landingFault()}
        />
        <LongField
          label={t('brief')}
          hint={t('brand.brief_hint')}
          value={fields.brief}
          onChange={(event) => change({ brief: event.target.value })}
        />
        <LongField
          label={t('terms')}
          value={fields.terms}
          onChange={(event) => change({ terms: event.target.value })}
        />
      </div>
    </Card>
  );
}

type LongFieldProps = ComponentProps<'textarea'> & { readonly label: string; readonly hint?: string };

/** Several lines; they are shown to partners as they are broken here. */
function LongField({ label, hint, ...rest }: LongFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint}>
      <textarea {...rest} {...described({ id, hint })} rows={6} maxLength={10_000} className="field py-2" />
    </FieldFrame>
  );
}
