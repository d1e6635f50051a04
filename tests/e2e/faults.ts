import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds, one line for each element, with what it minds. Only some of its rules where a page was asked before.
 * No page has frames, so axe may stay within it ("legacy"), which takes half the time.
 */
export async function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
  // Of what passes it needs no list: writing that takes as long as asking.
  const only = rules && { runOnly: { type: 'rule' as const, values: rules } };
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], ...only });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, all }) => `${id}: ${html.slice(0, 160)} ${[...any, ...all][0]?.message ?? ''}`),
  );
}

/** What sticks out of a screen of this width. */
export async function overflowFaults(page: Page, width: number): Promise<string[]> {
  return await page.evaluate((most) => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= most) return [];
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > most + 1);
    const deepest = wide.filter((one) => !wide.some((other) => one !== other && one.contains(other)));
    return deepest.slice(0, 5).map((one) => `${scrollWidth} px wide: ${one.outerHTML.slice(0, 160)}`);
  }, width);
}

/** Controls that are too small for a thumb. A link within a sentence is as high as its line. */
export async function targetFaults(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const LEAST = 44;
    const areaOf = (control: Element) => {
      const label = control instanceof HTMLInputElement ? control.closest('label') : null;
      return (label ?? control).getBoundingClientRect();
    };
    const isInText = (control: Element) => control.matches('a') && getComputedStyle(control).display === 'inline';
    const isClipped = (control: Element) => {
      const head = control.closest('thead');
      return head !== null && getComputedStyle(head).clipPath !== 'none';
    };
    const isShown = (control: Element) =>
      control.checkVisibility({ visibilityProperty: true }) && !control.closest('.sr-only') && !isClipped(control);
    return [...document.querySelectorAll('a[href], button, input, select, summary, textarea')]
      .filter((control) => isShown(control) && !isInText(control))
      .filter((control) => {
        const { width, height } = areaOf(control);
        // What is not on the screen until it has the focus (the way past the navigation) is for no thumb.
        return width > 1 && (height < LEAST - 0.5 || width < LEAST - 0.5);
      })
      .map((control) => {
        const { width, height } = areaOf(control);
        return `${Math.round(width)} × ${Math.round(height)}: ${control.outerHTML.slice(0, 140)}`;
      });
  });
}

/** Whatever still moves for somebody who asked for stillness. */
export async function motionFaults(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const isMoving = (durations: string) => durations.split(',').some((text) => Number.parseFloat(text) > 0.01);
    return [...document.querySelectorAll('*')]
      .filter((one) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(one);
        return isMoving(transitionDuration) || (animationName !== 'none' && isMoving(animationDuration));
      })
      .map((one) => one.outerHTML.slice(0, 140));
  });
}

/** The same page with the dark theme: nothing but colours may differ, so only they are asked about. */
export async function darkFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  const faults = await axeFaults(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForFunction(() => document.documentElement.dataset.theme !== 'dark');
  return faults.map((fault) => `dark: ${fault}`);
}
