import { type Inspection, inspectFile } from './inspect-file.ts';
import type { FileFormat, FileProblem, ImportRow } from './model.ts';
import { type FileFacts, prepareFile, type ReadingOptions } from './prepare-file.ts';

/** What the page asks of the worker that holds the file. */
export type Request =
  | { id: number; ask: 'load'; bytes: Uint8Array<ArrayBuffer> }
  | { id: number; ask: 'inspect'; format: Partial<FileFormat> }
  | { id: number; ask: 'prepare'; options: ReadingOptions }
  | { id: number; ask: 'rows'; from: number; count: number };

export type PreparedFacts = { ok: true; facts: FileFacts } | { ok: false; problem: FileProblem };

export type Reply =
  | { id: number; kind: 'loaded' }
  | { id: number; kind: 'inspected'; inspection: Inspection }
  | { id: number; kind: 'line'; line: number }
  | { id: number; kind: 'prepared'; prepared: PreparedFacts }
  | { id: number; kind: 'rows'; rows: ImportRow[] }
  | { id: number; kind: 'failed'; message: string };

let bytes = new Uint8Array();
let rows: ImportRow[] = [];

async function prepare(id: number, options: ReadingOptions): Promise<PreparedFacts> {
  const prepared = await prepareFile(bytes, options, (line) => postMessage({ id, kind: 'line', line } satisfies Reply));
  if (!prepared.ok) return prepared;
  const { rows: read, ...facts } = prepared.file;
  rows = read;
  return { ok: true, facts };
}

async function answer(request: Request): Promise<Reply> {
  const { id } = request;
  if (request.ask === 'load') {
    bytes = request.bytes;
    return { id, kind: 'loaded' };
  }
  if (request.ask === 'inspect') return { id, kind: 'inspected', inspection: inspectFile(bytes, request.format) };
  if (request.ask === 'prepare') return { id, kind: 'prepared', prepared: await prepare(id, request.options) };
  return { id, kind: 'rows', rows: rows.slice(request.from - 1, request.from - 1 + request.count) };
}

addEventListener('message', (event: MessageEvent<Request>) => {
  answer(event.data)
    .catch((error: unknown): Reply => ({ id: event.data.id, kind: 'failed', message: String(error) }))
    .then((reply) => postMessage(reply));
});
