import { useTranslation } from 'react-i18next';
import type { Breakdown, BreakdownRow } from '../../../data/insights/partner-model.ts';
import type { Program } from '../../../data/programs/model.ts';
import type { DayRange } from '../../../lib/dates.ts';
import { decimalText } from '../../../lib/money.ts';
import { hasClicks } from './breakdown-rows.ts';
import { ExportButton } from './export-button.tsx';
import { useExportFacts } from './use-export-facts.ts';
import { useSourceNames } from './use-source-names.ts';

type BreakdownExportProps = {
  readonly rows: readonly BreakdownRow[];
  readonly by: Breakdown;
  readonly days: DayRange;
  readonly program: Program;
};

/** The table as it stands: the same rows in the same order. */
export function BreakdownExport({ rows, by, days, program }: BreakdownExportProps) {
  const { t } = useTranslation('details');
  const nameOf = useSourceNames(by);
  const title = `${t('breakdown.title')}: ${t(`breakdown.by_${by}`)}`;
  const { facts, nameParts } = useExportFacts({ program, days, subject: title, filter: null });
  const inCurrency = (label: string): string => `${label} (${program.currency})`;
  const columns = [
    t(`breakdown.by_${by}`),
    inCurrency(t('breakdown.earned')),
    inCurrency(t('breakdown.sales')),
    t('breakdown.orders'),
    ...(hasClicks(by) ? [t('breakdown.clicks')] : []),
  ];
  const cells = rows.map((row) => [
    nameOf(row),
    decimalText(row.accrued_minor, program.currency_exponent),
    decimalText(row.revenue_minor, program.currency_exponent),
    row.conversions,
    ...(hasClicks(by) ? [row.clicks] : []),
  ]);
  const plan = {
    nameParts,
    rows: rows.length,
    mostRows: null,
    make: async () => ({ columns, rows: cells, isCut: false }),
  };
  return (
    <div className="flex justify-end border-t border-line px-4 py-3 sm:px-5">
      <ExportButton title={title} facts={facts} plan={plan} />
    </div>
  );
}
