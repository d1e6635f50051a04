import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PartnerRow, type PartnersMeant, STATUSES } from '../../../data/partners/brand-model.ts';
import { partnerListQueries } from '../../../data/partners/brand-queries.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MoreRows } from '../../../ui/more-rows.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { actsFor } from './acts-for.ts';
import { ColumnsButton } from './columns-button.tsx';
import { PartnerFilters } from './partner-filters.tsx';
import { PartnersExport } from './partners-export.tsx';
import { PartnersTable } from './partners-table.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useColumnsShown } from './use-columns-shown.ts';
import type { Listing } from './use-partner-list.ts';

type PartnersCardProps = { readonly listing: Listing; readonly canKeep: boolean };

/** The list by filter and order, page after page, and what is chosen of it. */
export function PartnersCard({ listing, canKeep }: PartnersCardProps) {
  const { t } = useTranslation('partners');
  const { program } = useAddress();
  const { filter, order, span } = listing;
  const query = useInfiniteQuery(partnerListQueries.list(program, { filter, order, span }));
  const columns = useColumnsShown();
  const total = query.data?.pages[0]?.total ?? null;
  // Another filter means other partners: what was chosen before is not carried along unseen.
  const asked = JSON.stringify(filter);
  return (
    <Card
      title={t('list')}
      isFlush
      aside={
        <div className="flex flex-wrap gap-2">
          <ColumnsButton {...columns} />
          <PartnersExport listing={listing} columns={columns.shown} total={total} />
        </div>
      }
    >
      <PartnerFilters listing={listing} />
      <PageState query={query} skeleton={<ListSkeleton />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.rows);
          if (rows.length === 0 && !query.hasNextPage) return <NoPartners listing={listing} />;
          return (
            <div aria-busy={query.isPlaceholderData} className={query.isPlaceholderData ? 'opacity-60' : undefined}>
              <Total total={total} />
              <Chosen
                key={asked}
                rows={rows}
                total={total}
                listing={listing}
                columns={columns.shown}
                canKeep={canKeep}
              />
              {!query.isPlaceholderData && <MoreRows shown={rows.length} query={query} />}
            </div>
          );
        }}
      </PageState>
    </Card>
  );
}

type ChosenProps = PartnersCardProps & {
  readonly rows: readonly PartnerRow[];
  readonly total: number | null;
  readonly columns: ReturnType<typeof useColumnsShown>['shown'];
};

function Chosen({ rows, total, listing, columns, canKeep }: ChosenProps) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [isEverybody, setIsEverybody] = useState(false);
  const meant: PartnersMeant = isEverybody ? { filter: listing.filter, total } : { ids: [...ids] };
  const handleToggle = (id: string) => {
    const next = new Set(ids);
    if (!next.delete(id)) next.add(id);
    setIds(next);
    setIsEverybody(false);
  };
  const handleClear = () => {
    setIds(new Set());
    setIsEverybody(false);
  };
  return (
    <>
      {canKeep && (
        <SelectionBar
          meant={meant}
          acts={actsFor(
            isEverybody ? everyStatus(listing) : rows.filter(({ id }) => ids.has(id)).map(({ status }) => status),
          )}
          shown={rows.length}
          total={total}
          onShown={() => setIds(new Set(rows.map(({ id }) => id)))}
          onEverybody={() => setIsEverybody(true)}
          onClear={handleClear}
        />
      )}
      <PartnersTable
        rows={rows}
        listing={listing}
        columns={columns}
        selection={canKeep ? { isChosen: (id) => isEverybody || ids.has(id), onToggle: handleToggle } : null}
      />
    </>
  );
}

const everyStatus = ({ filter }: Listing) => (filter.status === null ? STATUSES : [filter.status]);

function Total({ total }: { readonly total: number | null }) {
  const { t } = useTranslation('partners');
  const format = useFormat();
  return (
    <p role="status" className="px-4 pb-2 text-ink-2 sm:px-5">
      {total === null ? t('total_unknown') : t('total', { count: total, value: format.number(total) })}
    </p>
  );
}

function NoPartners({ listing }: { readonly listing: Listing }) {
  const { t } = useTranslation('partners');
  if (!listing.isFiltered) return <EmptyState title={t('none.title')}>{t('none.body')}</EmptyState>;
  return (
    <EmptyState title={t('none.filtered')} action={<Button onClick={listing.onClear}>{t('filter.clear')}</Button>}>
      {t('none.filtered_body')}
    </EmptyState>
  );
}

const SKELETON = ['one', 'two', 'three', 'four', 'five', 'six'];

function ListSkeleton() {
  return (
    <div className="divide-y divide-line border-t border-line">
      {SKELETON.map((row) => (
        <div
          key={row}
          className="flex h-32 flex-col justify-center gap-3 px-4 sm:h-14 sm:flex-row sm:items-center sm:justify-between sm:px-5"
        >
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-4 w-24" />
        </div>
      ))}
    </div>
  );
}
