import { useTranslation } from 'react-i18next';
import { type Asset, formatName } from '../../../data/creatives/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { PictureTile } from '../../../ui/picture-tile.tsx';
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
    <PictureTile
      name={asset.name}
      language={asset.language}
      picture={<AssetPicture asset={asset} />}
      openLabel={t('open', { name: asset.name })}
      onOpen={onOpen}
      selectLabel={t('select', { name: asset.name })}
      isSelected={isSelected}
      onSelect={({ target, nativeEvent }) =>
        onSelect(target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }
      badge={asset.is_new && <Badge tone="accent">{t('new')}</Badge>}
    >
      <AssetFacts asset={asset} />
    </PictureTile>
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
  return <Facts parts={parts} />;
}
