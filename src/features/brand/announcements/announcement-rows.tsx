import { Pin } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AnnouncementRow } from '../../../data/announcements/brand-model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MoreRows } from '../../../ui/more-rows.tsx';
import { StateBadge } from './state-badge.tsx';

type AnnouncementRowsProps = {
  readonly rows: readonly AnnouncementRow[];
  readonly query: Parameters<typeof MoreRows>[0]['query'];
  readonly isFiltered: boolean;
  readonly onReset: () => void;
  readonly action: ReactNode;
};

export function AnnouncementRows({ rows, query, isFiltered, onReset, action }: AnnouncementRowsProps) {
  const { t } = useTranslation('announcements');
  const columns = useColumns();
  if (rows.length === 0 && isFiltered)
    return <EmptyState title={t('none_found')} action={<Button onClick={onReset}>{t('show_all')}</Button>} />;
  if (rows.length === 0) {
    return (
      <EmptyState title={t('none')} action={action}>
        {t('none_body')}
      </EmptyState>
    );
  }
  return (
    <>
      <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
      <MoreRows shown={rows.length} query={query} />
    </>
  );
}

function useColumns(): Column<AnnouncementRow>[] {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { time_zone: zone } = usePlace().program;
  const when = (row: AnnouncementRow) =>
    row.publish_at === null
      ? t('begun', { time: format.asOf(row.updated_at, zone) })
      : format.asOf(row.publish_at, zone);
  return [
    { id: 'label', header: t('column.title'), cell: (row) => <Label row={row} /> },
    { id: 'state', header: t('column.state'), cell: (row) => <StateBadge state={row.state} /> },
    {
      id: 'audience',
      header: t('column.audience'),
      cell: (row) =>
        row.audience === 'everyone' ? t('everyone') : format.list(row.segments.map((segment) => segment.name)),
    },
    { id: 'when', header: t('column.when'), cell: when },
    {
      id: 'reads',
      header: t('column.reads'),
      isFigure: true,
      cell: (row) => (row.state === 'draft' || row.state === 'scheduled' ? '–' : format.number(row.reads)),
    },
  ];
}

function Label({ row }: { readonly row: AnnouncementRow }) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { locales } = usePlace().program;
  const languages = locales.every((locale) => row.locales.includes(locale))
    ? t('every_language')
    : format.list(row.locales.map((locale) => format.language(locale)));
  return (
    <span className="flex flex-col @2xl:min-w-52">
      <Link to={row.id} className="inline-flex min-h-11 items-center hover:underline sm:min-h-0">
        {row.label === '' ? t('untitled') : row.label}
      </Link>
      <span className="text-sm font-normal text-ink-3">
        {t(`kind.${row.kind}`)} · {languages}
        {row.is_pinned && (
          <>
            {' · '}
            <span className="whitespace-nowrap">
              <Pin aria-hidden="true" size={12} className="inline" /> {t('pinned')}
            </span>
          </>
        )}
      </span>
    </span>
  );
}
