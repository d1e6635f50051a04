import type { Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { soon, test } from '../support/browser.ts';
import {
  addMember,
  addPartner,
  addPartnership,
  addProgram,
  addStaff,
  addUser,
  freshSuffix,
  type Program,
} from '../support/builders.ts';
import { addSegment } from '../support/segments.ts';
import { stack } from '../support/stack.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const suffix = freshSuffix();
const slug = `voice-${suffix}`;
const emails = {
  owner: `owner-${suffix}@example.com`,
  manager: `manager-${suffix}@example.com`,
  anna: `anna-${suffix}@example.com`,
  tom: `tom-${suffix}@example.com`,
};
let program: Program;

/** Half a minute to take it back, and a quarter until a page that is seen asks again. */
const UNTIL_IT_ARRIVES = 60_000;

beforeAll(async () => {
  program = await addProgram(sql, { slug, name: 'The voice' });
  await sql`update public.programs set locales = '{en,de}' where id = ${program.id}`;
  await addStaff(sql, program, await addUser(sql, emails.owner, stack.demoPassword), 'owner');
  await addStaff(sql, program, await addUser(sql, emails.manager, stack.demoPassword), 'manager');
  for (const [name, type, country, language] of [
    ['anna', 'publisher', 'DE', 'de'],
    ['tom', 'influencer', 'GB', 'en'],
  ] as const) {
    const partner = await addPartner(sql, name === 'anna' ? 'Anna Verlag' : 'Tom Reed', type);
    await sql`update public.partners set country = ${country}, language = ${language} where id = ${partner.id}`;
    await addPartnership(sql, program, partner, { code: name.toUpperCase() });
    await addMember(sql, partner, await addUser(sql, emails[name], stack.demoPassword), 'owner');
  }
  await addSegment(sql, program, 'Quiet publishers in Germany', {
    combinator: 'and',
    not: false,
    rules: [
      { field: 'type', operator: 'in', value: ['publisher'] },
      { field: 'country', operator: 'in', value: ['DE'] },
      { field: 'conversions', operator: '=', value: { number: 0, days: 28 } },
    ],
  });
});

async function write(page: Page, language: string, title: string, body: string): Promise<void> {
  await page.getByLabel(`Title in ${language}`).fill(title);
  await page.getByLabel(`Text in ${language}`).fill(body);
}

test('written in two languages, seen before, taken back once, and then there for one and not for the other', async ({
  open,
}) => {
  const { page: anna } = await open(`/p/${slug}/anna/messages`, {
    width: PHONE,
    as: emails.anna,
    language: 'de-DE',
  });
  await anna.getByText('Noch keine Nachrichten').waitFor();
  const { page: tom } = await open(`/p/${slug}/tom/messages`, { width: DESKTOP, as: emails.tom });
  await tom.getByText('No messages yet').waitFor();

  const { page } = await open(`/b/${slug}/announcements`, { width: DESKTOP, as: emails.owner });
  await page.getByRole('button', { name: 'New announcement' }).first().click();
  await page.getByRole('radio', { name: 'Segments' }).check();
  await page.getByLabel('Quiet publishers in Germany').check();
  await write(page, 'English', 'More for first orders', 'From today **12 %**.');
  await write(page, 'German', 'Mehr für Erstbestellungen', 'Ab heute **12 %**.');
  const preview = page.getByRole('region', { name: 'As they see it' });
  await preview.getByRole('heading', { name: 'Mehr für Erstbestellungen' }).waitFor();
  await preview.locator('[lang="de"] strong').getByText('12 %').waitFor();
  expect(await preview.getByLabel('See it as').textContent()).toContain('Anna Verlag');

  // Words that were not saved are there again after a reload.
  await page.reload();
  await page.getByText('Your unsaved words are back').waitFor();
  expect(await page.getByLabel('Title in German').inputValue()).toBe('Mehr für Erstbestellungen');

  const publish = async () => {
    await page.getByRole('button', { name: 'Publish to 1' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish to 1' }).click();
    await page.getByText(/Goes out in \d+ seconds?/).waitFor();
  };
  await publish();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await page.getByText(/Goes out in/).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Publish to 1' }).waitFor();
  await publish();
  expect(await anna.getByText('Mehr für Erstbestellungen').count()).toBe(0);

  await anna.locator('main').getByText('Mehr für Erstbestellungen').waitFor({ timeout: UNTIL_IT_ARRIVES });
  await anna.getByText('Neue Nachricht: Mehr für Erstbestellungen').waitFor();
  await soon(() => anna.getByRole('link', { name: /Nachrichten/ }).textContent()).toContain('1');
  await page.getByText('Who has read it').waitFor();

  const stored = anna.waitForResponse(/rpc\/mark_message/);
  await anna
    .locator('main')
    .getByRole('link', { name: /Mehr für Erstbestellungen/ })
    .click();
  await anna.getByRole('heading', { name: 'Mehr für Erstbestellungen' }).waitFor();
  await soon(() =>
    anna
      .getByRole('link', { name: /Nachrichten/ })
      .last()
      .textContent(),
  ).not.toContain('1');
  // The mark is seen at once, and stored a moment later.
  await stored;

  await tom.reload();
  await tom.getByText('No messages yet').waitFor();
  await page.reload();
  await page
    .getByRole('cell', { name: 'Anna Verlag' })
    .or(page.getByRole('rowheader', { name: 'Anna Verlag' }))
    .waitFor();
});

test('two people edit one: the second to save is told, and loses nothing', async ({ open }) => {
  const id = crypto.randomUUID();
  await sql`insert into public.announcements (id, program_id, texts)
    values (${id}, ${program.id}, '{"en": {"title": "Before", "body": "As it was."}}')`;
  const at = `/b/${slug}/announcements/${id}`;
  const { page: first } = await open(at, { width: DESKTOP, as: emails.owner });
  const { page: second } = await open(at, {
    width: PHONE,
    as: emails.manager,
    faults: [/409/],
  });
  await second.getByLabel('Title in English').fill('From the second');
  await first.getByLabel('Title in English').fill('From the first');
  await first.getByRole('button', { name: 'Save draft' }).click();
  await first.getByRole('status').getByText('Draft saved').waitFor();

  await second.getByRole('button', { name: 'Save draft' }).click();
  await second.getByText('Somebody else has saved this announcement').waitFor();
  expect(await second.getByLabel('Title in English').inputValue()).toBe('From the second');
  await second.reload();
  await second.getByText('Somebody else has saved this announcement').waitFor();
  expect(await second.getByLabel('Title in English').inputValue()).toBe('From the second');
  await second.getByText('Show what they wrote').click();
  await second.locator('details').getByText('From the first').waitFor();
  await second.getByRole('button', { name: 'Keep mine' }).click();
  await second.getByRole('button', { name: 'Save draft' }).click();
  await second.getByRole('status').getByText('Draft saved').waitFor();
  const [row] = await sql<{ label: string }[]>`select label from public.announcements where id = ${id}`;
  expect(row?.label).toBe('From the second');
});
