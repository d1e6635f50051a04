import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { soon, test } from '../support/browser.ts';
import { png, pngChunk } from '../support/png.ts';
import { stack } from '../support/stack.ts';
import { archivesLeft } from '../support/zip-watch.ts';
import { readZip } from './zip-reader.ts';

const { demoBrandEmail: brand, demoPartnerEmail: partner } = stack;
const LIBRARY = '/p/lantern/mira/creatives';

const run = randomBytes(3).toString('hex');

/** Ten banners of their own shades; one carries where it was taken. */
function tenBanners(word: string) {
  return Array.from({ length: 10 }, (_, at) => ({
    name: `${word}-${at}.png`,
    mimeType: 'image/png',
    buffer: png(300, 250, at === 0 ? [pngChunk('eXIf', Buffer.from('51.5074 N'))] : [], 20 + at),
  }));
}

async function addFiles(page: Page, files: ReturnType<typeof tenBanners>): Promise<void> {
  await page.getByLabel('Files to add').setInputFiles(files);
}

async function savedFile(page: Page, button: RegExp) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).first().click(),
  ]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

test('a brand adds ten creatives, and a partner takes them home in one zip', async ({ open }) => {
  const word = `ten ${run}`;
  const { page: room } = await open('/b/lantern/creatives', { as: brand });
  await addFiles(room, tenBanners(word));
  // Each is sent, looked into and drawn small: a full machine takes its time.
  await room.getByText('10 of 10 files added').waitFor({ timeout: 90_000 });

  const { page } = await open(`${LIBRARY}?q=${encodeURIComponent(word)}`, { as: partner });
  await soon(() => page.getByText('10 creatives found').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Select all 10 found' }).click();
  const { name, path } = await savedFile(page, /^Download 10 files/);
  expect(name).toMatch(/^lantern-\d{4}-\d\d-\d\d\.zip$/);

  const entries = readZip(await readFile(path));
  expect(entries.map((entry) => entry.name).sort()).toEqual(
    [...Array.from({ length: 10 }, (_, at) => `${word} ${at}_300x250.png`), 'manifest.csv'].sort(),
  );
  const sent = tenBanners(word).map(({ buffer }) => buffer.toString('hex'));
  for (const { name: file, content } of entries.filter((entry) => entry.name.endsWith('.png'))) {
    expect(content.includes('51.5074'), `${file} says where it was taken`).toBe(false);
    if (!file.includes(` 0_`)) expect(sent).toContain(content.toString('hex'));
  }
  const list = entries.find((entry) => entry.name === 'manifest.csv')?.content.toString('utf8') ?? '';
  expect(list.trim().split('\r\n')).toHaveLength(11);
  expect(list).toContain('/functions/v1/go/mira');
});

test('what is refused says why, and leaves nothing for partners', async ({ open }) => {
  const { page } = await open('/b/lantern/creatives', { as: brand });
  const word = `bad ${run}`;
  await page.getByLabel('Files to add').setInputFiles([
    { name: `${word}.png`, mimeType: 'image/png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    { name: `${word}.svg`, mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') },
  ]);
  await soon(() => page.getByText(/not what its ending says/).isVisible()).toBe(true);
  await soon(() => page.getByText(/Files of this type are not taken/).isVisible()).toBe(true);
  const { page: other } = await open(`${LIBRARY}?q=${encodeURIComponent(word)}`, { as: partner });
  await soon(() => other.getByText('No creative matches these filters').isVisible()).toBe(true);
});

test('a withdrawn creative is gone for partners, and undo brings it back', async ({ open }) => {
  const word = `away ${run}`;
  const { page } = await open('/b/lantern/creatives', { as: brand });
  await addFiles(page, tenBanners(word).slice(1, 2));
  await soon(() => page.getByText('1 of 1 file added').isVisible()).toBe(true);
  const { page: library } = await open(`${LIBRARY}?q=${encodeURIComponent(word)}`, { as: partner });
  await soon(() => library.getByText('1 creative found').isVisible()).toBe(true);
  await page.getByRole('button', { name: `Open ${word} 1` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('status').getByText('1 creative withdrawn').waitFor();
  await library.reload();
  await soon(() => library.getByText('No creative matches these filters').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await soon(() => page.getByText('1 creative is back').first().isVisible()).toBe(true);
  await library.reload();
  await soon(() => library.getByText('1 creative found').isVisible()).toBe(true);
});

test('a download that is called off leaves no file behind', async ({ open }) => {
  const { page, context } = await open(LIBRARY, { as: partner, faults: [/ERR_FAILED|ERR_ABORTED/] });
  let isHeld = true;
  await context.route(/storage\/v1\/object\/creatives\/.*/, async (route) => {
    while (isHeld) await new Promise((resolve) => setTimeout(resolve, 50));
    await route.continue().catch(() => undefined);
  });
  await page.getByRole('button', { name: /^Select all/ }).click();
  await page.getByRole('button', { name: /^Download \d+ files/ }).click();
  const bar = page.getByRole('region', { name: /^Downloading/ });
  await soon(() => bar.isVisible()).toBe(true);
  await bar.getByRole('button', { name: 'Cancel' }).click();
  await soon(() => bar.isVisible()).toBe(false);
  isHeld = false;
  await soon(() => archivesLeft(page)).toEqual([]);
});

test('a file that cannot be fetched is named, and tried again', async ({ open }) => {
  const { page, context } = await open(`${LIBRARY}?tag=brand&size=728x90&language=de`, {
    as: partner,
    faults: [/500|ERR/],
  });
  await page.getByRole('button', { name: /^Select 1 found/ }).click();
  let isBroken = true;
  await context.route(/storage\/v1\/object\/creatives\/.*/, (route) =>
    isBroken ? route.fulfill({ status: 500 }) : route.continue(),
  );
  await page.getByRole('button', { name: /^Download 1 file/ }).click();
  await soon(() => page.getByText(/Our house, leaderboard.* could not be fetched/).isVisible()).toBe(true);
  isBroken = false;
  const { path } = await savedFile(page, /^Try again/);
  expect(readZip(await readFile(path))).toHaveLength(2);
  expect((await stat(path)).size).toBeGreaterThan(1000);
});
