import { useMutation } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { logoUrl } from '../../../data/programs/logo-url.ts';
import { useAddress } from '../../../data/programs/place.ts';
import type { Settings } from '../../../data/programs/settings-model.ts';
import { settingsMutations } from '../../../data/programs/settings-queries.ts';
import { BrandMark } from '../../../ui/brand-mark.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { announce } from '../../../ui/toast.ts';
import { smallPicture } from './small-picture.ts';

type LogoCardProps = { readonly settings: Settings; readonly canKeep: boolean };

/** The logo holds at once: it is a file, and no field of the form below. */
export function LogoCard({ settings, canKeep }: LogoCardProps) {
  const { t } = useTranslation('settings');
  const address = useAddress();
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<'unreadable' | 'drawing' | null>(null);
  const saving = useMutation(settingsMutations.logo(address.program));
  const url = logoUrl(settings.logo_path);
  const isRefused = saving.error !== null && 'code' in saving.error && saving.error.code === 'invalid';
  const send = (picture: Blob | null) =>
    saving.mutate(picture, {
      onSuccess: () => announce(t(picture === null ? 'logo_removed' : 'logo_saved')),
    });
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file === undefined) return;
    saving.reset();
    const small = await smallPicture(file);
    setFault(small.ok ? null : small.fault);
    if (small.ok) send(small.picture);
  };
  return (
    <Card title={t('logo')}>
      <div className="flex flex-wrap items-center gap-4">
        <span className="flex size-16 items-center justify-center rounded-control border border-line bg-ground">
          {url === null ? (
            <BrandMark name={settings.name} logoUrl={null} />
          ) : (
            <img src={url} alt={t('logo')} className="max-h-12 max-w-12 object-contain" />
          )}
        </span>
        {canKeep && (
          <>
            <input
              ref={input}
              type="file"
              accept="image/png,image/jpeg,image/webp"
              aria-label={t('logo_choose')}
              className="sr-only"
              tabIndex={-1}
              onChange={(event) => void choose(event)}
            />
            <Button isBusy={saving.isPending} onClick={() => input.current?.click()}>
              <Upload aria-hidden="true" size={16} />
              {t(url === null ? 'logo_choose' : 'logo_replace')}
            </Button>
            {url !== null && (
              <Button variant="quiet" disabled={saving.isPending} onClick={() => send(null)}>
                {t('logo_remove')}
              </Button>
            )}
          </>
        )}
      </div>
      <p className="mt-3 text-sm text-ink-3">{t('logo_hint')}</p>
      {fault !== null && (
        <p role="alert" className="mt-2 text-loss">
          {t(fault === 'drawing' ? 'logo_drawing' : 'logo_unreadable')}
        </p>
      )}
      {isRefused && (
        <p role="alert" className="mt-2 text-loss">
          {t('logo_refused')}
        </p>
      )}
      {saving.error !== null && !isRefused && <ErrorNotice error={saving.error} />}
    </Card>
  );
}
