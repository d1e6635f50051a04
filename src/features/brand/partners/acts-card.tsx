import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  type AuditChange,
  type AuditEntry,
  changesOf,
  NO_AUDIT_FILTER,
  nameAndEmail,
} from '../../../data/audit/model.ts';
import { auditQueries } from '../../../data/audit/queries.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useAuditWords } from '../use-audit-words.ts';

const SHOWN = 5;

/** What the team did to this partner last, by whom, from what to what: for owners, who may read the audit. */
export function ActsCard({ partnership }: { readonly partnership: string }) {
  const { t } = useTranslation('partners');
  const { program } = useAddress();
  const query = useInfiniteQuery(auditQueries.list(program, { ...NO_AUDIT_FILTER, partnership }));
  // What stands there while another partner's is fetched is about somebody else.
  const rows = query.isPlaceholderData ? undefined : query.data?.pages[0]?.rows;
  return (
    <Card
      title={t('acts')}
      aside={
        <Link
          to={`../audit?partnership=${partnership}`}
          className="inline-flex min-h-11 items-center text-accent hover:underline sm:min-h-0"
        >
          {t('all_acts')}
        </Link>
      }
    >
      {rows === undefined && query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {rows === undefined && !query.isError && <Skeleton className="h-24" />}
      {rows?.length === 0 && <p className="text-ink-3">{t('no_acts')}</p>}
      <ol className="flex flex-col gap-3">
        {rows?.slice(0, SHOWN).map((entry) => (
          <Act key={entry.id} entry={entry} />
        ))}
      </ol>
    </Card>
  );
}

function Act({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const { program } = usePlace();
  const format = useFormat();
  const words = useAuditWords();
  // The page says already which partner it is; of many it says how many they were.
  const label = entry.kind === 'partnership' && entry.rows === 1 ? '' : words.labelOf(entry);
  return (
    <li className="border-s-2 border-line ps-3 wrap-anywhere">
      <p>
        {t(`kind.${entry.kind}`)} {label !== '' && <b className="font-semibold">{label}</b>}{' '}
        <span className="text-ink-2">{t(`verb.${entry.verb}`)}</span>
      </p>
      {changesOf(entry).map((change) => (
        <Change key={change.field} entry={entry} change={change} />
      ))}
      <p className="text-sm text-ink-3">
        {nameAndEmail(entry.actor_name, entry.actor_email)} ·{' '}
        <time dateTime={entry.at}>{format.instant(entry.at, program.time_zone)}</time>
      </p>
    </li>
  );
}

/** A side that there never was is left out. */
function Change({ entry, change }: { readonly entry: AuditEntry; readonly change: AuditChange }) {
  const { t } = useTranslation('audit');
  const { t: core } = useTranslation();
  const words = useAuditWords();
  const before = words.valueText(change.field, change.before);
  const after = words.valueText(change.field, change.after);
  const pair = (text: string) => (
    <p className="text-ink-2">{core('pair', { label: words.fieldOf(change.field), text })}</p>
  );
  if (entry.before === null) return pair(after);
  return pair(entry.after === null ? before : t('from_to', { before, after }));
}
