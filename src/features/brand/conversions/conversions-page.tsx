import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { mayBookConversions } from '../../../data/conversions/rights.ts';
import { brandQueries } from '../../../data/insights/brand-queries.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EventsCard } from './events-card.tsx';
import { FatesSection } from './fates-section.tsx';
import { useEventFilter } from './use-event-filter.ts';

/** What was reported, what became of it, and every event by filter. */
export function ConversionsPage() {
  const { t } = useTranslation('brand');
  const { program } = useAddress();
  const filtering = useEventFilter();
  const fates = useQuery(brandQueries.fates(program));
  const list = useRef<HTMLDivElement>(null);
  const handleShow = () => list.current?.focus();
  return (
    <>
      <PageHeader
        title={t('events.title')}
        meta={<Meta updatedAt={fates.dataUpdatedAt} />}
        actions={<ImportAction />}
      />
      {fates.data?.fates.length === 0 && fates.data.imports.length === 0 ? (
        <FirstOrders />
      ) : (
        <div className="flex flex-col gap-4">
          <FatesSection query={fates} isFiltered={filtering.isFiltered} onShow={handleShow} />
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form */}
          <div ref={list} role="group" aria-label={t('events.list')} tabIndex={-1} className="scroll-mt-4 rounded-card">
            <EventsCard filtering={filtering} fates={fates.data?.fates ?? null} />
          </div>
        </div>
      )}
    </>
  );
}

/** A program to which nothing was ever reported: how the first orders come in. */
function FirstOrders() {
  const { t } = useTranslation('brand');
  const { role } = usePlace();
  return (
    <Card>
      <EmptyState title={t('first.title')}>{t(mayBookConversions(role) ? 'first.body' : 'first.ask')}</EmptyState>
    </Card>
  );
}

function Meta({ updatedAt }: { readonly updatedAt: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { program } = usePlace();
  const zone = t('zone_time', { zone: format.zone(program.time_zone) });
  const time = format.asOf(updatedAt, program.time_zone);
  return (
    <>
      {format.opened(zone)}, {program.currency}
      {updatedAt > 0 && ` · ${t('as_of', { time })}`}
    </>
  );
}

function ImportAction() {
  const { t } = useTranslation('brand');
  const { role } = usePlace();
  if (!mayBookConversions(role)) return <p className="text-ink-3">{t('events.import_not_yours')}</p>;
  return (
    <LinkButton to="../import" variant="primary">
      {t('events.import')}
    </LinkButton>
  );
}
