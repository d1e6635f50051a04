import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StackError } from '../stack-error.ts';

export type ChildOptions = {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Standard output and error go here, not to the terminal. */
  logFile: string;
  stopSignal?: NodeJS.Signals;
  user?: { uid: number; gid: number };
};

export type Child = {
  name: string;
  pid: number;
  exited: Promise<void>;
  hasExited: () => boolean;
  /** True once somebody asked it to stop: then its end is no fault. */
  wasStopped: () => boolean;
  stop: () => Promise<void>;
  /** The last lines of the log, for error messages. */
  logTail: () => string;
};

let guard: ChildProcess | undefined;

function tellGuard(line: string): void {
  guard ??= startGuard();
  guard.stdin?.write(`${line}\n`);
}

function startGuard(): ChildProcess {
  const file = path.join(import.meta.dirname, 'guard.mjs');
  const started = spawn(process.execPath, [file], { detached: true, stdio: ['pipe', 'ignore', 'ignore'], cwd: '/' });
  // The pipe must not keep the stack alive, and a guard that is gone must not end it.
  started.unref();
  started.stdin.on('error', () => {});
  if ('unref' in started.stdin && typeof started.stdin.unref === 'function') started.stdin.unref();
  return started;
}

/**
 * Starts a long-running child in a session of its own, so that Ctrl-C in the terminal reaches only
 * the stack, which then stops its children in order.
 */
export function startChild(options: ChildOptions): Child {
  const log = openSync(options.logFile, 'a', 0o600);
  const process = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', log, log],
    ...options.user,
  });
  closeSync(log);
  const { pid } = process;
  let gone = pid === undefined;
  const exited = new Promise<void>((resolve) => {
    const finish = () => {
      gone = true;
      if (pid !== undefined) tellGuard(`-${pid}`);
      resolve();
    };
    process.once('exit', finish);
    process.once('error', finish);
  });
  if (pid === undefined) throw new StackError(`${options.name} could not be started: ${options.command}`);
  const stopSignal = options.stopSignal ?? 'SIGTERM';
  tellGuard(`+${pid} ${stopSignal}`);

  let isAsked = false;
  async function stop(): Promise<void> {
    isAsked = true;
    if (gone) return;
    process.kill(stopSignal);
    const giveUp = setTimeout(() => process.kill('SIGKILL'), 10_000);
    await exited;
    clearTimeout(giveUp);
  }

  return {
    name: options.name,
    pid,
    exited,
    hasExited: () => gone,
    wasStopped: () => isAsked,
    stop,
    logTail: () => readFileSync(options.logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n'),
  };
}

/** Polls until `isReady` says yes; fails with the child's last words when it ends or stays silent. */
export async function waitForChild(child: Child, isReady: () => Promise<boolean>, seconds = 60): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    if (child.hasExited()) throw new StackError(`${child.name} stopped while starting:\n${child.logTail()}`);
    if (await isReady()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await child.stop();
  throw new StackError(`${child.name} did not answer within ${seconds} s:\n${child.logTail()}`);
}
