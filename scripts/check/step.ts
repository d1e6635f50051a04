import { AsyncLocalStorage } from 'node:async_hooks';
import { type ChildProcess, spawn } from 'node:child_process';

export type Outcome = { passed: number; failed: number };

/** One part of `npm test`. A part that is no test counts as one. */
export type Step = { name: string; run: () => Promise<Outcome> };

export type Program = { file: string; args: string[]; cwd: string; env?: NodeJS.ProcessEnv };

const PASSED: Outcome = { passed: 1, failed: 0 };
const FAILED: Outcome = { passed: 0, failed: 1 };

const shown = new Set<ChildProcess>();

/** Where the words of the steps in hand go: to the screen, or aside while another lane has it. */
const writer = new AsyncLocalStorage<(text: string) => void>();
const toScreen = (text: string) => void process.stdout.write(text);
const write = (text: string) => (writer.getStore() ?? toScreen)(text);

/** Runs a program whose output is shown as it comes; resolves to its exit code and what it said. */
export function show({ file, args, cwd, env = process.env }: Program): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    shown.add(child);
    const tell = writer.getStore() ?? toScreen;
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        tell(chunk);
      });
    }
    child.once('error', (error) => resolve({ code: 1, text: error.message }));
    child.once('close', (code) => {
      shown.delete(child);
      resolve({ code: code ?? 1, text });
    });
  });
}

/** Ends what is being shown, when the run is interrupted. */
export function killShown(): void {
  for (const child of shown) child.kill('SIGTERM');
}

/** A program that passes when it ends with 0. */
export function programStep(name: string, program: () => Program): Step {
  return { name, run: async () => ((await show(program())).code === 0 ? PASSED : FAILED) };
}

/** A check that resolves to what is wrong; nothing wrong is a pass. */
export function checkStep(name: string, check: () => Promise<string[]> | string[]): Step {
  return {
    name,
    run: async () => {
      const problems = await check();
      for (const problem of problems) write(`${problem}\n`);
      return problems.length === 0 ? PASSED : FAILED;
    },
  };
}

export type Total = Outcome & { failedNames: string[] };

/** Two rows of steps at the same time: the first is shown as it goes, the second when it is through. */
export async function runBeside(steps: Step[], others: Step[]): Promise<Total> {
  let kept = '';
  const keep = (text: string) => {
    kept += text;
  };
  const [first, second] = await Promise.all([runSteps(steps), writer.run(keep, () => runSteps(others))]);
  toScreen(kept);
  return added(first, second);
}

export function added(one: Total, other: Total): Total {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    failedNames: [...one.failedNames, ...other.failedNames],
  };
}

/** Runs the steps one after the other, all of them, also after a failure. */
export async function runSteps(steps: Step[]): Promise<Total> {
  const total: Total = { passed: 0, failed: 0, failedNames: [] };
  for (const step of steps) {
    const began = Date.now();
    write(`\n── ${step.name}\n`);
    const outcome = await runOne(step);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    if (outcome.failed > 0) total.failedNames.push(step.name);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    write(`── ${step.name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)\n`);
  }
  return total;
}

async function runOne(step: Step): Promise<Outcome> {
  try {
    return await step.run();
  } catch (thrown) {
    write(`${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`);
    return FAILED;
  }
}
