import { sumMinor, toMinor } from '../../lib/money.ts';
import { AppError, isWorthRetrying } from '../errors.ts';
import type { ChunkReport, FateCount, ImportState, Issue } from './answers.ts';
import type { ImportCalls } from './import-calls.ts';
import { type ImportRow, LIMITS, type Mapping } from './model.ts';
import { errorsAlong, type FileFacts } from './prepare-file.ts';

/** A file that was read, wherever its rows are kept. `rows` answers rows from a 1-based place on. */
export type RowSource = { facts: FileFacts; rows: (from: number, count: number) => Promise<ImportRow[]> };

export type Progress = { rowsDone: number; rowsTotal: number };

export type RunOptions = {
  calls: ImportCalls;
  program: string;
  fileName: string;
  mapping: Mapping;
  source: RowSource;
  onProgress: (progress: Progress) => void;
  signal: AbortSignal;
  /** Milliseconds before the first new try after a lost answer; doubled each time. */
  retryAfter?: number;
};

export type Outcome = { import: ImportState; issues: Issue[]; isStopped: boolean };

const TRIES = 5;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Repeats a call whose answer was lost; safe because a repeated chunk changes nothing. */
async function persistently<T>(options: RunOptions, call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (options.signal.aborted || attempt === TRIES || !isWorthRetrying(error)) throw error;
      await wait((options.retryAfter ?? 500) * 2 ** (attempt - 1));
    }
  }
}

/** Adds up counts of the same fate, reason and kind. */
export function mergeFates(counts: readonly FateCount[]): FateCount[] {
  const merged = new Map<string, FateCount>();
  for (const count of counts) {
    const key = [count.fate, count.reason, count.kind].join(' ');
    const sum = merged.get(key) ?? { ...count, rows: 0, amount_minor: toMinor(0) };
    merged.set(key, {
      ...sum,
      rows: sum.rows + count.rows,
      amount_minor: sumMinor([sum.amount_minor, count.amount_minor]),
    });
  }
  return [...merged.values()];
}

export function startRun({ calls, program, fileName, source, mapping }: RunOptions) {
  return calls.start(program, fileName, source.facts, mapping);
}

/**
 * The dry run over every row that is not yet in: what each would become. Books nothing.
 * A lost answer of one chunk begins the whole plan anew, because the plan is kept chunk by chunk.
 */
export async function previewRun(options: RunOptions, begun: ImportState): Promise<ChunkReport> {
  return persistently(options, async () => {
    const report: ChunkReport = { fates: [], issues: [] };
    const { rowsTotal } = options.source.facts;
    for (let from = begun.next_row; from <= rowsTotal; from += LIMITS.rowsPerCall) {
      options.signal.throwIfAborted();
      const rows = await options.source.rows(from, LIMITS.rowsPerCall);
      const chunk = await options.calls.preview(begun.id, from, rows, options.signal);
      report.fates = mergeFates([...report.fates, ...chunk.fates]);
      report.issues.push(...chunk.issues);
      options.onProgress({ rowsDone: Math.min(from + LIMITS.rowsPerCall - 1, rowsTotal), rowsTotal });
    }
    return report;
  });
}

/** One chunk; when the import stands elsewhere (another window went on), where it stands now. */
async function applyChunk(options: RunOptions, state: ImportState): Promise<{ state: ImportState; issues: Issue[] }> {
  const from = state.next_row;
  const rows = await options.source.rows(from, LIMITS.rowsPerCall);
  const errors = errorsAlong(options.source.facts, from, Math.max(rows.length, 1));
  try {
    const answer = await persistently(options, () => options.calls.apply(state.id, from, rows, errors));
    return { state: answer.import, issues: answer.issues };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    const now = await startRun(options);
    if (now.import.next_row === from) throw error;
    return { state: now.import, issues: [] };
  }
}

/**
 * Books the file from where it stands, chunk by chunk, until its end or until `signal` stops it
 * (after the chunk under way). Dropping the same file later goes on from there.
 */
export async function applyRun(options: RunOptions, begun: ImportState): Promise<Outcome> {
  let state = begun;
  const issues: Issue[] = [];
  while (state.status !== 'finished') {
    if (options.signal.aborted) return { import: await options.calls.stop(state.id), issues, isStopped: true };
    const chunk = await applyChunk(options, state);
    state = chunk.state;
    issues.push(...chunk.issues);
    options.onProgress({ rowsDone: state.next_row - 1, rowsTotal: state.rows_total });
  }
  return { import: state, issues, isStopped: false };
}
