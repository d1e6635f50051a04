import { useTranslation } from 'react-i18next';
import type { Program } from '../../../data/programs/model.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { DayRange } from '../../../lib/dates.ts';
import type { ExportFact } from '../../../ui/export-dialog.tsx';

type ExportSubject = {
  readonly program: Program;
  readonly days: DayRange;
  readonly subject: string;
  readonly filter: string | null;
};

/** What every file of this room says about itself, in the dialog and in its name. */
export function useExportFacts({ program, days, subject, filter }: ExportSubject): {
  readonly facts: readonly ExportFact[];
  readonly nameParts: readonly string[];
} {
  const { t } = useTranslation('details');
  const format = useFormat();
  const { code } = useAddress();
  const facts = [
    { label: t('csv.days'), value: format.dayRange(days) },
    { label: t('csv.zone'), value: program.time_zone },
    { label: t('csv.currency'), value: program.currency },
    { label: t('csv.filters'), value: filter ?? t('csv.no_filters') },
  ];
  const parts = [
    program.slug,
    code ?? '',
    subject,
    `${days.from}..${days.to}`,
    filter ?? '',
    program.time_zone,
    program.currency,
  ];
  return { facts, nameParts: parts };
}
