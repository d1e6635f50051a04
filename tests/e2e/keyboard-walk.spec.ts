import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { type OpenPortal, soon, test } from '../support/browser.ts';
import { addProgram, addRule, addStaff, addUser, freshSuffix } from '../support/builders.ts';
import { png } from '../support/png.ts';
import { stack } from '../support/stack.ts';
import { chooseByArrows, enterRoom, forbidPointers, isFocused, pressEnterOn, tabTo, typeInto } from './keyboard.ts';
import { mailedCode, mailedInvitation } from './mailbox.ts';
import { readZip } from './zip-reader.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const suffix = freshSuffix();
const slug = `keys-${suffix}`;
const OWNER = `owner-${suffix}@example.com`;
const PARTNER = `lane-${suffix}@example.com`;
const PICTURE = png(300, 250, [], 90);
const DAY = 86_400_000;

beforeAll(async () => {
  const program = await addProgram(sql, { slug, name: 'Harbour Teas' });
  await addStaff(sql, program, await addUser(sql, OWNER, stack.demoPassword), 'owner');
  await addRule(sql, program, 'publisher', 1000);
});

type ChosenFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** A first file of orders: one whose hold is over, one that is fresh, one of a code that nobody has. */
function orders(code: string): ChosenFile {
  const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();
  const lines = [
    'order_id,occurred_at,customer_id,country,lines,units,currency,amount,partner_code,promotion_code',
    `K-1,${ago(60)},c1,United Kingdom,1,1,GBP,100.00,${code},`,
    `K-2,${ago(2)},c2,United Kingdom,1,1,GBP,50.50,${code},`,
    `K-3,${ago(2)},c3,United Kingdom,1,1,GBP,20.00,NOBODY,`,
  ];
  return { name: 'first.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) };
}

/** Enter on the button that opens the system's own dialog, which is no page's: the file is chosen there. */
async function chooseFile(page: Page, button: string, file: ChosenFile): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    pressEnterOn(page, page.getByRole('button', { name: button })),
  ]);
  await chooser.setFiles(file);
}

async function openByKeys(open: OpenPortal, at: string, visitor: { width: number; as?: string }): Promise<Page> {
  const { page, context } = await open('about:blank', visitor);
  await forbidPointers(context);
  await page.goto(at);
  return page;
}

async function invite(page: Page): Promise<void> {
  await enterRoom(page, 'Partners');
  await pressEnterOn(page, page.getByRole('button', { name: 'Invite', exact: true }).first());
  const dialog = page.getByRole('dialog', { name: 'Invite partners' });
  await typeInto(page, dialog.getByLabel('E-mail'), PARTNER);
  await chooseByArrows(page, dialog.getByLabel('Type'), 'Publisher');
  await typeInto(page, dialog.getByLabel('Name (suggested)'), 'Paper Lane');
  await pressEnterOn(page, dialog.getByRole('button', { name: 'Send the invitation' }));
  await page.getByRole('region', { name: 'Open invitations' }).getByText(`${PARTNER} · Publisher`).waitFor();
}

/** From the mail to a partner of one's own; answers its code. */
async function accept(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'You are invited' }).waitFor();
  await pressEnterOn(page, page.getByRole('button', { name: 'Send the code' }));
  await soon(() => isFocused(page.getByLabel('Six-digit code'))).toBe(true);
  await page.keyboard.type(await mailedCode(PARTNER));
  await page.keyboard.press('Enter');
  await typeInto(page, page.getByLabel('Your name'), 'Pia Lane');
  await chooseByArrows(page, page.getByLabel('Country'), 'Austria');
  await pressEnterOn(page, page.getByRole('button', { name: 'Join the program' }));
  await page.waitForURL(`**/p/${slug}/paperlane/home`);
  await page.getByRole('region', { name: 'Your link' }).waitFor();
  return 'PAPERLANE';
}

