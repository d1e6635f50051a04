import { hasJpegNotes, plainPng, webpTraits } from './metadata.ts';
import type { CreativeKind } from './model.ts';

/** A file as it is sent: without notes, upright, with a small picture of it where there can be one. */
export type Prepared = {
  readonly kind: CreativeKind;
  readonly original: Blob;
  readonly thumbnail: Blob | null;
  readonly width: number | null;
  readonly height: number | null;
};

export type Unfit = 'type' | 'empty' | 'size';

const MEGABYTE = 1024 * 1024;
const THUMBNAIL_SIDE = 480;
const JPEG_QUALITY = 0.92;
const VIDEO_PATIENCE_MS = 8_000;

type Known = { readonly mime: string; readonly kind: CreativeKind; readonly megabytes: number };

/** By ending: browsers leave the type of some files open. What a file really is the server finds out. */
const KNOWN: Readonly<Record<string, Known>> = {
  png: { mime: 'image/png', kind: 'banner', megabytes: 20 },
  jpg: { mime: 'image/jpeg', kind: 'banner', megabytes: 20 },
  jpeg: { mime: 'image/jpeg', kind: 'banner', megabytes: 20 },
  gif: { mime: 'image/gif', kind: 'banner', megabytes: 20 },
  webp: { mime: 'image/webp', kind: 'banner', megabytes: 20 },
  mp4: { mime: 'video/mp4', kind: 'video', megabytes: 50 },
  webm: { mime: 'video/webm', kind: 'video', megabytes: 50 },
  pdf: { mime: 'application/pdf', kind: 'document', megabytes: 20 },
  zip: { mime: 'application/zip', kind: 'html', megabytes: 20 },
};

/** The sizes that sites sell; another picture is an image. */
const BANNER_SIZES = new Set([
  '300x250',
  '336x280',
  '728x90',
  '970x90',
  '970x250',
  '160x600',
  '120x600',
  '300x600',
  '300x1050',
  '320x50',
  '320x100',
  '468x60',
  '234x60',
  '250x250',
  '200x200',
  '180x150',
  '125x125',
  '88x31',
]);

export const ACCEPTED_FILES = Object.keys(KNOWN)
  .map((ending) => `.${ending}`)
  .join(',');

const known = (name: string) => KNOWN[name.split('.').at(-1)?.toLowerCase() ?? ''];

/** Why a file need not even be sent; null when it may be. */
export function unfitness(file: File): Unfit | null {
  const type = known(file.name);
  if (type === undefined) return 'type';
  if (file.size === 0) return 'empty';
  return file.size > type.megabytes * MEGABYTE ? 'size' : null;
}

export async function prepareFile(file: File): Promise<Prepared> {
  const type = known(file.name);
  if (type === undefined) throw new Error(`${file.name} is of no known type`);
  const plain = (content: BlobPart[]) => new Blob(content, { type: type.mime });
  if (type.kind === 'video') return await prepareVideo(plain([file]));
  if (type.kind !== 'banner')
    return { kind: type.kind, original: plain([file]), thumbnail: null, width: null, height: null };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const bitmap = await createImageBitmap(plain([bytes])).catch(() => null);
  // What the browser cannot draw is sent as it is, and refused with a reason.
  if (bitmap === null) return { kind: 'banner', original: plain([bytes]), thumbnail: null, width: null, height: null };
  const { width, height } = bitmap;
  const original = mustDrawAnew(bytes, type.mime)
    ? await drawn(bitmap, width, height, type.mime)
    : plain(type.mime === 'image/png' ? plainPng(bytes) : [bytes]);
  const thumbnail = await smallPicture(bitmap, width, height);
  bitmap.close();
  const kind = BANNER_SIZES.has(`${width}x${height}`) ? 'banner' : 'image';
  return { kind, original, thumbnail, width, height };
}

/** Only what carries notes is coded anew; the notes may also say that its sides are turned. */
function mustDrawAnew(bytes: Uint8Array, mime: string): boolean {
  if (mime === 'image/jpeg') return hasJpegNotes(bytes);
  const { isAnimated, hasNotes } = webpTraits(bytes);
  return mime === 'image/webp' && hasNotes && !isAnimated;
}

async function drawn(source: CanvasImageSource, width: number, height: number, mime: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(source, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, mime, JPEG_QUALITY));
  if (blob === null) throw new Error('the browser could not draw the picture');
  return blob;
}

async function smallPicture(source: CanvasImageSource, width: number, height: number): Promise<Blob> {
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(width, height));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return await drawn(source, side(width), side(height), 'image/webp');
}

/** A picture from its first second, where the browser plays it; without one it is sent all the same. */
async function prepareVideo(original: Blob): Promise<Prepared> {
  const url = URL.createObjectURL(original);
  const video = document.createElement('video');
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no picture in time')), VIDEO_PATIENCE_MS);
      video.muted = true;
      video.onloadedmetadata = () => {
        video.currentTime = Math.min(1, video.duration / 2);
      };
      video.onerror = () => reject(new Error('not playable here'));
      video.onseeked = () => {
        clearTimeout(timer);
        resolve();
      };
      video.src = url;
    });
    const { videoWidth: width, videoHeight: height } = video;
    return { kind: 'video', original, thumbnail: await smallPicture(video, width, height), width, height };
  } catch {
    return { kind: 'video', original, thumbnail: null, width: null, height: null };
  } finally {
    video.removeAttribute('src');
    URL.revokeObjectURL(url);
  }
}
