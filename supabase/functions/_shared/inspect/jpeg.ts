import type { Bytes } from './bytes.ts';
import { refused, sized, type Verdict } from './verdict.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** Frames of all codings; C4, C8 and CC in between are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** JFIF, colour profile and Adobe's colour transform draw; every other application block, and comments, tell. */
const draws = (marker: number) =>
  (marker < 0xe0 || marker > 0xef || [0xe0, 0xe2, 0xee].includes(marker)) && marker !== 0xfe;

/** Segment after segment, scan after scan, to the end mark, and nothing behind it. */
export function inspectJpeg(file: Bytes): Verdict {
  if (file.at(0) !== 0xff || file.at(1) !== START || file.at(2) !== 0xff) return refused('wrong_type');
  let offset = 2;
  let size: Verdict = refused('broken');
  while (offset < file.length) {
    const marker = file.at(offset + 1);
    if (file.at(offset) !== 0xff || marker === undefined) return refused('broken');
    if (marker === END) return offset + 2 === file.length ? size : refused('extra_data');
    if (!draws(marker)) return refused('metadata');
    const length = file.u16(offset + 2);
    if (length === undefined || length < 2 || offset + 2 + length > file.length) return refused('broken');
    if (isFrame(marker)) size = sized(file.u16(offset + 7) ?? 0, file.u16(offset + 5) ?? 0);
    offset += 2 + length;
    if (marker === SCAN) offset = endOfScan(file, offset);
  }
  return refused('broken');
}

/** The next mark behind coded data, in which FF 00 is a byte and FF D0 to D7 are restarts. */
function endOfScan(file: Bytes, start: number): number {
  for (let offset = start; offset < file.length; offset += 1) {
    if (file.at(offset) !== 0xff) continue;
    const next = file.at(offset + 1) ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return offset;
  }
  return file.length;
}
