import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import type { AudienceSizeState } from '../../../ui/audience-count.tsx';
import { AudienceField, isAudienceComplete } from '../../../ui/audience-field.tsx';
import { Card } from '../../../ui/card.tsx';
import type { EditorPart } from './use-editor.ts';

/** Who sees it from its first instant on, with the count as it would be now. */
export function AudienceCard({ fields, change }: EditorPart) {
  const { t } = useTranslation('promotions');
  const { program } = usePlace();
  const segments = useQuery(segmentQueries.list(program.slug));
  const { audience, segmentIds } = fields;
  const size = useQuery({
    ...segmentQueries.audienceSize(program.slug, { audience, segmentIds }),
    enabled: isAudienceComplete({ audience, segmentIds }),
  });
  const sizeState = (): AudienceSizeState => {
    if (size.error !== null) return { state: 'error', onRetry: size.refetch };
    if (size.data === undefined || size.isPlaceholderData) return { state: 'pending', size: size.data };
    return { state: 'known', size: size.data };
  };
  return (
    <Card>
      <AudienceField
        legend={t('brand.who')}
        segments={segments.data ?? []}
        value={{ audience, segmentIds }}
        onChange={(value) => change({ audience: value.audience, segmentIds: value.segmentIds })}
        size={sizeState()}
      />
    </Card>
  );
}
