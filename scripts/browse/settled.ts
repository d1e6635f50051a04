import type { Page } from 'playwright-core';

/** Until nothing is fetched, nothing says that it waits, and the fonts and charts stand. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(async () => {
    await document.fonts.ready;
    const isWaiting = document.querySelector('[aria-busy="true"]') !== null;
    return !isWaiting && document.querySelector('h1') !== null;
  });
}
