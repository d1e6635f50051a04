import { Ban, CircleCheck, CircleDashed, CirclePause, CircleX, type LucideIcon, Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PartnerRow } from '../../../data/partners/brand-model.ts';
import { Badge, type Tone } from '../../../ui/badge.tsx';

const LOOKS: Readonly<Record<PartnerRow['status'], { tone: Tone; icon: LucideIcon }>> = {
  active: { tone: 'accent', icon: CircleCheck },
  applied: { tone: 'warn', icon: CircleDashed },
  invited: { tone: 'neutral', icon: Mail },
  paused: { tone: 'warn', icon: CirclePause },
  ended: { tone: 'neutral', icon: CircleX },
  declined: { tone: 'neutral', icon: Ban },
};

export function StatusBadge({ status }: { readonly status: PartnerRow['status'] }) {
  const { t } = useTranslation();
  return <Badge {...LOOKS[status]}>{t(`status.${status}`)}</Badge>;
}
