import { CalendarClock, CircleOff, Megaphone, PencilLine, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AnnouncementState } from '../../../data/announcements/brand-model.ts';
import { Badge } from '../../../ui/badge.tsx';

const LOOKS = {
  draft: { tone: 'neutral', icon: PencilLine },
  scheduled: { tone: 'warn', icon: CalendarClock },
  live: { tone: 'accent', icon: Megaphone },
  expired: { tone: 'neutral', icon: CircleOff },
  recalled: { tone: 'loss', icon: Undo2 },
} as const;

export function StateBadge({ state }: { readonly state: AnnouncementState }) {
  const { t } = useTranslation('announcements');
  const { tone, icon } = LOOKS[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </Badge>
  );
}
