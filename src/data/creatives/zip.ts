import { makeZip, predictLength } from 'client-zip';
import { toCsv } from '../../lib/csv.ts';
import { fetchObject } from '../storage.ts';
import type { Asset } from './model.ts';
import { type Buffers, buffersOf, type Content } from './zip-buffers.ts';
import { MANIFEST_NAME, zipNames } from './zip-names.ts';

/** One file could not be fetched: try it again, or leave it out of the archive. */
export type Remedy = 'again' | 'without';

export type ZipTold = {
  readonly signal: AbortSignal;
  /** Bytes written, and the files that are whole. */
  readonly onProgress: (bytes: number, files: number) => void;
  /** The length the archive will have to its last byte; said again when a file is left out. */
  readonly onLength: (bytes: number) => void;
  readonly onTrouble: (name: string, error: Error) => Promise<Remedy>;
};

type Entry = {
  readonly name: string;
  readonly size: number;
  readonly load: (signal: AbortSignal) => Promise<Content>;
  readonly asset: Asset;
};

const TRIES = 3;
const WAIT_MS = 500;
/** How many files are fetched ahead of the one being written: they stand in memory until then. */
const AHEAD = 3;
const PIECE = 1_000_000;

function textOf({ body, url }: Asset): Content {
  return new TextEncoder().encode(`${[body, url ?? ''].filter((part) => part !== '').join('\r\n\r\n')}\r\n`);
}

function entriesOf(assets: readonly Asset[], buffers: Buffers): Entry[] {
  const names = zipNames(assets);
  return assets.map((asset) => {
    const name = names.get(asset.id) ?? asset.id;
    const { original } = asset;
    if (original === null) {
      const text = textOf(asset);
      return { name, size: text.length, asset, load: () => Promise.resolve(text) };
    }
    return {
      name,
      size: original.size_bytes,
      asset,
      load: (signal) => buffers.read(() => fetchObject(original.path, signal), original.size_bytes),
    };
  });
}

function manifestOf(entries: readonly Entry[]): Blob {
  const columns = ['file', 'name', 'kind', 'width', 'height', 'bytes', 'language', 'tags', 'until', 'link'];
  const rows = entries.map(({ name, size, asset }) => [
    name,
    asset.name,
    asset.kind,
    asset.original?.width ?? null,
    asset.original?.height ?? null,
    size,
    asset.language,
    asset.tags.join(' '),
    asset.last_day,
    asset.url,
  ]);
  return new Blob(['\ufeff', toCsv(columns, rows)], { type: 'text/csv' });
}

/** The exact number of bytes of the archive of these files with their list. */
function lengthOf(entries: readonly Entry[]): number {
  const list = { name: MANIFEST_NAME, size: manifestOf(entries).size };
  return Number(predictLength([...entries.map(({ name, size }) => ({ name, size })), list]));
}

/** Three tries; a file of another length than the list says is none. */
async function load(entry: Entry, signal: AbortSignal): Promise<Content> {
  for (let nth = 1; ; nth += 1) {
    signal.throwIfAborted();
    try {
      return await entry.load(signal);
    } catch (error) {
      if (signal.aborted || nth === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS * nth));
    }
  }
}

/** Piece by piece, so that the sums over a long film do not hold up the page. */
function streamOf(content: Content): ReadableStream<Content> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(content.subarray(at, at + PIECE));
      at += PIECE;
      if (at >= content.length) controller.close();
    },
  });
}

/** Where an archive is written; a piece that was written is not looked at again. */
export type Sink = {
  readonly write: (piece: Content) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly abort: () => Promise<void>;
};

/** Writes the archive: whole files only, so that one that fails harms no other; its list comes last. */
export async function pipeZip(assets: readonly Asset[], told: ZipTold, sink: Sink): Promise<void> {
  const buffers = buffersOf(AHEAD);
  const entries = entriesOf(assets, buffers);
  told.onLength(lengthOf(entries));
  let bytes = 0;
  let files = 0;
  const written = new WritableStream<Content>({
    async write(piece) {
      const { byteLength } = piece;
      await sink.write(piece);
      buffers.giveBack(piece);
      bytes += byteLength;
      told.onProgress(bytes, files);
    },
    close: () => sink.close(),
    abort: () => sink.abort(),
  });
  const filesOf = async function* () {
    const kept: Entry[] = [];
    let left: readonly Entry[] = entries;
    for await (const [entry, content] of loaded(entries, told)) {
      if (content === null) {
        left = left.filter((other) => other !== entry);
        told.onLength(lengthOf(left));
        continue;
      }
      kept.push(entry);
      yield { name: entry.name, input: streamOf(content), size: entry.size, lastModified: new Date(entry.asset.at) };
      files += 1;
    }
    const list = manifestOf(kept);
    yield { name: MANIFEST_NAME, input: list, size: list.size, lastModified: new Date() };
  };
  // The library's types do not tell buffers that are shared from those that are not: none of these is.
  const zip = makeZip(filesOf()) as ReadableStream<Content>;
  await zip.pipeTo(written, { signal: told.signal });
}

/** Files in their order, some fetched ahead; null in the place of one that is left out. */
async function* loaded(
  entries: readonly Entry[],
  { signal, onTrouble }: ZipTold,
): AsyncGenerator<[Entry, Content | null]> {
  const begun = new Map<Entry, Promise<Content>>();
  const begin = (entry: Entry | undefined) => {
    if (entry === undefined || begun.has(entry)) return;
    const promise = load(entry, signal);
    // Somebody awaits it in its turn; until then a failure is not unheard.
    promise.catch(() => undefined);
    begun.set(entry, promise);
  };
  for (const [at, entry] of entries.entries()) {
    for (const next of entries.slice(at, at + AHEAD)) begin(next);
    for (;;) {
      const content = await begun.get(entry)?.catch(async (error: Error) => {
        signal.throwIfAborted();
        return await onTrouble(entry.name, error);
      });
      begun.delete(entry);
      if (content === 'again') {
        begin(entry);
        continue;
      }
      yield [entry, content instanceof Uint8Array ? content : null];
      break;
    }
  }
}
