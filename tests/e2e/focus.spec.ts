import { expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { test } from '../support/browser.ts';
import { focusIsSeen } from './keyboard.ts';
import { PEOPLE, walk } from './walk.ts';

const MOST_STOPS = 40;

test.for([PHONE, DESKTOP])('wherever Tab leads at %i px, it is seen', { timeout: 240_000 }, async (width, { open }) => {
  const found: string[] = [];
  for (const as of PEOPLE) {
    const unseen = await walk(open, { look: { width, isMotionReduced: true }, as }, async (page, { name }) => {
      const faults: string[] = [];
      // Variants of a page have its controls.
      if (name.includes('-')) return faults;
      for (let stop = 0; stop < MOST_STOPS; stop += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement === document.body)) break;
        if (!(await focusIsSeen(page)))
          faults.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 140) ?? ''));
      }
      return faults;
    });
    found.push(...unseen);
  }
  expect(found).toEqual([]);
});
