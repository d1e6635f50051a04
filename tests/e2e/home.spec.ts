import { readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { afterAll, describe, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { soon, test } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { isFocused } from './keyboard.ts';
import { pounds } from './money-text.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const HOME = '/p/lantern/mira/home';
const MIRA = stack.demoPartnerEmail;

/** From the lines themselves, not from what the screens read. */
async function moneyOfMira() {
  const [sums] = await sql<{ available: string; pending: string; month: string; clicks: string; link: string }[]>`
    with place as (
      select s.id, p.id as program_id, (now() at time zone p.time_zone)::date as today, p.time_zone
      from public.partnerships s join public.programs p on p.id = s.program_id
      where p.slug = 'lantern' and s.code = 'MIRA'
    )
    select
      (select coalesce(sum(l.amount_minor), 0) from public.commission_lines l
        where l.partnership_id = place.id and l.final_on <= place.today) as available,
      (select coalesce(sum(l.amount_minor), 0) from public.commission_lines l
        where l.partnership_id = place.id and l.final_on > place.today) as pending,
      (select coalesce(sum(l.amount_minor), 0) from public.commission_lines l
        where l.partnership_id = place.id and l.accrual_day between date_trunc('month', place.today) and place.today) as month,
      (select count(*) from public.clicks c join public.links k on k.id = c.link_id
        where k.partnership_id = place.id
          and (c.clicked_at at time zone place.time_zone)::date > place.today - 7) as clicks
    from place`;
  if (sums === undefined) throw new Error('the demo has no MIRA');
  return sums;
}

describe.each([PHONE, DESKTOP])('home at %i px', (width) => {
  test('shows to the penny what the lines add up to', async ({ open }) => {
    const sums = await moneyOfMira();
    const { page } = await open(HOME, { width, as: MIRA });
    await page.getByRole('region', { name: 'Your link' }).waitFor();
    const shown = (await page.getByRole('main').textContent()) ?? '';
    expect(shown).toContain(`Available${pounds(sums.available)}`);
    expect(shown).toContain(`Pending${pounds(sums.pending)}`);
    expect(shown).toMatch(new RegExp(`\\d+ days?${pounds(sums.month).replace('.', '\\.')}`));
    expect(shown).toContain(`${Number(sums.clicks).toLocaleString('en-GB')} clicks in 7 days`);
    expect(shown).toMatch(/London time, GBP, as of \d\d:\d\d/);
  });

  test('copies the link and says so', async ({ open }) => {
    const { page } = await open(HOME, { width, as: MIRA });
    await page.getByRole('region', { name: 'Your link' }).getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('status').getByText('Copied to the clipboard').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/functions\/v1\/go\/mira$/);
  });

  test('shows the link as a QR code, and gives the focus back', async ({ open }) => {
    const { page } = await open(HOME, { width, as: MIRA });
    const opener = page.getByRole('button', { name: 'QR code' });
    await opener.click();
    const dialog = page.getByRole('dialog', { name: 'QR code of your link' });
    await dialog.getByRole('img', { name: /^QR code that leads to http.+\/go\/mira$/ }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save as SVG' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/mira.*\.svg$/i);
    expect(await readFile(await download.path(), 'utf8')).toMatch(/^<svg /);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await soon(() => isFocused(opener)).toBe(true);
  });
});

test('shares the link where the device can', async ({ open }) => {
  const { page, context } = await open('about:blank', { width: PHONE, as: MIRA });
  await context.addInitScript(() => {
    navigator.share = async (what) => {
      document.title = `shared ${what?.url}`;
    };
  });
  await page.goto(HOME);
  await page.getByRole('button', { name: 'Share' }).click();
  await soon(() => page.title()).toMatch(/^shared http.+\/functions\/v1\/go\/mira$/);
});

test('the last good figures stay readable without a network', async ({ open }) => {
  const { page, context } = await open(HOME, { width: PHONE, as: MIRA, faults: [/ERR_INTERNET_DISCONNECTED/] });
  await page.getByRole('region', { name: 'Your link' }).waitFor();
  // Once there is nothing better to do, the other rooms are fetched: they open without a line.
  const room = await page.waitForFunction(
    () => performance.getEntriesByType('resource').find(({ name }) => /earnings-page.*\.js$/.test(name))?.name,
  );
  // As a text, which the test runner leaves alone. It is there once all that it needs is.
  await page.evaluate(`import(${JSON.stringify(await room.jsonValue())})`);
  const before = await page
    .getByText(/^£[\d,]+\.\d\d$/)
    .first()
    .textContent();
  await context.setOffline(true);
  const notice = page.getByText(/You are offline. This is what was known at \d\d:\d\d/);
  await notice.waitFor();
  expect(
    await page
      .getByText(/^£[\d,]+\.\d\d$/)
      .first()
      .textContent(),
  ).toBe(before);
  await page.getByRole('link', { name: 'Earnings' }).click();
  await page.getByText('The portal cannot be reached').waitFor();
  await page.getByRole('link', { name: 'Home' }).click();
  await notice.waitFor();
  await context.setOffline(false);
  await notice.waitFor({ state: 'hidden' });
});

test('what comes by itself takes no room down when it does not', async ({ open }) => {
  const { page, context } = await open('about:blank', { width: PHONE, as: MIRA, faults: [/ERR_FAILED/] });
  let asked = 0;
  await context.route(/inbox-watch.*\.js$/, async (route) => {
    asked += 1;
    await route.abort();
  });
  await page.goto(HOME);
  await soon(() => asked).toBe(1);
  // By now a room that is taken down would be.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  await page.getByRole('region', { name: 'Your link' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});
