import { Pin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { excerptOf } from '../../../data/announcements/excerpt.ts';
import type { InboxRow } from '../../../data/announcements/inbox-model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Badge } from '../../../ui/badge.tsx';
import { classes } from '../../../ui/classes.ts';

/** One line of the inbox: the whole of it leads to the message. */
export function MessageRow({ row }: { readonly row: InboxRow }) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const { program } = usePlace();
  const { search } = useLocation();
  return (
    <li className="border-b border-line last:border-b-0">
      <Link
        to={row.id}
        state={{ search }}
        className="flex gap-3 px-4 py-3 hover:bg-soft focus-visible:-outline-offset-2 sm:px-5"
      >
        <span
          aria-hidden="true"
          className={classes('mt-2 size-2 shrink-0 rounded-full', row.is_unread ? 'bg-accent' : 'bg-transparent')}
        />
        <span className="flex min-w-0 grow flex-col gap-1">
          <span className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className={classes('min-w-0', row.is_unread ? 'font-semibold' : 'text-ink-2')}>
              {row.is_unread && <span className="sr-only">{t('is_unread')} </span>}
              <span lang={row.language}>{row.title}</span>
            </span>
            <time dateTime={row.publish_at} className="text-sm text-ink-3">
              {format.asOf(row.publish_at, program.time_zone)}
            </time>
          </span>
          <span lang={row.language} className="truncate text-ink-3">
            {excerptOf(row.body)}
          </span>
          <span className="flex flex-wrap gap-2">
            {row.is_pinned && (
              <Badge tone="accent" icon={Pin}>
                {t('pinned')}
              </Badge>
            )}
            <Badge>{t(`kind.${row.kind}`)}</Badge>
          </span>
        </span>
      </Link>
    </li>
  );
}
