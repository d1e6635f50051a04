import { latin1, readBytes } from './bytes.ts';
import { inspectGif } from './gif.ts';
import { inspectJpeg } from './jpeg.ts';
import { inspectPdf, inspectZip } from './package.ts';
import { inspectPng } from './png.ts';
import { refused, type Verdict } from './verdict.ts';
import { inspectMp4, inspectWebm } from './video.ts';
import { inspectWebp } from './webp.ts';

const inspectors: Record<string, typeof inspectPng> = {
  'image/png': inspectPng,
  'image/jpeg': inspectJpeg,
  'image/gif': inspectGif,
  'image/webp': inspectWebp,
  'video/mp4': inspectMp4,
  'video/webm': inspectWebm,
  'application/pdf': inspectPdf,
  'application/zip': inspectZip,
};

/**
 * What only a page, a drawing or a script begins with, and six signs of text behind it: coded pictures and films hold
 * `<svg ` alone by chance, once in some ten thousand files of two megabytes. Inside of an archive such words belong to
 * what it packs.
 */
const MARKUP =
  /(?:<script|<!doctype|<!entity|<html[\s>]|<svg[\s>]|<iframe|<object[\s>]|<embed[\s>]|<foreignobject|<\?php|<\?xml[\s]|javascript:|vbscript:|onerror\s*=|onload\s*=)(?=[\t\n\r\x20-\x7e]{6})/i;

/** Looks at a file's own bytes; its name and what its sender called it are not asked. */
export function inspect(file: Uint8Array, mime: string): Verdict {
  const inspector = inspectors[mime];
  if (inspector === undefined) return refused('wrong_type');
  const verdict = inspector(readBytes(file));
  if (!verdict.isFine || mime === 'application/zip') return verdict;
  return MARKUP.test(latin1(file)) ? refused('script') : verdict;
}
