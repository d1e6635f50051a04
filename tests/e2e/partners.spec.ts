import type { Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { soon, test } from '../support/browser.ts';
import { addPartner, addPartnership, addProgram, addStaff, addUser, freshSuffix } from '../support/builders.ts';
import { stack } from '../support/stack.ts';
import { chooseByArrows, pressEnterOn, tabTo } from './keyboard.ts';
import { minorOf, savedCsv } from './saved-csv.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const MANAGER = { as: 'manager@lantern.example.com', width: DESKTOP };
const ROOM = '/b/lantern/partners';

/** A program of its own: whoever is paused here is missing in no count of the demo. */
const suffix = freshSuffix();
const HOST = `host-${suffix}@example.com`;

beforeAll(async () => {
  const program = await addProgram(sql, { slug: `meadow-${suffix}` });
  await addStaff(sql, program, await addUser(sql, HOST, stack.demoPassword), 'manager');
  for (const [name, code] of [
    ['Thrift & Thistle', 'THISTLE'],
    ['Clover Lane', 'CLOVER'],
  ] as const)
    await addPartnership(sql, program, await addPartner(sql, name, 'affiliate'), { code });
});

const rowsOf = (page: Page) => page.getByRole('table', { name: 'All partners' }).getByRole('rowheader');

async function tagged(tag: string): Promise<number> {
  const [row] = await sql<
    { n: number }[]
  >`select count(*)::integer as n from public.partnerships where ${tag} = any (tags)`;
  return row?.n ?? Number.NaN;
}

test('by keyboard: narrowed to gold publishers, all of them get a tag, and lose it by undo', async ({ open }) => {
  const tag = `seen-${crypto.randomUUID().slice(0, 8)}`;
  const [due] = await sql<{ n: number }[]>`
    select count(*)::integer as n from public.partnerships p join public.programs g on g.id = p.program_id
    where g.slug = 'lantern' and p.partner_type = 'publisher' and p.tier = 'gold'`;
  const { page } = await open(ROOM, MANAGER);
  await chooseByArrows(page, page.getByRole('combobox', { name: 'Type' }), 'Publisher');
  await chooseByArrows(page, page.getByRole('combobox', { name: 'Tier' }), 'gold');
  await soon(() => page.getByText(new RegExp(`^${due?.n} partners?$`)).count()).toBe(1);
  await soon(() => rowsOf(page).count()).toBe(due?.n);
  await pressEnterOn(
    page,
    page
      .getByRole('button', { name: `Choose all ${due?.n} that match` })
      .or(page.getByRole('button', { name: /^Choose the \d+ shown$/ }))
      .first(),
  );
  await pressEnterOn(page, page.getByRole('button', { name: 'Add tags' }));
  await tabTo(page, page.getByRole('dialog').getByLabel('Tags'));
  await page.keyboard.type(tag);
  await page.keyboard.press('Enter');
  await page.getByText(`${due?.n} partners changed.`).waitFor();
  expect(await tagged(tag)).toBe(due?.n);
  await pressEnterOn(page, page.getByRole('button', { name: 'Undo' }));
  await page.getByText(`${due?.n} partners are as before.`).waitFor();
  expect(await tagged(tag)).toBe(0);
});

test('the CSV is the list: its order, its columns, every row, and figures that sum to the rollup', async ({ open }) => {
  const { page } = await open(`${ROOM}?sort=earnings&span=2025`, MANAGER);
  await page.getByRole('button', { name: 'CSV' }).click();
  const file = await savedCsv(page, async () => await page.getByRole('button', { name: 'Save CSV' }).click());
  const [due] = await sql<{ n: number; earned: string }[]>`
    select count(*)::integer as n, coalesce(sum(s.accrued_minor), 0)::text as earned from public.partnerships p
    join public.programs g on g.id = p.program_id and g.slug = 'lantern'
    left join private.partner_standings s on s.partnership_id = p.id and s.span = 2025`;
  expect(file.rows).toHaveLength(due?.n ?? -1);
  expect(file.columns).toContain('Earnings in GBP');
  const earned = file.rows.map((row) => minorOf(row['Earnings in GBP'] ?? ''));
  expect(earned.reduce((sum, one) => sum + one, 0n)).toBe(BigInt(due?.earned ?? -1));
  expect([...earned].sort((one, other) => Number(other - one))).toEqual(earned);
  expect(file.name).toContain('Europe');
});

test('on a phone: found by a part of the name, the partner’s page pauses and undoes with its reason', async ({
  open,
}) => {
  const { page } = await open(`/b/meadow-${suffix}/partners`, { as: HOST, width: PHONE });
  await page.getByRole('link', { name: 'Clover Lane' }).waitFor();
  await page.getByRole('searchbox', { name: 'Name or code' }).fill('thist');
  await page.getByRole('link', { name: 'Clover Lane' }).waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'Thrift & Thistle' }).click();
  await page.getByRole('heading', { name: 'Thrift & Thistle', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Pause (1)' }).click();
  await dialog.getByText('Say why; the partner reads it.').waitFor();
  await dialog.getByLabel('Reason').fill('Coupons that were not ours');
  await dialog.getByRole('button', { name: 'Pause (1)' }).click();
  const standing = page.getByRole('region', { name: 'Status' });
  await standing.getByText('Coupons that were not ours').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await standing.getByText('Active').waitFor();
  await page
    .getByRole('region', { name: 'What happened' })
    .getByText('A change was undone: Active again')
    .first()
    .waitFor();
});

test('a file of invitations is judged line by line before anything is sent', async ({ open }) => {
  const { page } = await open(ROOM, MANAGER);
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('radio', { name: 'Many by CSV' }).check();
  const fresh = `ida-${crypto.randomUUID().slice(0, 8)}@garten.example`;
  await page.getByLabel('CSV file').setInputFiles({
    name: 'partners.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`email,type,name\n${fresh},publisher,Haus & Garten\nnobody,publisher,\n${fresh},app,\n`),
  });
  await page.getByText('1 line can be invited.').waitFor();
  await page.getByText('Line 3, nobody: This is no e-mail address.').waitFor();
  await page.getByText(`Line 4, ${fresh}: This address stands twice.`).waitFor();
  expect(await sql`select 1 from public.invitations where email = ${fresh}`).toHaveLength(0);
  await page.getByRole('button', { name: 'Invite 1 partner' }).click();
  const waiting = page.getByRole('region', { name: 'Open invitations' });
  await waiting.getByText('Haus & Garten').waitFor();
  await waiting.getByRole('button', { name: `Revoke ${fresh}` }).click();
  await page.getByText(`The invitation of ${fresh} is revoked.`).waitFor();
});
