import type { Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { soon, test } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { chooseByArrows, isFocused, pressEnterOn, tabTo } from './keyboard.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const OWNER = { as: stack.demoBrandEmail, width: DESKTOP };
const NEW = '/b/lantern/segments/new';

const fresh = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;
const counted = (page: Page) => page.getByRole('region', { name: 'Partners in it now' });

/** Everything that a test has made, whatever became of it. */
async function forget(name: string): Promise<void> {
  await sql`delete from private.segment_uses u using public.segments s where s.id = u.segment_id and s.name = ${name}`;
  await sql`delete from public.segments where name = ${name}`;
}

/** What is in the program at this moment, asked for by hand and not by the rule's compiler. */
async function quietPublishersInGermany(): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::integer as n from public.partnerships p join public.partners k on k.id = p.partner_id
    join public.programs g on g.id = p.program_id and g.slug = 'lantern'
    where p.status = 'active' and k.type = 'publisher' and k.country = 'DE' and not exists (
      select 1 from public.conversions c where c.partnership_id = p.id and c.status <> 'rejected'
        and (c.occurred_at at time zone 'Europe/London')::date > (now() at time zone 'Europe/London')::date - 28)`;
  return row?.n ?? Number.NaN;
}

async function chooseValue(page: Page, button: string, value: RegExp): Promise<void> {
  await pressEnterOn(page, page.getByRole('button', { name: button }));
  await tabTo(page, page.getByRole('checkbox', { name: value }));
  await page.keyboard.press('Space');
  await pressEnterOn(page, page.getByRole('button', { name: 'Done' }));
}

/** Adds a condition to the whole rule; its field has the focus, and takes what is typed. */
async function addCondition(page: Page, at: number, field: string): Promise<void> {
  await pressEnterOn(page, page.getByRole('button', { name: 'Add a condition to: The whole rule' }));
  const chosen = page.getByRole('group', { name: `Condition ${at}` }).getByLabel('What is looked at');
  await soon(() => isFocused(chosen)).toBe(true);
  await chooseByArrows(page, chosen, field);
}

test('by keyboard alone: publishers in Germany with no sale in 28 days, counted, explained, saved', async ({
  open,
}) => {
  const name = fresh('Quiet publishers');
  const due = await quietPublishersInGermany();
  expect(due).toBeGreaterThan(0);
  const { page } = await open(NEW, OWNER);
  await tabTo(page, page.getByLabel('Name', { exact: true }));
  await page.keyboard.type(name);
  await addCondition(page, 1, 'Type');
  await chooseValue(page, 'Type: Choose', /^Publisher/);
  await addCondition(page, 2, 'Country');
  await chooseValue(page, 'Country: Choose', /^Germany/);
  await addCondition(page, 3, 'Conversions');
  await page.getByText('Publishers in Germany, with no conversion in the last 28 days').waitFor();
  await soon(() => counted(page).getByRole('strong').textContent()).toBe(String(due));

  await pressEnterOn(page, page.getByRole('button', { name: 'Choose a partner' }));
  await tabTo(page, page.getByLabel('Name or code of a partner'));
  await page.keyboard.type('wohnlicht');
  await pressEnterOn(page, page.getByRole('button', { name: /^Wohnlicht Magazin/ }));
  await page.getByText('Wohnlicht Magazin is not in it').waitFor();
  const reasons = page.getByRole('region', { name: 'Why is a partner in or not?' });
  await soon(() => reasons.getByText('holds:', { exact: false }).count()).toBeGreaterThan(1);
  await reasons.getByText(/^really: \d+$/).waitFor();

  await pressEnterOn(page, page.getByRole('button', { name: 'Save segment' }));
  await page.waitForURL(/segments\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { name }).waitFor();
  const [saved] = await sql<{ revision: number }[]>`select revision from public.segments where name = ${name}`;
  expect(saved?.revision).toBe(1);
  await forget(name);
});

test('parts are moved into groups and taken away by keyboard, and the focus stays with them', async ({ open }) => {
  const { page } = await open(NEW, OWNER);
  await addCondition(page, 1, 'Time');
  await pressEnterOn(page, page.getByRole('button', { name: 'Add a group to: The whole rule' }));
  await soon(() => isFocused(page.getByRole('group', { name: 'Condition 2.1' }).getByLabel('What is looked at'))).toBe(
    true,
  );
  await pressEnterOn(page, page.getByRole('button', { name: 'Move Condition 1 down' }));
  const moved = page.getByRole('group', { name: 'Condition 1.1' });
  await soon(() => moved.getByLabel('What is looked at').inputValue()).toBe('tenure');
  await soon(() => isFocused(moved.getByRole('button', { name: 'Move Condition 1.1 down' }))).toBe(true);
  await pressEnterOn(page, page.getByRole('button', { name: 'Remove group 1' }));
  await soon(() => isFocused(page.getByRole('button', { name: 'Add a condition to: The whole rule' }))).toBe(true);
  await page.getByText('Without a condition everybody is in it.').waitFor();
});

test('what is used says where, is changed knowingly, and cannot be deleted; unused it goes, and comes back', async ({
  open,
}) => {
  const name = fresh('In use');
  const [made] = await sql<{ id: string; program_id: string }[]>`
    insert into public.segments (program_id, name, rule)
    select id, ${name}, '{"combinator": "and", "not": false, "rules": [{"field": "tenure", "operator": ">=", "value": 1}]}'
    from public.programs where slug = 'lantern' returning id, program_id`;
  await sql`
    insert into private.segment_uses (segment_id, kind, object_id, program_id, label)
    values (${made?.id ?? ''}, 'promotion', gen_random_uuid(), ${made?.program_id ?? ''}, 'Lights of winter')`;
  const { page } = await open(`/b/lantern/segments/${made?.id}`, OWNER);
  await page.getByText('Promotion: Lights of winter').first().waitFor();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'This segment is in use' })
    .getByRole('button', { name: 'Close' })
    .last()
    .click();

  await page.getByLabel('Days since joining').fill('100000');
  await page.getByRole('button', { name: 'Save segment' }).click();
  const asked = page.getByRole('dialog', { name: 'Change who sees these?' });
  await asked.getByText('At present 120 active partners are in it; with this change 0.').waitFor();
  await asked.getByRole('button', { name: 'Save for 0' }).click();
  await page.getByText('Revision 2').waitFor();

  await sql`delete from private.segment_uses where segment_id = ${made?.id ?? ''}`;
  await page.reload();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Delete segment' }).click();
  await page.waitForURL(/segments$/);
  await soon(() => page.getByRole('rowheader').filter({ hasText: name }).count()).toBe(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await page.getByRole('rowheader').filter({ hasText: name }).waitFor();
  await forget(name);
});

test('two people edit one segment: the second is told, and loses nothing', async ({ open }) => {
  const name = fresh('Of two');
  const [made] = await sql<{ id: string }[]>`
    insert into public.segments (program_id, name, rule)
    select id, ${name}, '{"combinator": "and", "not": false, "rules": []}' from public.programs where slug = 'lantern' returning id`;
  const { page } = await open(`/b/lantern/segments/${made?.id}`, { ...OWNER, faults: [/409/] });
  await page.getByLabel('Name', { exact: true }).fill(`${name} mine`);
  await sql`update public.segments set name = ${`${name} theirs`} where id = ${made?.id ?? ''}`;
  await page.getByRole('button', { name: 'Save segment' }).click();
  await page.getByText('Somebody else saved this segment while you were editing').waitFor();
  await soon(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe(`${name} mine`);
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await soon(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe(`${name} theirs`);
  await page.getByRole('button', { name: 'Back to mine' }).click();
  await page.getByRole('button', { name: 'Save mine over it' }).click();
  await page.getByRole('heading', { name: `${name} mine` }).waitFor();

  // What is not saved stays over a visit to another room.
  await page.getByLabel('Name', { exact: true }).fill(`${name} later`);
  await page.goto('/b/lantern/segments');
  await page.goto(`/b/lantern/segments/${made?.id}`);
  await page.getByText('Your unsaved changes are back').waitFor();
  await soon(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe(`${name} later`);
  await sql`delete from public.segments where id = ${made?.id ?? ''}`;
});

test('on a phone the bottom bar holds five, and the rest stands under More', async ({ open }) => {
  const { page } = await open('/b/lantern/overview', { as: stack.demoBrandEmail, width: PHONE });
  const bar = page.getByRole('navigation', { name: 'Main' }).filter({ visible: true });
  await bar.getByRole('link', { name: 'Overview' }).waitFor();
  expect(await bar.locator('> a, > button').count()).toBeLessThanOrEqual(5);
  await bar.getByRole('button', { name: 'More' }).click();
  await page.getByRole('dialog', { name: 'More' }).getByRole('link', { name: 'Settings' }).click();
  await page.waitForURL(/settings$/);
});
