import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { seedDemo } from '../../supabase/local/demo.ts';
import type { Stack } from '../../supabase/local/stack.ts';
import { runningTestStack, startTestStack } from '../../supabase/local/test-stack.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');

/** One stack for all projects of a run, stopped when the last of them is done. */
type Shared = { stack: Promise<Stack>; users: number };
const shared: Partial<Record<'plain' | 'demo', Shared>> = {};

/**
 * Hands the connection facts to the tests: those of the stack that LOCAL_DIR (default `.local/test`)
 * names when one runs there, else those of a new stack that lives for this run.
 */
export async function provideStack(
  project: TestProject,
  { hasDemo }: { hasDemo: boolean },
): Promise<() => Promise<void>> {
  const kept = runningTestStack(
    projectDir,
    path.resolve(projectDir, process.env.STACK_DIR || process.env.LOCAL_DIR || '.local/test'),
  );
  if (kept && (!hasDemo || kept.demoBrandEmail !== '')) {
    project.provide('stack', kept);
    return async () => {};
  }
  const kind = hasDemo ? 'demo' : 'plain';
  const own = shared[kind] ?? { stack: start(hasDemo), users: 0 };
  shared[kind] = own;
  own.users += 1;
  const stack = await own.stack;
  project.provide('stack', stack.facts);
  return async () => {
    own.users -= 1;
    if (own.users > 0) return;
    delete shared[kind];
    await stack.stop();
  };
}

function start(hasDemo: boolean): Promise<Stack> {
  const localDir = path.join(projectDir, `.local/test-${process.pid}-${hasDemo ? 'demo' : 'plain'}`);
  return startTestStack({
    projectDir,
    localDir,
    portal: hasDemo ? 'built' : 'none',
    progress: () => {},
    ...(hasDemo && { seed: (facts) => seedDemo(facts, () => {}) }),
  });
}
