import type { Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, describe, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { soon, test } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { pressEnterOn, tabTo } from './keyboard.ts';

const MIRA = stack.demoPartnerEmail;
const MANAGER = 'manager@lantern.example.com';
const VIEWER = 'viewer@lantern.example.com';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
const made: string[] = [];
/** The demo keeps its eight promotions: what was made here goes, as a draft may. */
afterAll(async () => {
  for (const name of made) {
    await sql`update public.promotions set prepare_from = null where name = ${name}`;
    await sql`delete from public.promotion_codes where promotion_id in (select id from public.promotions where name = ${name})`;
    await sql`delete from public.promotions where name = ${name}`;
  }
  await sql.end();
});

const nameFor = (what: string): string => {
  const name = `${what} ${Date.now()}`;
  made.push(name);
  return name;
};
/** A field for date and time, so many days from now, on London's clock. */
const at = (days: number): string => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T09:00`;

async function typeInto(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await tabTo(page, field);
  await field.fill(text);
}

/** With the keyboard alone: name, offer, dates; answers when it is stored. */
async function makeOne(page: Page, name: string): Promise<void> {
  await pressEnterOn(page, page.getByRole('link', { name: 'New promotion' }));
  await page.getByRole('heading', { name: 'New promotion', level: 1 }).waitFor();
  await typeInto(page, 'Name', name);
  await typeInto(page, 'Offer in one line', '15 % off in this test');
  await typeInto(page, 'Terms', 'One code an order.\nNot with others.');
  await typeInto(page, 'Partners see it from', at(-2));
  await typeInto(page, 'Begins', at(-1));
  // Beyond what home calls soon, so that the demo's own stay there.
  await typeInto(page, 'Ends', at(30));
  await pressEnterOn(page, page.getByRole('button', { name: 'Create promotion' }));
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

test('a manager makes a promotion and its codes by keyboard, and a partner copies theirs', async ({ open }) => {
  const name = nameFor('Keyboard week');
  const { page } = await open('/b/lantern/promotions', { width: DESKTOP, as: MANAGER });
  await makeOne(page, name);

  await pressEnterOn(page, page.getByRole('button', { name: 'Make codes' }));
  const dialog = page.getByRole('dialog', { name: 'Make codes by a pattern' });
  const code = `E2E${Date.now() % 100_000}`;
  await tabTo(page, dialog.getByLabel('Pattern'));
  await dialog.getByLabel('Pattern').fill(`{PARTNER}-${code}`);
  await page.keyboard.press('Enter');
  await pressEnterOn(page, dialog.getByRole('button', { name: 'Make 120 codes' }));
  await dialog.waitFor({ state: 'hidden' });
  await typeInto(page, 'Find a code or partner', 'mira');
  await page.getByRole('rowheader', { name: `MIRA-${code}` }).waitFor();

  const partner = await open('/p/lantern/mira/promotions', { width: PHONE, as: MIRA });
  const card = partner.page.getByRole('article').filter({ hasText: name });
  await card.getByText(`MIRA-${code}`).waitFor();
  await pressEnterOn(partner.page, card.getByRole('button', { name: 'Copy code' }));
  await partner.page.getByRole('status').getByText('Copied to the clipboard').waitFor();
  expect(await partner.page.evaluate(() => navigator.clipboard.readText())).toBe(`MIRA-${code}`);

  await pressEnterOn(partner.page, card.getByRole('link', { name: 'Brief and terms' }));
  await partner.page.getByRole('heading', { name, level: 1 }).waitFor();
  await partner.page.getByText('Not with others.').waitFor();
  expect(await partner.page.getByRole('textbox', { name: 'Landing page' }).inputValue()).toMatch(
    /\/functions\/v1\/go\/mira\?to=[0-9a-f-]{36}$/,
  );
});

test('the second of two who save is told, and loses nothing', async ({ open }) => {
  const name = nameFor('Two hands');
  const conflict = { faults: [/409/] };
  const first = await open('/b/lantern/promotions', { width: DESKTOP, as: MANAGER });
  await makeOne(first.page, name);
  const second = await open(new URL(first.page.url()).pathname, {
    width: DESKTOP,
    as: stack.demoBrandEmail,
    ...conflict,
  });
  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
  await second.page.getByLabel('Offer in one line').fill('mine');

  await first.page.getByLabel('Offer in one line').fill('theirs');
  await save(first.page).click();
  await first.page.getByRole('status').getByText('Promotion saved').first().waitFor();

  await save(second.page).click();
  await second.page.getByText('Somebody else has saved this promotion').waitFor();
  expect(await second.page.getByLabel('Offer in one line').inputValue()).toBe('mine');
  await second.page.getByRole('button', { name: 'Save mine over it' }).click();
  await second.page.getByRole('status').getByText('Promotion saved').first().waitFor();
  const [stored] = await sql`select offer, revision from public.promotions where name = ${name}`;
  expect(stored).toEqual({ offer: 'mine', revision: 3 });
});

test('codes from a CSV are shown before they are taken, with the bad lines by number', async ({ open }) => {
  const name = nameFor('From a file');
  const { page } = await open('/b/lantern/promotions', { width: DESKTOP, as: MANAGER });
  await makeOne(page, name);
  await page.getByRole('button', { name: 'From a CSV' }).click();
  const dialog = page.getByRole('dialog');
  const code = `FILE${Date.now() % 100_000}`;
  const text = `partner_code,promotion_code\nMIRA,MIRA-${code}\nNOBODY,X-${code}\n`;
  await dialog
    .getByLabel('CSV file')
    .setInputFiles({ name: 'codes.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await dialog.getByText(/Line 3, X-FILE\d+ for NOBODY: no such partner/).waitFor();
  await dialog.getByRole('button', { name: 'Make 1 code' }).click();
  await page.getByRole('rowheader', { name: `MIRA-${code}` }).waitFor();
});

test('who may only look finds nothing to change', async ({ open }) => {
  const { page } = await open('/b/lantern/promotions', { width: DESKTOP, as: VIEWER });
  await page.getByRole('link', { name: 'Winter lights' }).click();
  await page.getByText('You can look at promotions.').waitFor();
  expect(await page.getByLabel('Name', { exact: true }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: /^(Save|Make codes|From a CSV)$/ }).count()).toBe(0);
});

describe.each([PHONE, DESKTOP])('a partner at %i px', (width) => {
  test('is told on home what ends soon, and comes to it', async ({ open }) => {
    const { page } = await open('/p/lantern/mira/home', { width, as: MIRA });
    const ending = page.getByRole('region', { name: 'Ending soon' });
    await ending.getByText('MIRA-LIGHTS15').waitFor();
    await ending.getByRole('link', { name: 'Winter lights' }).click();
    await page.getByRole('heading', { name: 'Winter lights', level: 1 }).waitFor();
    await page.getByText('All promotions').click();
    await page.getByRole('radio', { name: 'Ended 6' }).check();
    await soon(() => page.getByRole('article').count()).toBe(6);
  });

  test('comes from a line and from the breakdown to the promotion of its code', async ({ open }) => {
    const { page } = await open('/p/lantern/mira/earnings?range=28d', { width, as: MIRA });
    const lines = page.getByRole('table', { name: 'Every line' }).or(page.getByRole('table')).last();
    await lines.getByRole('link', { name: 'MIRA-LIGHTS15' }).first().waitFor();
    await page.getByRole('link', { name: 'MIRA-LIGHTS15' }).first().click();
    await page.getByRole('heading', { name: 'Winter lights', level: 1 }).waitFor();
  });
});

test('staff come from an order to the promotion of its code', async ({ open }) => {
  const { page } = await open('/b/lantern/conversions', { width: DESKTOP, as: VIEWER });
  await page
    .getByRole('link', { name: /-LIGHTS15$/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Winter lights', level: 1 }).waitFor();
});
