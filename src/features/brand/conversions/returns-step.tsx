import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Story } from '../../../data/insights/brand-story-model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { StoryStep } from './story-step.tsx';

/** Everything that was given back of the order, each with its own story. */
export function ReturnsStep({ story }: { readonly story: Story }) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const { eventId } = useParams();
  const { program } = usePlace();
  const currency = currencyOf(program);
  const count = story.adjustments.length;
  return (
    <StoryStep icon={Undo2} title={t('story.returns', { count, value: format.number(count) })}>
      <ul className="divide-y divide-line">
        {story.adjustments.map((one) => (
          <li key={one.id} className="flex flex-wrap justify-between gap-x-4 py-1.5">
            <span>
              {one.event_id === eventId ? (
                <strong className="font-semibold text-ink">{t('story.itself', { event: one.external_id })}</strong>
              ) : (
                <Link to={`../conversions/${one.event_id}`} className="text-accent underline">
                  {one.external_id}
                </Link>
              )}{' '}
              <span className="text-ink-3">{format.instant(one.occurred_at, program.time_zone)}</span>
            </span>
            <span className="whitespace-nowrap text-ink">{format.money(one.amount_minor, currency)}</span>
          </li>
        ))}
      </ul>
    </StoryStep>
  );
}
