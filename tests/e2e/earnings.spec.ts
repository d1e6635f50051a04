import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { signIn, soon, test } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { isFocused, pressEnterOn, tabTo } from './keyboard.ts';
import { pounds } from './money-text.ts';
import { minorOf, savedCsv } from './saved-csv.ts';

const EARNINGS = '/p/lantern/mira/earnings';
const MIRA = stack.demoPartnerEmail;

/** The amount that a label names. */
async function figure(page: Page, label: string): Promise<string> {
  const term = page
    .getByRole('main')
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`) });
  return (await term.locator('xpath=following-sibling::*[1]').textContent()) ?? '';
}

test('the main job by keyboard alone, on a phone', async ({ open }) => {
  const { page } = await open('/', { width: PHONE });
  await tabTo(page, page.getByLabel('E-mail'));
  await page.keyboard.type(MIRA);
  await page.keyboard.press('Tab');
  await page.keyboard.type(stack.demoPassword);
  await page.keyboard.press('Enter');

  const copy = page.getByRole('button', { name: 'Copy', exact: true });
  await copy.waitFor();
  expect(await page.getByRole('main').textContent()).toMatch(/Available£[\d,]+\.\d\d/);
  await pressEnterOn(page, copy);
  await page.getByRole('status').getByText('Copied to the clipboard').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/go\/mira$/);

  await pressEnterOn(page, page.getByRole('link', { name: 'Earnings' }));
  const heading = page.getByRole('heading', { name: 'Earnings', exact: true });
  await soon(() => isFocused(heading)).toBe(true);
  await page.waitForURL(`**${EARNINGS}`);

  await tabTo(page, page.getByRole('radio', { name: '28 days' }));
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(`**${EARNINGS}?range=90d`);
  await soon(() => isFocused(page.getByRole('radio', { name: '90 days' }))).toBe(true);
  await tabTo(page, page.getByRole('checkbox', { name: 'Compare with before' }));
  await page.keyboard.press('Space');
  await page.waitForURL(/compare=previous/);
  await page.getByText(/^Compared with/).waitFor();

  await pressEnterOn(page, page.getByRole('button', { name: 'Download as CSV: Every line' }));
  const dialog = page.getByRole('dialog', { name: 'Every line' });
  const save = dialog.getByRole('button', { name: 'Save CSV' });
  const file = await savedCsv(page, () => pressEnterOn(page, save));
  expect(file.rows.length).toBeGreaterThan(0);
  await dialog.waitFor({ state: 'hidden' });
  await soon(() => isFocused(page.getByRole('button', { name: 'Download as CSV: Every line' }))).toBe(true);
});

describe.each([PHONE, DESKTOP])('earnings at %i px', (width) => {
  test('ranges live in the address: they survive a reload and the way back', async ({ open }) => {
    const { page } = await open(EARNINGS, { width, as: MIRA });
    await soon(() => figure(page, 'Earned')).toMatch(/^£/);
    const usual = await figure(page, 'Earned');
    await page.getByRole('radio', { name: '7 days', exact: true }).check({ force: true });
    await page.waitForURL(/range=7d/);
    await soon(() => figure(page, 'Earned')).not.toBe(usual);
    const earned = await figure(page, 'Earned');
    await page.reload();
    expect(await page.getByRole('radio', { name: '7 days', exact: true }).isChecked()).toBe(true);
    await soon(() => figure(page, 'Earned')).toBe(earned);

    await page.getByRole('radio', { name: '365 days' }).check({ force: true });
    await page.waitForURL(/range=365d/);
    await soon(() => figure(page, 'Earned')).not.toBe(earned);
    await page.goBack();
    await page.waitForURL(/range=7d/);
    await soon(() => figure(page, 'Earned')).toBe(earned);
  });

  test('the file of lines is exactly what the days brought', async ({ open }) => {
    const { page } = await open(`${EARNINGS}?range=90d`, { width, as: MIRA });
    const lines = page.getByRole('region', { name: 'Every line' });
    await lines.getByRole('button', { name: 'Show more' }).waitFor();
    await lines.getByRole('button', { name: /^Download as CSV/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Every line' });
    await dialog.getByText('Europe/London').waitFor();
    const file = await savedCsv(page, () => dialog.getByRole('button', { name: 'Save CSV' }).click());

    await page
      .getByRole('status')
      .getByText(/^Saved a file with/)
      .waitFor();
    expect(file.name).toMatch(/^lantern_mira_Every-line_\d{4}-\d\d-\d\d.+_Europe-London_GBP_\d+-rows\.csv$/);
    expect(file.name).toContain(`_${file.rows.length}-rows`);
    const total = file.rows.reduce((sum, row) => sum + minorOf(row['Amount (GBP)'] ?? ''), 0n);
    expect(await figure(page, 'Earned')).toBe(pounds(total));

    // Newest first, on the page as in the file.
    const shown = await lines.getByRole('row').nth(1).textContent();
    expect(shown).toContain(file.rows[0]?.Order ?? '?');
    expect(shown).toContain(pounds(minorOf(file.rows[0]?.['Amount (GBP)'] ?? '')));
  });

  test('a filter on the lines holds in the address and in the file', async ({ open }) => {
    const { page } = await open(`${EARNINGS}?range=365d`, { width, as: MIRA });
    const lines = page.getByRole('region', { name: 'Every line' });
    await lines.getByLabel('State').selectOption({ label: 'Reversed' });
    await page.waitForURL(/state=reversed/);
    await lines.getByText('Reversed').nth(1).waitFor();
    await lines.getByRole('button', { name: /^Download as CSV/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Every line' });
    await dialog.getByText('State: Reversed').waitFor();
    const file = await savedCsv(page, () => dialog.getByRole('button', { name: 'Save CSV' }).click());
    expect(new Set(file.rows.map((row) => row.State))).toEqual(new Set(['Reversed']));
  });

  test('each breakdown adds up to the same money', async ({ open }) => {
    const { page } = await open(`${EARNINGS}?range=90d`, { width, as: MIRA });
    const card = page.getByRole('region', { name: 'Where it came from' });
    for (const by of ['Code', 'Link', 'Country']) {
      await card.getByRole('radio', { name: by }).check({ force: true });
      await card.getByRole('button', { name: /^Download as CSV/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Where it came from' });
      const file = await savedCsv(page, () => dialog.getByRole('button', { name: 'Save CSV' }).click());
      const total = file.rows.reduce((sum, row) => sum + minorOf(row['Earned (GBP)'] ?? ''), 0n);
      expect(pounds(total), by).toBe(await figure(page, 'Earned'));
    }
  });

  // A year begins within a week, and mostly within a month.
  test.for([
    ['day', 'range=7d', 7],
    ['week', 'range=365d', 53],
    ['month', 'range=365d&compare=previous', 12],
  ] as const)('the chart has its table by $0, with the same money', async ([size, asked, least], { open }) => {
    const { page } = await open(`${EARNINGS}?${asked}`, { width, as: MIRA });
    const card = page.getByRole('region', { name: `Earnings by ${size}` });
    await card.getByText('Show as a table').click();
    await card
      .getByRole('rowheader')
      .nth(least - 1)
      .waitFor();
    const cells = await card.getByRole('row').locator('td:nth-child(2)').allInnerTexts();
    expect([least, least + 1]).toContain(cells.length);
    const total = cells.reduce((sum, cell) => sum + minorOf(cell.replaceAll(/[^\d.-]/g, '')), 0n);
    expect(pounds(total)).toBe(await figure(page, 'Earned'));
  });
});

test('days are chosen by keyboard in the calendar', async ({ open }) => {
  const { page } = await open(EARNINGS, { width: PHONE, as: MIRA });
  await pressEnterOn(page, page.getByRole('button', { name: 'Custom' }));
  const dialog = page.getByRole('dialog', { name: 'Choose first and last day' });
  await dialog.getByRole('grid').waitFor();
  await tabTo(page, dialog.getByRole('gridcell').getByRole('button').and(page.locator('[tabindex="0"]')));
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await pressEnterOn(page, dialog.getByRole('button', { name: 'Show these days' }));
  await page.waitForURL(/range=\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d/);
});

test('an address with a broken range still opens, on the usual days', async ({ open }) => {
  const { page } = await open(`${EARNINGS}?range=nonsense&compare=maybe&state=odd&by=moon`, { as: MIRA });
  await page.getByRole('region', { name: 'Every line' }).waitFor();
  expect(await page.getByRole('radio', { name: '28 days' }).isChecked()).toBe(true);
});

test('a finished session asks again and leads back to the same days', async ({ open }) => {
  const { page } = await open(`${EARNINGS}?range=month:2026-10&compare=previous`, { width: PHONE });
  await signIn(page, MIRA);
  await page.waitForURL(/earnings\?range=month:2026-10&compare=previous/);
});
