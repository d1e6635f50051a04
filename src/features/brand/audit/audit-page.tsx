import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { auditQueries } from '../../../data/audit/queries.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MoreRows } from '../../../ui/more-rows.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { AuditEntryRow } from './audit-entry-row.tsx';
import { AuditExport } from './audit-export.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { useAuditFilter } from './use-audit-filter.ts';

/** What the team has changed, for owners; others are told so in words. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const { program, role } = usePlace();
  if (role === 'owner') return <AuditList />;
  return (
    <>
      <PageHeader title={t('title')} />
      <Card>
        <EmptyState title={t('owners_only')}>{t('owners_only_body', { program: program.name })}</EmptyState>
      </Card>
    </>
  );
}

function AuditList() {
  const { t } = useTranslation('audit');
  const address = useAddress();
  const { program } = usePlace();
  const format = useFormat();
  const filtering = useAuditFilter();
  const query = useInfiniteQuery(auditQueries.list(address.program, filtering.filter));
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const zone = format.zone(program.time_zone);
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={first === undefined ? undefined : t('meta', { zone, time: format.asOf(first.as_of, program.time_zone) })}
        actions={
          <AuditExport
            filter={filtering.filter}
            actors={first?.actors ?? []}
            partner={first?.partner ?? null}
            isEmpty={rows.length === 0}
          />
        }
      />
      <AuditFilters filtering={filtering} actors={first?.actors ?? []} partner={first?.partner ?? null} />
      <PageState query={query} skeleton={<SkeletonCards heights={['h-96']} />}>
        {() =>
          rows.length === 0 ? (
            <Card>
              <EmptyState
                title={t(filtering.isFiltered ? 'none_here' : 'none')}
                action={filtering.isFiltered && <Button onClick={filtering.onClear}>{t('clear')}</Button>}
              >
                {!filtering.isFiltered && t('none_body')}
              </EmptyState>
            </Card>
          ) : (
            <Card isFlush>
              <ul aria-label={t('list')}>
                {rows.map((entry) => (
                  <AuditEntryRow key={entry.id} entry={entry} onObject={(object) => filtering.onChange({ object })} />
                ))}
              </ul>
              <MoreRows shown={rows.length} query={query} />
            </Card>
          )
        }
      </PageState>
    </>
  );
}
