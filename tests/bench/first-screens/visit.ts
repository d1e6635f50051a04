import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';
import { PHONE, welcome } from '../../../scripts/browse/visitor.ts';
import type { Facts } from '../../../supabase/local/facts.ts';

const PAINTED = 'money painted';

/** From navigation to the first painted sum of money: calls that were made, and gzip kilobytes that had arrived. */
export type FirstPaint = { apiCalls: number; kilobytes: number };

/** A first visit with an empty cache on a phone, by somebody who is signed in. */
export async function visitUntilMoney(browser: Browser, facts: Facts, path: string): Promise<FirstPaint> {
  const context = await welcome(browser, facts, { width: PHONE, as: facts.demoPartnerEmail });
  try {
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.addInitScript(markMoney, PAINTED);
    await page.goto(path);
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, PAINTED);
    await page.waitForLoadState('networkidle');
    const { asked, arrived } = await page.evaluate(untilMark, PAINTED);
    return {
      apiCalls: asked.filter((url) => isCall(facts, url)).length,
      kilobytes: await kilobytesOf(responses.filter((response) => arrived.includes(response.url()))),
    };
  } finally {
    await context.close();
  }
}

/** JavaScript that the sign-in page fetches until nothing moves any more, in gzip kilobytes. */
export async function visitSignIn(browser: Browser, facts: Facts): Promise<number> {
  const context = await welcome(browser, facts, { width: PHONE });
  try {
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto('/sign-in');
    await page.waitForLoadState('networkidle');
    return await kilobytesOf(responses.filter((response) => response.request().resourceType() === 'script'));
  } finally {
    await context.close();
  }
}

/** Runs in the page: marks the frame in which a sum in the demo's currency stands in the text. */
function markMoney(name: string): void {
  let isFound = false;
  const look = () => {
    if (isFound || !/£\s?\d/.test(document.getElementById('root')?.textContent ?? '')) return;
    isFound = true;
    requestAnimationFrame(() => performance.mark(name));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Runs in the page: what had been asked for by that frame, and what of it had arrived. */
function untilMark(name: string): { asked: string[]; arrived: string[] } {
  const painted = performance.getEntriesByName(name)[0]?.startTime ?? 0;
  const resources = performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming);
  return {
    asked: resources.filter(({ startTime }) => startTime <= painted).map((entry) => entry.name),
    arrived: [
      location.href,
      ...resources.filter(({ responseEnd }) => responseEnd <= painted).map((entry) => entry.name),
    ],
  };
}

function isCall(facts: Facts, url: string): boolean {
  return url.startsWith(`${facts.apiUrl}/rest/v1/`) || url.startsWith(`${facts.apiUrl}/functions/v1/`);
}

async function kilobytesOf(responses: Response[]): Promise<number> {
  const sizes = await Promise.all(
    responses.map(async (response) => gzipSync(await response.body(), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
