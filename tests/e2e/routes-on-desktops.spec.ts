import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Sight } from '../../scripts/browse/sights.ts';
import { DESKTOP } from '../../scripts/browse/visitor.ts';
import { test } from '../support/browser.ts';
import { focusFaults, pageFaults } from './page-faults.ts';
import { PEOPLE, walk } from './walk.ts';

const LANGUAGE = 'en-GB';
const look = { width: DESKTOP, language: LANGUAGE, isMotionReduced: true } as const;

test.for(PEOPLE.map((as) => ({ as, who: as ?? 'nobody' })))(
  'axe and Tab find nothing on a desktop, light and dark: $who',
  { timeout: 600_000 },
  async ({ as }, { open }) => {
    const inspect = async (page: Page, sight: Sight) => [
      ...(await pageFaults(page, LANGUAGE)),
      ...(await focusFaults(page, sight)),
    ];
    expect(await walk(open, { look, as }, inspect)).toEqual([]);
  },
);
