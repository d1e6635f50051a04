import { useTranslation } from 'react-i18next';
import { knownKind, STATUSES, type TimelineEntry } from '../../../data/partners/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Card } from '../../../ui/card.tsx';

/** What happened between brand and partner, the newest first. */
export function TimelineCard({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation('partners');
  return (
    <Card title={t('timeline')}>
      <ol className="flex flex-col gap-3">
        {entries.map((entry) => (
          <Entry key={`${entry.at} ${entry.kind} ${entry.text}`} entry={entry} />
        ))}
      </ol>
    </Card>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTranslation('partners');
  const { t: core } = useTranslation();
  const format = useFormat();
  const kind = knownKind(entry.kind);
  if (kind === null) return null;
  const isReason = kind.startsWith('status_');
  const status = STATUSES.find((one) => one === entry.text);
  const text = kind === 'undone' && status !== undefined ? core(`status.${status}`) : (entry.text ?? '–');
  return (
    <li className="border-s-2 border-line ps-3">
      <p className="wrap-anywhere">{t(`event.${kind}`, { text })}</p>
      {isReason && entry.text !== null && <p className="wrap-anywhere text-ink-2">{entry.text}</p>}
      <p className="text-sm text-ink-3">
        <time dateTime={entry.at}>{format.instant(entry.at)}</time>
      </p>
    </li>
  );
}
