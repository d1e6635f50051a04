import { useTranslation } from 'react-i18next';
import { type Overview, UNCOUNTED_KINDS } from '../../../data/insights/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** The clicks of the range in a line; how many visits are none, and why, unfolds. */
export function VisitsNote({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const { uncounted, totals } = overview;
  const kinds = UNCOUNTED_KINDS.filter((kind) => (uncounted[kind] ?? 0) > 0);
  const visits = kinds.reduce((sum, kind) => sum + (uncounted[kind] ?? 0), 0);
  const clicks = t('visits.clicks', { count: totals.clicks, value: format.number(totals.clicks) });
  if (visits === 0) return totals.clicks === 0 ? null : <p className="px-1 text-sm text-ink-2">{clicks}</p>;
  return (
    <details className="px-1 text-sm text-ink-2">
      <summary className="min-h-11 cursor-pointer py-2.5 sm:min-h-0 sm:py-1">
        {clicks} · {t('visits.uncounted', { count: visits, value: format.number(visits) })}
      </summary>
      <p className="mt-1 max-w-prose">{t('visits.why')}</p>
      <dl className="mt-2 grid w-fit max-w-full grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {kinds.map((kind) => (
          <div key={kind} className="col-span-2 grid grid-cols-subgrid">
            <dt className="order-2 min-w-0">{t(`visits.kind.${kind}`)}</dt>
            <dd className="text-end tabular-nums">{format.number(uncounted[kind] ?? 0)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
