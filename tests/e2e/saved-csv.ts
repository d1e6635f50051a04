import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';

export type SavedCsv = { readonly name: string; readonly columns: string[]; readonly rows: Record<string, string>[] };

/** The file that the browser saves when something is done, read as a spreadsheet reads it. */
export async function savedCsv(page: Page, act: () => Promise<void>): Promise<SavedCsv> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const text = await readFile(await download.path(), 'utf8');
  const parsed = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  if (parsed.errors.length > 0) throw new Error(`The saved file is broken: ${JSON.stringify(parsed.errors[0])}`);
  return { name: download.suggestedFilename(), columns: parsed.meta.fields ?? [], rows: parsed.data };
}

/** Decimal text of a two-digit currency as minor units, exactly. */
export function minorOf(text: string): bigint {
  const match = /^(-?)(\d+)\.(\d\d)$/.exec(text);
  if (match === null) throw new Error(`"${text}" is no amount with two digits`);
  const amount = BigInt(`${match[2]}${match[3]}`);
  return match[1] === '-' ? -amount : amount;
}
