import type { TestProject } from 'vitest/node';
import { provideStack } from './provide-stack.ts';

/** The demo's data and the built portal, as a person finds them after `npm start`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  return await provideStack(project, { hasDemo: true });
}
