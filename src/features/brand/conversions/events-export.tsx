import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { collectEvents } from '../../../data/insights/brand-collect.ts';
import type { EventFilter } from '../../../data/insights/brand-filter.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { Button } from '../../../ui/button.tsx';
import { ExportDialog } from '../../../ui/export-dialog.tsx';
import type { ExportTable } from '../../../ui/use-export.ts';
import { eventCells } from './event-cells.ts';
import { useReasonText } from './fate-badge.tsx';
import { useFilterFacts } from './use-filter-facts.ts';

/** Keeps a file within what a spreadsheet opens at once. */
const MOST_ROWS = 100_000;

/** `rows`: how many it will be, where that is known beforehand. */
type EventsExportProps = { readonly filter: EventFilter; readonly rows: number | null };

export function EventsExport({ filter, rows }: EventsExportProps) {
  const { t } = useTranslation('brand');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="dense" disabled={rows === 0} onClick={() => setIsOpen(true)}>
        <Download aria-hidden="true" size={16} />
        {t('export.open')}
      </Button>
      {isOpen && <EventsExportDialog filter={filter} rows={rows} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function EventsExportDialog({ filter, rows, onClose }: EventsExportProps & { readonly onClose: () => void }) {
  const { t } = useTranslation('brand');
  const address = useAddress();
  const { program } = usePlace();
  const reasonText = useReasonText();
  const filterFacts = useFilterFacts(filter);
  const zone = program.time_zone;
  const columns = [
    t('events.event'),
    t('events.order'),
    t('export.time_in', { zone }),
    t('export.time_utc'),
    t('fates.kind'),
    t('export.amount_in', { currency: program.currency }),
    t('events.fate'),
    t('events.reason'),
    t('events.partner'),
    t('story.partner_code'),
    t('story.promotion_code'),
    t('story.country'),
    t('story.source'),
  ];
  const make = async (onRows: (rows: number) => void, signal: AbortSignal): Promise<ExportTable> => {
    const found = await collectEvents(address.program, filter, MOST_ROWS, { onRows, signal });
    const words = {
      kind: (kind: (typeof found.rows)[number]['kind']) => t(`kind.${kind}`),
      status: (status: (typeof found.rows)[number]['status']) => t(`fate.${status}`),
      reason: reasonText,
      organic: t('events.organic'),
    };
    const place = { zone, exponent: program.currency_exponent };
    return { columns, rows: found.rows.map((row) => eventCells(row, place, words)), isCut: found.isCut };
  };
  return (
    <ExportDialog
      title={t('export.events_title')}
      facts={[
        ...filterFacts,
        { label: t('export.zone'), value: zone },
        { label: t('export.currency'), value: program.currency },
      ]}
      plan={{
        nameParts: [program.slug, t('events.title'), ...filterFacts.map((fact) => fact.value), zone, program.currency],
        rows,
        mostRows: MOST_ROWS,
        make,
      }}
      onClose={onClose}
    />
  );
}
