// `npm test`: everything, on a stack of its own. Names of steps as arguments pick some of them.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { seedDemo } from '../supabase/local/demo.ts';
import type { Facts } from '../supabase/local/facts.ts';
import { onStopSignal } from '../supabase/local/process/stop-signal.ts';
import type { OpeningStack } from '../supabase/local/stack.ts';
import { StackError } from '../supabase/local/stack-error.ts';
import { openTestStack } from '../supabase/local/test-stack.ts';
import { databaseSteps } from './check/database-steps.ts';
import { staticSteps } from './check/static-steps.ts';
import { added, killShown, programStep, runBeside, runSteps, type Step } from './check/step.ts';
import { denoTestStep, vitestStep } from './check/test-steps.ts';
import { ensureChromium } from './chromium.ts';

const projectDir = path.resolve(import.meta.dirname, '..');
const localDir = path.join(projectDir, `.local/test-${process.pid}`);
const say = (message: string) => process.stdout.write(`· ${message}\n`);

let opening: OpeningStack | undefined;
let connection: Facts | undefined;
let chromium: string | undefined;

function facts(): Facts {
  if (connection) return connection;
  throw new StackError('The test stack does not run, see above.');
}

const stackStep: Step = {
  name: 'test stack with the demo',
  run: async () => {
    const seed = (own: Facts) => seedDemo(own, say);
    opening = await openTestStack({ projectDir, localDir, portal: 'built', progress: say, seed });
    connection = (await opening.ready).facts;
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

const stackFree: Step[] = [
  ...staticSteps(projectDir),
  offStack('unit'),
  offStack('architecture'),
  denoTestStep(projectDir),
];

/** These start stacks of their own and wait for them most of the time: beside them others find room. */
const onOwnStacks: Step[] = [offStack('start'), offStack('bench')];

const onTheStack: Step[] = [
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
];

/** All steps, or those that were asked for, with the stack when one of them needs it. */
function choose(asked: string[]) {
  const unknown = asked.find(
    (name) => ![...stackFree, ...onOwnStacks, ...onTheStack].some((step) => step.name === name),
  );
  if (unknown) throw new StackError(`There is no step "${unknown}".`);
  const isChosen = (step: Step) => asked.length === 0 || asked.includes(step.name);
  const needing = onTheStack.filter((step) => isChosen(step) || (step === chromiumStep && asked.includes('e2e')));
  return {
    first: [...stackFree.filter(isChosen), ...(needing.length > 0 ? [stackStep] : [])],
    beside: onOwnStacks.filter(isChosen),
    after: needing,
  };
}

async function stop(): Promise<void> {
  killShown();
  await opening?.stop();
  rmSync(localDir, { recursive: true, force: true });
}

onStopSignal(stop, 130);

const { first, beside, after } = choose(process.argv.slice(2));
const total = added(await runBeside(first, beside), await runSteps(after));
await stop();
for (const name of total.failedNames) process.stdout.write(`failed: ${name}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);
