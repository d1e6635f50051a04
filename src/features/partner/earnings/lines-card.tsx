import { useInfiniteQuery } from '@tanstack/react-query';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslation } from 'react-i18next';
import { COMMISSION_STATES, type CommissionLine, type CommissionState } from '../../../data/commissions/model.ts';
import { commissionQueries } from '../../../data/commissions/queries.ts';
import type { PartnerEarnings } from '../../../data/insights/partner-model.ts';
import type { Program } from '../../../data/programs/model.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MoreRows } from '../../../ui/more-rows.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { InlineSelect } from '../../../ui/select-field.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { LinesExport } from './lines-export.tsx';
import { LinesTable } from './lines-table.tsx';

type LinesCardProps = { readonly earnings: PartnerEarnings; readonly program: Program };

const stateParser = parseAsStringLiteral(COMMISSION_STATES);

/** Every commission and every return behind the figures above, newest first. */
export function LinesCard({ earnings, program }: LinesCardProps) {
  const { t } = useTranslation('details');
  const [state, setState] = useQueryState('state', stateParser);
  const ask = { days: { from: earnings.from, to: earnings.to }, state };
  const query = useInfiniteQuery(commissionQueries.lines(useAddress(), ask));
  const count = query.data?.pages.reduce((sum, page) => sum + page.rows.length, 0) ?? 0;
  return (
    <Card
      title={t('lines.title')}
      aside={<StateSelect state={state} onState={(next) => void setState(next)} />}
      isFlush
    >
      <PageState query={query} skeleton={<Skeleton className="m-5 h-60" />}>
        {(data) => <LinesOrNone lines={data.pages.flatMap((page) => page.rows)} program={program} />}
      </PageState>
      {count > 0 && (
        <>
          <MoreRows shown={count} query={query} />
          <div className="flex justify-end border-t border-line px-4 py-3 sm:px-5">
            <LinesExport ask={ask} program={program} />
          </div>
        </>
      )}
    </Card>
  );
}

function LinesOrNone({ lines, program }: { readonly lines: readonly CommissionLine[]; readonly program: Program }) {
  const { t } = useTranslation('details');
  if (lines.length === 0) return <EmptyState title={t('lines.empty_title')}>{t('lines.empty_body')}</EmptyState>;
  return <LinesTable lines={lines} program={program} />;
}

type StateSelectProps = {
  readonly state: CommissionState | null;
  readonly onState: (state: CommissionState | null) => void;
};

function StateSelect({ state, onState }: StateSelectProps) {
  const { t } = useTranslation('details');
  const { t: tc } = useTranslation();
  return (
    <InlineSelect
      label={t('lines.state')}
      value={state ?? ''}
      onChange={(event) => onState(COMMISSION_STATES.find((known) => known === event.target.value) ?? null)}
    >
      <option value="">{t('lines.all_states')}</option>
      {COMMISSION_STATES.map((known) => (
        <option key={known} value={known}>
          {tc(`commission_state.${known}`)}
        </option>
      ))}
    </InlineSelect>
  );
}
