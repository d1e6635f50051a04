import type { Locator, Page } from 'playwright-core';

export async function isFocused(target: Locator): Promise<boolean> {
  return await target.evaluate((element) => element === document.activeElement).catch(() => false);
}

const MOST_STOPS = 120;

/** Goes on with Tab, as a person without a mouse does, until the target has the focus. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_STOPS} times ${key} did not reach ${target}`);
}

/** Tab to it, then Enter. */
export async function pressEnterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** What has the focus, and whether it shows it: by an outline of its own, or of the label that stands for it. */
export async function lookAtFocus(page: Page): Promise<{ isSeen: boolean; html: string } | null> {
  return await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return null;
    const isOutlined = (element: Element | null) => {
      if (element === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    };
    const isSeen =
      isOutlined(focused) || isOutlined(focused.nextElementSibling) || isOutlined(focused.closest('label'));
    return { isSeen, html: focused.outerHTML.slice(0, 140) };
  });
}
