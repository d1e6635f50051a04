const PNG_CHUNKS = /^(IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|bKGD|hIST|pHYs|sPLT|acTL|fcTL|fdAT)$/;
const JPEG_START = 0xffd8;
const JPEG_SCAN = 0xda;

const nameAt = (bytes: Uint8Array, offset: number) => String.fromCharCode(...bytes.subarray(offset, offset + 4));

/**
 * A PNG without notes: where it was made, when and by whom stands in chunks that draw nothing. The picture itself is
 * not touched. What is no PNG comes back as it is: the server says what it thinks of it.
 */
export function plainPng(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 8)];
  for (let offset = 8; offset < bytes.length; ) {
    if (offset + 12 > bytes.length) return [bytes];
    const end = offset + 12 + view.getUint32(offset);
    if (end > bytes.length) return [bytes];
    const name = nameAt(bytes, offset + 4);
    if (PNG_CHUNKS.test(name)) parts.push(bytes.subarray(offset, end));
    // Some programs write on behind the end.
    if (name === 'IEND') return parts;
    offset = end;
  }
  return [bytes];
}

/** Whether a JPEG holds more than its picture and its colours: camera, place, comments, turned sides. */
export function hasJpegNotes(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== JPEG_START) return false;
  for (let offset = 2; offset + 4 <= bytes.length; ) {
    const marker = view.getUint8(offset + 1);
    if (marker === JPEG_SCAN) return false;
    const isApplication = marker >= 0xe0 && marker <= 0xef;
    if (marker === 0xfe || (isApplication && ![0xe0, 0xe2, 0xee].includes(marker))) return true;
    offset += 2 + view.getUint16(offset + 2);
  }
  return false;
}

/** What a WebP says of itself: whether it moves, and whether it carries notes. */
export function webpTraits(bytes: Uint8Array): { isAnimated: boolean; hasNotes: boolean } {
  const flags = nameAt(bytes, 12) === 'VP8X' ? (bytes[20] ?? 0) : 0;
  return { isAnimated: (flags & 0x02) !== 0, hasNotes: (flags & 0x0c) !== 0 };
}
