import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measureScreen, SCREENS } from './goals/dashboard.ts';
import { startWorld, type World } from './world/world.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');

/** The smaller world of the benchmark; the larger one takes minutes, this one shows a screen that lost its index. */
let world: World;

beforeAll(async () => {
  const localDir = path.join(projectDir, `.local/test-${process.pid}-bench`);
  world = await startWorld({ projectDir, localDir, partners: 1000, progress: () => {} });
  await world.fill();
});

afterAll(async () => await world?.stop());

describe.each(Object.entries(SCREENS))('partner %s in a program of 1,000 partners', (_name, screen) => {
  test('reads at most 100 buffers, and for the largest partner hardly more than for the median', async () => {
    const buffers = await measureScreen(world, screen);

    expect(Math.max(...Object.values(buffers))).toBeLessThanOrEqual(100);
    expect(buffers.largest / buffers.median).toBeLessThanOrEqual(1.5);
  });
});
