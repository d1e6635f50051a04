import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Reader } from '../../../data/announcements/brand-model.ts';
import { announcementQueries } from '../../../data/announcements/brand-queries.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MoreRows } from '../../../ui/more-rows.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';

type ReadersCardProps = { readonly id: string; readonly reads: number };

/** Who has read it, the latest first. */
export function ReadersCard({ id, reads }: ReadersCardProps) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { program } = useAddress();
  const { time_zone: zone } = usePlace().program;
  const query = useInfiniteQuery(announcementQueries.readers(program, id));
  const columns: Column<Reader>[] = [
    { id: 'partner', header: t('column.partner'), cell: (row) => row.partner_name },
    { id: 'code', header: t('column.code'), cell: (row) => row.code },
    { id: 'person', header: t('column.person'), cell: (row) => row.person ?? t('no_longer_active') },
    { id: 'read', header: t('column.read_at'), isFigure: true, cell: (row) => format.asOf(row.read_at, zone) },
  ];
  return (
    <Card title={t('readers')} aside={t('read_by', { count: reads, value: format.number(reads) })} isFlush>
      <PageState query={query} skeleton={<SkeletonCards heights={['h-40']} />}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <EmptyState title={t('no_readers')}>{t('no_readers_body')}</EmptyState>;
          return (
            <>
              <DataTable
                caption={t('readers')}
                columns={columns}
                rows={rows}
                rowKey={(row) => `${row.id} ${row.code}`}
                isSlim
              />
              <MoreRows shown={rows.length} query={query} />
            </>
          );
        }}
      </PageState>
    </Card>
  );
}
