import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DESKTOP, PHONE, type Visitor } from '../../scripts/browse/visitor.ts';
import { test } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { axeFaults, overflowFaults, targetFaults } from './faults.ts';

const MIRA = stack.demoPartnerEmail;
const OWNER = stack.demoBrandEmail;
const ROWS = 'order_id,when,total\n1,2026-11-03T10:00:00Z,12.50\n2,2026-11-03T11:00:00Z,nothing\n';

async function chooseFile(page: Page): Promise<void> {
  const file = { name: 'small.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS) };
  await page.getByRole('main').locator('input[type=file]').setInputFiles(file);
  await page.getByRole('heading', { name: 'small.csv' }).waitFor();
}

const button = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).filter({ visible: true }).first().click();
  await page.getByRole('dialog').waitFor();
};

/** Everything that opens over a page, in words of both languages. */
const OPENED: { what: string; at: string; as: string; act: (page: Page) => Promise<void> }[] = [
  { what: 'account', at: '/p/lantern/mira/home', as: MIRA, act: button(/^(Account of|Konto von)/) },
  { what: 'QR code', at: '/p/lantern/mira/home', as: MIRA, act: button(/QR/) },
  {
    what: 'calendar',
    at: '/p/lantern/mira/earnings',
    as: MIRA,
    act: async (page) => {
      await button(/^(Custom|Eigene|Zeitraum)/)(page);
      await page.getByRole('dialog').getByRole('grid').waitFor();
    },
  },
  {
    what: 'file of lines',
    at: '/p/lantern/mira/earnings',
    as: MIRA,
    act: button(/CSV.*: (Every line|Jede Zeile|Alle)/),
  },
  {
    what: 'table of the chart',
    at: '/p/lantern/mira/earnings',
    as: MIRA,
    act: (page) =>
      page
        .getByText(/^(Show as a table|Als Tabelle)/)
        .first()
        .click(),
  },
  { what: 'overview file', at: '/b/lantern/overview', as: OWNER, act: button(/^Export/) },
  {
    what: 'partner filter',
    at: '/b/lantern/conversions?status=held',
    as: OWNER,
    act: async (page) => {
      const filter = page.getByRole('button', { name: /^(Every partner|Alle Partner)/ }).filter({ visible: true });
      // On phones the filters are folded.
      const unfold = page.getByRole('button', { name: /^Filters?$/ }).filter({ visible: true });
      await filter.or(unfold).first().waitFor();
      if (await unfold.isVisible()) await unfold.click();
      await filter.click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    what: 'columns of a file',
    at: '/b/lantern/import',
    as: OWNER,
    act: async (page) => {
      await chooseFile(page);
      await page.getByText(/^(Which column|Welche Spalte)/).click();
    },
  },
];

const LOOKS: Visitor[] = [
  { width: PHONE, theme: 'light', language: 'de-DE', isMotionReduced: true },
  { width: DESKTOP, theme: 'dark', language: 'en-GB', isMotionReduced: true },
];

const cases = OPENED.flatMap((opened) => LOOKS.map((look) => ({ ...opened, look })));

test.for(cases)(
  'axe and thumbs find nothing once it is open: $what at $look.width px, $look.theme, $look.language',
  async ({ at, as, act, look }, { open }) => {
    const width = look.width ?? DESKTOP;
    const { page } = await open(at, { ...look, as });
    await page.getByRole('main').getByRole('heading').first().waitFor();
    await act(page);
    const ofPhones = width === PHONE ? await targetFaults(page) : [];
    expect([...(await axeFaults(page)), ...(await overflowFaults(page, width)), ...ofPhones]).toEqual([]);
  },
);
