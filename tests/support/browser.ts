import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, test as plain } from 'vitest';
import { launchChromium, type Visitor, welcome } from '../../scripts/browse/visitor.ts';
import { stack } from './stack.ts';

/** What a test may meet without failing: a refusal it provokes, a line it cuts itself. */
type Expected = { readonly faults?: readonly RegExp[] };

export type Opened = { readonly page: Page; readonly context: BrowserContext };
export type OpenPortal = (at: string, visitor?: Visitor & Expected) => Promise<Opened>;

/** How long something may take to appear; a full machine is slow, a broken page is for ever. */
export const PATIENCE = 30_000;

const PICTURES = path.resolve(import.meta.dirname, '../../.local/e2e-failures');

/** What Chromium says of a machine that is slow; that nothing is fetched in vain is seen in requests.spec.ts. */
const SLOW = /was preloaded using link preload but not used within a few seconds/;

/** Everything that no healthy page says: errors and warnings of the console, refusals, broken policies. */
function watch(context: BrowserContext, faults: string[]): void {
  const where = (page: Page | null) => (page === null ? '' : ` (on ${new URL(page.url()).pathname})`);
  context.on('console', (message) => {
    if ((message.type() === 'error' || message.type() === 'warning') && !SLOW.test(message.text()))
      faults.push(`console: ${message.text()} ${message.location().url}${where(message.page())}`);
  });
  context.on('weberror', (error) => faults.push(`page: ${error.error().stack ?? error.error().message}`));
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A page that is left gives up what it was still asking for.
    if (why !== 'net::ERR_ABORTED') faults.push(`request: ${request.method()} ${request.url()} ${why}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400)
      faults.push(`response: ${response.status()} to ${response.request().method()} ${response.url()}`);
  });
}

/** Makes a broken content security policy an error of the page, where it is seen. */
async function reportPolicy(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      reportError(new Error(`content security policy: ${event.violatedDirective} refused ${event.blockedURI}`));
    });
  });
}

let launched: Promise<Browser> | undefined;

/** One browser for all tests of a file; each test has profiles of its own in it. */
function theBrowser(): Promise<Browser> {
  launched ??= launchChromium();
  return launched;
}

afterAll(async () => await (await launched)?.close());

/** `test` with `open(path, visitor)`: a page of the served portal whose every unexpected fault fails the test. */
export const test = plain.extend('open', async ({ task }, { onCleanup }) => {
  const opened: { context: BrowserContext; faults: string[]; expected: readonly RegExp[] }[] = [];
  onCleanup(async () => {
    const isFailed = task.result?.state === 'fail';
    for (const { context } of opened) {
      if (isFailed) await picture(context, task.name);
      await context.close();
    }
    for (const { faults, expected } of opened)
      expect(
        faults.filter((fault) => !expected.some((pattern) => pattern.test(fault))),
        'what the browser complained about',
      ).toEqual([]);
  });
  const open: OpenPortal = async (at, { faults: expected = [], ...visitor } = {}) => {
    const context = await welcome(await theBrowser(), stack, visitor);
    context.setDefaultTimeout(PATIENCE);
    const faults: string[] = [];
    watch(context, faults);
    await reportPolicy(context);
    opened.push({ context, faults, expected });
    const page = await context.newPage();
    await page.goto(at);
    return { page, context };
  };
  return open;
});

async function picture(context: BrowserContext, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const [index, page] of context.pages().entries()) {
    const file = path.join(PICTURES, `${name.replace(/\W+/g, '-')}-${index}.png`);
    await page.screenshot({ path: file }).catch(() => undefined);
  }
}

/** Asks again and again until it is so: `await soon(() => heading.textContent()).toBe('Home')`. */
export function soon<T>(look: () => T) {
  return expect.poll(look, { timeout: PATIENCE, interval: 100 });
}

/** Through the form, as a person does. */
export async function signIn(page: Page, email: string, password = stack.demoPassword): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
}
