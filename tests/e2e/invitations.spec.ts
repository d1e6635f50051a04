import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { soon, test } from '../support/browser.ts';
import { addInvitation, addProgram, addStaff, addUser, freshSuffix, type Program } from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { mailedCode, mailedInvitation } from './mailbox.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const suffix = freshSuffix();
const owner = `team-owner-${suffix}@example.com`;
let program: Program;

beforeAll(async () => {
  program = await addProgram(sql, { slug: `team-${suffix}`, name: 'Harbour Teas' });
  await addStaff(sql, program, await addUser(sql, owner, stack.demoPassword), 'owner');
});

describe.each([PHONE, DESKTOP])('invitations at %i px', (width) => {
  test('by the form, the mail and the keyboard into the team', async ({ open }) => {
    const email = `ada-${freshSuffix()}@example.com`;
    const { page } = await open(`/b/${program.slug}/team`, { width, as: owner });
    await page.getByRole('button', { name: 'Invite', exact: true }).press('Enter');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Role', { exact: true }).selectOption('Finance');
    await page.keyboard.press('Tab');
    await page.getByLabel('E-mail').press('Enter');
    await page.getByText(`The invitation to ${email} is on its way`).waitFor();
    await page.getByRole('row').filter({ hasText: email }).getByText('Sent', { exact: true }).waitFor();

    // A second browser, of somebody without an account.
    const { page: hers } = await open(await mailedInvitation(email), { width });
    await hers.getByRole('heading', { name: 'You are invited' }).waitFor();
    expect(new URL(hers.url()).hash).toBe('');
    await hers.getByRole('button', { name: 'Send the code' }).press('Enter');
    const code = hers.getByLabel('Six-digit code');
    await code.waitFor();
    await code.fill(await mailedCode(email));
    await code.press('Enter');
    await hers.getByLabel('Your name').fill('Ada Brown');
    await hers.getByLabel('Your name').press('Enter');
    await soon(() => new URL(hers.url()).pathname).toBe(`/b/${program.slug}/overview`);
    expect(await hers.evaluate(() => sessionStorage.getItem('pp.invite'))).toBeNull();

    await page.reload();
    await page.getByRole('row').filter({ hasText: 'Ada Brown' }).getByRole('combobox').waitFor();
    await page.getByRole('button', { name: 'Remove Ada Brown' }).press('Enter');
    await page.getByRole('button', { name: 'Remove', exact: true }).press('Enter');
    await page.getByText('Ada Brown has no access any more').waitFor();
    // The next request already finds the door closed.
    await hers.goto(`/b/${program.slug}/conversions`);
    await hers.getByText('There is nothing here for you').waitFor();
  });
});

test('an invited partner makes one by keyboard and is at home', async ({ open }) => {
  const email = `maker-${suffix}@example.com`;
  await addUser(sql, email, stack.demoPassword);
  const id = await addInvitation(sql, email, { kind: 'partner', program });
  await sql`update public.invitations set partner_type = 'publisher', partner_name = 'Paper Lane' where id = ${id}`;
  const [row] = await sql<{ token: string }[]>`select private.new_token(${id}) as token`;
  const { page } = await open(`/invite#${row?.token}`, { width: PHONE, as: email });
  await page.getByLabel('Your name').fill('Pia Lane');
  expect(await page.getByLabel('Name of your channel or company').inputValue()).toBe('Paper Lane');
  await page.getByLabel('Country').selectOption('Portugal');
  await page.getByRole('button', { name: 'Join the program' }).press('Enter');
  await soon(() => new URL(page.url()).pathname).toBe(`/p/${program.slug}/paperlane/home`);
  await page.getByText('Harbour Teas').first().waitFor();
});

test('the only owner cannot go, and is told why', async ({ open }) => {
  const { page } = await open(`/b/${program.slug}/team`, { width: PHONE, as: owner });
  await page.getByText('You are the only owner').waitFor();
  expect(await page.getByRole('button', { name: 'Leave…' }).count()).toBe(0);
});

test('each link that no longer opens says why, and somebody else may sign out and go on', async ({ open }) => {
  const email = `late-${suffix}@example.com`;
  const id = await addInvitation(sql, email, { kind: 'staff', program, role: 'viewer' });
  const [row] = await sql<{ token: string }[]>`select private.new_token(${id}) as token`;
  const at = `/invite#${row?.token}`;
  const { page } = await open(at, { width: DESKTOP, as: owner });
  await page.getByRole('heading', { name: 'This invitation is for another address' }).waitFor();
  // Who signs out leaves the page, which then comes anew.
  const anew = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Sign out and go on' }).press('Enter');
  await anew;
  await page.getByText(`The invitation was sent to ${email}`).waitFor();
  const says = async (set: string, title: string) => {
    await sql.unsafe(`alter table public.invitations disable trigger guard_invitation;
      update public.invitations set ${set} where id = '${id}';
      alter table public.invitations enable trigger guard_invitation`);
    await page.goto('/sign-in');
    await page.goto(at);
    await page.getByRole('heading', { name: title }).waitFor();
  };
  await says('expires_at = now()', 'This invitation has expired');
  await says('revoked_at = now()', 'This invitation was revoked');
  await says('revoked_at = null, accepted_at = now()', 'This invitation has been used');
  await page.goto('/sign-in');
  await page.goto('/invite#nothing-of-the-kind');
  await page.getByRole('heading', { name: 'This link opens nothing' }).waitFor();
});
