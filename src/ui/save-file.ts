/** Excel takes a text for UTF-8 only when it begins with this mark. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A file name that says what is in the file: its parts, each without spaces and signs that a file system
 * minds. Empty parts are left out.
 */
export function fileNameOf(parts: readonly string[], extension: string): string {
  const plain = parts.map((part) => part.replace(/[^\p{L}\p{N}.]+/gu, '-').replace(/^[-.]+|-+$/g, ''));
  return `${plain.filter((part) => part !== '').join('_')}.${extension}`;
}

/** Hands a text to the browser as a download. */
export function saveCsv(fileName: string, text: string): void {
  saveFile(fileName, new Blob([BYTE_ORDER_MARK, text], { type: 'text/csv;charset=utf-8' }));
}

export function saveFile(fileName: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has its own hold on the data once it began; the address is no longer needed then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
