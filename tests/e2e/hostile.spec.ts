import type { Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, expect } from 'vitest';
import { DESKTOP } from '../../scripts/browse/visitor.ts';
import { addAnnouncement, addRead } from '../support/announcement-builders.ts';
import { soon, test } from '../support/browser.ts';
import {
  addMember,
  addPartner,
  addPartnership,
  addProgram,
  addStaff,
  addUser,
  freshSuffix,
} from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const suffix = freshSuffix();
const slug = `hostile-${suffix}`;
const partnerEmail = `reader-${suffix}@example.com`;
const ownerEmail = `writer-${suffix}@example.com`;
const titleOf = (body: string): string => body.replace(/\s+/g, ' ').slice(0, 150);
const NAME = '<img src=x onerror="window.ran=1">';
let ids: string[] = [];

beforeAll(async () => {
  const program = await addProgram(sql, { slug, name: `Program ${NAME}` });
  await addStaff(sql, program, await addUser(sql, ownerEmail, stack.demoPassword), 'owner');
  const partner = await addPartner(sql, `Partner ${NAME}`);
  await addPartnership(sql, program, partner, { code: 'READER' });
  const reader = await addUser(sql, partnerEmail, stack.demoPassword);
  await addMember(sql, partner, reader, 'owner');
  await sql`update public.partner_members set display_name = ${NAME} where user_id = ${reader.id}`;
  ids = [];
  for (const [at, body] of HOSTILE_TEXTS.entries()) {
    ids.push(
      await addAnnouncement(sql, program, { texts: { en: { title: titleOf(body), body } }, publishIn: -1 - at }),
    );
  }
  for (const id of ids) await addRead(sql, program, id, reader.id);
});

/** What a text must never bring into the page, and addresses that lead elsewhere than they may. */
async function harm(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const main = document.querySelector('main');
    const elements = [
      ...(main?.querySelectorAll('script,style,img,iframe,object,embed,form form,video,base,meta,link,math') ?? []),
    ];
    const handlers = [...(main?.querySelectorAll('*') ?? [])].filter((one) =>
      one.getAttributeNames().some((name) => name.startsWith('on')),
    );
    const links = [...(main?.querySelectorAll('a[target]') ?? [])].filter(
      (one) =>
        !/^(https?|mailto):/.test(one.getAttribute('href') ?? '') || !one.getAttribute('rel')?.includes('noopener'),
    );
    const ran = 'ran' in window ? ['a script ran'] : [];
    return [...ran, ...[...elements, ...handlers, ...links].map((one) => one.outerHTML.slice(0, 200))];
  });
}

test('a hundred hostile texts are there to be read, and do nothing', async ({ open }) => {
  expect(new Set(HOSTILE_TEXTS).size).toBe(100);
  const { page } = await open(`/p/${slug}/reader/messages`, { width: DESKTOP, as: partnerEmail });
  page.on('dialog', () => {
    throw new Error('a text opened a dialog');
  });
  const more = page.getByRole('button', { name: 'Show more' });
  while (
    await more
      .or(page.getByText('All 100 rows are shown'))
      .first()
      .waitFor()
      .then(() => more.isVisible())
  ) {
    const before = await page.locator('main li').count();
    await more.click();
    await soon(() => page.locator('main li').count()).toBeGreaterThan(before);
  }
  expect(await page.locator('main li').count()).toBe(100);
  expect(await harm(page)).toEqual([]);

  for (const [at, id] of ids.entries()) {
    // The router goes there as by a link, without fetching the portal anew.
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `/p/${slug}/reader/messages/${id}`);
    // Not the one before, which stands there for a moment still.
    const title = titleOf(HOSTILE_TEXTS[at] ?? '');
    await soon(async () => (await page.locator('main h1').textContent())?.trim()).toBe(title.trim());
    await page.getByRole('button', { name: 'Mark as unread' }).waitFor();
    await soon(() => page.locator('main [aria-busy="true"]').count()).toBe(0);
    expect(await harm(page), HOSTILE_TEXTS[at]).toEqual([]);
  }
});

test('hostile names and titles stay words on the brand’s side', async ({ open }) => {
  const { page } = await open(`/b/${slug}/announcements`, { width: DESKTOP, as: ownerEmail });
  await page.locator('main table a').nth(40).waitFor();
  expect(await harm(page)).toEqual([]);
  await page.goto(`/b/${slug}/announcements/${ids[0]}`);
  await page.getByRole('region', { name: 'Who has read it' }).getByText(NAME).first().waitFor();
  const body = page.getByLabel('Text in English');
  for (const text of HOSTILE_TEXTS.slice(0, 30)) {
    await body.fill(text);
    expect(await harm(page), text).toEqual([]);
  }
});
