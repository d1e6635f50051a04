import type { Asset } from './model.ts';
import { pipeZip, type ZipTold } from './zip.ts';

const FOLDER = 'zips';
/** By then the browser has taken its copy, or another tab has closed without tidying up. */
const STALE_MS = 60 * 60_000;
const KEPT_MS = 5 * 60_000;

const hasFiles = () =>
  typeof navigator.storage?.getDirectory === 'function' && 'createWritable' in FileSystemFileHandle.prototype;

async function theFolder(): Promise<FileSystemDirectoryHandle> {
  return await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
}

/** Takes away what an earlier visit left behind; files of other tabs are young. */
export async function removeStaleZips(): Promise<void> {
  if (!hasFiles()) return;
  const folder = await theFolder();
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  for (const name of names) {
    const age = Date.now() - Number(name.split('_', 1)[0]);
    if (!(age < STALE_MS)) await folder.removeEntry(name).catch(() => undefined);
  }
}

export type ZipFile = { readonly file: Blob; readonly remove: () => void };

/**
 * Writes the archive into a file of the origin's own, so that memory stays as it is however long it gets. What is
 * called off leaves nothing. Browsers without such files hold it in memory.
 */
export async function writeZip(assets: readonly Asset[], told: ZipTold): Promise<ZipFile> {
  if (!hasFiles()) return { file: await collected(assets, told), remove: () => undefined };
  const folder = await theFolder();
  const name = `${Date.now()}_${crypto.randomUUID()}.zip`;
  const remove = () => void folder.removeEntry(name).catch(() => undefined);
  try {
    const handle = await folder.getFileHandle(name, { create: true });
    const file = await handle.createWritable();
    await pipeZip(assets, told, {
      write: (piece) => file.write(piece),
      close: () => file.close(),
      abort: () => file.abort(),
    });
    return { file: await handle.getFile(), remove: () => setTimeout(remove, KEPT_MS) };
  } catch (error) {
    await folder.removeEntry(name).catch(() => undefined);
    throw error;
  }
}

async function collected(assets: readonly Asset[], told: ZipTold): Promise<Blob> {
  const pieces: Blob[] = [];
  const write = (piece: BlobPart) => {
    pieces.push(new Blob([piece]));
    return Promise.resolve();
  };
  await pipeZip(assets, told, { write, close: () => Promise.resolve(), abort: () => Promise.resolve() });
  return new Blob(pieces, { type: 'application/zip' });
}
