import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/mini';
import { type Outcome, type Step, show } from './step.ts';

const Report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });

export type VitestOptions = { projectDir: string; project: string; localDir: string; env?: () => NodeJS.ProcessEnv };

/** One Vitest project; a project that runs no test, or breaks outside of a test, has failed. */
export function vitestStep({ projectDir, project, localDir, env }: VitestOptions): Step {
  return {
    name: project,
    run: async () => {
      mkdirSync(localDir, { recursive: true });
      const report = path.join(localDir, `vitest-${project}.json`);
      rmSync(report, { force: true });
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const { code } = await show({
        file: process.execPath,
        args: [path.join(projectDir, 'node_modules/vitest/vitest.mjs'), 'run', '--project', project, ...reporters],
        cwd: projectDir,
        env: { ...process.env, ...env?.() },
      });
      return outcomeOf(report, code);
    },
  };
}

function outcomeOf(report: string, code: number): Outcome {
  try {
    const { numPassedTests, numFailedTests } = Report.parse(JSON.parse(readFileSync(report, 'utf8')));
    const isHidden = numFailedTests === 0 && (code !== 0 || numPassedTests === 0);
    return { passed: numPassedTests, failed: isHidden ? 1 : numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** The edge functions' own tests, in the runtime they run in. */
export function denoTestStep(projectDir: string): Step {
  return {
    name: 'functions',
    run: async () => {
      const { code, text } = await show({
        file: path.join(projectDir, 'node_modules/.bin/deno'),
        args: [
          'test',
          '--quiet',
          '--no-lock',
          '--node-modules-dir=manual',
          '--allow-env',
          '--allow-read',
          'supabase/functions',
        ],
        cwd: projectDir,
        env: { ...process.env, NO_COLOR: '1' },
      });
      const [, passed = '0', failed = '0'] = /(\d+) passed.*?\| (\d+) failed/.exec(text) ?? [];
      const isHidden = failed === '0' && (code !== 0 || passed === '0');
      return { passed: Number(passed), failed: isHidden ? 1 : Number(failed) };
    },
  };
}
