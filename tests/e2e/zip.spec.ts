import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { soon, test } from '../support/browser.ts';
import { addHeavyCreatives } from '../support/heavy-creatives.ts';
import { stack } from '../support/stack.ts';
import { archivesLeft, strayOf, watchZip } from '../support/zip-watch.ts';
import { readZip } from './zip-reader.ts';

const COUNT = 10;
const BYTES = 2_100_000;

test('twenty megabytes come as one archive, as long as was said, and none is left when it is called off', async ({
  open,
}) => {
  const word = `heavy${randomBytes(3).toString('hex')}`;
  await addHeavyCreatives(stack, { word, count: COUNT, bytes: BYTES });
  const { page } = await open(`/p/lantern/mira/creatives?q=${word}`, {
    as: stack.demoPartnerEmail,
    faults: [/ERR_ABORTED/],
  });
  await page.getByRole('button', { name: `Select all ${COUNT} found` }).click();
  const take = page.getByRole('button', { name: /^Download \d+ files/ });

  // The last files stay away, so that there is something to call off however fast the first ones come.
  let come = 0;
  const storage = /storage\/v1\/object\/creatives\//;
  await page.route(storage, async (route) => {
    come += 1;
    if (come <= COUNT / 2) await route.continue();
  });
  await take.click();
  let isBegun = false;
  await watchZip(
    page,
    () => isBegun,
    ({ bytes }) => {
      isBegun = bytes > 0;
    },
  );
  await page.getByRole('button', { name: 'Cancel' }).click();
  await soon(() => archivesLeft(page)).toEqual([]);
  await page.unroute(storage);

  let isSaved = false;
  const saved = page.waitForEvent('download').then(async (download) => {
    const content = await readFile(await download.path());
    isSaved = true;
    return content;
  });
  await take.click();
  const samples = await watchZip(page, () => isSaved);
  const archive = await saved;
  expect(archive.length).toBeGreaterThan(20_000_000);
  expect(samples.at(-1)?.length).toBe(archive.length);
  expect(strayOf(samples, BYTES)).toBeLessThanOrEqual(6);
  expect(readZip(archive)).toHaveLength(COUNT + 1);
});

test('a browser without files of its own holds the archive in memory', async ({ open }) => {
  const word = `small${randomBytes(3).toString('hex')}`;
  await addHeavyCreatives(stack, { word, count: 5, bytes: 50_000 });
  const { page } = await open(`/p/lantern/mira/creatives?q=${word}`, { as: stack.demoPartnerEmail });
  await page.evaluate(() => {
    Reflect.deleteProperty(FileSystemFileHandle.prototype, 'createWritable');
  });
  await page.getByRole('button', { name: 'Select all 5 found' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Download 5 files/ }).click();
  expect(readZip(await readFile(await (await saved).path()))).toHaveLength(6);
});
