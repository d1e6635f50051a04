import type { Bytes } from './bytes.ts';
import { refused, sized, type Verdict } from './verdict.ts';

const SIGNATURE = '\u2030PNG\r\n\u001a\n';
/** What draws the picture; notes, places and foreign blocks are none of it. */
const DRAWING = /^(IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|bKGD|hIST|pHYs|sPLT|acTL|fcTL|fdAT)$/;

/** Chunk after chunk to IEND, and nothing behind it. */
export function inspectPng(file: Bytes): Verdict {
  if (file.text(0, 8) !== SIGNATURE) return refused('wrong_type');
  let offset = 8;
  let names = '';
  while (offset < file.length) {
    const length = file.u32(offset);
    const name = file.text(offset + 4, 4);
    if (length === undefined || offset + 12 + length > file.length) return refused('broken');
    if (!/^[A-Za-z]{4}$/.test(name)) return refused('broken');
    if (!DRAWING.test(name)) return refused('metadata');
    names += `${name} `;
    offset += 12 + length;
    if (name === 'IEND') break;
  }
  if (!names.startsWith('IHDR ') || !names.includes('IDAT ') || !names.endsWith('IEND ')) return refused('broken');
  if (offset !== file.length) return refused('extra_data');
  return sized(file.u32(16) ?? 0, file.u32(20) ?? 0);
}
