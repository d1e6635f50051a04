import { inflateRawSync } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly content: Buffer };

/** Opens an archive as any program does: by the list at its end. */
export function readZip(archive: Buffer): ZipEntry[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('This is no archive.');
  const entries: ZipEntry[] = [];
  let offset = archive.readUInt32LE(end + 16);
  for (let nth = archive.readUInt16LE(end + 10); nth > 0; nth -= 1) {
    const [nameLength, extraLength] = [archive.readUInt16LE(offset + 28), archive.readUInt16LE(offset + 30)];
    const name = archive.toString('utf8', offset + 46, offset + 46 + nameLength);
    const local = archive.readUInt32LE(offset + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(offset + 20));
    const isStored = archive.readUInt16LE(offset + 10) === 0;
    entries.push({ name, content: isStored ? packed : inflateRawSync(packed) });
    offset += 46 + nameLength + extraLength + archive.readUInt16LE(offset + 32);
  }
  return entries;
}
