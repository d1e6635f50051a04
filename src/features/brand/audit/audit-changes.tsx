import { useTranslation } from 'react-i18next';
import type { AuditChange, AuditEntry } from '../../../data/audit/model.ts';
import { useAuditWords } from '../use-audit-words.ts';

type AuditChangesProps = { readonly entry: AuditEntry; readonly changes: readonly AuditChange[] };

/** Field by field: what stood there, and what stands there now. A side that there never was is left out. */
export function AuditChanges({ entry, changes }: AuditChangesProps) {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  return (
    <dl className="mt-1 flex flex-col gap-2 border-s-2 border-line ps-4">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt className="text-sm text-ink-3">{words.fieldOf(field)}</dt>
          <dd className="grid gap-x-4 sm:grid-cols-2">
            {entry.before !== null && <Side name={t('before')} text={words.valueText(field, before)} isOld />}
            {entry.after !== null && <Side name={t('after')} text={words.valueText(field, after)} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type SideProps = { readonly name: string; readonly text: string; readonly isOld?: boolean };

function Side({ name, text, isOld = false }: SideProps) {
  return (
    <p className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">
      <span className="text-sm text-ink-3">{name}: </span>
      <span className={isOld ? 'text-ink-2' : undefined}>{text}</span>
    </p>
  );
}
