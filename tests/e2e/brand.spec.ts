import postgres from 'postgres';
import { afterAll, describe, expect } from 'vitest';
import { DESKTOP, PHONE } from '../../scripts/browse/visitor.ts';
import { signIn, soon, test } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { chooseByArrows, isFocused, pressEnterOn, tabTo } from './keyboard.ts';
import { pounds } from './money-text.ts';
import { savedCsv } from './saved-csv.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const OVERVIEW = '/b/lantern/overview';
const OWNER = stack.demoBrandEmail;

test('by keyboard alone: overview, conversions, what is held, one story, and back', async ({ open }) => {
  const { page } = await open('/');
  await tabTo(page, page.getByLabel('E-mail'));
  await page.keyboard.type(OWNER);
  await page.keyboard.press('Tab');
  await page.keyboard.type(stack.demoPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${OVERVIEW}`);
  await page.getByRole('region', { name: 'Top partners this month' }).waitFor();

  await pressEnterOn(page, page.getByRole('link', { name: 'Conversions' }));
  const heading = page.getByRole('heading', { name: 'Conversions', exact: true });
  await soon(() => isFocused(heading)).toBe(true);
  await chooseByArrows(page, page.getByLabel('Fate'), 'Held');
  await page.waitForURL(/status=held/);
  const events = page.getByRole('region', { name: 'Events' });
  await events.getByText('402 events').waitFor();
  await soon(() => events.getByText('Applied').filter({ visible: true }).count()).toBe(0);

  const story = events.getByRole('rowheader').first().getByRole('link');
  const id = await story.textContent();
  await pressEnterOn(page, story);
  await page.waitForURL(/conversions\/[0-9a-f-]{36}$/);
  const title = page.getByRole('heading', { name: `Return ${id}` });
  await title.waitFor();
  await page.getByText(/^Line [\d,]+ of demo-orders\.csv, imported/).waitFor();
  expect(await page.title()).toContain(`Return ${id}`);
  await pressEnterOn(page, page.getByRole('main').getByRole('link', { name: 'Conversions' }));
  await page.waitForURL(/status=held/);
});

describe.each([PHONE, DESKTOP])('overview at %i px', (width) => {
  test('shows to the penny what conversions and lines add up to', async ({ open }) => {
    const [sums] = await sql<{ revenue: string; commission: string; held: string }[]>`
      with place as (
        select id, (now() at time zone time_zone)::date as today from public.programs where slug = 'lantern'
      ), days as (select id, today - 27 as first, today as last from place)
      select
        (select coalesce(sum(c.amount_minor), 0) from public.conversions c
          where c.program_id = days.id and c.partnership_id is not null and c.accrual_day between first and last)
        + (select coalesce(sum(a.amount_minor), 0) from public.adjustments a
          where a.program_id = days.id and a.partnership_id is not null and a.accrual_day between first and last)
          as revenue,
        (select coalesce(sum(l.amount_minor), 0) from public.commission_lines l
          where l.program_id = days.id and l.accrual_day between first and last) as commission,
        (select count(*) from public.conversion_events e where e.program_id = days.id and e.status = 'held') as held
      from days`;
    const { page } = await open(OVERVIEW, { width, as: OWNER });
    await page.getByRole('region', { name: 'Needs you' }).waitFor();
    const shown = (await page.getByRole('main').textContent()) ?? '';
    expect(shown).toContain(`Partner revenue${pounds(sums?.revenue ?? 0)}`);
    expect(shown).toContain(`Commission${pounds(sums?.commission ?? 0)}`);
    expect(shown).toContain(`${sums?.held} events held`);
  });

  test('the way from what is held leads to exactly those', async ({ open }) => {
    const { page } = await open(OVERVIEW, { width, as: OWNER });
    await page.getByRole('link', { name: 'Review: Return without customer or order' }).click();
    await page.waitForURL(/status=held.*reason=no_customer|reason=no_customer.*status=held/);
    const events = page.getByRole('region', { name: 'Events' });
    await events.getByText('182 events').waitFor();
    await events.getByText('-£285,470.40 in all').waitFor();
    await page.reload();
    await events.getByText('182 events').waitFor();
  });

  test('the file of events holds every one of the filter', async ({ open }) => {
    const { page } = await open('/b/lantern/conversions?status=held', { width, as: OWNER });
    const events = page.getByRole('region', { name: 'Events' });
    await events.getByText('402 events').waitFor();
    await events.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export events' });
    const file = await savedCsv(page, () => dialog.getByRole('button', { name: 'Save CSV' }).click());
    expect(file.rows.length).toBe(402);
    expect(new Set(file.rows.map((row) => row.Fate))).toEqual(new Set(['Held']));
  });
});

test('one order is found by its number, and its story ends in its commission', async ({ open }) => {
  const [order] = await sql<{ external_id: string; amount: string; name: string }[]>`
    select e.external_id, l.amount_minor as amount, s.partner_name as name
    from public.commission_lines l
    join public.conversions c on c.id = l.conversion_id
    join public.conversion_events e on e.id = c.event_id
    join public.partnerships s on s.id = l.partnership_id
    join public.programs p on p.id = l.program_id
    where p.slug = 'lantern' and l.kind = 'commission' and c.refunded_minor = 0
    order by l.occurred_at desc limit 1`;
  if (order === undefined) throw new Error('the demo has no commission');
  const { page } = await open('/b/lantern/conversions', { width: PHONE, as: OWNER });
  await page.getByRole('searchbox', { name: 'Event or order begins with' }).fill(order.external_id);
  await page.keyboard.press('Enter');
  await page.waitForURL(/search=|q=/);
  await page.getByRole('rowheader').getByRole('link', { name: order.external_id, exact: true }).click();
  await page.getByRole('heading', { name: `Sale ${order.external_id}` }).waitFor();
  await page.getByText(`Credited to ${order.name}`).waitFor();
  await page.getByText(`Commission: ${pounds(order.amount)}`).waitFor();
});

test('a viewer reads everything and is offered no import', async ({ open }) => {
  const { page } = await open('/b/lantern/conversions', { as: 'viewer@lantern.example.com' });
  await page.getByText('Finance and owners import orders.').waitFor();
  expect(await page.getByRole('link', { name: 'Import orders' }).count()).toBe(0);
  await page.goto('/b/lantern/import');
  await page.getByText('Finance and owners import orders').waitFor();
  expect(await page.getByRole('button', { name: 'Choose a file' }).count()).toBe(0);
});

describe('an address that is not yours', () => {
  const NOT_YOURS = [
    '/b/lantern/overview',
    '/b/nobody-knows-it/overview',
    '/p/lantern/wonders/home',
    '/p/lantern/wonders/earnings',
  ];

  test.for(NOT_YOURS)('%s says so, and leads home', async (path, { open }) => {
    const { page } = await open(path, { width: PHONE, as: stack.demoPartnerEmail, faults: [/\/rest\/v1\/rpc\//] });
    await page.getByRole('heading', { name: /nothing here for you/i }).waitFor();
    expect(await page.getByRole('navigation').getByRole('link').count()).toBe(0);
    await page.getByRole('link', { name: /start/i }).click();
    await page.waitForURL('**/p/lantern/mira/home');
  });

  test('an event of nobody is named as such', async ({ open }) => {
    const at = '/b/lantern/conversions/00000000-0000-4000-8000-000000000000';
    const { page } = await open(at, { as: OWNER, faults: [/rpc\/event_story/] });
    await page.getByText('There is no event at this address').waitFor();
  });

  test('a path of nothing is named as such', async ({ open }) => {
    const { page } = await open('/b/lantern/somewhere', { as: OWNER });
    await page.getByRole('heading', { name: 'Page not found' }).waitFor();
    await page.getByRole('link', { name: 'To the start' }).click();
    await page.waitForURL(`**${OVERVIEW}`);
  });
});

test('staff signing in lands on the overview', async ({ open }) => {
  const { page } = await open('/sign-in', { width: PHONE });
  await signIn(page, 'finance@lantern.example.com');
  await page.waitForURL(`**${OVERVIEW}`);
});
