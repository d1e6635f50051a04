import { CalendarClock, CircleCheck, History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ShownPromotion } from '../../../data/promotions/model.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Countdown } from '../../../ui/countdown.tsx';

const ICONS = { live: CircleCheck, coming: CalendarClock, ended: History } as const;

/** Where a promotion stands, and what is left of its time while somebody may want to know. */
export function PromotionState({ promotion }: { readonly promotion: ShownPromotion }) {
  const { t } = useTranslation('promotions');
  const { state } = promotion;
  return (
    <span className="flex shrink-0 flex-wrap items-center justify-end gap-1.5">
      <Badge tone={state === 'live' ? 'accent' : 'neutral'} icon={ICONS[state]}>
        {t(`state.${state}`)}
      </Badge>
      {state === 'live' && <Countdown until={promotion.publish_until} />}
    </span>
  );
}
