import { AppError } from '../errors.ts';
import type { CreativeChanges } from './model.ts';
import { prepareFile, type Unfit, unfitness } from './prepare-file.ts';
import { callOff, type UploadPlan, upload } from './upload.ts';

export type UploadState = 'queued' | 'preparing' | 'sending' | 'checking' | 'done' | 'refused' | 'failed';

export type Upload = {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly sent: number;
  readonly state: UploadState;
  /** Why it was refused, by the browser or by the server. */
  readonly reason: string | null;
  readonly error: Error | null;
};

type Job = {
  readonly file: File;
  readonly defaults: CreativeChanges;
  readonly replaces: string | null;
  plan: UploadPlan | null;
  call: AbortController;
};

const AT_ONCE = 3;

/** Uploads of a page: several at once, each to be tried again or called off by itself. */
export class UploadQueue {
  readonly #program: string;
  readonly #jobs = new Map<string, Job>();
  readonly #listeners = new Set<() => void>();
  #uploads: readonly Upload[] = [];
  #running = 0;

  constructor(program: string) {
    this.#program = program;
  }

  read = (): readonly Upload[] => this.#uploads;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(files: readonly File[], defaults: CreativeChanges, replaces: string | null = null): void {
    const added = files.map((file): Upload => {
      const id = crypto.randomUUID();
      const unfit: Unfit | null = unfitness(file);
      this.#jobs.set(id, { file, defaults, replaces, plan: null, call: new AbortController() });
      return {
        id,
        fileName: file.name,
        bytes: file.size,
        sent: 0,
        state: unfit === null ? 'queued' : 'refused',
        reason: unfit,
        error: null,
      };
    });
    this.#publish([...this.#uploads, ...added]);
    this.#next();
  }

  retry(id: string): void {
    const job = this.#jobs.get(id);
    if (job === undefined) return;
    job.call = new AbortController();
    this.#change(id, { state: 'queued', sent: 0, error: null });
    this.#next();
  }

  /** What is on its way stops, and what it left on the server goes. */
  cancel(id: string): void {
    const job = this.#jobs.get(id);
    this.#jobs.delete(id);
    this.#publish(this.#uploads.filter((upload) => upload.id !== id));
    job?.call.abort();
    if (job?.plan != null) void callOff(job.plan);
  }

  /** Takes what has come to its end out of the list. */
  clear(): void {
    const isOver = ({ state }: Upload) => state === 'done' || state === 'refused';
    for (const { id } of this.#uploads.filter(isOver)) this.#jobs.delete(id);
    this.#publish(this.#uploads.filter((upload) => !isOver(upload)));
  }

  #next(): void {
    const waiting = this.#uploads.find(({ state }) => state === 'queued');
    const job = waiting && this.#jobs.get(waiting.id);
    if (waiting === undefined || job === undefined || this.#running >= AT_ONCE) return;
    this.#running += 1;
    this.#change(waiting.id, { state: 'preparing' });
    void this.#run(waiting.id, job).finally(() => {
      this.#running -= 1;
      this.#next();
    });
    this.#next();
  }

  async #run(id: string, job: Job): Promise<void> {
    const { signal } = job.call;
    try {
      job.plan ??= await this.#plan(job);
      signal.throwIfAborted();
      this.#change(id, { state: 'sending', bytes: job.plan.prepared.original.size });
      const end = await upload(job.plan, {
        signal,
        onProgress: (sent) => this.#change(id, { sent }),
        onCheck: () => this.#change(id, { state: 'checking' }),
      });
      this.#change(id, end.isChecked ? { state: 'done' } : { state: 'refused', reason: end.reason });
    } catch (thrown) {
      if (signal.aborted) return;
      const error = thrown instanceof Error ? thrown : new AppError('unexpected', String(thrown));
      this.#change(id, { state: 'failed', error });
    }
  }

  async #plan({ file, defaults, replaces }: Job): Promise<UploadPlan> {
    const prepared = await prepareFile(file);
    const name = file.name
      .replace(/\.[^.]+$/, '')
      .replace(/[_-]+/g, ' ')
      .trim()
      .slice(0, 120);
    return {
      program: this.#program,
      creativeId: crypto.randomUUID(),
      originalId: crypto.randomUUID(),
      thumbnailId: crypto.randomUUID(),
      name: name === '' ? file.name.slice(0, 120) : name,
      fileName: file.name,
      kind: prepared.kind,
      details: defaults,
      replaces,
      prepared,
    };
  }

  #change(id: string, change: Partial<Upload>): void {
    this.#publish(this.#uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  #publish(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    for (const listener of this.#listeners) listener();
  }
}
