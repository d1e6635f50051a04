import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ShownPromotion } from '../../../data/promotions/model.ts';
import { CodeCopy } from '../../../ui/code-copy.tsx';
import { PromotionState } from './promotion-state.tsx';
import { useDateWords } from './use-date-words.ts';
import { useYield } from './use-yield.ts';

/** One offer: what it is, when, and the code that makes its orders mine. */
export function PromotionCard({ promotion }: { readonly promotion: ShownPromotion }) {
  const { t } = useTranslation('promotions');
  const words = useDateWords(promotion);
  const brought = useYield(promotion);
  const { id, code, creatives, state } = promotion;
  return (
    <article className="flex min-w-0 flex-col gap-3 rounded-card border border-line bg-surface p-4 shadow-card sm:px-5">
      <div>
        <div className="flex items-start justify-between gap-3">
          <h2 className="text-base font-semibold">
            <Link to={id} className="-my-3 inline-block py-3 underline-offset-4 hover:underline">
              {promotion.name}
            </Link>
          </h2>
          <PromotionState promotion={promotion} />
        </div>
        {promotion.offer !== '' && <p>{promotion.offer}</p>}
        <p className="text-ink-2">{words}</p>
      </div>
      {state !== 'ended' && <OwnCode code={code} />}
      {brought !== null && (
        <p className="text-sm text-ink-2">
          {state === 'ended' && code !== null && `${code}: `}
          {brought}
        </p>
      )}
      <p className="-mb-2 flex flex-wrap gap-x-4">
        <Link to={id} className="inline-flex min-h-11 items-center underline underline-offset-4">
          {t('brief_and_terms')}
        </Link>
        {creatives > 0 && (
          <Link
            to={`../creatives?promotion=${id}`}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {t('creatives', { count: creatives })}
          </Link>
        )}
      </p>
    </article>
  );
}

function OwnCode({ code }: { readonly code: string | null }) {
  const { t } = useTranslation('promotions');
  if (code === null) return <p className="text-ink-3">{t('no_code')}</p>;
  return <CodeCopy code={code} label={t('copy_code')} />;
}
