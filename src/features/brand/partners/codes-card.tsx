import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PartnerPage } from '../../../data/partners/brand-model.ts';
import { Card } from '../../../ui/card.tsx';

/** Codes of promotions, the newest first. */
export function CodesCard({ codes }: { readonly codes: PartnerPage['codes'] }) {
  const { t } = useTranslation('partners');
  return (
    <Card title={t('codes')}>
      {codes.length === 0 && <p className="text-ink-3">{t('no_codes')}</p>}
      <ul className="divide-y divide-line">
        {codes.map((code) => (
          <li key={code.code} className="py-2">
            <Link
              to={`../promotions/${code.promotion_id}`}
              className="flex min-h-11 items-center wrap-anywhere hover:underline sm:min-h-0"
            >
              {code.promotion}
            </Link>
            <span className="block text-sm text-ink-3">
              <span className="wrap-anywhere">{code.code}</span> · {t(`promotion.${code.state}`)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
