import { crc32, deflateSync } from 'node:zlib';

/** A chunk of a PNG with its length and checksum. */
export function pngChunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return pngChunk('IHDR', header);
}

/** A picture of one colour, with more chunks before its end if wanted. */
export function png(width: number, height: number, more: readonly Buffer[] = [], shade = 128): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height, shade);
  for (let row = 0; row < height; row += 1) rows[row * (width * 3 + 1)] = 0;
  const data = pngChunk('IDAT', deflateSync(rows));
  return Buffer.concat([PNG_SIGNATURE, pngHeader(width, height), ...more, data, pngChunk('IEND', Buffer.alloc(0))]);
}
