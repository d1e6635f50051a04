import type { Asset } from './model.ts';

/** An archive's own list, as its first file. */
export const MANIFEST_NAME = 'manifest.csv';

/** Names that Windows keeps for its devices, whatever their ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are taken out
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>:"|?*\\/]+/g;

/** A part of a file's name that every system takes: without folders, control signs and turned-about text. */
function safe(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .-]+|[ .-]+$/g, '');
  const short = [...plain].slice(0, 80).join('').trim();
  return DEVICES.test(short) ? `_${short}` : short;
}

/** Names in the archive, unique also where capitals do not count: what it is, its language, its size, its ending; texts are texts. */
export function zipNames(assets: readonly Asset[]): Map<string, string> {
  const taken = new Set([MANIFEST_NAME]);
  const names = new Map<string, string>();
  for (const { id, name, language, original } of assets) {
    const size = original?.width == null || original.height === null ? '' : `_${original.width}x${original.height}`;
    const ending = original === null ? 'txt' : safe(original.file_name.split('.').at(-1) ?? '').toLowerCase();
    const stem = `${safe(name) || 'file'}${language === null ? '' : `_${safe(language)}`}${size}`;
    let free = `${stem}.${ending}`;
    for (let nth = 2; taken.has(free.toLowerCase()); nth += 1) free = `${stem} (${nth}).${ending}`;
    taken.add(free.toLowerCase());
    names.set(id, free);
  }
  return names;
}