async function importOrders(page: Page, code: string): Promise<void> {
  await enterRoom(page, 'Conversions');
  await pressEnterOn(page, page.getByRole('link', { name: 'Import orders' }).first());
  await chooseFile(page, 'Choose a file', orders(code));
  await pressEnterOn(page, page.getByRole('button', { name: 'Check the file' }));
  await page.getByRole('group', { name: 'What would become of the file' }).waitFor();
  const table = page.getByRole('table', { name: 'Rows and sums by what becomes of them' });
  const fates = async () => (await table.getByRole('row').allTextContents()).join('\n');
  const planned = await fates();
  expect(planned).toMatch(/Applied: sales\s*2/);
  expect(planned).toMatch(/Held: unknown partner code\s*1/);
  await pressEnterOn(page, page.getByRole('button', { name: 'Import 3 new rows' }));
  await page.getByText('first.csv is imported').waitFor();
  expect(await fates()).toBe(planned);
}

async function publish(page: Page): Promise<void> {
  await enterRoom(page, 'Creatives');
  await chooseFile(page, 'Choose files', { name: 'harbour.png', mimeType: 'image/png', buffer: PICTURE });
  await page.getByText('1 of 1 file added').waitFor();

  await enterRoom(page, 'Announcements');
  await pressEnterOn(page, page.getByRole('button', { name: 'New announcement' }).first());
  await typeInto(page, page.getByLabel('Title in English'), 'The harbour is open');
  await typeInto(page, page.getByLabel('Text in English'), 'Pictures for it are **there**.');
  await pressEnterOn(page, page.getByRole('button', { name: 'Publish to 1' }));
  await pressEnterOn(page, page.getByRole('dialog').getByRole('button', { name: 'Publish to 1' }));
  await page.getByText(/Goes out in \d+ seconds?/).waitFor();
  // Once the half minute to take it back is over, the page tells who has read it.
  await page.getByRole('region', { name: 'Who has read it' }).waitFor({ timeout: 60_000 });
}

async function download(page: Page): Promise<void> {
  await enterRoom(page, 'Creatives');
  await tabTo(page, page.getByRole('checkbox', { name: 'Select harbour' }));
  await page.keyboard.press('Space');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    pressEnterOn(page, page.getByRole('button', { name: /^Download 1 file/ })),
  ]);
  expect(saved.suggestedFilename()).toMatch(new RegExp(`^${slug}-\\d{4}-\\d\\d-\\d\\d\\.zip$`));
  const files = readZip(await readFile(await saved.path())).filter(({ name }) => name.endsWith('.png'));
  expect(files.map(({ content }) => content.toString('hex'))).toEqual([PICTURE.toString('hex')]);
}

test('by keyboard alone: invite, accept, import, publish, and at the partner’s the money, the message and the file', {
  timeout: 600_000,
}, async ({ open }) => {
  const brand = await openByKeys(open, `/b/${slug}/overview`, { width: DESKTOP, as: OWNER });
  await brand.getByRole('heading', { level: 1 }).waitFor();
  await invite(brand);
  const partner = await openByKeys(open, await mailedInvitation(PARTNER), { width: PHONE });
  await importOrders(brand, await accept(partner));
  await publish(brand);

  // Later, on another visit: a tenth of each order, and only what was held long enough is there to be paid.
  await partner.reload();
  await partner.getByRole('region', { name: 'Your link' }).waitFor();
  const shown = await partner.getByRole('main').textContent();
  expect(shown).toContain('Available£10.00');
  expect(shown).toContain('Pending£5.05');

  await enterRoom(partner, 'Messages');
  await pressEnterOn(partner, partner.getByRole('main').getByRole('link', { name: /The harbour is open/ }));
  await soon(() => isFocused(partner.getByRole('heading', { level: 1, name: 'The harbour is open' }))).toBe(true);
  await partner.locator('main strong').getByText('there').waitFor();
  await download(partner);
});
