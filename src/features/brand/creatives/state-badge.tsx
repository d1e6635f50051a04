import { CalendarClock, CircleCheck, CircleX, Clock, History, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CreativeState } from '../../../data/creatives/model.ts';
import { Badge, type Tone } from '../../../ui/badge.tsx';

const LOOKS = {
  live: ['accent', CircleCheck],
  coming: ['neutral', CalendarClock],
  over: ['neutral', History],
  withdrawn: ['neutral', Undo2],
  waiting: ['warn', Clock],
  refused: ['loss', CircleX],
} as const satisfies Record<CreativeState, readonly [Tone, typeof Clock]>;

/** What state a creative is in, by icon and word. */
export function StateBadge({ state }: { readonly state: CreativeState }) {
  const { t } = useTranslation('creatives');
  const [tone, icon] = LOOKS[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </Badge>
  );
}
