import { useQuery } from '@tanstack/react-query';
import { FileArchive, FileText, Film, Image, type LucideIcon } from 'lucide-react';
import type { Asset, CreativeKind } from '../../../data/creatives/model.ts';
import { creativeQueries } from '../../../data/creatives/queries.ts';
import { BlobPicture } from '../../../ui/blob-picture.tsx';

const ICONS: Partial<Record<CreativeKind, LucideIcon>> = { video: Film, html: FileArchive, document: FileText };

/** The small picture of a creative; a text shows how it begins, a file without a picture what it is. */
export function AssetPicture({ asset }: { readonly asset: Asset }) {
  const { thumbnail } = asset;
  if (thumbnail !== null) return <Picture path={thumbnail} />;
  if (asset.body !== '')
    return (
      <span
        lang={asset.language ?? undefined}
        className="line-clamp-6 text-start text-sm whitespace-pre-line text-ink-2"
      >
        {asset.body}
      </span>
    );
  const Icon = ICONS[asset.kind] ?? Image;
  return <Icon aria-hidden="true" size={36} strokeWidth={1.5} className="text-ink-3" />;
}

function Picture({ path }: { readonly path: string }) {
  const picture = useQuery(creativeQueries.picture(path));
  if (picture.data === undefined)
    return picture.error === null ? null : (
      <Image aria-hidden="true" size={36} strokeWidth={1.5} className="text-ink-3" />
    );
  // What it shows is said by its name beside it.
  return <BlobPicture blob={picture.data} alt="" className="max-h-full max-w-full object-contain shadow-card" />;
}
