import { expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { test } from '../support/browser.ts';
import { lookAtFocus } from './keyboard.ts';
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
        const focus = await lookAtFocus(page);
        if (focus === null) break;
        if (!focus.isSeen) faults.push(focus.html);
      }
      return faults;
    });
    found.push(...unseen);
  }
  expect(found).toEqual([]);
});
