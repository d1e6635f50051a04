import Papa from 'papaparse';

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** One record of a file: its cells and the 1-based line it begins at (quoted cells may span lines). */
export type CsvRecord = { line: number; cells: string[]; quotes: 'ok' | 'misplaced' | 'unclosed' };

/** Fields per record outside quotes, for the first records of a text. */
function fieldCounts(text: string, separator: Separator): number[] {
  const counts: number[] = [];
  Papa.parse<string[]>(text, {
    delimiter: separator,
    preview: 20,
    skipEmptyLines: true,
    step: (result) => {
      counts.push(result.data.length);
    },
  });
  return counts;
}

/** The separator that cuts the first records into the most, and equally many, fields; else a comma. */
export function detectSeparator(text: string): Separator {
  const head = text.slice(0, 64 * 1024);
  let best: Separator = ',';
  let bestScore = 1;
  for (const separator of SEPARATORS) {
    const counts = fieldCounts(head, separator);
    const first = counts[0] ?? 0;
    const equal = counts.filter((count) => count === first).length;
    const score = first * (equal / Math.max(1, counts.length));
    if (first > 1 && score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

function countNewlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function quotesOf(errors: Papa.ParseError[]): CsvRecord['quotes'] {
  if (errors.some((error) => error.code === 'MissingQuotes')) return 'unclosed';
  return errors.some((error) => error.type === 'Quotes') ? 'misplaced' : 'ok';
}

/**
 * Calls `onRecord` for every record of a CSV text in order, blank lines left out.
 * Line ends of all kinds are read as one; the line number is that of the file.
 * Stops when `onRecord` answers false.
 */
export function readCsv(text: string, separator: Separator, onRecord: (record: CsvRecord) => boolean): void {
  const unified = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  let line = 1;
  let at = 0;
  Papa.parse<string[]>(unified, {
    delimiter: separator,
    newline: '\n',
    step: (result, parser) => {
      const cells = result.data;
      const isBlank = cells.every((cell) => cell.trim() === '');
      const goesOn = isBlank || onRecord({ line, cells, quotes: quotesOf(result.errors) });
      if (!goesOn) parser.abort();
      line += countNewlines(unified, at, result.meta.cursor);
      at = result.meta.cursor;
    },
  });
}

export type Cell = string | number | null;

/** Text a spreadsheet would run as a formula; a plain decimal such as -12.50 is none. */
const FORMULA = /^(?!-?\d+(?:\.\d+)?$)[=+\-@\t\r]/;

/** CSV text (RFC 4180: CRLF, quotes where needed); a formula gets a leading apostrophe. */
export function toCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const data = [columns, ...rows].map((row) => [...row]);
  return `${Papa.unparse(data, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}
