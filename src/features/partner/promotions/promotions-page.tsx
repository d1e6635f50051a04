import { useInfiniteQuery } from '@tanstack/react-query';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslation } from 'react-i18next';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { SHOWN_STATES, type ShownPage, type ShownState } from '../../../data/promotions/model.ts';
import { partnerPromotionQueries } from '../../../data/promotions/partner-queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MoreRows } from '../../../ui/more-rows.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { QueryString } from '../../../ui/query-string.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { OpenOnly } from './open-only.tsx';
import { PromotionCard } from './promotion-card.tsx';

/** Offers that a partner can talk about now, soon, and those that are over. */
export function PromotionsPage() {
  return (
    <QueryString>
      <Promotions />
    </QueryString>
  );
}

const stateParser = parseAsStringLiteral(SHOWN_STATES).withDefault('live');

function Promotions() {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const { program } = usePlace();
  const [state, setState] = useQueryState('state', stateParser);
  return (
    <>
      <PageHeader title={t('title')} meta={t('meta', { zone: format.zone(program.time_zone) })} />
      <OpenOnly>
        <List state={state} onState={(next) => void setState(next)} />
      </OpenOnly>
    </>
  );
}

type ListProps = { readonly state: ShownState; readonly onState: (state: ShownState) => void };

function List({ state, onState }: ListProps) {
  const { t } = useTranslation('promotions');
  const query = useInfiniteQuery(partnerPromotionQueries.list(useAddress(), state));
  const counts = query.data?.pages[0]?.counts;
  const segments = SHOWN_STATES.map((value) => ({
    value,
    label: counts === undefined ? t(`state.${value}`) : `${t(`state.${value}`)} ${counts[value]}`,
  }));
  return (
    <>
      <Segmented label={t('states')} segments={segments} value={state} onChange={onState} className="mb-4" />
      <PageState query={query} skeleton={<SkeletonCards heights={['h-44', 'h-52']} />}>
        {({ pages }) => <Cards pages={pages} state={state} query={query} />}
      </PageState>
    </>
  );
}

type CardsProps = {
  readonly pages: readonly ShownPage[];
  readonly state: ShownState;
  readonly query: Parameters<typeof MoreRows>[0]['query'];
};

function Cards({ pages, state, query }: CardsProps) {
  const { t } = useTranslation('promotions');
  const rows = pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <EmptyState title={t(`none.${state}`)}>{t(`none_body.${state}`)}</EmptyState>;
  return (
    <>
      <ul className="grid items-start gap-4 lg:grid-cols-2">
        {rows.map((promotion) => (
          <li key={promotion.id}>
            <PromotionCard promotion={promotion} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="mt-4">
          <MoreRows shown={rows.length} query={query} />
        </div>
      )}
    </>
  );
}
