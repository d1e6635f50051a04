import path from 'node:path';
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { startTestStack } from '../../supabase/local/test-stack.ts';
import { visitLinks } from '../bench/visits/visit.ts';
import { makeVisitWorld } from '../bench/visits/world.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');
const localDir = path.join(projectDir, `.local/test-${process.pid}-visits`);

/** The short form of `npm run -s bench:go`, which measures times as well. */
test('no visit that was sent on is lost when the worker is killed, and links work again after it', async () => {
  const stack = await startTestStack({ projectDir, localDir, portal: 'none', progress: () => undefined });
  onTestFinished(() => stack.stop());
  const sql = postgres(stack.facts.dbUrl, { max: 1, onnotice: () => undefined });
  onTestFinished(() => sql.end());
  const world = await makeVisitWorld(sql, 10);
  const visited = await visitLinks({ facts: stack.facts, sql, world, perSecond: 100, seconds: 6 });
  expect(visited.lost).toBe(0);
  expect(visited.rollupDifferences).toBe(0);
  expect(visited.stored).toBeGreaterThanOrEqual(visited.acknowledged);
  expect(visited.acknowledged).toBeGreaterThan(0);
  // The worker comes back; how soon depends on the machine.
  const again = async () => {
    const response = await fetch(`${stack.facts.functionsUrl}/go/${world.codes[0]}`, { redirect: 'manual' });
    await response.body?.cancel();
    return response.status;
  };
  await expect.poll(again, { timeout: 60_000, interval: 100 }).toBe(302);
});
