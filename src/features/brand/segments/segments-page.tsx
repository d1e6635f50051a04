import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import { mayKeepSegments } from '../../../data/segments/rights.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { NoSegments } from './no-segments.tsx';
import { SegmentsTable } from './segments-table.tsx';

/** Every rule of the program, how many fit it now, and what it is used for. */
export function SegmentsPage() {
  const { t } = useTranslation('segments');
  const { program } = useAddress();
  const canKeep = mayKeepSegments(usePlace().role);
  const query = useQuery(segmentQueries.list(program));
  const isEmpty = query.data?.length === 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={canKeep ? t('lead') : t('read_only')}
        actions={
          canKeep &&
          !isEmpty && (
            <LinkButton to="new" variant="primary">
              <Plus aria-hidden="true" size={16} />
              {t('new')}
            </LinkButton>
          )
        }
      />
      <PageState query={query} skeleton={<SkeletonCards heights={['h-96']} />}>
        {(segments) =>
          segments.length === 0 ? (
            <NoSegments canKeep={canKeep} />
          ) : (
            <Card isFlush>
              <SegmentsTable segments={segments} />
            </Card>
          )
        }
      </PageState>
    </>
  );
}
