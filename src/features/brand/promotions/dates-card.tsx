import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { EditorPart } from './use-editor.ts';

/** Three instants on the program's own clock, which is named. */
export function DatesCard({ fields, change, faults, zone }: EditorPart & { readonly zone: string }) {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const has = (fault: (typeof faults)[number]) => faults.includes(fault);
  const fields3 = [
    {
      key: 'prepare',
      label: t('brand.prepare'),
      hint: t('brand.prepare_hint'),
      error: has('prepare') ? t('brand.fault.prepare') : null,
    },
    { key: 'from', label: t('brand.from'), error: has('no_dates') ? t('brand.fault.no_dates') : null },
    {
      key: 'until',
      label: t('brand.until'),
      hint: t('brand.until_hint'),
      error: has('until') ? t('brand.fault.until') : null,
    },
  ] as const;
  return (
    <Card title={t('brand.dates')} aside={t('zone', { zone: format.zone(zone) })}>
      <div className="flex flex-col gap-4">
        {fields3.map(({ key, ...rest }) => (
          <TextField
            key={key}
            {...rest}
            type="datetime-local"
            value={fields[key]}
            onChange={(event) => change({ [key]: event.target.value })}
          />
        ))}
      </div>
    </Card>
  );
}
