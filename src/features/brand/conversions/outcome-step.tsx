import { CirclePause, CircleX, Clock, Leaf, Link2, UserRoundCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { knownReason } from '../../../data/insights/brand-events-model.ts';
import type { Story, StoryEnd } from '../../../data/insights/brand-story-model.ts';
import { useReasonText } from './fate-badge.tsx';
import { StoryStep } from './story-step.tsx';

type OutcomeStepProps = { readonly story: Story; readonly end: StoryEnd };

/** Whose credit it is and by which word; or why it stopped here, and what helps. */
export function OutcomeStep({ story, end }: OutcomeStepProps) {
  switch (end) {
    case 'held':
    case 'rejected':
      return <StoppedStep story={story} end={end} />;
    case 'given_back':
      return <MatchedStep story={story} />;
    case 'credited':
      return <CreditStep story={story} />;
    case 'organic':
      return <OrganicStep />;
    case 'waiting':
      return <WaitingStep />;
  }
}

function StoppedStep({ story, end }: { readonly story: Story; readonly end: 'held' | 'rejected' }) {
  const { t } = useTranslation('brand');
  const { t: tc } = useTranslation();
  const reasonText = useReasonText();
  const reason = story.event.reason ?? '';
  const known = knownReason(reason);
  const isHeld = end === 'held';
  return (
    <StoryStep
      icon={isHeld ? CirclePause : CircleX}
      tone={isHeld ? 'warn' : 'loss'}
      title={tc('pair', { label: t(`fate.${end}`), text: reasonText(reason) })}
    >
      {known !== null && <p>{t(`advice.${known}`)}</p>}
      <p>{t(isHeld ? 'story.held_counts' : 'story.rejected_counts')}</p>
    </StoryStep>
  );
}

function MatchedStep({ story }: { readonly story: Story }) {
  const { t } = useTranslation('brand');
  const order = story.matched_event;
  if (order === null) return null;
  return (
    <StoryStep icon={Link2} tone="accent" title={t('story.matched')}>
      <p>
        {t('story.matched_to')}{' '}
        <Link to={`../conversions/${order.id}`} className="font-medium text-accent underline">
          {t('events.order_of', { order: order.external_id })}
        </Link>
      </p>
      {story.partnership !== null && <p>{t('story.matched_partner', { partner: story.partnership.name })}</p>}
    </StoryStep>
  );
}

function CreditStep({ story }: { readonly story: Story }) {
  const { t } = useTranslation('brand');
  const { t: core } = useTranslation();
  const { partnership, credit } = story;
  if (partnership === null) return null;
  return (
    <StoryStep icon={UserRoundCheck} tone="accent" title={t('story.credited', { partner: partnership.name })}>
      {credit !== null && <p>{t(`story.credit_by_${credit.by}`, { code: credit.code ?? '–' })}</p>}
      <p>
        <Link to={`../conversions?partner=${partnership.id}`} className="text-accent underline">
          {t('story.all_of_partner', { partner: partnership.name })}
        </Link>{' '}
        <span className="text-ink-3">
          {core(`partner_type.${partnership.type}`)} · {core(`status.${partnership.status}`)}
        </span>
      </p>
    </StoryStep>
  );
}

function OrganicStep() {
  const { t } = useTranslation('brand');
  return (
    <StoryStep icon={Leaf} title={t('story.organic')}>
      <p>{t('story.organic_more')}</p>
    </StoryStep>
  );
}

function WaitingStep() {
  const { t } = useTranslation('brand');
  return (
    <StoryStep icon={Clock} title={t('fate.received')}>
      <p>{t('story.waiting')}</p>
    </StoryStep>
  );
}
