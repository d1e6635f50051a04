import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Sight } from '../../scripts/browse/sights.ts';
import { PHONE } from '../../scripts/browse/visitor.ts';
import { test } from '../support/browser.ts';
import { longestLanguage } from './longest-language.ts';
import { focusFaults, pageFaults, phoneFaults } from './page-faults.ts';
import { PEOPLE, walk } from './walk.ts';

const LANGUAGE = longestLanguage();
const look = { width: PHONE, language: LANGUAGE, isMotionReduced: true } as const;

test.for(PEOPLE.map((as) => ({ as, who: as ?? 'nobody' })))(
  'axe, thumbs and Tab find nothing on a phone, light and dark: $who',
  { timeout: 600_000 },
  async ({ as }, { open }) => {
    const inspect = async (page: Page, sight: Sight) => [
      ...(await pageFaults(page, LANGUAGE)),
      ...(await phoneFaults(page)),
      ...(await focusFaults(page, sight)),
    ];
    expect(await walk(open, { look, as }, inspect)).toEqual([]);
  },
);
