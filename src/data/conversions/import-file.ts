import type { PreparedFacts, Reply, Request } from './file-worker.ts';
import type { RowSource } from './import-run.ts';
import type { Inspection } from './inspect-file.ts';
import type { FileFormat } from './model.ts';
import type { ReadingOptions } from './prepare-file.ts';

type Question = Request extends infer One ? (One extends { id: number } ? Omit<One, 'id'> : never) : never;

/** A dropped file, read in a worker of its own so that the page stays alive; `close` ends it. */
export type ImportFile = {
  inspect: (format?: Partial<FileFormat>) => Promise<Inspection>;
  prepare: (options: ReadingOptions, onLine: (line: number) => void) => Promise<PreparedFacts>;
  rows: RowSource['rows'];
  close: () => void;
};

/** Asks the worker, hears every reply to that question, and resolves with the last one. */
function makeAsk(worker: Worker) {
  let nextId = 1;
  return (question: Question, onReply: (reply: Reply) => void = () => undefined): Promise<Reply> => {
    const id = nextId;
    nextId += 1;
    return new Promise((resolve, reject) => {
      const hear = (event: MessageEvent<Reply>) => {
        if (event.data.id !== id) return;
        onReply(event.data);
        if (event.data.kind === 'line') return;
        worker.removeEventListener('message', hear);
        if (event.data.kind === 'failed') reject(new Error(event.data.message));
        else resolve(event.data);
      };
      worker.addEventListener('message', hear);
      worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
      worker.postMessage({ ...question, id });
    });
  };
}

const unexpected = (reply: Reply) => new Error(`The file's worker answered "${reply.kind}" out of turn`);

/** Hands a file's bytes to a worker. The caller checks the size first: bytes are held in memory. */
export async function openImportFile(file: File): Promise<ImportFile> {
  const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
  const ask = makeAsk(worker);
  await ask({ ask: 'load', bytes: new Uint8Array(await file.arrayBuffer()) });
  return {
    inspect: async (format = {}) => {
      const reply = await ask({ ask: 'inspect', format });
      if (reply.kind !== 'inspected') throw unexpected(reply);
      return reply.inspection;
    },
    prepare: async (options, onLine) => {
      const reply = await ask({ ask: 'prepare', options }, (heard) => {
        if (heard.kind === 'line') onLine(heard.line);
      });
      if (reply.kind !== 'prepared') throw unexpected(reply);
      return reply.prepared;
    },
    rows: async (from, count) => {
      const reply = await ask({ ask: 'rows', from, count });
      if (reply.kind !== 'rows') throw unexpected(reply);
      return reply.rows;
    },
    close: () => worker.terminate(),
  };
}
