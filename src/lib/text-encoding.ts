/** Encodings a table file may come in; `utf-8-bom` is UTF-8 as Excel writes it. */
export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const SAMPLE = 64 * 1024;

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Share of NUL bytes on even and on odd places: Latin text in UTF-16 has them on one side only. */
function nulShares(bytes: Uint8Array): { even: number; odd: number } {
  const end = Math.min(bytes.length, SAMPLE) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const pairs = Math.max(1, end / 2);
  return { even: even / pairs, odd: odd / pairs };
}

/**
 * The encoding of a text file by its byte order mark, else by what its bytes can be.
 * Windows-1252 is the last resort: every byte is valid in it.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8-bom';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const { even, odd } = nulShares(bytes);
  if (odd > 0.3 && even < 0.05) return 'utf-16le';
  if (even > 0.3 && odd < 0.05) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Text of the bytes without a byte order mark, or null when they are not of that encoding. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** True for bytes that are no text at all: a zip (so also .xlsx), a PDF, or NULs outside UTF-16. */
export function isBinary(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return true;
  const encoding = detectEncoding(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return false;
  return bytes.subarray(0, SAMPLE).includes(0);
}
