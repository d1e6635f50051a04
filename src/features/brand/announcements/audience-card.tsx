import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AnnouncementDraft } from '../../../data/announcements/brand-draft.ts';
import { usePlace } from '../../../data/programs/place.ts';
import type { AudienceSizeAnswer } from '../../../data/segments/model.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import type { AudienceSizeState } from '../../../ui/audience-count.tsx';
import { AudienceField } from '../../../ui/audience-field.tsx';
import { Card } from '../../../ui/card.tsx';

type AudienceCardProps = {
  readonly draft: AnnouncementDraft;
  readonly onChange: (draft: AnnouncementDraft) => void;
  readonly query: UseQueryResult<AudienceSizeAnswer>;
  readonly isLocked: boolean;
};

function sizeState(query: UseQueryResult<AudienceSizeAnswer>): AudienceSizeState {
  if (query.error !== null) return { state: 'error', onRetry: query.refetch };
  if (query.data === undefined || query.isPlaceholderData) return { state: 'pending', size: query.data };
  return { state: 'known', size: query.data };
}

/** Everyone, or those in one of some segments, with the count as it would be now. */
export function AudienceCard({ draft, onChange, query, isLocked }: AudienceCardProps) {
  const { program } = usePlace();
  const segments = useQuery(segmentQueries.list(program.slug));
  return (
    <Card>
      <AudienceField
        segments={segments.data ?? []}
        value={draft}
        onChange={({ audience, segmentIds }) => onChange({ ...draft, audience, segmentIds })}
        size={sizeState(query)}
        isDisabled={isLocked}
      />
    </Card>
  );
}
