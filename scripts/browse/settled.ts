import type { Page } from 'playwright-core';

async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => {
    const isWaiting = document.querySelector('[aria-busy="true"]') !== null;
    return !isWaiting && document.querySelector('main h1') !== null;
  });
}

/** Until the page has its title, nothing is fetched, nothing says that it waits, and the fonts stand. */
export async function settled(page: Page): Promise<void> {
  await quiet(page);
  // What has just come may have asked for more: a chart, the lines of a table.
  await quiet(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
