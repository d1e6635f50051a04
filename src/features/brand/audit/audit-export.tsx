import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../../../data/audit/model.ts';
import { collectAudit } from '../../../data/audit/queries.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { ExportDialog } from '../../../ui/export-dialog.tsx';
import type { ExportTable } from '../../../ui/use-export.ts';
import type { Actor } from './audit-filters.tsx';
import { useExportLines } from './use-export-lines.ts';

const MOST_ROWS = 50_000;

type AuditExportProps = {
  readonly filter: AuditFilter;
  readonly actors: readonly Actor[];
  readonly partner: string | null;
  readonly isEmpty: boolean;
};

/** A CSV of what the filters let through: one line a field that changed. */
export function AuditExport({ filter, actors, partner, isEmpty }: AuditExportProps) {
  const { t } = useTranslation('audit');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="dense" disabled={isEmpty} onClick={() => setIsOpen(true)}>
        <Download aria-hidden="true" size={16} />
        {t('export')}
      </Button>
      {isOpen && (
        <AuditExportDialog filter={filter} actors={actors} partner={partner} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}

type AuditExportDialogProps = Omit<AuditExportProps, 'isEmpty'> & { readonly onClose: () => void };

function AuditExportDialog({ filter, actors, partner, onClose }: AuditExportDialogProps) {
  const { t } = useTranslation('audit');
  const address = useAddress();
  const { program } = usePlace();
  const format = useFormat();
  const linesOf = useExportLines();
  const zone = program.time_zone;
  const facts = [
    ...(filter.actor === null
      ? []
      : [{ label: t('who'), value: actors.find(({ id }) => id === filter.actor)?.name ?? filter.actor }]),
    ...(filter.kind === null ? [] : [{ label: t('kind_label'), value: t(`kind.${filter.kind}`) }]),
    ...(filter.partnership === null ? [] : [{ label: t('kind.partnership'), value: partner ?? filter.partnership }]),
    ...(filter.from === null ? [] : [{ label: t('from'), value: format.dayShort(filter.from) }]),
    ...(filter.to === null ? [] : [{ label: t('to'), value: format.dayShort(filter.to) }]),
  ];
  const columns = [
    t('time_in', { zone }),
    t('time_utc'),
    t('who'),
    t('fields.email'),
    t('kind_label'),
    t('object'),
    t('verb_label'),
    t('rows'),
    t('field'),
    t('before'),
    t('after'),
  ];
  const make = async (onRows: (rows: number) => void, signal: AbortSignal): Promise<ExportTable> => {
    const found = await collectAudit(address.program, filter, MOST_ROWS, { onRows, signal });
    return { columns, rows: found.rows.flatMap(linesOf), isCut: found.isCut };
  };
  return (
    <ExportDialog
      title={t('export_title')}
      facts={[...facts, { label: t('time_in', { zone }), value: zone }]}
      plan={{
        nameParts: [program.slug, t('title'), ...facts.map((fact) => fact.value), zone],
        rows: null,
        mostRows: MOST_ROWS,
        make,
      }}
      onClose={onClose}
    />
  );
}
