import { useTranslation } from 'react-i18next';
import { DATE_ORDERS, KIND_RULES, type Mapping } from '../../../data/conversions/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';

const DECIMAL_MARKS = { '.': 'point', ',': 'comma' } as const;

type ReadingFieldsProps = { readonly mapping: Mapping; readonly onChange: (mapping: Mapping) => void };

/** How the cells are read: kinds, amounts, dates, and whose ids they are. */
export function ReadingFields({ mapping, onChange }: ReadingFieldsProps) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { program } = usePlace();
  const change = (changes: Partial<Mapping>) => onChange({ ...mapping, preset: 'own', ...changes });
  const zones = [...new Set([program.time_zone, 'UTC', mapping.timeZone])];
  return (
    <div className="mt-5 grid gap-4 border-t border-line pt-5 sm:grid-cols-2 lg:grid-cols-3">
      <SelectField
        label={t('reading.kind')}
        value={mapping.kindRule}
        onChange={(event) => change({ kindRule: KIND_RULES.find((rule) => rule === event.target.value) ?? 'sign' })}
      >
        {KIND_RULES.map((rule) => (
          <option key={rule} value={rule}>
            {t(`kind_rule.${rule}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('reading.decimal')}
        value={mapping.decimalMark}
        onChange={(event) => change({ decimalMark: event.target.value === ',' ? ',' : '.' })}
      >
        {(['.', ','] as const).map((mark) => (
          <option key={mark} value={mark}>
            {t(`decimal.${DECIMAL_MARKS[mark]}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('reading.dates')}
        value={mapping.dateOrder}
        onChange={(event) => change({ dateOrder: DATE_ORDERS.find((order) => order === event.target.value) ?? 'ymd' })}
      >
        {DATE_ORDERS.map((order) => (
          <option key={order} value={order}>
            {t(`date_order.${order}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('reading.zone')}
        hint={t('reading.zone_hint')}
        value={mapping.timeZone}
        onChange={(event) => change({ timeZone: event.target.value })}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {format.zone(zone)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('reading.source')}
        hint={t('reading.source_hint')}
        value={mapping.source}
        maxLength={40}
        required
        onChange={(event) => change({ source: event.target.value })}
      />
    </div>
  );
}
