import postgres from 'postgres';
import { afterAll, beforeAll, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { soon, test } from '../support/browser.ts';
import { freshSuffix } from '../support/builders.ts';
import { png, pngChunk } from '../support/png.ts';
import { stack } from '../support/stack.ts';
import { buildZoneWorld, daysOf, type ZoneWorld } from '../support/zone-worlds.ts';
import { pressEnterOn, tabTo } from './keyboard.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
let world: ZoneWorld;
const emailOf = (actor: ZoneWorld['owner']): string => actor.user?.email ?? '';

/** A program of its own: what is changed here is nobody else's figure. */
beforeAll(async () => {
  world = await sql.begin((tx) => buildZoneWorld(tx, 'Europe/London', freshSuffix(), 30));
  await sql`update public.programs set name = 'Compass' where id = ${world.program.id}`;
  for (const { user } of [world.owner, world.finance])
    await sql`update auth.users set encrypted_password = extensions.crypt(${stack.demoPassword}, extensions.gen_salt('bf', 4))
      where id = ${user?.id ?? ''}`;
});
afterAll(() => sql.end());

const room = (name: string): string => `/b/${world.program.slug}/${name}`;

test('an owner saves by keyboard; the second of two is told, loses nothing, and the audit has both', async ({
  open,
}) => {
  const owner = { width: DESKTOP, as: emailOf(world.owner) };
  await sql`update public.program_staff set display_name = 'Ada' where email = ${emailOf(world.owner)}`;
  const first = await open(room('settings'), owner);
  const second = await open(room('settings'), { ...owner, faults: [/409/] });
  await second.page.getByLabel('Hold', { exact: true }).waitFor();
  const name = first.page.getByLabel('Program name');
  await tabTo(first.page, name);
  await name.fill('Compass & Sons');
  await pressEnterOn(first.page, first.page.getByRole('button', { name: 'Save changes' }));
  await first.page.getByRole('status').getByText('Saved', { exact: true }).waitFor();

  await second.page.getByLabel('Hold', { exact: true }).fill('7');
  await second.page.getByRole('button', { name: 'Save changes' }).click();
  await second.page.getByText('Somebody else has saved these settings').waitFor();
  await second.page.getByText('Theirs hold now: Program name.').waitFor();
  // What was typed is still here after another room.
  await second.page.getByRole('link', { name: 'Segments' }).click();
  await second.page.getByRole('heading', { name: 'Segments', level: 1 }).waitFor();
  await second.page.getByRole('link', { name: 'Settings' }).click();
  await soon(() => second.page.getByLabel('Hold', { exact: true }).inputValue()).toBe('7');
  await soon(() => second.page.getByLabel('Program name').inputValue()).toBe('Compass & Sons');
  await second.page.getByRole('button', { name: 'Save changes' }).click();
  await second.page.getByRole('status').getByText('Saved', { exact: true }).waitFor();

  await second.page.getByRole('link', { name: 'Audit', exact: true }).click();
  await second.page.getByText('Hold in days: 14 to 7').waitFor();
  await second.page.getByText('Name: Compass to Compass & Sons').waitFor();
  const changes = second.page.getByRole('list', { name: 'Changes' });
  await changes.getByText(emailOf(world.owner), { exact: true }).first().waitFor();
  await second.page.getByLabel('What', { exact: true }).selectOption('Segment');
  await second.page.getByText('Nothing matches these filters').waitFor();
  expect(new URL(second.page.url()).search).toBe('?kind=segment');
});

test('the time zone moves every day, with its progress, and any owner goes on with what was left', async ({ open }) => {
  const before = await daysOf(sql, world.program.id);
  const { page } = await open(room('settings'), {
    width: DESKTOP,
    as: emailOf(world.owner),
    faults: [/CONNECTION_ABORTED/],
  });
  await page.getByRole('button', { name: 'Change time zone' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change time zone' });
  await dialog.getByLabel('New time zone').selectOption('Asia/Tokyo');
  // The line goes after the first step's question: the dialog is closed over a change that is half counted.
  await page.route('**/rpc/step_zone_change', (route) => route.abort('connectionaborted'));
  await dialog.getByRole('button', { name: 'Change to Asia/Tokyo' }).click();
  await dialog.getByRole('button', { name: 'Try again' }).waitFor();
  await page.unroute('**/rpc/step_zone_change');
  expect(await daysOf(sql, world.program.id)).toEqual(before);
  await page.reload();
  await page.getByText('A change to Asia/Tokyo time is not finished').waitFor();
  await page.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('status').getByText('The program counts in Asia/Tokyo time now').waitFor();
  expect(await daysOf(sql, world.program.id)).not.toEqual(before);
  await soon(() => page.getByText('Asia/Tokyo').count()).toBeGreaterThan(0);
});

test('finance adds terms on a phone, and is told whose the audit is', async ({ open }) => {
  const { page } = await open(room('settings'), { width: PHONE, as: emailOf(world.finance) });
  await page.getByText('You can add commission rules.').waitFor();
  expect(await page.getByLabel('Program name').isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'New version Influencer' }).click();
  const dialog = page.getByRole('dialog', { name: 'New terms: Influencer' });
  await dialog.getByLabel('Share of the net order, in percent').fill('7.25');
  await dialog.getByRole('radio', { name: 'On a day' }).check();
  await dialog.getByLabel('First day').fill('2031-01-01');
  await dialog.getByText('Influencer: 7.25% of the net order, from 1 January 2031.').waitFor();
  await dialog.getByRole('button', { name: 'Add this version' }).click();
  await page.getByText('From 1 Jan 2031: 7.25% of the net order').first().waitFor();
  await page.goto(room('audit'));
  await page.getByText('Only owners see the audit').waitFor();
});

test('a logo is made small without its notes, dresses the sign-in page, and the one before goes', async ({ open }) => {
  const { page } = await open(room('settings'), { width: DESKTOP, as: emailOf(world.owner) });
  const note = pngChunk('tEXt', Buffer.from('Comment\0taken at home'));
  const send = async (shade: number) => {
    const answer = page.waitForResponse((response) => response.url().includes('upload-logo'));
    await page
      .getByLabel('Choose a picture')
      .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: png(900, 600, [note], shade) });
    const { logo_path: path }: { logo_path: string } = await (await answer).json();
    return `${stack.apiUrl}/storage/v1/object/public/brand/${path}`;
  };
  const first = await send(40);
  const bytes = Buffer.from(await (await fetch(first)).arrayBuffer());
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([384, 256]);
  expect(bytes.includes('taken at home')).toBe(false);
  const second = await send(200);
  expect((await fetch(second)).status).toBe(200);
  await soon(async () => (await fetch(first)).ok).toBe(false);

  await sql`update public.programs set color = '#ffd400' where id = ${world.program.id}`;
  const visitor = await open(`/sign-in?next=${encodeURIComponent(`/p/${world.program.slug}/zone0/home`)}`, {
    width: PHONE,
    theme: 'dark',
  });
  await visitor.page.getByText(/^Compass/).waitFor();
  expect(await visitor.page.locator('main img').getAttribute('src')).toBe(second);
  // Yellow is readable on dark ground as it is, and darker on light.
  const accent = () =>
    visitor.page.evaluate(() => document.documentElement.style.getPropertyValue('--accent').toLowerCase());
  await soon(accent).toMatch(/^#f/);
});
