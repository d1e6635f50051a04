import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FateSum } from '../../../data/insights/brand-events-model.ts';
import { knownTotal } from '../../../data/insights/brand-filter.ts';
import { brandQueries } from '../../../data/insights/brand-queries.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MoreRows } from '../../../ui/more-rows.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { EventFilters } from './event-filters.tsx';
import { EventsExport } from './events-export.tsx';
import { EventsSkeleton } from './events-skeleton.tsx';
import { EventsTable } from './events-table.tsx';
import type { Filtering } from './use-event-filter.ts';

type EventsCardProps = { readonly filtering: Filtering; readonly fates: readonly FateSum[] | null };

/** Every event by filter, newest first, page after page. */
export function EventsCard({ filtering, fates }: EventsCardProps) {
  const { t } = useTranslation('brand');
  const { program } = useAddress();
  const query = useInfiniteQuery(brandQueries.events(program, filtering.filter));
  const total = fates === null ? null : knownTotal(fates, filtering.filter);
  return (
    <Card
      title={t('events.list')}
      aside={<EventsExport filter={filtering.filter} rows={total?.events ?? null} />}
      isFlush
    >
      <EventFilters filtering={filtering} />
      {total !== null && filtering.isFiltered && <Total total={total} />}
      <PageState query={query} skeleton={<EventsSkeleton />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <NoEvents filtering={filtering} />;
          return (
            <div aria-busy={query.isPlaceholderData} className={query.isPlaceholderData ? 'opacity-60' : undefined}>
              <EventsTable rows={rows} />
              {!query.isPlaceholderData && <MoreRows shown={rows.length} query={query} />}
            </div>
          );
        }}
      </PageState>
    </Card>
  );
}

function Total({ total }: { readonly total: NonNullable<ReturnType<typeof knownTotal>> }) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  return (
    <p className="border-b border-line px-4 pb-3 sm:px-5">
      <span className="font-semibold">
        {t('events.found', { count: total.events, value: format.number(total.events) })}
      </span>
      {' · '}
      {t('events.sum', { value: format.money(total.amount_minor, currency) })}
    </p>
  );
}

function NoEvents({ filtering }: { readonly filtering: Filtering }) {
  const { t } = useTranslation('brand');
  if (!filtering.isFiltered) return <EmptyState title={t('first.title')}>{t('first.body')}</EmptyState>;
  return (
    <EmptyState title={t('events.none')} action={<Button onClick={filtering.onClear}>{t('filter.clear')}</Button>}>
      {t('events.none_more')}
    </EmptyState>
  );
}
