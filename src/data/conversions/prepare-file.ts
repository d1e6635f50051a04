import { readCsv } from '../../lib/csv.ts';
import { decodeText } from '../../lib/text-encoding.ts';
import { inspectFile } from './inspect-file.ts';
import { lineMapper, type UnorderedRow } from './map-row.ts';
import {
  type FileFormat,
  type FileProblem,
  type ImportRow,
  LIMITS,
  type LineError,
  type Mapping,
  type ProgramMoney,
} from './model.ts';
import { missingFields } from './presets.ts';

/** What is known of a file once every line is read; its rows stay where they were read. */
export type FileFacts = {
  bytes: number;
  sha256: string;
  rowsTotal: number;
  errors: LineError[];
};

export type PreparedFile = FileFacts & { rows: ImportRow[] };
export type Prepared = { ok: true; file: PreparedFile } | { ok: false; problem: FileProblem };

export type ReadingOptions = { format: FileFormat; mapping: Mapping; money: ProgramMoney };

/** Order of code points, which is the byte order of UTF-8 and so the database's "C" order. */
export function compareBytewise(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) {
    const a = one.charCodeAt(at);
    const b = other.charCodeAt(at);
    if (a === b) continue;
    const areAstral = [a >= 0xd800 && a <= 0xdfff, b >= 0xd800 && b <= 0xdfff];
    if (areAstral[0] !== areAstral[1]) return areAstral[0] ? 1 : -1;
    return a - b;
  }
  return one.length - other.length;
}

/** Rows by time, then id, then line: the order in which returns look for their orders. */
function inOrder(rows: UnorderedRow[]): ImportRow[] {
  rows.sort(
    (a, b) =>
      compareBytewise(a.occurred_at, b.occurred_at) || compareBytewise(a.external_id, b.external_id) || a.line - b.line,
  );
  return rows.map((row, at) => ({ row: at + 1, ...row }));
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function columnsProblem(headers: readonly string[], mapping: Mapping): FileProblem | null {
  const unset = missingFields(mapping);
  if (unset.length > 0) return { code: 'missing_columns', detail: unset.join(', ') };
  const absent = Object.values(mapping.columns).filter((column) => !headers.includes(column));
  return absent.length === 0 ? null : { code: 'missing_columns', detail: absent.join(', ') };
}

type Lines = { rows: UnorderedRow[]; errors: LineError[]; problem: FileProblem | null };

/** Reads all lines; `onLine` hears the line now and then, so that a page can show how far it is. */
function readLines(
  text: string,
  headers: readonly string[],
  options: ReadingOptions,
  onLine: (line: number) => void,
): Lines {
  const mapLine = lineMapper(headers, options.mapping, options.money);
  const lines: Lines = { rows: [], errors: [], problem: null };
  let isHeader = true;
  readCsv(text, options.format.separator, (record) => {
    if (isHeader) {
      isHeader = false;
      return true;
    }
    if (record.quotes === 'unclosed') lines.problem = { code: 'unclosed_quote', detail: String(record.line) };
    if (record.line % 10_000 === 0) onLine(record.line);
    const mapped = mapLine(record);
    if (mapped.ok) lines.rows.push(mapped.row);
    else lines.errors.push(mapped.error);
    if (lines.rows.length + lines.errors.length > LIMITS.rows) {
      lines.problem = { code: 'too_many_rows', detail: String(LIMITS.rows) };
    }
    return lines.problem === null;
  });
  return lines;
}

/** Reads a whole file into rows and malformed lines, or says why it cannot be imported at all. */
export async function prepareFile(
  bytes: Uint8Array<ArrayBuffer>,
  options: ReadingOptions,
  onLine: (line: number) => void = () => undefined,
): Promise<Prepared> {
  const inspection = inspectFile(bytes, options.format);
  if (!inspection.ok) return { ok: false, problem: inspection.problem };
  const wrongColumns = columnsProblem(inspection.headers, options.mapping);
  if (wrongColumns !== null) return { ok: false, problem: wrongColumns };
  const text = decodeText(bytes, options.format.encoding) ?? '';
  const { rows, errors, problem } = readLines(text, inspection.headers, options, onLine);
  if (problem !== null) return { ok: false, problem };
  if (rows.length + errors.length === 0) return { ok: false, problem: { code: 'empty', detail: '' } };
  if (errors.length > LIMITS.badLines)
    return { ok: false, problem: { code: 'too_many_bad_lines', detail: String(errors.length) } };
  const sha256 = await sha256Of(bytes);
  return { ok: true, file: { bytes: bytes.length, sha256, rowsTotal: rows.length, errors, rows: inOrder(rows) } };
}

/**
 * The malformed lines that go along with rows `from` to `from + count - 1`: they are spread evenly
 * over the rows by a rule that asks for nothing but the file, so that a resumed import sends each once.
 */
export function errorsAlong(file: FileFacts, from: number, count: number): LineError[] {
  if (file.rowsTotal === 0) return file.errors;
  const { errors, rowsTotal } = file;
  const rowOf = (index: number) => Math.floor((index * rowsTotal) / errors.length) + 1;
  return errors.filter((_, index) => rowOf(index) >= from && rowOf(index) < from + count);
}
