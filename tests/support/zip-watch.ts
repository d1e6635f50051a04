import type { Page } from 'playwright-core';

/** How far the bar said the archive was, and what had come from Storage by then. */
export type Told = { readonly bytes: number; readonly length: number; readonly fetched: number };

const EVERY_MS = 100;

/** Writes down what the download's bar says until `isOver`; `look` is called with each sample. */
export async function watchZip(
  page: Page,
  isOver: () => boolean,
  look: (told: Told) => void = () => undefined,
): Promise<Told[]> {
  let fetched = 0;
  const count = (response: { url: () => string }) => {
    if (response.url().includes('/storage/v1/object/creatives/')) fetched += 1;
  };
  page.on('requestfinished', count);
  const samples: Told[] = [];
  while (!isOver()) {
    // What comes while the page answers is not what its bar could know.
    const known = fetched;
    const bar = await page.evaluate(() => {
      const progress = document.querySelector('progress');
      return progress && { bytes: progress.value, length: progress.max };
    });
    if (bar !== null && bar.length > 1) {
      const told = { ...bar, fetched: known };
      samples.push(told);
      look(told);
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  page.off('requestfinished', count);
  return samples;
}

/** By how many files of this size the bar ever strayed from what had been fetched; endless when it ever went back. */
export function strayOf(samples: readonly Told[], fileBytes: number): number {
  let most = 0;
  for (const [at, { bytes, fetched }] of samples.entries()) {
    if (bytes < (samples[at - 1]?.bytes ?? 0)) return Number.POSITIVE_INFINITY;
    most = Math.max(most, Math.abs(bytes / fileBytes - fetched));
  }
  return most;
}

/** Names in the origin's own folder of archives. */
export async function archivesLeft(page: Page): Promise<string[]> {
  return await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('zips', { create: true });
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return names;
  });
}
