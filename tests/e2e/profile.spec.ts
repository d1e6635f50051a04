import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { LOCALE_NAMES } from '../../src/i18n/locales.ts';
import { soon, test } from '../support/browser.ts';
import {
  addMember,
  addPartner,
  addPartnership,
  addProgram,
  addRule,
  addUser,
  freshSuffix,
  type Partner,
  type PartnerRole,
} from '../support/builders.ts';
import { stack } from '../support/stack.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const suffix = freshSuffix();
let ella: Partner;

/** Somebody of their own for each test, so that what they change troubles no other. */
async function somebody(role: PartnerRole = 'owner'): Promise<string> {
  const email = `${role}-${freshSuffix()}@example.com`;
  await addMember(sql, ella, await addUser(sql, email, stack.demoPassword), role);
  return email;
}
const PROFILE = `/p/first-${suffix}/ella/profile`;

beforeAll(async () => {
  ella = await addPartner(sql, 'Ella Stone');
  for (const name of ['first', 'second']) {
    const program = await addProgram(sql, { slug: `${name}-${suffix}`, name: `The ${name} program` });
    await addRule(sql, program, 'influencer', 1000);
    await addPartnership(sql, program, ella, { code: 'ELLA' });
  }
});

describe.each([PHONE, DESKTOP])('profile at %i px', (width) => {
  test('a language chosen holds from the next first paint on', async ({ open }) => {
    const { page } = await open(PROFILE, { width, as: await somebody() });
    const offered = page.getByLabel('Language').locator('option');
    await soon(() => offered.allTextContents()).toEqual(['As the browser says', ...Object.values(LOCALE_NAMES)]);
    await page.getByLabel('Language').selectOption('Deutsch');
    await page.getByRole('heading', { name: 'Profil', exact: true }).waitFor();
    await soon(() => page.evaluate(() => document.documentElement.lang)).toBe('de');
    await page
      .getByRole('status')
      .getByText(/^(Saved|Gespeichert)$/)
      .first()
      .waitFor();

    // Whatever is written into the page from its first byte on is German already.
    await page.addInitScript(() => {
      new MutationObserver(() => {
        if (document.querySelector('h1')?.textContent === 'Profile')
          document.documentElement.dataset.spokeEnglish = 'yes';
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
    await page.reload({ waitUntil: 'commit' });
    await soon(() => page.evaluate(() => document.documentElement.lang)).toBe('de');
    await page.getByRole('heading', { name: 'Profil', exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.spokeEnglish)).toBe(undefined);

    await page.getByLabel('Sprache').selectOption('');
    await page.getByRole('heading', { name: 'Profile', exact: true }).waitFor();
  });

  test('dark holds from the next first paint on', async ({ open }) => {
    const { page } = await open(PROFILE, { width, as: await somebody() });
    await page.getByLabel('Appearance').selectOption('Dark');
    await soon(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await page.getByRole('status').getByText('Saved').first().waitFor();
    await page.reload({ waitUntil: 'commit' });
    await soon(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await page.getByLabel('Appearance').selectOption('As the device');
    await soon(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
  });

  test('the week begins where it was chosen to', async ({ open }) => {
    const { page } = await open(PROFILE, { width, as: await somebody() });
    await page.getByLabel('First day of the week').selectOption('Saturday');
    await page.getByRole('status').getByText('Saved').first().waitFor();
    await page.getByRole('link', { name: 'Earnings' }).click();
    await page.getByRole('button', { name: 'Custom' }).click();
    const first = page.getByRole('dialog').getByRole('columnheader', { includeHidden: true }).first();
    await soon(() => first.textContent()).toMatch(/^S/);
    await page.keyboard.press('Escape');
    // On a phone the profile stands with the account.
    if (width === PHONE) await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('link', { name: 'Profile' }).click();
    await soon(() => page.getByLabel('First day of the week').inputValue()).toBe('6');
  });
});

test('an owner adds a channel, takes it away, and has it back', async ({ open }) => {
  const { page } = await open(PROFILE, { width: PHONE, as: await somebody() });
  const card = page.getByRole('region', { name: 'Channels' });
  await card.getByLabel('Address').fill('ftp://wrong');
  await card.getByRole('button', { name: 'Add a channel' }).click();
  await card.getByRole('alert').waitFor();
  await card.getByLabel('Address').fill('https://ella.example/blog');
  await page.keyboard.press('Enter');
  const link = card.getByRole('link', { name: 'ella.example/blog' });
  await link.waitFor();
  await card.getByRole('button', { name: 'Remove https://ella.example/blog' }).click();
  await link.waitFor({ state: 'hidden' });
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await link.waitFor();
});

test('a member reads the partner, and changes only what is their own', async ({ open }) => {
  const { page } = await open(PROFILE, { width: DESKTOP, as: await somebody('member') });
  await page.getByText('Only an owner can change this.').waitFor();
  const channels = page.getByRole('region', { name: 'Channels' });
  await channels.waitFor();
  expect(await channels.getByRole('button').count()).toBe(0);
  await page.getByLabel('Your name').fill('Max Member');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Saved').waitFor();
  await page.getByRole('button', { name: 'Account of Max Member' }).waitFor();
});

test('what is being typed outlives the session', async ({ open }) => {
  const email = await somebody();
  const { page } = await open(PROFILE, {
    width: PHONE,
    as: email,
    faults: [/\/auth\/v1\/token\?grant_type=refresh_token/],
  });
  const field = page.getByRole('region', { name: 'Channels' }).getByLabel('Address');
  await field.fill('https://typed.example/for-minutes');
  // The hour of the token is over, and the server has ended the session meanwhile.
  await sql`delete from auth.sessions s using auth.users u where u.id = s.user_id and u.email = ${email}`;
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.endsWith('-auth-token')) ?? '';
    const session = JSON.parse(localStorage.getItem(key) ?? '{}');
    localStorage.setItem(key, JSON.stringify({ ...session, expires_at: 1 }));
  });
  await field.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  expect(await dialog.getByLabel('E-mail').inputValue()).toBe(email);
  await dialog.getByLabel('Password').fill(stack.demoPassword);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  expect(await field.inputValue()).toBe('https://typed.example/for-minutes');
  await field.press('Enter');
  await page.getByRole('link', { name: 'typed.example/for-minutes' }).waitFor();
});

test.for([PHONE, DESKTOP])('the switcher leads from program to program at %i px', async (width, { open }) => {
  const { page } = await open(`/p/first-${suffix}/ella/home`, { width, as: await somebody() });
  await page.getByRole('button', { name: /^Account of/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Account' });
  await soon(() => dialog.getByRole('link', { name: /program/ }).count()).toBe(2);
  await dialog.getByRole('link', { name: /The second program/ }).click();
  await page.waitForURL(`**/p/second-${suffix}/ella/home`);
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('The second program').filter({ visible: true }).waitFor();
  // The portal opens next time where it was left.
  await page.goto('/');
  await page.waitForURL(`**/p/second-${suffix}/ella/home`);
});
