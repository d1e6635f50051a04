import type { callRpc } from '../connection.ts';
import { ApplyAnswer, type ChunkReport, type ImportState, PreviewAnswer, StartAnswer, StopAnswer } from './answers.ts';
import type { ImportRow, LineError, Mapping } from './model.ts';
import type { FileFacts } from './prepare-file.ts';

/** Carries a call to the database: the page's client, or a script with a person's token. */
export type CallRpc = typeof callRpc;

export type ImportCalls = {
  start: (program: string, fileName: string, file: FileFacts, mapping: Mapping) => Promise<StartAnswer>;
  preview: (importId: string, fromRow: number, rows: ImportRow[], signal?: AbortSignal) => Promise<ChunkReport>;
  apply: (importId: string, fromRow: number, rows: ImportRow[], errors: LineError[]) => Promise<ApplyAnswer>;
  stop: (importId: string) => Promise<ImportState>;
};

/** The four functions of an import, with their arguments and answers. */
export function importCalls(call: CallRpc): ImportCalls {
  return {
    start: (program, fileName, file, mapping) => {
      const args = {
        p_program: program,
        p_source: mapping.source,
        p_file_name: fileName.slice(0, 255),
        p_file_sha256: file.sha256,
        p_file_bytes: file.bytes,
        p_rows_total: file.rowsTotal,
        p_mapping: mapping,
      };
      return call('start_import', args, StartAnswer);
    },
    preview: (importId, fromRow, rows, signal) => {
      return call(
        'preview_import_rows',
        { p_import: importId, p_from_row: fromRow, p_rows: rows },
        PreviewAnswer,
        signal,
      );
    },
    apply: (importId, fromRow, rows, errors) => {
      const args = { p_import: importId, p_from_row: fromRow, p_rows: rows, p_errors: errors };
      return call('apply_import_rows', args, ApplyAnswer);
    },
    stop: async (importId) => (await call('stop_import', { p_import: importId }, StopAnswer)).import,
  };
}
