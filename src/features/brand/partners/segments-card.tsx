import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PartnerPage } from '../../../data/partners/brand-model.ts';
import { Card } from '../../../ui/card.tsx';

/** The segments they are in now; each says why on its own page. */
export function SegmentsCard({ page }: { readonly page: PartnerPage }) {
  const { t } = useTranslation('partners');
  return (
    <Card title={t('segments')}>
      {page.segments.length === 0 && <p className="text-ink-3">{t('no_segments')}</p>}
      <ul className="divide-y divide-line">
        {page.segments.map((segment) => (
          <li key={segment.id} className="flex flex-wrap items-center justify-between gap-x-4">
            <span className="min-w-0 wrap-anywhere">{segment.name}</span>
            <Link
              to={`../segments/${segment.id}?partner=${page.partner.id}`}
              className="inline-flex min-h-11 items-center text-accent hover:underline"
            >
              {t('why')}
              <span className="sr-only"> {segment.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
