import type { TestProject } from 'vitest/node';
import { provideStack } from './provide-stack.ts';

/** An empty database is enough: the suites build their own world. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  return await provideStack(project, { hasDemo: false });
}
