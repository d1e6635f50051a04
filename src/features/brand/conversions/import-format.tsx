import { useTranslation } from 'react-i18next';
import type { FileFormat } from '../../../data/conversions/model.ts';
import { SEPARATORS } from '../../../lib/csv.ts';
import { ENCODINGS } from '../../../lib/text-encoding.ts';
import { SelectField } from '../../../ui/select-field.tsx';

const SEPARATOR_KEYS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

type FormatFieldsProps = {
  readonly format: FileFormat;
  /** What the file's bytes show; null where that made no table. */
  readonly detected: FileFormat | null;
  readonly onChange: (format: FileFormat) => void;
};

/** Encoding and separator: found in the file, and changeable. */
export function FormatFields({ format, detected, onChange }: FormatFieldsProps) {
  const { t } = useTranslation('import');
  const found = (isFound: boolean) => (isFound ? t('format.detected') : undefined);
  const changedEncoding = (text: string) => ENCODINGS.find((known) => known === text) ?? format.encoding;
  const changedSeparator = (text: string) => SEPARATORS.find((known) => known === text) ?? format.separator;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        label={t('format.encoding')}
        hint={found(detected?.encoding === format.encoding)}
        value={format.encoding}
        onChange={(event) => onChange({ ...format, encoding: changedEncoding(event.target.value) })}
      >
        {ENCODINGS.map((encoding) => (
          <option key={encoding} value={encoding}>
            {t(`encoding.${encoding}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('format.separator')}
        hint={found(detected?.separator === format.separator)}
        value={format.separator}
        onChange={(event) => onChange({ ...format, separator: changedSeparator(event.target.value) })}
      >
        {SEPARATORS.map((separator) => (
          <option key={separator} value={separator}>
            {t(`separator.${SEPARATOR_KEYS[separator]}`)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
