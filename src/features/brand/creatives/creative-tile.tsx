import { useQuery } from '@tanstack/react-query';
import { FileArchive, FileText, Film, Image, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Creative, type CreativeKind, formatName } from '../../../data/creatives/model.ts';
import { creativeQueries } from '../../../data/creatives/queries.ts';
import { bytesText } from '../../../i18n/bytes.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { BlobPicture } from '../../../ui/blob-picture.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { PictureTile } from '../../../ui/picture-tile.tsx';
import { StateBadge } from './state-badge.tsx';

const ICONS: Partial<Record<CreativeKind, LucideIcon>> = { video: Film, html: FileArchive, document: FileText };

type CreativeTileProps = {
  readonly creative: Creative;
  readonly isSelected: boolean;
  /** Null for those who only look. */
  readonly onSelect: ((isSelected: boolean) => void) | null;
  readonly onOpen: () => void;
};

export function CreativeTile({ creative, isSelected, onSelect, onOpen }: CreativeTileProps) {
  const { t } = useTranslation('creatives');
  return (
    <PictureTile
      name={creative.name}
      language={creative.language}
      picture={<CreativePicture creative={creative} />}
      openLabel={t('open', { name: creative.name })}
      onOpen={onOpen}
      selectLabel={t('select', { name: creative.name })}
      isSelected={isSelected}
      onSelect={onSelect && ((event) => onSelect(event.target.checked))}
      badge={<StateBadge state={creative.state} />}
    >
      <CreativeFacts creative={creative} />
    </PictureTile>
  );
}

export function CreativePicture({ creative }: { readonly creative: Creative }) {
  const { thumbnail, original, body, kind } = creative;
  // A small picture that could not be made is no loss: the file itself is shown if it is one.
  const isPicture = original?.state === 'checked' && original.mime_type.startsWith('image/');
  const path = thumbnail?.path ?? (isPicture ? original.path : null);
  if (path !== null) return <Picture path={path} />;
  if (body !== '')
    return (
      <span
        lang={creative.language ?? undefined}
        className="line-clamp-6 text-start text-sm whitespace-pre-line text-ink-2"
      >
        {body}
      </span>
    );
  const Icon = ICONS[kind] ?? Image;
  return <Icon aria-hidden="true" size={36} strokeWidth={1.5} className="text-ink-3" />;
}

function Picture({ path }: { readonly path: string }) {
  const picture = useQuery(creativeQueries.picture(path));
  if (picture.data === undefined) return null;
  return <BlobPicture blob={picture.data} alt="" className="max-h-full max-w-full object-contain shadow-card" />;
}

export function CreativeFacts({ creative }: { readonly creative: Creative }) {
  const { t } = useTranslation('creatives');
  const format = useFormat();
  const { original, language, first_day, last_day, audience, segment_ids } = creative;
  const hasSize = original?.width != null && original.height !== null;
  const parts = [
    hasSize ? `${original.width} × ${original.height}` : t(`kind.${creative.kind}`),
    original === null ? null : `${formatName(original.mime_type)} ${bytesText(format.locale, original.size_bytes)}`,
    language === null ? null : format.language(language),
    first_day === null ? null : t('from', { day: format.dayTick(first_day) }),
    last_day === null ? null : t('until', { day: format.dayTick(last_day) }),
    audience === 'everyone' ? null : t('segments', { count: segment_ids.length }),
  ];
  return <Facts parts={parts} />;
}
