import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { pageAddress, spoken } from '../../../data/links/address.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import type { ShownDetail } from '../../../data/promotions/model.ts';
import { partnerPromotionQueries } from '../../../data/promotions/partner-queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Address } from '../../../ui/address.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { CodeCopy } from '../../../ui/code-copy.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { OpenOnly } from './open-only.tsx';
import { PromotionState } from './promotion-state.tsx';
import { useDateWords } from './use-date-words.ts';
import { useYield } from './use-yield.ts';

/** All that a partner needs of one promotion: code, page, brief and terms. */
export function PromotionPage() {
  const { t } = useTranslation('promotions');
  const { promotionId = '' } = useParams();
  const query = useQuery(partnerPromotionQueries.one(useAddress(), promotionId));
  const isGone =
    query.error !== null && 'code' in query.error && ['not_found', 'invalid'].includes(String(query.error.code));
  return (
    <>
      <PageHeader title={query.data?.name ?? t('title')} meta={<Back />} />
      <OpenOnly>
        {isGone ? (
          <EmptyState title={t('gone')} action={<LinkButton to="../promotions">{t('all')}</LinkButton>}>
            {t('gone_body')}
          </EmptyState>
        ) : (
          <PageState query={query} skeleton={<SkeletonCards heights={['h-40', 'h-60']} />}>
            {(promotion) => <Whole promotion={promotion} />}
          </PageState>
        )}
      </OpenOnly>
    </>
  );
}

function Back() {
  const { t } = useTranslation('promotions');
  return (
    <Link
      to="../promotions"
      className="-mb-3 inline-flex min-h-11 items-center gap-1 underline-offset-4 hover:underline"
    >
      <ArrowLeft aria-hidden="true" size={16} />
      {t('all')}
    </Link>
  );
}

function Whole({ promotion }: { readonly promotion: ShownDetail }) {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const { program } = usePlace();
  const brought = useYield(promotion);
  const link = promotion.link === null ? promotion.landing_url : pageAddress(promotion.link, promotion.id);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:grid-rows-[auto_1fr]">
      <Card>
        <div className="flex flex-wrap items-start justify-between gap-3">
          <p className="text-lg font-semibold">{promotion.offer === '' ? promotion.name : promotion.offer}</p>
          <PromotionState promotion={promotion} />
        </div>
        <p className="mt-1 text-ink-2">
          {useDateWords(promotion)} · {t('zone', { zone: format.zone(program.time_zone) })}
        </p>
        {brought !== null && <p className="mt-2">{brought}</p>}
      </Card>
      <div className="flex min-w-0 flex-col gap-4 lg:row-span-2">
        <Card title={t('code')}>
          {promotion.code === null ? (
            <p className="text-ink-2">{t('no_code')}</p>
          ) : (
            <>
              <CodeCopy code={promotion.code} label={t('copy_code')} />
              <p className="mt-2 text-sm text-ink-3">{t('code_body')}</p>
            </>
          )}
        </Card>
        <Card title={t('landing')}>
          <div className="flex flex-wrap gap-2">
            <input
              readOnly
              aria-label={t('landing')}
              value={link}
              onFocus={(event) => event.target.select()}
              className="field min-w-0 basis-48 grow text-ellipsis"
            />
            <CopyButton text={link} label={t('copy_link')} />
          </div>
          <p className="mt-2 text-sm text-ink-3">
            {promotion.link !== null && t('landing_body')} {t('landing_leads')}{' '}
            <Address text={spoken(promotion.landing_url)} />
          </p>
        </Card>
        {promotion.creatives > 0 && (
          <Card title={t('creatives_title')}>
            <LinkButton to={`../creatives?promotion=${promotion.id}`}>
              {t('creatives', { count: promotion.creatives })}
            </LinkButton>
          </Card>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <LongText title={t('brief')} text={promotion.brief} />
        <LongText title={t('terms')} text={promotion.terms} />
      </div>
    </div>
  );
}

/** What the brand wrote, line by line as it was written; nothing when it wrote nothing. */
function LongText({ title, text }: { readonly title: string; readonly text: string }) {
  if (text.trim() === '') return null;
  return (
    <Card title={title}>
      <p className="max-w-prose whitespace-pre-line wrap-anywhere text-ink-2">{text}</p>
    </Card>
  );
}
