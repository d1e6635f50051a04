import { describe, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { signIn, soon, test } from '../support/browser.ts';
import { freshSuffix } from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { codesTo, mailedCode } from './mailbox.ts';

/** Chromium logs every refusal that the page handles. */
const REFUSED = /\/auth\/v1\/(?:token|verify)/;

describe.each([PHONE, DESKTOP])('signing in at %i px', (width) => {
  test('by password, where Enter submits', async ({ open }) => {
    const { page } = await open('/', { width });
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn(page, stack.demoPartnerEmail);
    await page.waitForURL('**/p/lantern/mira/home');
    await page.getByRole('region', { name: 'Your link' }).waitFor();
    await soon(() => page.title()).toContain('Home');
  });

  test('a wrong password is told, and the address stays', async ({ open }) => {
    const { page } = await open('/sign-in', { width, faults: [REFUSED] });
    await signIn(page, stack.demoPartnerEmail, 'not-the-password');
    await page.getByRole('alert').getByText('E-mail and password do not match').waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe(stack.demoPartnerEmail);
  });

  test('by six digits from an e-mail, after a wrong try', async ({ open }) => {
    const email = 'mira.viewer@example.com';
    const before = (await codesTo(email)).length;
    const { page } = await open('/sign-in', { width, faults: [REFUSED] });
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send me a code by e-mail instead' }).click();
    expect(await page.getByLabel('E-mail').inputValue()).toBe(email);
    await page.getByRole('button', { name: 'Send the code' }).click();
    const field = page.getByLabel('Six-digit code');
    await soon(() => field.evaluate((input) => input === document.activeElement)).toBe(true);

    const code = await mailedCode(email, before + 1);
    await field.fill(code === '000000' ? '000001' : '000000');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('This code is wrong').waitFor();
    await field.fill(code);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/p/lantern/mira/home');
  });
});

test('empty fields are named and nothing is sent', async ({ open }) => {
  const { page } = await open('/sign-in');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Enter your e-mail address.').waitFor();
  await page.getByText('Enter your password.').waitFor();
});

test('an account that no program knows is told so, and can leave', async ({ open }) => {
  const email = `nobody-${freshSuffix()}@example.com`;
  const { page } = await open('/sign-in', { width: PHONE });
  await page.getByRole('button', { name: 'Send me a code by e-mail instead' }).click();
  await page.getByLabel('E-mail').fill(email);
  await page.keyboard.press('Enter');
  await page.getByLabel('Six-digit code').fill(await mailedCode(email));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/no-access');
  await page.getByRole('heading', { name: 'No access yet' }).waitFor();
  await page.getByText(email).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
});

test('a link into the portal leads there once signed in', async ({ open }) => {
  const { page } = await open('/p/lantern/mira/earnings?range=90d');
  await signIn(page, stack.demoPartnerEmail);
  await page.waitForURL('**/p/lantern/mira/earnings?range=90d');
});

test('a link that names another site as the way back is not followed', async ({ open }) => {
  const { page } = await open('/sign-in?next=https://elsewhere.example/p/');
  await signIn(page, stack.demoPartnerEmail);
  await page.waitForURL('**/p/lantern/mira/home');
});
