import { CircleCheck, Clock, type LucideIcon, RotateCcw, XCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from './badge.tsx';

export type CommissionState = 'pending' | 'payable' | 'reversed' | 'rejected';

const LOOKS: Readonly<Record<CommissionState, { tone: Tone; icon: LucideIcon }>> = {
  pending: { tone: 'warn', icon: Clock },
  payable: { tone: 'accent', icon: CircleCheck },
  reversed: { tone: 'neutral', icon: RotateCcw },
  rejected: { tone: 'loss', icon: XCircle },
};

/** Where a commission stands in its life: the same word and icon everywhere. */
export function CommissionBadge({ state }: { readonly state: CommissionState }) {
  const { t } = useTranslation();
  const look = LOOKS[state];
  return (
    <Badge tone={look.tone} icon={look.icon}>
      {t(`commission_state.${state}`)}
    </Badge>
  );
}
