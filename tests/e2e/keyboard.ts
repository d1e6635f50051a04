import type { BrowserContext, Locator, Page } from 'playwright-core';
import { soon } from '../support/browser.ts';

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

/** Tab to it, then letter by letter. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Through the navigation into a room, whose title then has the focus. */
export async function enterRoom(page: Page, name: string): Promise<void> {
  await pressEnterOn(page, page.getByRole('navigation').getByRole('link', { name }).filter({ visible: true }).first());
  await soon(() => isFocused(page.getByRole('heading', { level: 1, name, exact: true }))).toBe(true);
}

/** From now on whatever a mouse or a finger does in a page of this profile is a fault of it. */
export async function forbidPointers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    for (const kind of ['pointerdown', 'mousedown', 'touchstart'])
      addEventListener(kind, () => reportError(new Error(`${kind} where only keys are allowed`)), true);
  });
}

/** Opens nothing: the arrows go through what a select offers, until the wanted option stands in it. */
export async function chooseByArrows(page: Page, select: Locator, option: string): Promise<void> {
  await tabTo(page, select);
  const labels = (await select.locator('option').allTextContents()).map((label) => label.trim());
  const wanted = labels.findIndex((label) => label.startsWith(option));
  if (wanted < 0) throw new Error(`"${option}" is none of ${labels.join(', ')}`);
  const chosen = () => select.evaluate((element: HTMLSelectElement) => element.selectedIndex);
  let at = await chosen();
  while (at !== wanted) {
    await page.keyboard.press(at < wanted ? 'ArrowDown' : 'ArrowUp');
    const now = await chosen();
    if (now === at) throw new Error(`The arrows do not lead from "${labels[at]}" to "${option}"`);
    at = now;
  }
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
