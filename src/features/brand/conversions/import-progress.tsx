import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import type { Work } from './import-flow.ts';
import type { ImportSession } from './import-session.ts';

type ImportProgressProps = {
  readonly isBooking: boolean;
  readonly name: string;
  readonly work: Work;
  readonly session: ImportSession;
};

/** How far the dry run or the import is, and the way to stop it. */
export function ImportProgress({ isBooking, name, work, session }: ImportProgressProps) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const [isStopping, setIsStopping] = useState(false);
  const title = isBooking ? t('progress.booking', { name }) : t('progress.checking', { name });
  const handleCancel = () => {
    setIsStopping(true);
    session.cancel();
  };
  return (
    <Card title={title}>
      <progress
        className="h-2 w-full accent-accent"
        aria-label={title}
        {...(work.step === 'rows' ? { value: work.rowsDone, max: Math.max(work.rowsTotal, 1) } : {})}
      />
      <p className="mt-2 text-ink-2">
        {work.step === 'lines'
          ? t('progress.lines', { count: work.lines, lines: format.number(work.lines) })
          : t('progress.rows', {
              done: format.number(work.rowsDone),
              count: work.rowsTotal,
              total: format.number(work.rowsTotal),
            })}
      </p>
      <p className="mt-1 text-ink-3">{isBooking ? t('progress.booking_hint') : t('progress.checking_hint')}</p>
      <Button className="mt-4" isBusy={isStopping} onClick={handleCancel}>
        {isStopping ? t('progress.stopping') : t('progress.stop')}
      </Button>
    </Card>
  );
}
