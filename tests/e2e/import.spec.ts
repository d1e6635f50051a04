import path from 'node:path';
import type { Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { soon, test } from '../support/browser.ts';
import {
  addPartner,
  addPartnership,
  addProgram,
  addRule,
  addStaff,
  addUser,
  freshSuffix,
  type Program,
} from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { pressEnterOn } from './keyboard.ts';
import { savedCsv } from './saved-csv.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const suffix = freshSuffix();
const FINANCE = `finance-${suffix}@example.com`;
const HEAD = 'order_id,occurred_at,customer_id,country,lines,units,currency,amount,partner_code,promotion_code';

/** A program of their own for each width, so that what one test imports is new to it. */
const programs = new Map<number, Program>();

beforeAll(async () => {
  const finance = await addUser(sql, FINANCE, stack.demoPassword);
  for (const width of [PHONE, DESKTOP]) {
    const program = await addProgram(sql, { slug: `shop-${width}-${suffix}` });
    await addStaff(sql, program, finance, 'finance');
    await addRule(sql, program, 'influencer', 1000);
    await addPartnership(sql, program, await addPartner(sql, 'Nora Reed'), { code: 'NORA' });
    programs.set(width, program);
  }
});

const importOf = (width: number) => `/b/${programs.get(width)?.slug}/import`;

const csv = (...lines: string[]) => Buffer.from(`${[HEAD, ...lines].join('\n')}\n`);

/** The rows of the table of fates, their cells side by side. */
async function fates(page: Page): Promise<string[]> {
  const rows = await page.getByRole('table', { name: 'Rows and sums by what becomes of them' }).getByRole('row').all();
  return await Promise.all(rows.map(async (row) => (await row.locator(':scope > *').allTextContents()).join(' ')));
}

/** The dry run of a long file takes its time, above all beside other work. */
const LONG = { timeout: 90_000 };

async function choose(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.getByLabel('File with orders').setInputFiles(file);
  await page.getByRole('group', { name: 'How the file is read' }).waitFor();
}

const SMALL = {
  name: 'week-47.csv',
  mimeType: 'text/csv',
  buffer: csv(
    '1001,2026-11-01T10:00:00Z,17850,United Kingdom,1,1,GBP,100.00,NORA,',
    '1002,2026-11-01T11:00:00Z,17851,France,1,1,GBP,50.50,,',
    '1003,2026-11-01T12:00:00Z,17852,France,1,1,GBP,20.00,NOBODY,',
    '1004,2026-11-01T13:00:00Z,17853,France,1,1,GBP,0.00,,',
    '1005,2026-11-01T14:00:00Z,17854,France,1,1,GBP,twelve,,',
    'C1006,2026-11-02T09:00:00Z,17850,United Kingdom,1,1,GBP,-100.00,NORA,',
  ),
};

describe.each([PHONE, DESKTOP])('import at %i px', (width) => {
  test('tells the fate of every row before and after, by keyboard', async ({ open }) => {
    const { page } = await open(importOf(width), { width, as: FINANCE });
    await page.getByText('at most 50 MB and 500,000 rows').waitFor();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      pressEnterOn(page, page.getByRole('button', { name: 'Choose a file' })),
    ]);
    await chooser.setFiles(SMALL);
    await pressEnterOn(page, page.getByRole('button', { name: 'Check the file' }));

    await page.getByRole('group', { name: 'What would become of the file' }).waitFor();
    expect(
      await sql`select 1 from public.conversion_events where program_id = ${programs.get(width)?.id ?? ''}`,
    ).toHaveLength(0);
    const planned = (await fates(page)).join('\n');
    expect(planned).toMatch(/Applied: sales 2/);
    expect(planned).toMatch(/Applied: returns 1/);
    expect(planned).toMatch(/Held: unknown partner code 1/);
    expect(planned).toMatch(/Rejected: zero amount 1/);
    expect(planned).toMatch(/Malformed lines, not imported 1/);
    expect(planned).toMatch(/All lines 6/);
    await page.getByText('Line 6').filter({ visible: true }).waitFor();
    await page.getByText('Not an amount').filter({ visible: true }).waitFor();
    const findings = await savedCsv(page, () => page.getByRole('button', { name: 'Save as CSV' }).click());
    expect(findings.rows.map((row) => row.Line)).toEqual(['4', '5', '6']);

    await pressEnterOn(page, page.getByRole('button', { name: 'Import 5 new rows' }));
    await page.getByText('week-47.csv is imported').waitFor();
    expect((await fates(page)).join('\n')).toBe(planned);

    await pressEnterOn(page, page.getByRole('main').getByRole('link', { name: 'See conversions' }));
    const files = page.getByRole('region', { name: 'Imported files' });
    await files.getByText('week-47.csv').waitFor();
    await files.getByText('Finished').waitFor();
    await page.getByText('5 events:').waitFor();
  });

  test('the same file again changes nothing; the same id with another amount is a conflict', async ({ open }) => {
    const { page } = await open(importOf(width), { width, as: FINANCE });
    await choose(page, SMALL);
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText(/^This very file was imported before/).waitFor();
    const again = (await fates(page)).join('\n');
    expect(again).toMatch(/Already there: sales 4/);
    expect(again).toMatch(/Already there: returns 1/);
    await page.getByRole('button', { name: 'Finish, nothing is new' }).click();
    await page.getByText('week-47.csv is imported').waitFor();

    await page.getByRole('button', { name: 'Another file' }).click();
    const buffer = csv('1001,2026-11-01T10:00:00Z,17850,United Kingdom,1,1,GBP,100.01,NORA,');
    await choose(page, { name: 'other.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Check the file' }).click();
    await soon(async () => (await fates(page)).join('\n')).toMatch(/Conflict.* 1/);
  });

  test('a stopped import names its line and goes on with the same file', async ({ open }) => {
    const lines = Array.from({ length: 9000 }, (_, row) => {
      const at = new Date(Date.UTC(2026, 8, 1) + row * 60_000).toISOString();
      return `S-${row + 1},${at},${row % 500},United Kingdom,1,1,GBP,${(row % 90) + 1}.25,NORA,`;
    });
    const long = { name: 'long.csv', mimeType: 'text/csv', buffer: csv(...lines) };
    const { page } = await open(importOf(width), { width, as: FINANCE });
    await choose(page, long);
    await page.getByRole('button', { name: 'Check the file' }).click();
    // The last rows wait until somebody has said stop, however fast the others are.
    const said = Promise.withResolvers<void>();
    await page.route('**/rpc/apply_import_rows', async (route) => {
      if (route.request().postDataJSON().p_from_row > 4_000) await said.promise;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Import 9,000 new rows' }).click(LONG);
    await page.getByRole('group', { name: 'Importing' }).getByRole('button', { name: 'Stop' }).click();
    said.resolve();
    const title = page.getByText(/^Stopped after [\d,]+ of 9,000 rows$/);
    await title.waitFor(LONG);
    const done = Number(/after ([\d,]+) of/.exec((await title.textContent()) ?? '')?.[1]?.replaceAll(',', ''));
    expect(done % 2000).toBe(0);
    await page.getByText(`The next row stands in line ${(done + 2).toLocaleString('en-GB')} of the file`).waitFor();

    // Later, on another day: a new visit and the same file.
    await page.reload();
    await choose(page, long);
    await page.getByRole('button', { name: 'Check the file' }).click();
    if (done > 0)
      await page.getByText(`${done.toLocaleString('en-GB')} of 9,000 rows of this file are already in`).waitFor();
    await page.getByRole('button', { name: `Import ${(9000 - done).toLocaleString('en-GB')} new rows` }).click(LONG);
    await page.getByText('long.csv is imported').waitFor(LONG);
    expect((await fates(page)).join('\n')).toMatch(/Applied: sales 9,000/);
  });
});

test("the demo's own file, dropped in again, finds nothing new", async ({ open }) => {
  const { page } = await open('/b/lantern/import', { as: stack.demoBrandEmail });
  await choose(page, path.join(stack.localDir, 'demo-orders.csv'));
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('button', { name: 'Finish, nothing is new' }).waitFor(LONG);
  const rows = await fates(page);
  expect(rows.slice(1, -1).every((row) => row.startsWith('Already there:'))).toBe(true);
  expect(rows.at(-1)).toMatch(/All lines 25,900/);
});

describe('a file that is none', () => {
  const cases: [string, string, Buffer][] = [
    ['picture.csv', 'This is not a text file', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0])],
    ['empty.csv', 'The file holds no orders', Buffer.from('')],
  ];
  test.for(cases)('%s ends in a clear word', async ([name, words, buffer], { open }) => {
    const { page } = await open(importOf(PHONE), { width: PHONE, as: FINANCE });
    await page.getByLabel('File with orders').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await page.getByText(words).waitFor();
    await page.getByText('Nothing was imported.').waitFor();
  });

  test('a missing column is named, and can be chosen', async ({ open }) => {
    const { page } = await open(importOf(PHONE), { width: PHONE, as: FINANCE });
    const buffer = Buffer.from('id;when;what it cost\nX-1;2026-11-03 10:00;12.50\nX-2;2026-11-03 11:00;13.50\n');
    await choose(page, { name: 'own.csv', mimeType: 'text/csv', buffer });
    await page.getByText('Choose a column for: Time and Amount.').waitFor();
    await page.getByLabel('Time (required)').selectOption('when');
    await page.getByLabel('Amount (required)').selectOption('what it cost');
    await page.getByText('Nothing is imported yet.').waitFor();
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('group', { name: 'What would become of the file' }).waitFor();
    expect((await fates(page)).join('\n')).toMatch(/Applied: sales 2/);
  });
});
