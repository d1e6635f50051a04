import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../../data/programs/place.ts';
import { type Settings, type ZoneChange, zoneProgress } from '../../../data/programs/settings-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { announce } from '../../../ui/toast.ts';
import { useZoneChange } from './use-zone-change.ts';

type ZoneDialogProps = {
  readonly settings: Settings;
  /** The zone of a change that is under way already. */
  readonly begun: string | null;
  readonly onClose: () => void;
};

/** Moves the program to another zone, with its progress. Closing it stops between two steps; it can go on later. */
export function ZoneDialog({ settings, begun, onClose }: ZoneDialogProps) {
  const { t } = useTranslation('settings');
  const { t: tc } = useTranslation();
  const address = useAddress();
  const { run, start, stop } = useZoneChange(address.program);
  // What was under way when the dialog opened; the data change under it.
  const [first] = useState(begun);
  const [zone, setZone] = useState(first ?? settings.time_zone);
  const isRunning = run.step === 'running';
  useEffect(() => {
    if (run.step !== 'done') return;
    announce(t('zone_done', { zone: zone.replaceAll('_', ' ') }));
    onClose();
  }, [run.step, zone, t, onClose]);
  const handleClose = () => {
    stop();
    onClose();
  };
  return (
    <Dialog title={t('zone_change')} onClose={handleClose}>
      <div className="flex flex-col gap-4">
        <SelectField
          label={t('zone_new')}
          value={zone}
          disabled={isRunning || first !== null}
          onChange={(event) => setZone(event.target.value)}
        >
          {[...new Set([...Intl.supportedValuesOf('timeZone'), settings.time_zone, zone])].map((one) => (
            <option key={one} value={one}>
              {one.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
        <p className="text-ink-2">{t('zone_body')}</p>
        {isRunning && <ZoneProgress change={run.change} />}
        {run.step === 'failed' && <ErrorNotice error={run.error} onRetry={() => start(zone)} />}
        {run.step === 'gone' && (
          <Notice tone="warn" title={t('zone_gone')}>
            {t('zone_gone_body')}
          </Notice>
        )}
        {run.step === 'too_large' && (
          <Notice tone="warn" title={t('zone_too_large')}>
            {t('zone_too_large_body', { call: `select private.change_zone('${settings.slug}', '${run.zone}')` })}
          </Notice>
        )}
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            isBusy={isRunning}
            disabled={zone === settings.time_zone || run.step === 'too_large'}
            onClick={() => start(zone)}
          >
            {first === null ? t('zone_start', { zone: zone.replaceAll('_', ' ') }) : t('zone_go_on')}
          </Button>
          <Button onClick={handleClose}>{tc(isRunning ? 'close' : 'cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

/** How far it is, as a bar and in words. */
function ZoneProgress({ change }: { readonly change: ZoneChange | null }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const id = useId();
  const words = () => {
    if (change === null || change.phase === 'ready') return t('zone_moving');
    if (change.phase === 'clicks') return t('zone_clicks');
    return t('zone_counting', { done: format.number(change.orders_done), total: format.number(change.orders_total) });
  };
  return (
    <div>
      <p id={id} role="status" className="mb-1 text-ink-2">
        {words()}
      </p>
      <progress
        aria-label={t('zone_progress')}
        aria-describedby={id}
        max={1}
        value={change === null ? 0 : zoneProgress(change)}
        className="h-2 w-full accent-accent"
      />
    </div>
  );
}
