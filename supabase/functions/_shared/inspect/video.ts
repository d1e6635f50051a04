import type { Bytes } from './bytes.ts';
import { refused, unsized, type Verdict } from './verdict.ts';

const BOXES = /^(ftyp|moov|mdat|free|skip|wide|moof|mfra|sidx|styp|ssix|prft|emsg)$/;

/** Box after box to the exact end; what is not a part of a film is refused. */
export function inspectMp4(file: Bytes): Verdict {
  if (file.text(4, 4) !== 'ftyp') return refused('wrong_type');
  let names = '';
  for (let offset = 0; offset < file.length; ) {
    const name = file.text(offset + 4, 4);
    const length = boxLength(file, offset);
    if (length === undefined || length < 8 || offset + length > file.length) return refused('broken');
    if (!BOXES.test(name)) return refused(/^(uuid|meta)$/.test(name) ? 'metadata' : 'broken');
    if (name === 'moov' && tellsWhere(file.text(offset, length))) return refused('metadata');
    names += `${name} `;
    offset += length;
  }
  return names.includes('moov ') && /mdat |moof /.test(names) ? unsized : refused('broken');
}

/** 1 stands for a length of 64 bits behind the name, 0 for all that is left. */
function boxLength(file: Bytes, offset: number): number | undefined {
  const length = file.u32(offset);
  if (length === 0) return file.length - offset;
  if (length !== 1) return length;
  return file.u32(offset + 8) === 0 ? file.u32(offset + 12) : undefined;
}

/** A phone writes where a film was taken. */
function tellsWhere(moov: string): boolean {
  return /\u00a9xyz|com\.apple\.quicktime\.location|\bloci\b/.test(moov);
}

/** EBML whose document type is WebM, and whose segment reaches the end of the file or has no length of its own. */
export function inspectWebm(file: Bytes): Verdict {
  if (file.u32(0) !== 0x1a45dfa3) return refused('wrong_type');
  const head = file.text(0, 64);
  if (!/B\u201a[\u0081-\u0090]?.?webm/s.test(head)) return refused('wrong_type');
  const header = ebmlSize(file, 4);
  if (header === null) return refused('broken');
  const segment = header.offset + header.size;
  if (file.u32(segment) !== 0x18538067) return refused('broken');
  const size = ebmlSize(file, segment + 4);
  if (size === null) return refused('broken');
  if (!size.isOpen && size.offset + size.size < file.length) return refused('extra_data');
  return size.isOpen || size.offset + size.size === file.length ? unsized : refused('broken');
}

/** A length of 1 to 8 bytes: the first set bit says how many; all ones say that it is not known. */
function ebmlSize(file: Bytes, offset: number): { offset: number; size: number; isOpen: boolean } | null {
  const first = file.at(offset);
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  let size = first & (0xff >> length);
  let isOpen = size === 0xff >> length;
  for (let at = 1; at < length; at += 1) {
    const byte = file.at(offset + at) ?? 0;
    isOpen &&= byte === 0xff;
    size = size * 256 + byte;
  }
  return { offset: offset + length, size, isOpen };
}
