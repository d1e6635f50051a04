import { readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { soon, test } from '../support/browser.ts';
import { addMember, addPartner, addPartnership, addProgram, addUser, freshSuffix } from '../support/builders.ts';
import { stack } from '../support/stack.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const LINKS = '/p/lantern/mira/links';
const OWNER = stack.demoPartnerEmail;

/** A program of its own: what is made and visited here is in no figure of the demo. */
const suffix = freshSuffix();
const OWN = `/p/own-${suffix}/luna/links`;
const LUNA = `luna-${suffix}@example.com`;
const SHOP = 'www.shop.example';

beforeAll(async () => {
  const program = await addProgram(sql, { slug: `own-${suffix}`, site: `https://${SHOP}/` });
  const partner = await addPartner(sql, 'Luna Bright');
  await addPartnership(sql, program, partner, { code: 'LUNA' });
  await addMember(sql, partner, await addUser(sql, LUNA, stack.demoPassword), 'owner');
});
const BROWSER =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1';

/** Through the link as somebody's phone does. */
async function visit(address: string): Promise<string> {
  const response = await fetch(address, { redirect: 'manual', headers: { 'user-agent': BROWSER } });
  expect(response.status).toBe(302);
  return response.headers.get('location') ?? '';
}

describe.each([PHONE, DESKTOP])('links at %i px', (width) => {
  test('a new link is made, copied, visited and counted, renamed, archived and taken back', async ({ open }) => {
    const name = `Story ${width}`;
    const { page } = await open(OWN, { width, as: LUNA });
    await page.getByRole('button', { name: 'New link' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Leads to').fill('https://elsewhere.example/');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    await dialog.getByText(`A link can lead to ${SHOP} only.`).waitFor();
    // A bare host is enough.
    await dialog.getByLabel('Leads to').fill(`${SHOP}/sale?x=1`);
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    await dialog.getByText('Your link is ready').waitFor();
    await dialog.getByRole('button', { name: 'Copy' }).click();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    expect(address).toMatch(/\/functions\/v1\/go\/[a-z2-9]{8}$/);
    await dialog.getByRole('button', { name: 'Done' }).click();

    const code = address.slice(-8);
    expect(await visit(address)).toMatch(
      new RegExp(`^https://www\\.shop\\.example/sale\\?x=1&via=${code}&click_id=[0-9a-f-]{36}$`),
    );
    await page.reload();
    const row = page.getByRole('row', { name: new RegExp(name) });
    await soon(() => row.getByRole('cell').first().textContent()).toBe('1');

    await row.getByRole('button', { name: `Change ${name}` }).click();
    await dialog.getByLabel('Name').fill(`${name}, told again`);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('Link changed').waitFor();
    await page.getByRole('button', { name: `Archive ${name}, told again` }).click();
    await row.waitFor({ state: 'hidden' });
    expect(await visit(address)).toBe(`https://${SHOP}/`);
    await page.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
    expect(await visit(address)).toContain(`via=${code}`);
  });
});

test('the CSV holds the list as it stands', async ({ open }) => {
  const { page } = await open(`${LINKS}?range=90d`, { width: DESKTOP, as: OWNER });
  await page.getByRole('button', { name: 'CSV' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'Save CSV' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  const [kept] = await sql<{ clicks: string }[]>`
    select sum(s.clicks) as clicks
    from public.partnership_day_sources s
    join public.links l on l.id = s.link_id and l.is_default
    join public.partnerships p on p.id = s.partnership_id and p.code = 'MIRA'
    join public.programs g on g.id = p.program_id
    where s.day > (now() at time zone g.time_zone)::date - 90`;
  expect(text).toMatch(/^\ufeffLink,Address,Leads to,Clicks,Orders,Sales \(GBP\),Earned \(GBP\)/);
  expect(text).toMatch(new RegExp(`Your default link,http[^,]+/go/mira,https://[^,]+,${kept?.clicks},`));
});

test('a viewer copies links and changes none', async ({ open }) => {
  const { page } = await open(LINKS, { width: DESKTOP, as: 'mira.viewer@example.com' });
  await page.getByRole('button', { name: 'Copy' }).first().waitFor();
  expect(await page.getByRole('button', { name: 'New link' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: /^(Change|Archive) / }).count()).toBe(0);
});

test('without a line the form keeps what was typed, and one link comes of two tries', async ({ open }) => {
  const { page, context } = await open(OWN, { width: PHONE, as: LUNA, faults: [/ERR_INTERNET_DISCONNECTED/] });
  await page.getByRole('button', { name: 'New link' }).click();
  const dialog = page.getByRole('dialog');
  const name = `Made on a train ${suffix}`;
  await dialog.getByLabel('Name').fill(name);
  await context.setOffline(true);
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await dialog.getByRole('alert').waitFor();
  await context.setOffline(false);
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await dialog.getByText('Your link is ready').waitFor();
  const made = await sql`select 1 from public.links where name = ${name}`;
  expect(made).toHaveLength(1);
});
