import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { DESKTOP, type Language, PHONE } from '../../scripts/browse/visitor.ts';
import { soon, test } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { minorOf, savedCsv } from './saved-csv.ts';

/** Of which languages the page has fetched words. */
async function fetchedWords(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const found = names.flatMap((name) => /\/assets\/words-\w+\/([\w-]+)\//.exec(name)?.[1] ?? []);
  return [...new Set(found)];
}

type Spoken = {
  readonly language: Language;
  readonly locale: string;
  readonly signIn: string;
  readonly available: string;
  /** What stands where a range is chosen freely, and with which day the week begins there. */
  readonly custom: string;
  readonly firstDay: string;
  readonly previous: RegExp;
  readonly csv: RegExp;
  readonly save: string;
};

const SPOKEN: Spoken[] = [
  {
    language: 'fr-FR',
    locale: 'fr',
    signIn: 'Se connecter',
    available: 'Disponible',
    custom: 'Personnalisé',
    firstDay: 'L',
    previous: /précédent/i,
    csv: /^Télécharger en CSV : Chaque ligne/,
    save: 'Enregistrer le CSV',
  },
  {
    language: 'ko-KR',
    locale: 'ko',
    signIn: '로그인',
    available: '지급 가능',
    custom: '직접 설정',
    firstDay: '일',
    previous: /이전/,
    csv: /^CSV로 다운로드: 전체 내역/,
    save: 'CSV 저장',
  },
  {
    language: 'zh-TW',
    locale: 'zh-Hant',
    signIn: '登入',
    available: '可領取',
    custom: '自訂',
    firstDay: '日',
    previous: /上一|上個|前/,
    csv: /^下載 CSV：逐筆明細/,
    save: '儲存 CSV',
  },
];

describe.each(SPOKEN)('in $locale', (spoken) => {
  const { language, locale } = spoken;

  test('a first visit speaks what the browser asks for, and fetches no other words', async ({ open }) => {
    const { page } = await open('/sign-in', { width: PHONE, language });
    await page.getByRole('heading', { name: spoken.signIn }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
    expect(await fetchedWords(page)).toEqual([locale]);
  });

  test('a calendar is its own, and a file for spreadsheets is everybody’s', async ({ open }) => {
    const { page } = await open('/p/lantern/mira/earnings', { width: DESKTOP, language, as: stack.demoPartnerEmail });
    await page.getByText(spoken.available).first().waitFor();
    await page.getByRole('button', { name: spoken.custom }).click();
    const calendar = page.getByRole('dialog');
    const first = calendar.getByRole('columnheader', { includeHidden: true }).first();
    await soon(() => first.textContent()).toBe(spoken.firstDay);
    await calendar.getByRole('button', { name: spoken.previous }).first().waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: spoken.csv }).click();
    const save = page.getByRole('dialog').getByRole('button', { name: spoken.save });
    const file = await savedCsv(page, () => save.click());
    // Its columns have names in words; what stands in them is the same in every language.
    const values = file.rows.map((row) => Object.values(row));
    expect(values.length).toBeGreaterThan(0);
    for (const row of values) {
      expect(row.some((value) => /^\d{4}-\d\d-\d\d/.test(value))).toBe(true);
      expect(row.filter((value) => /^-?\d+\.\d\d$/.test(value)).map(minorOf).length).toBeGreaterThan(0);
    }
    expect(await fetchedWords(page)).toEqual([locale]);
  });
});
