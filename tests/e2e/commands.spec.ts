import { expect } from 'vitest';
import { soon, test } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { axeFaults } from './faults.ts';
import { isFocused } from './keyboard.ts';

const pathOf = (url: string) => new URL(url).pathname;

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
