import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { soon, test } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { axeFaults } from './faults.ts';
import { isFocused } from './keyboard.ts';

const pathOf = (url: string) => new URL(url).pathname;

/** From wherever one is to a partner, by a part of the name. */
async function findPartner(page: Page, word: string, option: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await soon(() => isFocused(page.getByRole('searchbox', { name: /A page/ }))).toBe(true);
  await page.keyboard.type(word);
  const found = page.getByRole('option', { name: option });
  await found.waitFor();
  await soon(() => found.getAttribute('data-focused')).toBe('true');
  await page.keyboard.press('Enter');
}

test('a brand finds its way by keys alone', async ({ open }) => {
  const { page } = await open('/b/lantern/overview', { as: stack.demoBrandEmail });
  await page.getByRole('heading', { level: 1 }).waitFor();

  await page.keyboard.press('Control+k');
  const field = page.getByRole('searchbox', { name: /A page/ });
  await soon(() => isFocused(field)).toBe(true);
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.type('mira');
  const found = page.getByRole('option', { name: /Mira Sol · MIRA/ });
  await found.waitFor();
  await soon(() => found.getAttribute('data-focused')).toBe('true');
  await page.keyboard.press('Enter');
  await soon(() => pathOf(page.url())).toMatch(/^\/b\/lantern\/partners\/[0-9a-f-]{36}$/);

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await soon(() => page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await soon(() => pathOf(page.url())).toBe('/b/lantern/segments');

  await page.keyboard.press('Control+k');
  await soon(() => isFocused(field)).toBe(true);
  await page.keyboard.type('no room is called so');
  await page.getByText('Nothing is called that').waitFor();
  // Once empties the field, once more closes.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await soon(() => page.getByRole('dialog').count()).toBe(0);
});

test('from one partner to another nothing of the one before is shown as theirs', async ({ open }) => {
  const { page } = await open('/b/lantern/overview', { as: stack.demoBrandEmail });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await findPartner(page, 'mira', /Mira Sol · MIRA/);
  const mira = page.getByRole('heading', { level: 1, name: 'Mira Sol' });
  await mira.waitFor();

  const answered = Promise.withResolvers<void>();
  await page.route('**/rpc/partner_page', async (route) => {
    await answered.promise;
    await route.continue();
  });
  await findPartner(page, 'wohnlicht', /Wohnlicht Magazin/);
  await mira.waitFor({ state: 'hidden' });
  expect(await page.getByRole('main').getByText('Mira Sol').count()).toBe(0);
  answered.resolve();
  await page.getByRole('heading', { level: 1, name: 'Wohnlicht Magazin' }).waitFor();
});
