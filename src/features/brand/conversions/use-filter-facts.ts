import { useTranslation } from 'react-i18next';
import type { EventFilter } from '../../../data/insights/brand-filter.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { ExportFact } from '../../../ui/export-dialog.tsx';
import { usePartnerText } from './partner-filter.tsx';

/** What a filter says, in words: for the export's dialog and for its file's name. */
export function useFilterFacts(filter: EventFilter): ExportFact[] {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const partner = usePartnerText(filter);
  const { status, reason, kind, from, to, search } = filter;
  const facts: ExportFact[] = [];
  if (status !== null) facts.push({ label: t('events.fate'), value: t(`fate.${status}`) });
  if (reason !== null) facts.push({ label: t('events.reason'), value: t(`reason.${reason}`) });
  if (kind !== null) facts.push({ label: t('fates.kind'), value: t(`kind.${kind}`) });
  if (partner !== null) facts.push({ label: t('events.partner'), value: partner });
  if (from !== null) facts.push({ label: t('filter.from'), value: format.dayShort(from) });
  if (to !== null) facts.push({ label: t('filter.to'), value: format.dayShort(to) });
  if (search !== null) facts.push({ label: t('filter.search_short'), value: search });
  return facts.length > 0 ? facts : [{ label: t('export.holds'), value: t('export.every_event') }];
}
