import type { Page } from 'playwright-core';
import { settled } from '../../scripts/browse/settled.ts';
import { allSights, type Sight } from '../../scripts/browse/sights.ts';
import type { Visitor } from '../../scripts/browse/visitor.ts';
import type { OpenPortal } from '../support/browser.ts';
import { stack } from '../support/stack.ts';

/** Whose sights there are: nobody's, a partner's, the brand's. */
export const PEOPLE = [undefined, stack.demoPartnerEmail, stack.demoBrandEmail] as const;

/** What a page shows that is not for this visitor: the refusal is the point. */
const REFUSED = { faults: [/\/rest\/v1\/rpc\/my_context/] };

const sights = await allSights(stack);

export type Visit = { readonly look: Visitor; readonly as: string | undefined };

/** Walks through every sight of somebody in one look, and gathers what is wrong on the way. */
export async function walk(
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
