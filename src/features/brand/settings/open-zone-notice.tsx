import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../../data/programs/place.ts';
import type { ZoneChange } from '../../../data/programs/settings-model.ts';
import { settingsMutations } from '../../../data/programs/settings-queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { announce } from '../../../ui/toast.ts';

type OpenZoneNoticeProps = {
  readonly change: ZoneChange;
  readonly canKeep: boolean;
  readonly onGoOn: () => void;
};

/** A change that somebody began and left: any owner goes on with it, or gives it up. */
export function OpenZoneNotice({ change, canKeep, onGoOn }: OpenZoneNoticeProps) {
  const { t } = useTranslation('settings');
  const address = useAddress();
  const format = useFormat();
  const giving = useMutation(settingsMutations.cancelZone(address.program));
  const time = format.asOf(change.started_at);
  return (
    <div className="mt-4">
      <Notice
        tone="warn"
        title={t('zone_open', { zone: change.zone.replaceAll('_', ' ') })}
        action={
          canKeep && (
            <div className="flex flex-wrap gap-2">
              <Button size="dense" variant="primary" onClick={onGoOn}>
                {t('zone_go_on')}
              </Button>
              <Button
                size="dense"
                isBusy={giving.isPending}
                onClick={() => giving.mutate(undefined, { onSuccess: () => announce(t('zone_given_up')) })}
              >
                {t('zone_give_up')}
              </Button>
            </div>
          )
        }
      >
        {change.started_by === null
          ? t('zone_open_nobody', { time })
          : t('zone_open_body', { name: change.started_by, time })}
      </Notice>
    </div>
  );
}
