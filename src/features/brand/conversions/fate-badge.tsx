import { CircleCheck, CirclePause, CircleX, Clock, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type EventStatus, knownReason } from '../../../data/insights/brand-events-model.ts';
import { Badge, type Tone } from '../../../ui/badge.tsx';

const LOOKS: Readonly<Record<EventStatus, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  applied: { tone: 'accent', icon: CircleCheck },
  held: { tone: 'warn', icon: CirclePause },
  rejected: { tone: 'loss', icon: CircleX },
  received: { tone: 'neutral', icon: Clock },
};

/** What became of an event: the same word and icon wherever one is shown. */
export function FateBadge({ status }: { readonly status: EventStatus }) {
  const { t } = useTranslation('brand');
  const { tone, icon } = LOOKS[status];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`fate.${status}`)}
    </Badge>
  );
}

/** A reason in words; one that this release does not know stays as the database calls it. */
export function useReasonText(): (reason: string) => string {
  const { t } = useTranslation('brand');
  return (reason) => {
    const known = knownReason(reason);
    return known === null ? reason : t(`reason.${known}`);
  };
}
