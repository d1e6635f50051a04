import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DESKTOP } from '../../scripts/browse/visitor.ts';
import { test } from '../support/browser.ts';
import { pageFaults } from './page-faults.ts';
import { PEOPLE, walk } from './walk.ts';

const LANGUAGE = 'en-GB';
const look = { width: DESKTOP, language: LANGUAGE, isMotionReduced: true } as const;

test.for(PEOPLE.map((as) => ({ as, who: as ?? 'nobody' })))(
  'axe finds nothing on a desktop, light and dark: $who',
  { timeout: 300_000 },
  async ({ as }, { open }) => {
    const inspect = async (page: Page) => await pageFaults(page, LANGUAGE);
    expect(await walk(open, { look, as }, inspect)).toEqual([]);
  },
);
