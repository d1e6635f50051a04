import { useTranslation } from 'react-i18next';
import { endOf, type Story } from '../../../data/insights/brand-story-model.ts';
import { Card } from '../../../ui/card.tsx';
import { CommissionStep } from './commission-step.tsx';
import { ConversionStep } from './conversion-step.tsx';
import { OutcomeStep } from './outcome-step.tsx';
import { ReportStep } from './report-step.tsx';
import { ReturnsStep } from './returns-step.tsx';

/** From report to money, in the order in which it happened; it ends where the event's way ended. */
export function StoryTimeline({ story }: { readonly story: Story }) {
  const { t } = useTranslation('brand');
  const end = endOf(story);
  const { conversion } = story;
  return (
    <Card>
      <ol aria-label={t('story.steps')}>
        <ReportStep story={story} />
        <OutcomeStep story={story} end={end} />
        {conversion !== null && <ConversionStep story={story} conversion={conversion} end={end} />}
        {story.adjustments.length > 0 && <ReturnsStep story={story} />}
        {story.lines.length > 0 && <CommissionStep story={story} />}
      </ol>
    </Card>
  );
}
