import type { Bytes } from './bytes.ts';
import { refused, sized, type Verdict } from './verdict.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const COMMENT = 0xfe;
const APPLICATION = 0xff;

const tableBytes = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** Block after block to the trailer, and nothing behind it; every frame within the screen. */
export function inspectGif(file: Bytes): Verdict {
  if (!/^GIF8[79]a$/.test(file.text(0, 6))) return refused('wrong_type');
  const width = file.u16(6, true) ?? 0;
  const height = file.u16(8, true) ?? 0;
  let offset = 13 + tableBytes(file.at(10) ?? 0);
  let frames = 0;
  while (offset < file.length) {
    const block = file.at(offset);
    if (block === TRAILER) {
      if (frames === 0) return refused('broken');
      return offset + 1 === file.length ? sized(width, height) : refused('extra_data');
    }
    if (block === EXTENSION) {
      if (tells(file, offset)) return refused('metadata');
      offset = endOfBlocks(file, offset + 2);
    } else if (block === IMAGE) {
      const right = (file.u16(offset + 1, true) ?? 0) + (file.u16(offset + 5, true) ?? 0);
      const bottom = (file.u16(offset + 3, true) ?? 0) + (file.u16(offset + 7, true) ?? 0);
      if (right > width || bottom > height) return refused('broken');
      frames += 1;
      offset = endOfBlocks(file, offset + 10 + tableBytes(file.at(offset + 9) ?? 0) + 1);
    } else return refused('broken');
  }
  return refused('broken');
}

/** Comments, and blocks of applications other than the one that says how often to repeat. */
function tells(file: Bytes, offset: number): boolean {
  const label = file.at(offset + 1);
  if (label === COMMENT) return true;
  return label === APPLICATION && !/^(NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(file.text(offset + 3, 11));
}

function endOfBlocks(file: Bytes, start: number): number {
  let offset = start;
  for (let length = file.at(offset); length !== undefined && length > 0; length = file.at(offset)) offset += length + 1;
  return offset + 1;
}
