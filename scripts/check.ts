// `npm test`: everything, on a stack of its own. Names of steps as arguments pick some of them.
import path from 'node:path';
import { seedDemo } from '../supabase/local/demo.ts';
import type { Facts } from '../supabase/local/facts.ts';
import { onStopSignal } from '../supabase/local/process/stop-signal.ts';
import type { Stack } from '../supabase/local/stack.ts';
import { StackError } from '../supabase/local/stack-error.ts';
import { startTestStack } from '../supabase/local/test-stack.ts';
import { databaseSteps } from './check/database-steps.ts';

import { staticSteps } from './check/static-steps.ts';
import { killShown, programStep, runSteps, type Step } from './check/step.ts';
import { denoTestStep, vitestStep } from './check/test-steps.ts';
import { ensureChromium } from './chromium.ts';

const projectDir = path.resolve(import.meta.dirname, '..');
const localDir = path.join(projectDir, `.local/test-${process.pid}`);
const say = (message: string) => process.stdout.write(`· ${message}\n`);

let stack: Stack | undefined;
let chromium: string | undefined;

function facts(): Facts {
  if (stack) return stack.facts;
  throw new StackError('The test stack does not run, see above.');
}

const stackStep: Step = {
  name: 'test stack with the demo',
  run: async () => {
    stack = await startTestStack({
      projectDir,
      localDir,
      portal: 'built',
      progress: say,
      seed: (own) => seedDemo(own, say),
    });
    return { passed: 1, failed: 0 };
  },
};

const chromiumStep: Step = {
  name: 'chromium',
  run: async () => {
    chromium = await ensureChromium(projectDir, say);
    say(chromium);
    return { passed: 1, failed: 0 };
  },
};

/** A suite on the real stack; without the stack it must not start one of its own. */
function onStack(project: string): Step {
  const env = () => ({ ...(chromium && { CHROMIUM_PATH: chromium }), STACK_DIR: facts().localDir });
  return vitestStep({ projectDir, project, localDir, env });
}

const offStack = (project: string) => vitestStep({ projectDir, project, localDir });

const steps: Step[] = [
  ...staticSteps(projectDir),
  offStack('unit'),
  offStack('architecture'),
  denoTestStep(projectDir),
  stackStep,
  ...databaseSteps(projectDir, facts),
  programStep('size', () => ({
    file: process.execPath,
    args: ['scripts/check-size.ts', path.join(facts().localDir, 'dist')],
    cwd: projectDir,
  })),
  onStack('db'),
  onStack('api'),
  onStack('security'),
  onStack('demo'),
  chromiumStep,
  onStack('e2e'),
  offStack('start'),
];

async function stop(): Promise<void> {
  killShown();
  await stack?.stop();
}

onStopSignal(stop, 130);

const asked = process.argv.slice(2);
const chosen = asked.length === 0 ? steps : steps.filter((step) => step === stackStep || asked.includes(step.name));
const total = await runSteps(chosen);
await stop();
for (const name of total.failedNames) process.stdout.write(`failed: ${name}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);
