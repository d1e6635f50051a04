import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measurePartners } from './goals/partners.ts';
import { openListed } from './world/listed.ts';
import type { World } from './world/world.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');
const worlds: World[] = [];

/** Ten times as many show a filter or an order that lost its index; the benchmark has a hundred times as many. */
beforeAll(async () => {
  for (const partners of [500, 5000]) {
    const localDir = path.join(projectDir, `.local/test-${process.pid}-listed-${partners}`);
    worlds.push(await openListed({ projectDir, localDir, partners, progress: () => {} }));
  }
});

afterAll(async () => {
  for (const world of worlds) await world.stop();
});

test('the first page by revenue costs at most twice beside ten times as many partners, whatever the filter', async () => {
  const [small, large] = worlds;
  if (!small || !large) throw new Error('there are no two worlds');
  const lines = await measurePartners(small, large, ['revenue down']);

  expect(lines.length).toBeGreaterThan(15);
  expect(lines.filter(({ pass }) => !pass)).toEqual([]);
});
