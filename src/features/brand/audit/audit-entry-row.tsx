import { useTranslation } from 'react-i18next';
import { type AuditEntry, changesOf } from '../../../data/audit/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { useAuditWords } from '../use-audit-words.ts';
import { AuditChanges } from './audit-changes.tsx';
import { type NamedRows, useNamedRows } from './use-named-rows.ts';

type AuditEntryRowProps = { readonly entry: AuditEntry; readonly onObject: (id: string) => void };

const TONES = { added: 'accent', changed: 'neutral', removed: 'loss' } as const;

/** One entry: what, by whom, when; what stood there before unfolds. */
export function AuditEntryRow({ entry, onObject }: AuditEntryRowProps) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { program } = usePlace();
  const words = useAuditWords();
  const changes = changesOf(entry);
  const named = useNamedRows()(entry);
  const { object_id: objectId } = entry;
  return (
    <li className="border-b border-line px-4 py-3 last:border-b-0 sm:px-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="min-w-0">
          <span className="text-ink-3">{t(`kind.${entry.kind}`)}</span>{' '}
          <span className="font-semibold">{words.labelOf(entry)}</span>{' '}
          <Badge tone={TONES[entry.verb]}>{t(`verb.${entry.verb}`)}</Badge>
        </p>
        <div className="min-w-0 text-sm text-ink-3 sm:text-end">
          <p>
            {entry.actor_name} · <time dateTime={entry.at}>{format.instant(entry.at, program.time_zone)}</time>
          </p>
          {entry.actor_email !== entry.actor_name && (
            <p className="text-xs [overflow-wrap:anywhere]">{entry.actor_email}</p>
          )}
        </div>
      </div>
      {(changes.length > 0 || named !== null) && (
        <details className="mt-1">
          <summary className="min-h-11 cursor-pointer py-2.5 text-ink-2 sm:min-h-0 sm:py-1">
            <span className="sr-only">{t('show')}: </span>
            {changes.length > 0 ? words.summaryOf(entry, changes) : named?.label}
          </summary>
          {changes.length > 0 && <AuditChanges entry={entry} changes={changes} />}
          {named !== null && <Named named={named} />}
          {objectId !== null && (
            <Button variant="quiet" size="dense" className="mt-1" onClick={() => onObject(objectId)}>
              {t('one_object')}
            </Button>
          )}
        </details>
      )}
    </li>
  );
}

function Named({ named }: { readonly named: NamedRows }) {
  return (
    <p className="mt-2 border-s-2 border-line ps-4 [overflow-wrap:anywhere]">
      <span className="text-sm text-ink-3">{named.label}: </span>
      {named.text}
    </p>
  );
}
