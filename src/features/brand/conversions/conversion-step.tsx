import { ShoppingBag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Story, StoryConversion, StoryEnd } from '../../../data/insights/brand-story-model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Facts, StoryStep } from './story-step.tsx';

type ConversionStepProps = { readonly story: Story; readonly conversion: StoryConversion; readonly end: StoryEnd };

/** What was booked, what of it was given back, and what the review said. */
export function ConversionStep({ story, conversion, end }: ConversionStepProps) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  const reviewed = useReviewText(conversion);
  return (
    <StoryStep icon={ShoppingBag} title={t(end === 'given_back' ? 'story.the_order' : 'story.booked')}>
      <Facts
        facts={[
          { label: t('events.amount'), value: format.money(conversion.amount_minor, currency) },
          {
            label: t('story.given_back'),
            value: conversion.refunded_minor === 0 ? null : format.money(conversion.refunded_minor, currency),
          },
          {
            label: t('story.left'),
            value: conversion.refunded_minor === 0 ? null : format.money(conversion.left_minor, currency),
          },
          { label: t('story.counts_on'), value: format.day(conversion.accrual_day) },
          {
            label: t('story.customer'),
            value: t(conversion.is_new_customer ? 'story.new_customer' : 'story.known_customer'),
          },
          { label: t('review.title'), value: story.partnership === null ? null : reviewed },
        ]}
      />
    </StoryStep>
  );
}

function useReviewText(conversion: StoryConversion): string {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const { program } = usePlace();
  if (conversion.status === 'pending' || conversion.reviewed_at === null) return t('review.none');
  const time = format.instant(conversion.reviewed_at, program.time_zone);
  if (conversion.status === 'approved') return t('review.was_approved', { time });
  return t('review.was_rejected', { time, reason: conversion.reject_reason ?? '–' });
}
