import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PartnerFilter } from '../../../data/partners/brand-model.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { ExportFact } from '../../../ui/export-dialog.tsx';

/** What the list is narrowed to, in words. */
export function useFilterFacts(filter: PartnerFilter): ExportFact[] {
  const { t } = useTranslation('partners');
  const { t: core } = useTranslation();
  const format = useFormat();
  const { program } = useAddress();
  const segments = useQuery(segmentQueries.list(program)).data ?? [];
  const facts: (ExportFact | null)[] = [
    filter.search === null ? null : { label: t('filter.search'), value: filter.search },
    filter.status === null ? null : { label: t('column.status'), value: core(`status.${filter.status}`) },
    filter.type === null ? null : { label: t('column.type'), value: core(`partner_type.${filter.type}`) },
    filter.tier === null ? null : { label: t('column.tier'), value: filter.tier === '' ? t('no_tier') : filter.tier },
    filter.tag === null ? null : { label: t('tag'), value: filter.tag },
    filter.country === null ? null : { label: t('column.country'), value: format.country(filter.country) },
    filter.segment === null
      ? null
      : {
          label: t('segment'),
          value: segments.find(({ id }) => id === filter.segment)?.name ?? filter.segment,
        },
  ];
  return facts.filter((fact) => fact !== null);
}
