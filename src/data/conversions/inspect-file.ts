import { type CsvRecord, detectSeparator, readCsv } from '../../lib/csv.ts';
import { decodeText, detectEncoding, isBinary } from '../../lib/text-encoding.ts';
import { type FileFormat, type FileProblem, LIMITS } from './model.ts';

/** The beginning of a file: enough to choose columns, and to see that encoding and separator are right. */
export type Inspection =
  | { ok: true; format: FileFormat; detected: FileFormat; headers: string[]; samples: string[][] }
  | { ok: false; format: FileFormat | null; problem: FileProblem };

const SAMPLES = 5;

function fileProblem(bytes: Uint8Array): FileProblem | null {
  if (bytes.length > LIMITS.bytes) return { code: 'too_large', detail: String(bytes.length) };
  if (bytes.length === 0) return { code: 'empty', detail: '' };
  return isBinary(bytes) ? { code: 'binary', detail: '' } : null;
}

function headProblem(headers: readonly string[]): FileProblem | null {
  if (headers.length === 0) return { code: 'empty', detail: '' };
  if (headers.length === 1) return { code: 'one_column', detail: headers[0] ?? '' };
  const repeated = headers.filter((header, at) => header !== '' && headers.indexOf(header) !== at);
  return repeated.length === 0 ? null : { code: 'repeated_columns', detail: [...new Set(repeated)].join(', ') };
}

/** Records up to `limit`, the header with its names trimmed. */
function firstRecords(text: string, format: FileFormat, limit: number): CsvRecord[] {
  const records: CsvRecord[] = [];
  readCsv(text, format.separator, (record) => {
    records.push(record);
    return records.length < limit;
  });
  return records;
}

/**
 * Looks at the beginning of a file in the given format, or in the one that its bytes show.
 * A problem says why the file cannot be read so, with the format in which that was tried.
 */
export function inspectFile(bytes: Uint8Array, chosen: Partial<FileFormat> = {}): Inspection {
  const problem = fileProblem(bytes);
  if (problem !== null) return { ok: false, format: null, problem };
  const detectedEncoding = detectEncoding(bytes);
  const encoding = chosen.encoding ?? detectedEncoding;
  const text = decodeText(bytes, encoding);
  if (text === null) {
    const format = { encoding, separator: chosen.separator ?? ',' } as const;
    return { ok: false, format, problem: { code: 'wrong_encoding', detail: encoding } };
  }
  const detected = { encoding: detectedEncoding, separator: detectSeparator(text) };
  const format = { encoding, separator: chosen.separator ?? detected.separator };
  const [header, ...rest] = firstRecords(text, format, SAMPLES + 1);
  const headers = header?.cells.map((cell) => cell.trim()) ?? [];
  const wrong = headProblem(headers);
  if (wrong !== null) return { ok: false, format, problem: wrong };
  return { ok: true, format, detected, headers, samples: rest.map((record) => record.cells) };
}
