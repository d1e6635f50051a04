import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { profileOf } from '../../../scripts/browse/visitor.ts';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../scripts/chromium.ts';
import type { Facts } from '../../../supabase/local/facts.ts';
import { addHeavyCreatives } from '../../support/heavy-creatives.ts';
import { archivesLeft, strayOf, type Told, watchZip } from '../../support/zip-watch.ts';
import { median } from '../median.ts';
import { heldMegabytes, processTree } from '../process-memory.ts';
import { judge, type Line } from '../report.ts';
import { openDemo } from '../world/demo.ts';

const COUNT = 500;
const BYTES = 2_100_000;
const WORD = 'heavy';
const FIRST = 100_000_000;
/** Memory goes up and down as the collector comes by: its level is what it is in the middle of these. */
const LEVEL_UNTIL = 200_000_000;
/** By then Chromium has filled the 200 MB of answers that it keeps for whoever watches its network, as this does. */
const CALLED_OFF_AT = 250_000_000;

/** Goal 14: half a thousand creatives, a gigabyte, as one archive in a browser with a profile on disk. */
export async function measureZip(
  projectDir: string,
  localDir: string,
  progress: (message: string) => void,
): Promise<Line[]> {
  const stack = await openDemo(projectDir, localDir, progress);
  const profile = path.join(localDir, 'profile');
  try {
    progress(`${COUNT} creatives of ${BYTES / 1e6} MB`);
    await addHeavyCreatives(stack.facts, { word: WORD, count: COUNT, bytes: BYTES });
    return await downloadsOf(stack.facts, profile, progress);
  } finally {
    await stack.stop();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function downloadsOf(facts: Facts, profile: string, progress: (message: string) => void): Promise<Line[]> {
  const context = await launchWithProfile(facts, profile);
  try {
    const page = await openLibrary(context);
    progress('the archive is called off on its way');
    await page.getByRole('button', { name: /^Download \d+ files/ }).click();
    let isOff = false;
    await watchZip(
      page,
      () => isOff,
      ({ bytes }) => {
        isOff = bytes > CALLED_OFF_AT;
      },
    );
    await page.getByRole('button', { name: 'Cancel' }).click();
    const left = await archivesAfterCancel(page);

    progress('the archive is fetched whole');
    const saved = page.waitForEvent('download', { timeout: 600_000 }).then(async (download) => ({
      bytes: statSync(await download.path()).size,
    }));
    let isSaved = false;
    void saved.finally(() => {
      isSaved = true;
    });
    const memory: (Told & { megabytes: number })[] = [];
    await page.getByRole('button', { name: /^Download \d+ files/ }).click();
    const samples = await watchZip(
      page,
      () => isSaved,
      (told) => memory.push({ ...told, megabytes: heldMegabytes(processTree(profile)) }),
    );
    const { bytes } = await saved;
    const between = (from: number, to: number) =>
      memory.filter((sample) => sample.bytes >= from && sample.bytes < to).map(({ megabytes }) => megabytes);
    const level = median(between(FIRST, LEVEL_UNTIL));
    const later = between(FIRST, Number.POSITIVE_INFINITY);
    progress(`memory of all of Chromium: ${Math.round(level)} MB after the first 100 MB`);
    const line = (name: string, value: number, unit: string, atMost: number) =>
      judge({ goal: 14, name, value, unit, atMost });
    return [
      judge({ goal: 14, name: `zip of ${COUNT} creatives`, value: bytes / 1e9, unit: 'GB', atLeast: 1 }),
      line('bytes more or less than predicted', Math.abs(bytes - (samples.at(-1)?.length ?? Number.NaN)), 'bytes', 0),
      line('memory above its level after the first 100 MB', Math.max(...later) - level, 'MB', 100),
      line('progress shown against files fetched', strayOf(samples, BYTES), 'files', 6),
      line('archives left by a cancelled download', left, 'files', 0),
    ];
  } finally {
    await context.close();
  }
}

/** A profile on disk: in a private one, files of the origin live in memory. */
async function launchWithProfile(facts: Facts, profile: string): Promise<BrowserContext> {
  const { storageState, ...options } = await profileOf(facts, { as: facts.demoPartnerEmail });
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    executablePath: await ensureChromium(process.cwd(), () => undefined),
    args: CHROMIUM_FLAGS,
  });
  const [origin] = storageState?.origins ?? [];
  await context.addInitScript((items) => {
    for (const { name, value } of items) if (localStorage.getItem(name) === null) localStorage.setItem(name, value);
  }, origin?.localStorage ?? []);
  return context;
}

async function openLibrary(context: BrowserContext) {
  const page = await context.newPage();
  await page.goto(`/p/lantern/mira/creatives?q=${WORD}`);
  await page.getByRole('button', { name: `Select all ${COUNT} found` }).click();
  return page;
}

/** The removal takes its moment. */
async function archivesAfterCancel(page: Awaited<ReturnType<typeof openLibrary>>): Promise<number> {
  for (let nth = 0; nth < 50; nth += 1) {
    if ((await archivesLeft(page)).length === 0) return 0;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return (await archivesLeft(page)).length;
}
