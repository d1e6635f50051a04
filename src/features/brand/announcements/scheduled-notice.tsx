import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announcementQueries } from '../../../data/announcements/brand-queries.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useUndo } from './composer-actions.tsx';

type ScheduledNoticeProps = { readonly id: string; readonly publishAt: string; readonly isLocked: boolean };

const SOON_MS = 60_000;
/** Clocks differ a little; asked a moment later, the database says that it is out. */
const GRACE_MS = 800;
const ASK_AGAIN_MS = 5_000;

/** When it goes out, and the way back until then. Asks again the moment it has. */
export function ScheduledNotice({ id, publishAt, isLocked }: ScheduledNoticeProps) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { program } = usePlace();
  const undo = useUndo(id);
  const left = useTimeLeft(publishAt);
  const isSoon = left <= SOON_MS;
  const title = isSoon
    ? t('goes_out_in', { count: Math.ceil(left / 1000) })
    : t('scheduled_for', { time: format.instant(publishAt, program.time_zone), zone: format.zone(program.time_zone) });
  return (
    <Notice
      tone="warn"
      title={title}
      action={
        !isLocked && (
          <Button size="dense" isBusy={undo.isPending} onClick={() => undo.mutate()}>
            {t(isSoon ? 'undo' : 'unschedule')}
          </Button>
        )
      }
    >
      {t('nobody_yet')}
    </Notice>
  );
}

function useTimeLeft(publishAt: string): number {
  const client = useQueryClient();
  const [now, setNow] = useState(() => Date.now());
  const left = Date.parse(publishAt) - now;
  const isOver = left < -GRACE_MS;
  const isSoon = left <= SOON_MS;
  useEffect(() => {
    const ask = () => void client.invalidateQueries({ queryKey: announcementQueries.all });
    if (isOver) ask();
    const tick = isOver ? ask : () => setNow(Date.now());
    const timer = setInterval(tick, isSoon && !isOver ? 1000 : ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [client, isOver, isSoon]);
  return Math.max(0, left);
}
