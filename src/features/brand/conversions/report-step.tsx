import { FileInput } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Story } from '../../../data/insights/brand-story-model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Facts, StoryStep } from './story-step.tsx';

/** How it came in, and what it said. */
export function ReportStep({ story }: { readonly story: Story }) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const { program } = usePlace();
  const { event } = story;
  const time = format.instant(event.received_at, program.time_zone);
  const file = story.import?.file_name;
  const line = story.import?.line;
  return (
    <StoryStep icon={FileInput} title={t('story.reported')}>
      <p>
        {file === undefined
          ? t('story.received', { time, source: event.source })
          : t('story.in_file', { time, file, line: line == null ? '–' : format.number(line) })}
      </p>
      <Facts
        facts={[
          { label: t('events.event'), value: event.external_id },
          { label: t('events.order'), value: event.order_ref },
          { label: t('story.country'), value: event.country === null ? null : format.country(event.country) },
          { label: t('story.partner_code'), value: event.partner_code },
          { label: t('story.promotion_code'), value: event.promotion_code },
          {
            label: t('story.promotion'),
            value: story.promotion === null ? null : <PromotionLink {...story.promotion} />,
          },
          { label: t('story.click'), value: event.click_id },
          { label: t('story.source'), value: event.source },
        ]}
      />
    </StoryStep>
  );
}

function PromotionLink({ id, name }: NonNullable<Story['promotion']>) {
  return (
    <Link to={`../promotions/${id}`} className="underline underline-offset-4">
      {name}
    </Link>
  );
}
