import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview, OverviewMetric } from '../../../data/insights/brand-model.ts';
import { useMe, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWeekStart } from '../../../i18n/week-start.ts';
import { Button } from '../../../ui/button.tsx';
import { ExportDialog } from '../../../ui/export-dialog.tsx';
import { trendOf } from './trend.ts';
import { useOverviewTable } from './use-overview-table.ts';

type OverviewExportProps = { readonly overview: Overview | undefined; readonly metric: OverviewMetric };

export function OverviewExport({ overview, metric }: OverviewExportProps) {
  const { t } = useTranslation('brand');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="dense" disabled={overview === undefined} onClick={() => setIsOpen(true)}>
        <Download aria-hidden="true" size={16} />
        {t('export.open')}
      </Button>
      {isOpen && overview !== undefined && (
        <OverviewExportDialog overview={overview} metric={metric} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}

type DialogProps = { readonly overview: Overview; readonly metric: OverviewMetric; readonly onClose: () => void };

function OverviewExportDialog({ overview, metric, onClose }: DialogProps) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const { program } = usePlace();
  const weekStart = useWeekStart(useMe()?.week_start);
  const trend = trendOf(overview, metric, weekStart);
  const table = useOverviewTable(overview, metric, trend);
  const { compare } = overview;
  const facts = [
    { label: t('export.holds'), value: t('export.overview_holds', { trend: t(`trend.${metric}_by_${trend.size}`) }) },
    { label: t('export.days'), value: format.dayRange(overview) },
    ...(compare === null ? [] : [{ label: t('export.compared'), value: format.dayRange(compare) }]),
    { label: t('export.zone'), value: program.time_zone },
    { label: t('export.currency'), value: program.currency },
    { label: t('export.as_of'), value: format.instant(overview.as_of, program.time_zone) },
  ];
  const nameParts = [
    program.slug,
    t('overview.title'),
    t(`trend.${metric}`),
    `${overview.from}..${overview.to}`,
    ...(compare === null ? [] : [`${compare.from}..${compare.to}`]),
    program.time_zone,
    program.currency,
  ];
  return (
    <ExportDialog
      title={t('export.overview_title')}
      facts={facts}
      plan={{ nameParts, rows: table.rows.length, mostRows: null, make: () => Promise.resolve(table) }}
      onClose={onClose}
    />
  );
}
