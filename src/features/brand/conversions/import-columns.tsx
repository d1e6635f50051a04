import { useTranslation } from 'react-i18next';
import { FIELDS, type Field, type Mapping, REQUIRED_FIELDS } from '../../../data/conversions/model.ts';
import { SelectField } from '../../../ui/select-field.tsx';

type ColumnFieldsProps = {
  readonly headers: readonly string[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
};

/** Which column holds what; changing one makes the mapping one's own. */
export function ColumnFields({ headers, mapping, onChange }: ColumnFieldsProps) {
  const { t } = useTranslation('import');
  const isRequired = (field: Field) =>
    REQUIRED_FIELDS.some((required) => required === field) || (field === 'kind' && mapping.kindRule === 'column');
  const handleChange = (field: Field, header: string) => {
    const { [field]: _, ...others } = mapping.columns;
    const columns = header === '' ? others : { ...others, [field]: header };
    onChange({ ...mapping, preset: 'own', columns });
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {FIELDS.map((field) => (
        <ColumnField
          key={field}
          label={isRequired(field) ? t('column.required', { name: t(`field.${field}`) }) : t(`field.${field}`)}
          hint={t(`field_hint.${field}`)}
          headers={headers}
          value={mapping.columns[field] ?? ''}
          onChange={(header) => handleChange(field, header)}
        />
      ))}
    </div>
  );
}

type ColumnFieldProps = {
  readonly label: string;
  readonly hint: string;
  readonly headers: readonly string[];
  readonly value: string;
  readonly onChange: (header: string) => void;
};

function ColumnField({ label, hint, headers, value, onChange }: ColumnFieldProps) {
  const { t } = useTranslation('import');
  const isAbsent = value !== '' && !headers.includes(value);
  return (
    <SelectField
      label={label}
      hint={hint}
      error={isAbsent ? t('column.absent', { name: value }) : null}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('column.none')}</option>
      {isAbsent && <option value={value}>{value}</option>}
      {headers
        .filter((header) => header !== '')
        .map((header) => (
          <option key={header} value={header}>
            {header}
          </option>
        ))}
    </SelectField>
  );
}
