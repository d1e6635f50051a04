import { detectSeparator, readCsv } from '../../lib/csv.ts';
import type { CodeLine } from './brand-model.ts';

/** A file of codes: what it holds, or why it cannot be read. */
export type CodeFileProblem = 'empty' | 'columns' | 'too_long';
export type CodeFile = { readonly lines: readonly CodeLine[] } | { readonly problem: CodeFileProblem };

const MOST_LINES = 100_000;
const PARTNER = /^(partner[ _-]?code|partner)$/i;
const CODE = /^(promotion[ _-]?code|promo[ _-]?code|code|aktionscode|coupon)$/i;

/** Which cell of a line holds what; -1 when the first line names no such column. */
type Places = { partner: number; code: number };

/** Reads the columns for partner code and promotion code, which its first line names in any order. */
export function readCodeFile(text: string): CodeFile {
  const unmarked = text.replace(/^\uFEFF/, '');
  const lines: CodeLine[] = [];
  const found: Places[] = [];
  readCsv(unmarked, detectSeparator(unmarked), ({ line, cells }) => {
    const [at] = found;
    if (at === undefined) {
      const names = cells.map((cell) => cell.trim());
      const partner = names.findIndex((name) => PARTNER.test(name));
      const code = names.findIndex((name) => CODE.test(name));
      found.push({ partner, code });
      return partner >= 0 && code >= 0;
    }
    lines.push({ line, partner_code: (cells[at.partner] ?? '').trim(), code: (cells[at.code] ?? '').trim() });
    return lines.length <= MOST_LINES;
  });
  const [at] = found;
  if (at === undefined) return { problem: 'empty' };
  if (at.partner < 0 || at.code < 0) return { problem: 'columns' };
  if (lines.length === 0) return { problem: 'empty' };
  return lines.length > MOST_LINES ? { problem: 'too_long' } : { lines };
}
