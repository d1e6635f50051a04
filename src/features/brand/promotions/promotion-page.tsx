import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { usePlace } from '../../../data/programs/place.ts';
import type { PromotionDetail } from '../../../data/promotions/brand-model.ts';
import { brandPromotionQueries } from '../../../data/promotions/brand-queries.ts';
import { mayKeepPromotions } from '../../../data/promotions/rights.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { CodesCard } from './codes-card.tsx';
import { PromotionEditor } from './promotion-editor.tsx';
import { PromotionSummary } from './promotion-summary.tsx';

/** A promotion that stands: what it is, what it brought, its codes. */
export function PromotionPage() {
  const { t } = useTranslation('promotions');
  const { promotionId = '' } = useParams();
  const { program } = usePlace();
  const query = useQuery(brandPromotionQueries.one(program.slug, promotionId));
  const isGone =
    query.error !== null && 'code' in query.error && ['not_found', 'invalid'].includes(String(query.error.code));
  return (
    <>
      <PageHeader title={query.data?.name ?? t('brand.one')} meta={<Back />} />
      {isGone ? (
        <EmptyState title={t('brand.gone')} action={<LinkButton to="../promotions">{t('all')}</LinkButton>}>
          {t('brand.gone_body')}
        </EmptyState>
      ) : (
        <PageState query={query} skeleton={<SkeletonCards heights={['h-24', 'h-96']} />}>
          {(promotion) => <Whole promotion={promotion} />}
        </PageState>
      )}
    </>
  );
}

function Whole({ promotion }: { readonly promotion: PromotionDetail }) {
  const { role } = usePlace();
  const canKeep = mayKeepPromotions(role);
  return (
    <div className="flex flex-col gap-4">
      <PromotionSummary promotion={promotion} />
      <PromotionEditor key={promotion.id} id={promotion.id} stands={promotion} canKeep={canKeep} />
      <CodesCard promotion={promotion} canKeep={canKeep} />
    </div>
  );
}

/** A promotion that is not there yet. */
export function NewPromotionPage() {
  const { t } = useTranslation('promotions');
  return (
    <>
      <PageHeader title={t('brand.new')} meta={<Back />} />
      <PromotionEditor id={null} stands={null} canKeep />
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
