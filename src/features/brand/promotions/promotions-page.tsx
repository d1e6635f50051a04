import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import { PROMOTION_STATES } from '../../../data/promotions/brand-model.ts';
import { brandPromotionQueries } from '../../../data/promotions/brand-queries.ts';
import { mayKeepPromotions } from '../../../data/promotions/rights.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MoreRows } from '../../../ui/more-rows.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { PromotionsTable } from './promotions-table.tsx';

const FILTERS = ['all', ...PROMOTION_STATES] as const;
const filterParser = parseAsStringLiteral(FILTERS).withDefault('all');

/** Every promotion of the program with its state, its codes and what came by them. */
export function PromotionsPage() {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const { program, role } = usePlace();
  const canKeep = mayKeepPromotions(role);
  const [filter, setFilter] = useQueryState('state', filterParser);
  const query = useInfiniteQuery(brandPromotionQueries.list(program.slug, filter === 'all' ? null : filter));
  const counts = query.data?.pages[0]?.counts;
  const total = counts === undefined ? undefined : Object.values(counts).reduce((sum, count) => sum + count, 0);
  const countOf = (value: (typeof FILTERS)[number]) => (value === 'all' ? total : counts?.[value]);
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('meta', { zone: format.zone(program.time_zone) })}
        actions={
          canKeep && (
            <LinkButton to="new" variant="primary">
              <Plus aria-hidden="true" size={16} />
              {t('brand.new')}
            </LinkButton>
          )
        }
      />
      {total !== 0 && (
        <div className="mb-4 overflow-x-auto">
          <Segmented
            label={t('states')}
            value={filter}
            onChange={(value) => void setFilter(value)}
            segments={FILTERS.map((value) => ({
              value,
              label: [value === 'all' ? t('brand.all') : t(`state.${value}`), countOf(value)]
                .filter((part) => part !== undefined)
                .join(' '),
            }))}
          />
        </div>
      )}
      <PageState query={query} skeleton={<SkeletonCards heights={['h-96']} />}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t(total === 0 ? 'brand.none' : 'brand.none_here')}>
              {total === 0 && t('brand.none_body')}
            </EmptyState>
          ) : (
            <Card isFlush>
              <PromotionsTable promotions={rows} />
              <MoreRows shown={rows.length} query={query} />
            </Card>
          )
        }
      </PageState>
    </>
  );
}
