import type { Page } from 'playwright-core';
import type { Sight } from '../../scripts/browse/sights.ts';
import { PHONE } from '../../scripts/browse/visitor.ts';
import { axeFaults, darkFaults, motionFaults, overflowFaults, targetFaults } from './faults.ts';
import { lookAtFocus } from './keyboard.ts';

const NARROWEST = 360;
/** A desktop's window at twice the size leaves room for this much. */
const ZOOMED = 640;

/** A small screen's own troubles: what sticks out, also of the narrowest and when enlarged, and what a thumb cannot hit. */
export async function phoneFaults(page: Page): Promise<string[]> {
  const faults = [...(await overflowFaults(page, PHONE)), ...(await targetFaults(page))];
  for (const [width, height] of [
    [NARROWEST, 740],
    [ZOOMED, 450],
  ] as const) {
    await page.setViewportSize({ width, height });
    faults.push(...(await overflowFaults(page, width)));
  }
  await page.setViewportSize({ width: PHONE, height: 844 });
  return faults;
}

/** Everything that may be wrong with a page as it stands, in this language. */
export async function pageFaults(page: Page, language: string): Promise<string[]> {
  const spoken = await page.evaluate(() => document.documentElement.lang);
  const wrong = language.startsWith(spoken) ? [] : [`speaks ${spoken}`];
  return [...wrong, ...(await axeFaults(page)), ...(await darkFaults(page)), ...(await motionFaults(page))];
}

const MOST_STOPS = 40;

/** Where Tab leads without being seen. */
export async function focusFaults(page: Page, { name }: Sight): Promise<string[]> {
  const faults: string[] = [];
  // Variants of a page have its controls.
  if (name.includes('-')) return faults;
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const focus = await lookAtFocus(page);
    if (focus === null) break;
    if (!focus.isSeen) faults.push(`unseen focus: ${focus.html}`);
  }
  return faults;
}
