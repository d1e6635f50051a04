import type { Bytes } from './bytes.ts';
import { refused, unsized, type Verdict } from './verdict.ts';

const MOST_ENTRIES = 2_000;
const MOST_UNPACKED = 200 * 1024 * 1024;
/** Deflate reaches about 1,000; pictures and pages stay far below this. */
const MOST_RATIO = 200;

/** A document from its first byte to its end mark, in which nothing acts by itself. */
export function inspectPdf(file: Bytes): Verdict {
  if (!/^%PDF-[12]\.\d/.test(file.text(0, 8))) return refused('wrong_type');
  if (!/%%EOF\s*$/.test(file.text(file.length - 1024, 1024))) return refused('broken');
  const text = file.text(0, file.length);
  // A name may be written with #xx for any of its letters.
  const names = text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  if (/\/(JavaScript|JS|Launch|OpenAction|AA|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\b/.test(names))
    return refused('script');
  return unsized;
}

type Directory = { readonly start: number; readonly entries: number };

/** An archive that begins and ends as one, whose list is whole, and which unpacks to a size one can live with. */
export function inspectZip(file: Bytes): Verdict {
  if (file.u32(0) !== 0x504b0304) return refused('wrong_type');
  const directory = findDirectory(file);
  if (directory === null) return refused('broken');
  if (directory.entries > MOST_ENTRIES) return refused('bomb');
  let offset = directory.start;
  let unpacked = 0;
  for (let at = 0; at < directory.entries; at += 1) {
    const fault = entryFault(file, offset);
    if (fault !== null) return refused(fault);
    unpacked += file.u32(offset + 24, true) ?? 0;
    offset +=
      46 + (file.u16(offset + 28, true) ?? 0) + (file.u16(offset + 30, true) ?? 0) + (file.u16(offset + 32, true) ?? 0);
  }
  if (unpacked > MOST_UNPACKED || unpacked > file.length * MOST_RATIO) return refused('bomb');
  return offset === file.length - 22 ? unsized : refused('extra_data');
}

/** The end record stands at the very end, without a comment, and its list right before it. */
function findDirectory(file: Bytes): Directory | null {
  const end = file.length - 22;
  if (file.u32(end) !== 0x504b0506 || file.u16(end + 20, true) !== 0) return null;
  const start = file.u32(end + 16, true);
  const size = file.u32(end + 12, true);
  const entries = file.u16(end + 10, true);
  if (start === undefined || size === undefined || entries === undefined || entries === 0) return null;
  return start + size === end ? { start, entries } : null;
}

/** Locked entries cannot be looked into; a path that climbs out of its folder, or another archive, is a trap. */
function entryFault(file: Bytes, offset: number): 'broken' | 'bomb' | 'script' | null {
  if (file.u32(offset) !== 0x504b0102) return 'broken';
  const flags = file.u16(offset + 8, true) ?? 0;
  const name = file.text(offset + 46, file.u16(offset + 28, true) ?? 0);
  const local = file.u32(offset + 42, true) ?? file.length;
  if ((flags & 1) === 1 || file.u32(local) !== 0x504b0304) return 'broken';
  if (/^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)|\p{Cc}/u.test(name)) return 'broken';
  if (/\.(zip|rar|7z|gz|xz|bz2|zst|jar)$/i.test(name)) return 'bomb';
  return /\.(exe|dll|msi|bat|cmd|com|scr|ps1|vbs|sh|app|dmg|apk|hta|lnk)$/i.test(name) ? 'script' : null;
}
