import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../../data/programs/place.ts';
import type { AudienceSizeAnswer } from '../../../data/segments/model.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import type { Group } from '../../../data/segments/rule.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { CandidateLine } from './candidate-line.tsx';

type SizeCardProps = {
  /** The rule to count. While it is edited it may lag behind what is seen. */
  readonly rule: Group;
  /** What is seen cannot be counted, or not yet: the figure is the one of a moment ago. */
  readonly isBehind: boolean;
  readonly isIncomplete: boolean;
};

/** How many fit the rule now, exactly; what they read; and who some of them are. */
export function SizeCard({ rule, isBehind, isIncomplete }: SizeCardProps) {
  const { t } = useTranslation('segments');
  const { t: core } = useTranslation();
  const format = useFormat();
  const { program } = useAddress();
  const query = useQuery(segmentQueries.size(program, rule));
  const isCounting = isBehind || query.isPlaceholderData || query.isFetching;
  return (
    <Card
      title={t('size.title')}
      aside={
        query.data !== undefined &&
        !isCounting && (
          <span className="text-sm text-ink-3">{core('as_of', { time: format.asOf(query.dataUpdatedAt) })}</span>
        )
      }
    >
      {query.error !== null && <ErrorNotice error={query.error} onRetry={query.refetch} />}
      <div role="status" aria-busy={isCounting || undefined}>
        {query.data === undefined && query.error === null && (
          <>
            <p className="sr-only">{t('size.counting')}</p>
            <Skeleton className="h-10 w-32" />
          </>
        )}
        {query.data !== undefined && <Count size={query.data} isPale={isCounting} />}
        {isIncomplete && <p className="mt-1 text-warn">{t('size.waits')}</p>}
      </div>
      {query.data !== undefined && <Details size={query.data} isPale={isCounting} />}
    </Card>
  );
}

type PartProps = { readonly size: AudienceSizeAnswer; readonly isPale: boolean };

function Count({ size, isPale }: PartProps) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  return (
    <div className={classes(isPale && 'opacity-60')}>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <strong className="text-[2rem] leading-tight font-semibold">{format.number(size.active)}</strong>
        <span className="text-ink-2">{t('size.active', { count: size.active })}</span>
      </p>
      {size.paused > 0 && (
        <p className="text-ink-2">{t('size.paused', { count: size.paused, value: format.number(size.paused) })}</p>
      )}
      {size.active === 0 && <p className="text-warn">{t('size.nobody')}</p>}
    </div>
  );
}

function Details({ size, isPale }: PartProps) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const others = size.active + size.paused - size.sample.length;
  return (
    <div className={classes('mt-3 flex flex-col gap-3', isPale && 'opacity-60')}>
      {size.languages.length > 0 && (
        <div>
          <h3 className="text-sm text-ink-3">{t('size.languages')}</h3>
          <ul className="mt-1 flex flex-wrap gap-2">
            {size.languages.map(({ language, partners }) => (
              <li key={language} className="rounded-full bg-soft px-2.5 py-0.5 text-sm">
                {format.languageTitle(language)} <span className="text-ink-2">{format.number(partners)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {size.sample.length > 0 && (
        <div>
          <h3 className="text-sm text-ink-3">{t('size.sample')}</h3>
          <ul className="mt-1 flex flex-col gap-1">
            {size.sample.map((partner) => (
              <li key={partner.id}>
                <CandidateLine partner={partner} />
              </li>
            ))}
          </ul>
          {others > 0 && (
            <p className="mt-1 text-ink-3">{t('size.more', { count: others, value: format.number(others) })}</p>
          )}
        </div>
      )}
    </div>
  );
}
