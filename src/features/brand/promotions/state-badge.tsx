import { CalendarClock, CircleCheck, History, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PromotionState } from '../../../data/promotions/brand-model.ts';
import { Badge } from '../../../ui/badge.tsx';

const ICONS = { live: CircleCheck, coming: CalendarClock, draft: PencilLine, ended: History } as const;

export function StateBadge({ state }: { readonly state: PromotionState }) {
  const { t } = useTranslation('promotions');
  return (
    <Badge tone={state === 'live' ? 'accent' : 'neutral'} icon={ICONS[state]}>
      {t(`state.${state}`)}
    </Badge>
  );
}
