import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BrandFates, totalOf } from '../../../data/insights/brand-events-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { PageState } from '../../../ui/page-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { FatesCard } from './fates-card.tsx';
import { FilesCard } from './files-card.tsx';

type FatesSectionProps = {
  readonly query: Parameters<typeof PageState<BrandFates>>[0]['query'];
  /** Whoever comes for some events wants to see those: the summary is folded then. */
  readonly isFiltered: boolean;
  /** Called when the events of one fate are asked for. */
  readonly onShow: () => void;
};

/** What became of everything, and the files it came in. */
export function FatesSection({ query, isFiltered, onShow }: FatesSectionProps) {
  const [isOpen] = useState(!isFiltered);
  return (
    <PageState query={query} skeleton={<FatesSkeleton isOpen={isOpen} />}>
      {(data) => (
        <details open={isOpen} className="group">
          <summary className="mb-2 flex min-h-11 items-center gap-2 text-ink-2">
            <ChevronDown aria-hidden="true" size={18} className="shrink-0 -rotate-90 group-open:rotate-0" />
            <FatesInWords data={data} />
          </summary>
          <div className="grid gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] lg:items-start">
            <FatesCard fates={data.fates} onShow={onShow} />
            <FilesCard imports={data.imports} />
          </div>
        </details>
      )}
    </PageState>
  );
}

function FatesInWords({ data }: { readonly data: BrandFates }) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const countOf = (status: 'applied' | 'held' | 'rejected'): string =>
    format.number(totalOf(data.fates.filter((fate) => fate.status === status)).events);
  const { events } = totalOf(data.fates);
  return (
    <span>
      <strong className="font-semibold text-ink">
        {t('fates.all', { count: events, value: format.number(events) })}
      </strong>{' '}
      {t('fates.split', { applied: countOf('applied'), held: countOf('held'), rejected: countOf('rejected') })}
    </span>
  );
}

function FatesSkeleton({ isOpen }: { readonly isOpen: boolean }) {
  return (
    <>
      <Skeleton className="mt-3 mb-5 h-5 w-72 max-w-full" />
      {isOpen && (
        <div className="grid gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <Skeleton className="h-96 w-full" />
          <Skeleton className="h-40 w-full" />
        </div>
      )}
    </>
  );
}
