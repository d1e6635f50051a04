import { useTranslation } from 'react-i18next';
import { type Asset, formatName } from '../../../data/creatives/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Badge } from '../../../ui/badge.tsx';
import { classes } from '../../../ui/classes.ts';
import { AssetPicture } from './asset-picture.tsx';

type AssetTileProps = {
  readonly asset: Asset;
  readonly isSelected: boolean;
  readonly onSelect: (isSelected: boolean, isRange: boolean) => void;
  readonly onOpen: () => void;
};

/** One creative: its picture opens it, its box picks it for a download. */
export function AssetTile({ asset, isSelected, onSelect, onOpen }: AssetTileProps) {
  const { t } = useTranslation('creatives');
  return (
    <li
      className={classes(
        'relative flex min-w-0 flex-col overflow-hidden rounded-card border bg-surface',
        isSelected ? 'border-accent ring-1 ring-accent' : 'border-line',
      )}
    >
      <button
        type="button"
        onClick={onOpen}
        aria-haspopup="dialog"
        className="relative aspect-[25/16] w-full bg-soft focus-visible:-outline-offset-4"
      >
        <span className="absolute inset-4 flex items-center justify-center overflow-hidden">
          <AssetPicture asset={asset} />
        </span>
        <span className="sr-only">{t('open', { name: asset.name })}</span>
      </button>
      <label className="absolute top-0 left-0 flex size-11 cursor-pointer items-center justify-center">
        <input
          type="checkbox"
          checked={isSelected}
          onChange={(event) =>
            onSelect(event.target.checked, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
          }
          className="size-5 accent-accent"
        />
        <span className="sr-only">{t('select', { name: asset.name })}</span>
      </label>
      <div className="flex min-w-0 flex-col gap-0.5 px-4 py-3">
        <div className="flex items-start justify-between gap-2">
          <p lang={asset.language ?? undefined} className="min-w-0 font-medium">
            {asset.name}
          </p>
          {asset.is_new && <Badge tone="accent">{t('new')}</Badge>}
        </div>
        <AssetFacts asset={asset} />
      </div>
    </li>
  );
}

/** Size, format, language and how long it may be used, in one line. */
export function AssetFacts({ asset }: { readonly asset: Asset }) {
  const { t } = useTranslation('creatives');
  const format = useFormat();
  const { original, language, last_day } = asset;
  const hasSize = original?.width != null && original.height !== null;
  const parts = [
    hasSize ? `${original.width} × ${original.height}` : t(`kind.${asset.kind}`),
    original === null ? null : formatName(original.mime_type),
    language === null ? null : format.language(language),
    last_day === null ? null : t('until', { day: format.dayTick(last_day) }),
  ];
  return <p className="text-sm text-ink-3">{parts.filter((part) => part !== null).join(' · ')}</p>;
}
