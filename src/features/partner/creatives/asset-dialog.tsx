import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../data/creatives/model.ts';
import { creativeQueries } from '../../../data/creatives/queries.ts';
import { bytesText } from '../../../i18n/bytes.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { BlobPicture } from '../../../ui/blob-picture.tsx';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { AssetPicture } from './asset-picture.tsx';
import { AssetFacts } from './asset-tile.tsx';
import { useSaveAsset } from './use-save-asset.ts';

type AssetDialogProps = { readonly asset: Asset; readonly onClose: () => void };

/** A creative as it is, with everything one does with one. */
export function AssetDialog({ asset, onClose }: AssetDialogProps) {
  const { t } = useTranslation('creatives');
  const format = useFormat();
  const saving = useSaveAsset(asset);
  const { original, url, body, tags } = asset;
  return (
    <Dialog title={asset.name} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <Preview asset={asset} />
        <div>
          <AssetFacts asset={asset} />
          {tags.length > 0 && <p className="text-sm text-ink-3">{tags.join(' · ')}</p>}
        </div>
        {saving.error !== null && <ErrorNotice error={saving.error} onRetry={saving.save} />}
        <div className="flex flex-wrap gap-2 *:grow">
          {original !== null && (
            <Button variant="primary" isBusy={saving.isSaving} onClick={saving.save}>
              <Download aria-hidden="true" size={16} />
              {t('download_file', { size: bytesText(format.locale, original.size_bytes) })}
            </Button>
          )}
          {body !== '' && <CopyButton variant="primary" text={body} label={t('copy_text')} />}
          {url !== null && <CopyButton text={url} label={t('copy_link')} />}
        </div>
        {url !== null && <p className="text-sm wrap-anywhere text-ink-3">{t('link_is', { url })}</p>}
      </div>
    </Dialog>
  );
}

function Preview({ asset }: { readonly asset: Asset }) {
  const { original, kind, body } = asset;
  const frame = 'flex max-h-[50dvh] min-h-40 items-center justify-center overflow-hidden rounded-control bg-soft p-3';
  if (body !== '')
    return (
      <p
        lang={asset.language ?? undefined}
        className="max-h-[50dvh] overflow-auto rounded-control bg-soft p-4 whitespace-pre-line"
      >
        {body}
      </p>
    );
  if (original !== null && kind === 'video')
    return (
      <div className={frame}>
        <Video path={original.path} />
      </div>
    );
  const isPicture = original?.mime_type.startsWith('image/') === true;
  return (
    <div className={frame}>
      {isPicture ? <Whole asset={asset} path={original.path} /> : <AssetPicture asset={asset} />}
    </div>
  );
}

/** The file itself; until it is here, its small picture. */
function Whole({ asset, path }: { readonly asset: Asset; readonly path: string }) {
  const picture = useQuery(creativeQueries.picture(path));
  if (picture.data === undefined) return <AssetPicture asset={asset} />;
  return <BlobPicture blob={picture.data} alt={asset.name} className="max-h-[46dvh] max-w-full object-contain" />;
}

function Video({ path }: { readonly path: string }) {
  const { t } = useTranslation('creatives');
  const address = useQuery(creativeQueries.video(path));
  if (address.data === undefined) return null;
  return (
    // biome-ignore lint/a11y/useMediaCaption: a brand's film comes without a track of its own
    <video src={address.data} controls className="max-h-[46dvh] max-w-full" aria-label={t('film')} />
  );
}
