import type { Bytes } from './bytes.ts';
import { refused, sized, type Verdict } from './verdict.ts';

const DRAWING = /^(VP8 |VP8L|VP8X|ALPH|ANIM|ANMF|ICCP)$/;

/** Chunk after chunk to the length that its own header says, which is the file's. */
export function inspectWebp(file: Bytes): Verdict {
  if (file.text(0, 4) !== 'RIFF' || file.text(8, 4) !== 'WEBP') return refused('wrong_type');
  const end = (file.u32(4, true) ?? 0) + 8;
  if (end < file.length) return refused('extra_data');
  if (end > file.length) return refused('broken');
  let size: Verdict | null = null;
  let hasPicture = false;
  for (let offset = 12; offset < file.length; ) {
    const name = file.text(offset, 4);
    const length = file.u32(offset + 4, true);
    if (length === undefined || offset + 8 + length > file.length) return refused('broken');
    if (!DRAWING.test(name)) return refused(/^(EXIF|XMP )$/.test(name) ? 'metadata' : 'broken');
    hasPicture ||= /^(VP8 |VP8L|ANMF)$/.test(name);
    size ??= sizeIn(file, name, offset + 8);
    offset += 8 + length + (length % 2);
  }
  return hasPicture && size !== null ? size : refused('broken');
}

function sizeIn(file: Bytes, name: string, offset: number): Verdict | null {
  const u24 = (at: number) => (file.at(at) ?? 0) | ((file.at(at + 1) ?? 0) << 8) | ((file.at(at + 2) ?? 0) << 16);
  if (name === 'VP8X') return sized(u24(offset + 4) + 1, u24(offset + 7) + 1);
  if (name === 'VP8 ')
    return sized((file.u16(offset + 6, true) ?? 0) & 0x3fff, (file.u16(offset + 8, true) ?? 0) & 0x3fff);
  if (name !== 'VP8L') return null;
  const bits = file.u32(offset + 1, true) ?? 0;
  return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
}
