import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { signIn, soon, test } from '../support/browser.ts';
import { stack } from '../support/stack.ts';

const HOME = '/p/lantern/mira/home';

/** Every byte that this origin keeps in the browser. */
async function kept(page: Page) {
  return await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    cookies: document.cookie,
  }));
}

const NOTHING = { local: [], session: [], databases: [], caches: [], cookies: '' };

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

test.for([PHONE, DESKTOP])('signing out at %i px leaves no byte behind, and no way back', async (width, { open }) => {
  const { page } = await open('/sign-in', { width });
  await signIn(page, stack.demoPartnerEmail);
  await page.waitForURL(`**${HOME}`);
  await page.getByRole('link', { name: 'Earnings' }).click();
  await page.getByRole('heading', { name: 'Earnings', exact: true }).waitFor();
  await signOut(page);
  expect(await kept(page)).toEqual(NOTHING);

  await page.goBack();
  await page.waitForURL('**/sign-in**');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.getByText('Mira Sol').count()).toBe(0);
  expect(await kept(page)).toEqual(NOTHING);
});

test('signing out in one tab empties the other', async ({ open }) => {
  const { page, context } = await open('/sign-in');
  await signIn(page, stack.demoPartnerEmail);
  await page.waitForURL(`**${HOME}`);
  const other = await context.newPage();
  await other.goto('/p/lantern/mira/earnings');
  await other.getByRole('heading', { name: 'Earnings', exact: true }).waitFor();
  await signOut(page);
  await other.waitForURL('**/sign-in**');
  await soon(() => kept(other)).toEqual(NOTHING);
});
