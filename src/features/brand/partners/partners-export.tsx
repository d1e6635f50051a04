import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { collectPartners } from '../../../data/partners/brand-collect.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { Button } from '../../../ui/button.tsx';
import { ExportDialog } from '../../../ui/export-dialog.tsx';
import type { ExportTable } from '../../../ui/use-export.ts';
import type { ColumnName } from './use-columns-shown.ts';
import { useFilterFacts } from './use-filter-facts.ts';
import { usePartnerCells } from './use-partner-cells.ts';
import type { Listing } from './use-partner-list.ts';
import { useSpanWords } from './use-span-words.ts';

/** Keeps a file within what a spreadsheet opens at once. */
const MOST_ROWS = 100_000;

type PartnersExportProps = {
  readonly listing: Listing;
  readonly columns: readonly ColumnName[];
  readonly total: number | null;
};

/** The list as it is shown: its filter, its order, its range and its columns, to the last row. */
export function PartnersExport(props: PartnersExportProps) {
  const { t } = useTranslation('partners');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="dense" aria-haspopup="dialog" disabled={props.total === 0} onClick={() => setIsOpen(true)}>
        <Download aria-hidden="true" size={16} />
        {t('export.open')}
      </Button>
      {isOpen && <PartnersExportDialog {...props} onClose={() => setIsOpen(false)} />}
    </>
  );
}

type DialogProps = PartnersExportProps & { readonly onClose: () => void };

function PartnersExportDialog({ listing, columns, total, onClose }: DialogProps) {
  const { t } = useTranslation('partners');
  const { program } = usePlace();
  const facts = useFilterFacts(listing.filter);
  const span = useSpanWords()(listing.span);
  const { headers, cells } = usePartnerCells(columns);
  const make = async (onRows: (rows: number) => void, signal: AbortSignal): Promise<ExportTable> => {
    const { filter, order, span: asked } = listing;
    const found = await collectPartners(program.slug, { filter, order, span: asked }, MOST_ROWS, { onRows, signal });
    return { columns: headers, rows: found.rows.map(cells), isCut: found.isCut };
  };
  return (
    <ExportDialog
      title={t('export.title')}
      facts={[
        ...facts,
        { label: t('span.label'), value: span },
        { label: t('export.zone'), value: program.time_zone },
        { label: t('export.currency'), value: program.currency },
      ]}
      plan={{
        nameParts: [
          program.slug,
          t('title'),
          ...facts.map((fact) => fact.value),
          span,
          program.time_zone,
          program.currency,
        ],
        rows: total,
        mostRows: MOST_ROWS,
        make,
      }}
      onClose={onClose}
    />
  );
}
