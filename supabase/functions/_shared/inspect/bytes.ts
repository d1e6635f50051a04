/** Reads numbers and names out of a file; beyond its end everything is undefined, never an error. */
export type Bytes = {
  readonly length: number;
  readonly at: (offset: number) => number | undefined;
  readonly u16: (offset: number, isLittle?: boolean) => number | undefined;
  readonly u32: (offset: number, isLittle?: boolean) => number | undefined;
  /** `length` bytes as Latin-1, shorter at the end of the file. */
  readonly text: (offset: number, length: number) => string;
};

export function readBytes(file: Uint8Array): Bytes {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const within = (offset: number, length: number) => offset >= 0 && offset + length <= file.length;
  return {
    length: file.length,
    at: (offset) => file[offset],
    u16: (offset, isLittle = false) => (within(offset, 2) ? view.getUint16(offset, isLittle) : undefined),
    u32: (offset, isLittle = false) => (within(offset, 4) ? view.getUint32(offset, isLittle) : undefined),
    text: (offset, length) => latin1(file.subarray(Math.max(offset, 0), Math.max(offset, 0) + length)),
  };
}

const latin = new TextDecoder('windows-1252');

export function latin1(bytes: Uint8Array): string {
  return latin.decode(bytes);
}
