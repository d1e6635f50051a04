import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { z } from 'zod/mini';
import { settled } from '../../scripts/browse/settled.ts';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { test } from '../support/browser.ts';
import { stack } from '../support/stack.ts';

const Modules = z.record(z.string(), z.array(z.string()));

/** Which modules went into which chunk of the build that is served. */
const modules = Modules.parse(JSON.parse(readFileSync(path.join(stack.localDir, 'dist/.vite/modules.json'), 'utf8')));

const CHARTS = /\/(?:recharts|d3-[a-z]+|victory-vendor)\//;
const BRAND = /^src\/(?:features\/brand|app\/brand-|data\/conversions|data\/[^/]+\/brand-)/;

/** What the browser has fetched so far: calls to the API, and the modules within the scripts. */
async function fetched(page: Page) {
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const scripts = names.filter((name) => name.endsWith('.js')).map((name) => new URL(name).pathname.slice(1));
  return {
    names,
    calls: names.filter((name) => /\/(?:rest|functions)\/v1\//.test(name)).map((name) => new URL(name).pathname),
    modules: scripts.flatMap((script) => modules[script] ?? []),
  };
}

const ROOMS = [
  { room: 'home', call: '/rest/v1/rpc/partner_home' },
  { room: 'earnings?range=90d&compare=previous', call: '/rest/v1/rpc/partner_earnings' },
];

describe.each([PHONE, DESKTOP])('until the money is painted at %i px', (width) => {
  test.for(ROOMS)(
    '$room asks exactly once, and needs no chart and nothing of the brand',
    async ({ room, call }, { open }) => {
      const { page, context } = await open('about:blank', { width, as: stack.demoPartnerEmail });
      // Stops the clock of the page at the moment an amount stands in it: what was fetched by then is what counts.
      await context.addInitScript(() => {
        const seen = () => /£[\d,]+/.test(document.querySelector('main')?.textContent ?? '');
        new MutationObserver((_, observer) => {
          if (!seen()) return;
          observer.disconnect();
          performance.mark('money');
        }).observe(document, { childList: true, subtree: true, characterData: true });
      });
      await page.goto(`/p/lantern/mira/${room}`);
      await page.waitForFunction(() => performance.getEntriesByName('money').length > 0);
      const early = await page.evaluate(() => {
        const painted = performance.getEntriesByName('money')[0]?.startTime ?? 0;
        const entries = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= painted);
        return entries.map(({ name }) => name);
      });
      expect(
        early.filter((name) => /\/(?:rest|functions)\/v1\//.test(name)).map((name) => new URL(name).pathname),
      ).toEqual([call]);
      const scripts = early.flatMap((name) => modules[new URL(name).pathname.slice(1)] ?? []);
      expect(scripts.length).toBeGreaterThan(0);
      expect(scripts.filter((name) => CHARTS.test(name) || BRAND.test(name))).toEqual([]);
    },
  );

  test('home stays without a chart library and without brand code, and asks no more', async ({ open }) => {
    const { page } = await open('/p/lantern/mira/home', { width, as: stack.demoPartnerEmail });
    await page.getByRole('region', { name: 'Your link' }).waitFor();
    await settled(page);
    const all = await fetched(page);
    // Long after the money: what is new in the inbox.
    const NEWS = '/rest/v1/rpc/inbox_news';
    expect(all.calls.filter((call) => call !== NEWS)).toEqual(['/rest/v1/rpc/partner_home']);
    expect(all.modules.filter((name) => CHARTS.test(name) || BRAND.test(name))).toEqual([]);
    // Asked for before the first script, and not once more by it.
    expect(all.names.filter((name) => name.endsWith('/config.json'))).toHaveLength(1);
  });
});

test('a second visit to a room paints from memory', async ({ open }) => {
  const { page } = await open('/p/lantern/mira/home', { width: PHONE, as: stack.demoPartnerEmail });
  await page.getByRole('region', { name: 'Your link' }).waitFor();
  await page.getByRole('link', { name: 'Earnings' }).click();
  await page.getByRole('region', { name: 'Every line' }).waitFor();
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('region', { name: 'Your link' }).waitFor();
  const { calls } = await fetched(page);
  expect(calls.filter((call) => call.endsWith('/partner_home'))).toHaveLength(1);
});
