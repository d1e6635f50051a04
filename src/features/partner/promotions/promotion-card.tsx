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
            <Link to={id} className="underline-offset-4 hover:underline">
              {promotion.name}
            </Link>
          </h2>
          <PromotionState promotion={promotion} />
        </div>
        {promotion.offer !== '' && <p>{promotion.offer}</p>}
        <p className="text-ink-2">{words}</p>
      </div>
      {code === null ? (
        state !== 'ended' && <p className="text-ink-3">{t('no_code')}</p>
      ) : (
        <CodeCopy code={code} label={t('copy_code')} />
      )}
      {brought !== null && <p className="text-sm text-ink-2">{brought}</p>}
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <Link to={id} className="inline-flex min-h-6 items-center underline underline-offset-4">
          {t('brief_and_terms')}
        </Link>
        {creatives > 0 && (
          <Link
            to={`../creatives?promotion=${id}`}
            className="inline-flex min-h-6 items-center underline underline-offset-4"
          >
            {t('creatives', { count: creatives })}
          </Link>
        )}
      </p>
    </article>
  );
}
