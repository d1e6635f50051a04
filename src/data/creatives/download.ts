import type { Asset } from './model.ts';
import type { Remedy } from './zip.ts';

export type Trouble = { readonly name: string; readonly answer: (remedy: Remedy) => void };

export type Download = {
  readonly fileName: string;
  readonly filesTotal: number;
  readonly files: number;
  readonly bytes: number;
  readonly length: number;
  readonly startedAt: number;
  readonly state: 'running' | 'failed';
  readonly trouble: Trouble | null;
  readonly error: Error | null;
};

const TOLD_EVERY_MS = 50;

type Save = (fileName: string, content: Blob) => void;

/** The one archive that is on its way; it goes on while one looks at other creatives. */
export class ZipDownload {
  readonly #listeners = new Set<() => void>();
  readonly #save: Save;
  #call: AbortController | null = null;
  #download: Download | null = null;
  #toldAt = 0;

  constructor(save: Save) {
    this.#save = save;
  }

  read = (): Download | null => this.#download;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Resolves with the number of files saved; null when it was called off or failed. */
  async start(fileName: string, assets: readonly Asset[]): Promise<number | null> {
    this.cancel();
    const call = new AbortController();
    this.#call = call;
    const begun = { fileName, filesTotal: assets.length, files: 0, bytes: 0, length: 0, startedAt: Date.now() };
    this.#publish({ ...begun, state: 'running', trouble: null, error: null });
    try {
      const { writeZip } = await import('./zip-file.ts');
      const { file, remove } = await writeZip(assets, {
        signal: call.signal,
        onProgress: (bytes, files) => this.#tell(call, { bytes, files }),
        onLength: (length) => this.#change(call, { length }),
        onTrouble: (name) => this.#ask(call, name),
      });
      if (call.signal.aborted) return null;
      this.#save(fileName, file);
      remove();
      this.#publish(null);
      return assets.length;
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      if (!call.signal.aborted) this.#change(call, { state: 'failed', error, trouble: null });
      return null;
    }
  }

  cancel = (): void => {
    this.#call?.abort();
    this.#publish(null);
  };

  #ask(call: AbortController, name: string): Promise<Remedy> {
    return new Promise((resolve, reject) => {
      call.signal.addEventListener('abort', () => reject(call.signal.reason), { once: true });
      const answer = (remedy: Remedy) => {
        this.#change(call, { trouble: null });
        resolve(remedy);
      };
      this.#change(call, { trouble: { name, answer } });
    });
  }

  /** Often enough for the eye: thousands of pieces a second would keep the page from its work. */
  #tell(call: AbortController, progress: Pick<Download, 'bytes' | 'files'>): void {
    if (Date.now() - this.#toldAt < TOLD_EVERY_MS) return;
    this.#toldAt = Date.now();
    this.#change(call, progress);
  }

  #change(call: AbortController, change: Partial<Download>): void {
    if (this.#call === call && !call.signal.aborted && this.#download !== null)
      this.#publish({ ...this.#download, ...change });
  }

  #publish(download: Download | null): void {
    this.#download = download;
    for (const listener of this.#listeners) listener();
  }
}
