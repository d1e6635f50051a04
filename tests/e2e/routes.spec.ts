import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { settled } from '../../scripts/browse/settled.ts';
import { allSights, type Sight } from '../../scripts/browse/sights.ts';
import { DESKTOP, PHONE, type Visitor } from '../../scripts/browse/visitor.ts';
import { type OpenPortal, test } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { axeFaults, darkFaults, motionFaults, overflowFaults, targetFaults } from './faults.ts';
import { focusIsSeen } from './keyboard.ts';

const NARROWEST = 360;
/** A desktop's window at twice the size leaves room for this much. */
const ZOOMED = 640;
/** What a page shows that is not for this visitor: the refusal is the point. */
const REFUSED = { faults: [/\/rest\/v1\/rpc\/my_context/] };

const PEOPLE = [undefined, stack.demoPartnerEmail, stack.demoBrandEmail] as const;
const LOOKS: Visitor[] = [
  { width: PHONE, language: 'de-DE', isMotionReduced: true },
  { width: DESKTOP, language: 'en-GB', isMotionReduced: true },
];

const sights = await allSights(stack);

type Visit = { readonly look: Visitor; readonly as: string | undefined };

/** Walks through every sight of somebody in one look, and gathers what is wrong on the way. */
async function walk(
  open: OpenPortal,
  { look, as }: Visit,
  inspect: (page: Page, sight: Sight) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  const { page } = await open('about:blank', { ...look, ...REFUSED, ...(as !== undefined && { as }) });
  for (const sight of sights.filter((one) => one.as === as)) {
    await page.goto(sight.path);
    await settled(page);
    for (const fault of await inspect(page, sight)) found.push(`${sight.name}: ${fault}`);
  }
  return found;
}

const visits = LOOKS.flatMap((look) => PEOPLE.map((as) => ({ look, as, who: as ?? 'nobody' })));

/** A small screen's own troubles: what sticks out, also of the narrowest and when enlarged, and what a thumb cannot hit. */
async function phoneFaults(page: Page): Promise<string[]> {
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

test.for(visits)(
  'axe and thumbs find nothing: $who at $look.width px, light and dark, $look.language',
  { timeout: 240_000 },
  async (visit, { open }) => {
    const found = await walk(open, visit, async (page) => {
      const language = await page.evaluate(() => document.documentElement.lang);
      const wrong = visit.look.language?.startsWith(language) ? [] : [`speaks ${language}`];
      const ofPhones = visit.look.width === PHONE ? await phoneFaults(page) : [];
      return [
        ...wrong,
        ...(await axeFaults(page)),
        ...(await darkFaults(page)),
        ...(await motionFaults(page)),
        ...ofPhones,
      ];
    });
    expect(found).toEqual([]);
  },
);

const MOST_STOPS = 40;

test.for([PHONE, DESKTOP])('wherever Tab leads at %i px, it is seen', async (width, { open }) => {
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
