import path from 'node:path';
import { expect, test } from 'vitest';
import { startTestStack } from '../../supabase/local/test-stack.ts';
import { describeFailure } from './cell.ts';
import { probe } from './run-probe.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');

/**
 * The matrix tests the rules, the mutants test the matrix: of those a run takes a quarter, another one each day, and
 * `npm run -s probe -- --mutants` all of them. They lock whole tables, so nobody else may stand there.
 */
const QUARTERS = 4;
const today = { first: Math.floor(Date.now() / 86_400_000) % QUARTERS, of: QUARTERS };

test('every actor gets from every object what the rights table says, and no hole goes unnoticed', {
  timeout: 900_000,
}, async () => {
  const localDir = path.join(projectDir, `.local/test-${process.pid}-matrix`);
  const stack = await startTestStack({ projectDir, localDir, portal: 'none', progress: () => {} });
  try {
    const report = await probe(stack.facts, { mutants: today, progress: () => {} });
    expect(report.problems).toEqual([]);
    expect(report.failures.map(describeFailure)).toEqual([]);
    expect(report.survivors).toEqual([]);
    expect(report.cells).toBeGreaterThan(5_000);
    expect(report.httpCells).toBeGreaterThan(500);
    expect(report.mutants).toBeGreaterThan(50);
  } finally {
    await stack.stop();
  }
});
