import { useTranslation } from 'react-i18next';
import type { CommissionLine, CommissionState } from '../../../data/commissions/model.ts';
import { exportLines } from '../../../data/commissions/queries.ts';
import type { Program } from '../../../data/programs/model.ts';
import { useAddress } from '../../../data/programs/place.ts';
import type { DayRange } from '../../../lib/dates.ts';
import type { ExportTable } from '../../../ui/use-export.ts';
import { ExportButton } from './export-button.tsx';
import { lineCells } from './line-cells.ts';
import { useExportFacts } from './use-export-facts.ts';
import { useLineWords } from './use-line-words.ts';

type LinesExportProps = {
  readonly ask: { readonly days: DayRange; readonly state: CommissionState | null };
  readonly program: Program;
};

/** All lines of the range and the state chosen, those on later pages included. */
export function LinesExport({ ask, program }: LinesExportProps) {
  const { t } = useTranslation('details');
  const { t: tc } = useTranslation();
  const address = useAddress();
  const words = useLineWords(program);
  const filter = ask.state === null ? null : `${t('lines.state')}: ${tc(`commission_state.${ask.state}`)}`;
  const { facts, nameParts } = useExportFacts({ program, days: ask.days, subject: t('lines.title'), filter });
  const inCurrency = (label: string): string => `${label} (${program.currency})`;
  const columns = [
    `${t('lines.date')} (${program.time_zone})`,
    t('lines.order'),
    t('lines.kind'),
    t('lines.state'),
    t('lines.final_on'),
    t('lines.reason'),
    t('lines.country'),
    t('lines.code'),
    t('lines.terms'),
    inCurrency(t('lines.base')),
    inCurrency(t('lines.amount')),
  ];
  const cellsOf = (line: CommissionLine) =>
    lineCells(line, program.currency_exponent, {
      kind: t(`lines.kind_${line.kind}`),
      state: tc(`commission_state.${line.state}`),
      reason: words.reason(line),
      country: words.country(line),
      terms: words.terms(line),
    });
  const make = async (onRows: (rows: number) => void, signal: AbortSignal): Promise<ExportTable> => {
    const lines = await exportLines(address, ask, onRows, signal);
    return { columns, rows: lines.map(cellsOf), isCut: false };
  };
  return <ExportButton title={t('lines.title')} facts={facts} plan={{ nameParts, rows: null, mostRows: null, make }} />;
}
