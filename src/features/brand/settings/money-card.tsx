import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgramSettings } from '../../../data/programs/settings-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { CurrencyDialog } from './currency-dialog.tsx';
import { currencyName } from './currency-names.ts';
import { OpenZoneNotice } from './open-zone-notice.tsx';
import { ZoneDialog } from './zone-dialog.tsx';

type MoneyCardProps = { readonly known: ProgramSettings; readonly canKeep: boolean };

/** What every figure hangs on. Neither is changed in passing: each has a dialog of its own. */
export function MoneyCard({ known, canKeep }: MoneyCardProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [open, setOpen] = useState<'currency' | 'zone' | null>(null);
  const { settings, is_currency_locked: isLocked, zone_change: change } = known;
  const close = () => setOpen(null);
  return (
    <Card title={t('money')}>
      <dl className="grid gap-5 sm:grid-cols-2">
        <div>
          <dt className="font-medium">{t('currency')}</dt>
          <dd>{currencyName(format.locale, settings.currency)}</dd>
          <dd className="text-sm text-ink-3">{t(isLocked ? 'currency_locked' : 'currency_open')}</dd>
          {canKeep && !isLocked && (
            <dd className="mt-2">
              <Button size="dense" onClick={() => setOpen('currency')}>
                {t('currency_change')}
              </Button>
            </dd>
          )}
        </div>
        <div>
          <dt className="font-medium">{t('zone')}</dt>
          <dd>{settings.time_zone.replaceAll('_', ' ')}</dd>
          <dd className="text-sm text-ink-3">{t('zone_hint')}</dd>
          {canKeep && change === null && (
            <dd className="mt-2">
              <Button size="dense" onClick={() => setOpen('zone')}>
                {t('zone_change')}
              </Button>
            </dd>
          )}
        </div>
      </dl>
      {change !== null && open !== 'zone' && (
        <OpenZoneNotice change={change} canKeep={canKeep} onGoOn={() => setOpen('zone')} />
      )}
      {open === 'currency' && <CurrencyDialog known={known} onClose={close} />}
      {open === 'zone' && <ZoneDialog settings={settings} begun={change?.zone ?? null} onClose={close} />}
    </Card>
  );
}
