import { defineConfig } from 'vitest/config';

/** Suites that run against the real stack; its facts come from the set-up, see tests/support/stack.ts. */
function stackProject(name: string, include: string[], setup = 'tests/support/stack-setup.ts', testTimeout = 120_000) {
  return {
    test: { name, include, globalSetup: [setup], testTimeout, hookTimeout: 180_000 },
  };
}

/** A test of many steps through two browsers on a full machine; each step fails for itself after half a minute. */
const OF_MANY_STEPS = 300_000;

export default defineConfig({
  test: {
    reporters: ['default'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'supabase/local/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/unit/**/*.test.ts',
          ],
          server: { deps: { inline: ['nuqs'] } },
        },
      },
      { test: { name: 'architecture', include: ['tests/architecture.test.ts'] } },
      { test: { name: 'start', include: ['tests/start/**/*.test.ts'], testTimeout: 240_000, fileParallelism: false } },
      { test: { name: 'bench', include: ['tests/bench/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 240_000 } },
      stackProject('db', ['tests/db/**/*.test.ts']),
      stackProject('api', ['tests/api/**/*.test.ts']),
      stackProject('security', ['tests/security/**/*.test.ts']),
      stackProject('demo', ['tests/demo/**/*.test.ts'], 'tests/support/demo-stack-setup.ts'),
      stackProject('e2e', ['tests/e2e/**/*.spec.ts'], 'tests/support/demo-stack-setup.ts', OF_MANY_STEPS),
    ],
  },
});
