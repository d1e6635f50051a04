import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../data/audit/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';

export type NamedRows = { readonly label: string; readonly text: string };

/** Of an entry of many rows, those that it knows by name; null when it knows none. */
export function useNamedRows() {
  const { t } = useTranslation('audit');
  const format = useFormat();
  return ({ items, rows }: Pick<AuditEntry, 'items' | 'rows'>): NamedRows | null => {
    if (items === null || items.length === 0) return null;
    const counts = { shown: format.number(items.length), all: format.number(rows) };
    return {
      label: items.length < rows ? t('named_some', counts) : t('named'),
      text: format.list(items.map(({ label }) => label)),
    };
  };
}
