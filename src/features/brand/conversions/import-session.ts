import { openImportFile } from '../../../data/conversions/import-file.ts';
import type { Progress } from '../../../data/conversions/import-run.ts';
import { type FileFormat, LIMITS, type Mapping } from '../../../data/conversions/model.ts';
import type { FileFacts } from '../../../data/conversions/prepare-file.ts';
import { mappingFor } from '../../../data/conversions/presets.ts';
import { bookImport, checkImport, type ImportTask } from '../../../data/conversions/queries.ts';
import type { Program } from '../../../data/programs/model.ts';
import type { Phase, Plan, Reading } from './import-flow.ts';

type OpenFile = Omit<Reading, 'inspection' | 'mapping'>;

const asError = (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** One visit to the import page: the file that lies on it and the work that goes on. */
export class ImportSession {
  readonly #program: Program;
  readonly #show: (phase: Phase) => void;
  #file: OpenFile | null = null;
  #stop = new AbortController();

  constructor(program: Program, show: (phase: Phase) => void) {
    this.#program = program;
    this.#show = show;
  }

  /** Ends the work after the chunk under way, and forgets the file. */
  close(): void {
    this.#stop.abort();
    this.#file?.handle.close();
    this.#file = null;
  }

  startOver(): void {
    this.close();
    this.#show({ name: 'choose', problem: null });
  }

  cancel(): void {
    this.#stop.abort();
  }

  async drop(file: File): Promise<void> {
    this.close();
    if (file.size > LIMITS.bytes) {
      this.#show({ name: 'choose', problem: { code: 'too_large', detail: String(file.size) } });
      return;
    }
    this.#show({ name: 'opening' });
    try {
      this.#file = { name: file.name, size: file.size, handle: await openImportFile(file) };
      await this.inspect(this.#file, {});
    } catch {
      this.#show({ name: 'choose', problem: { code: 'not_readable', detail: file.name } });
    }
  }

  /** Looks at the file in another encoding or with another separator; the columns are found anew. */
  async inspect(file: OpenFile, format: Partial<FileFormat>): Promise<void> {
    const inspection = await file.handle.inspect(format);
    const { name, size, handle } = file;
    if (inspection.ok) {
      const mapping = mappingFor(inspection.headers, inspection.samples, this.#program.time_zone);
      this.setUp({ name, size, handle, inspection, mapping });
    } else if (inspection.format === null) {
      this.close();
      this.#show({ name: 'choose', problem: inspection.problem });
    } else {
      this.#show({ name: 'unreadable', file: { name, size, handle }, inspection });
    }
  }

  setUp(reading: Reading): void {
    this.#show({ name: 'setup', reading, problem: null, error: null });
  }

  changeMapping(reading: Reading, mapping: Mapping): void {
    this.setUp({ ...reading, mapping });
  }

  /** Reads every line, then asks the database what would become of every row. */
  async check(reading: Reading): Promise<void> {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#show({ name: 'checking', reading, work: { step: 'lines', lines: 0 } });
    try {
      const prepared = await reading.handle.prepare(this.#optionsOf(reading), (lines) => {
        if (!signal.aborted) this.#show({ name: 'checking', reading, work: { step: 'lines', lines } });
      });
      if (signal.aborted) return this.setUp(reading);
      if (!prepared.ok) return this.#show({ name: 'setup', reading, problem: prepared.problem, error: null });
      const { facts } = prepared;
      const checked = await checkImport(
        this.#taskOf(reading, facts, (progress) => {
          this.#show({ name: 'checking', reading, work: { step: 'rows', ...progress } });
        }),
      );
      this.#show({ name: 'plan', plan: { ...reading, facts, checked }, error: null });
    } catch (thrown) {
      this.#show({ name: 'setup', reading, problem: null, error: signal.aborted ? null : asError(thrown) });
    }
  }

  /** Books what is not yet in, chunk by chunk. */
  async book(plan: Plan): Promise<void> {
    this.#stop = new AbortController();
    const show = (progress: Progress) => this.#show({ name: 'booking', plan, work: { step: 'rows', ...progress } });
    show({ rowsDone: plan.checked.started.import.next_row - 1, rowsTotal: plan.facts.rowsTotal });
    try {
      const outcome = await bookImport(this.#taskOf(plan, plan.facts, show));
      const [next] = await plan.handle.rows(outcome.import.next_row, 1);
      this.#show({ name: 'ended', plan, outcome, nextLine: next?.line ?? null });
    } catch (thrown) {
      this.#show({ name: 'plan', plan, error: asError(thrown) });
    }
  }

  #optionsOf({ inspection, mapping }: Reading) {
    const money = { currency: this.#program.currency, exponent: this.#program.currency_exponent };
    return { format: inspection.format, mapping, money };
  }

  #taskOf(reading: Reading, facts: FileFacts, onProgress: ImportTask['onProgress']): ImportTask {
    const source = { facts, rows: reading.handle.rows };
    const { name: fileName, mapping } = reading;
    return { program: this.#program.slug, fileName, mapping, source, onProgress, signal: this.#stop.signal };
  }
}
