import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PHONE } from '../../scripts/browse/visitor.ts';
import { test } from '../support/browser.ts';
import { pageFaults, phoneFaults } from './page-faults.ts';
import { PEOPLE, walk } from './walk.ts';

const LANGUAGE = 'de-DE';
const look = { width: PHONE, language: LANGUAGE, isMotionReduced: true } as const;

test.for(PEOPLE.map((as) => ({ as, who: as ?? 'nobody' })))(
  'axe and thumbs find nothing on a phone, light and dark: $who',
  { timeout: 300_000 },
  async ({ as }, { open }) => {
    const inspect = async (page: Page) => [...(await pageFaults(page, LANGUAGE)), ...(await phoneFaults(page))];
    expect(await walk(open, { look, as }, inspect)).toEqual([]);
  },
);
