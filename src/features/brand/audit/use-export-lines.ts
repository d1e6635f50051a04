import { useTranslation } from 'react-i18next';
import { type AuditEntry, changesOf } from '../../../data/audit/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useAuditWords } from '../use-audit-words.ts';
import { useNamedRows } from './use-named-rows.ts';

/** The lines of a CSV that an entry makes: one a field that changed, and one of what is known by name. */
export function useExportLines() {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { program } = usePlace();
  const words = useAuditWords();
  const namedOf = useNamedRows();
  return (entry: AuditEntry): readonly (readonly (string | number)[])[] => {
    const head = [
      format.instant(entry.at, program.time_zone),
      entry.at,
      entry.actor_name,
      entry.actor_email,
      t(`kind.${entry.kind}`),
      words.labelOf(entry),
      t(`verb.${entry.verb}`),
      entry.rows,
    ];
    const lines = changesOf(entry).map(({ field, before, after }) => [
      words.fieldOf(field),
      entry.before === null ? '' : words.valueText(field, before),
      entry.after === null ? '' : words.valueText(field, after),
    ]);
    const named = namedOf(entry);
    if (named !== null)
      lines.push(entry.verb === 'removed' ? [named.label, named.text, ''] : [named.label, '', named.text]);
    return (lines.length === 0 ? [['', '', '']] : lines).map((line) => [...head, ...line]);
  };
}
