import postgres from 'postgres';
import { afterAll, beforeAll, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { soon, test } from '../support/browser.ts';
import { addPartner, addPartnership, addProgram, addStaff, addUser, freshSuffix } from '../support/builders.ts';
import { addPromotion } from '../support/promotion-builders.ts';
import { stack } from '../support/stack.ts';
import { pressEnterOn, tabTo } from './keyboard.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

/** A program of its own, whose acts and visits nobody else makes. */
const suffix = freshSuffix();
const slug = `orchard-${suffix}`;
const OWNER = `orchard-owner-${suffix}@example.com`;
const MANAGER = `orchard-manager-${suffix}@example.com`;
let partnership = '';

beforeAll(async () => {
  const program = await addProgram(sql, { slug });
  await addStaff(sql, program, await addUser(sql, OWNER, stack.demoPassword), 'owner');
  await addStaff(sql, program, await addUser(sql, MANAGER, stack.demoPassword), 'manager');
  partnership = (
    await addPartnership(sql, program, await addPartner(sql, 'Quince & Co', 'affiliate'), { code: 'QUINCE' })
  ).id;
  await addPartnership(sql, program, await addPartner(sql, 'Medlar', 'affiliate'), { code: 'MEDLAR' });
  await addPromotion(sql, program, { name: 'Harvest' });
  await sql`
    insert into public.uncounted_visits (program_id, day, kind, visits)
    select ${program.id}, current_date - 1, k.kind, k.visits from (values ('bot', 1200), ('prefetch', 3)) k (kind, visits)`;
});

const at = (page: string) => `/b/${slug}/${page}`;

test('by keyboard: an owner finds who did what to a partner, there and in the audit; a manager is not told', async ({
  open,
}) => {
  const manager = await open(at(`partners/${partnership}`), { as: MANAGER, width: DESKTOP });
  await manager.page.getByRole('region', { name: 'What this partner sees now' }).getByText('Harvest').waitFor();
  await pressEnterOn(manager.page, manager.page.getByRole('button', { name: 'Set tier' }));
  await tabTo(manager.page, manager.page.getByRole('dialog').getByLabel('Tier'));
  await manager.page.keyboard.type('gold');
  await manager.page.keyboard.press('Enter');
  await manager.page.getByText('1 partner changed.').first().waitFor();
  expect(await manager.page.getByRole('region', { name: 'What your team did' }).count()).toBe(0);

  const { page } = await open(at(`partners/${partnership}`), { as: OWNER, width: PHONE, theme: 'dark' });
  const acts = page.getByRole('region', { name: 'What your team did' });
  await acts.getByText('Tier: nothing to gold').waitFor();
  await acts.getByText(MANAGER, { exact: false }).first().waitFor();
  await pressEnterOn(page, acts.getByRole('link', { name: 'All acts about this partner' }));
  await page.getByText('Only acts about Quince & Co are shown.').waitFor();
  const entries = page.getByRole('list', { name: 'Changes' }).getByRole('listitem');
  await soon(() => entries.count()).toBe(1);
  await pressEnterOn(page, page.getByRole('button', { name: 'Clear filters' }));
  await soon(() => new URL(page.url()).search).toBe('');
});

test('the overview says how many visits are not counted, and why', async ({ open }) => {
  const { page } = await open(at('overview'), { as: MANAGER, width: PHONE, theme: 'dark' });
  const line = page.getByText('0 clicks · 1,203 visits not counted');
  await tabTo(page, line);
  await page.keyboard.press('Enter');
  await page.getByText('by bots and other programs').waitFor();
  await page.getByText('1,200', { exact: true }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE);
});
