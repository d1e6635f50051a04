import { rmSync } from 'node:fs';
import { type Facts, factsFile } from './facts.ts';
import { startParts } from './parts.ts';
import type { Child } from './process/child.ts';
import { killTools } from './process/tool.ts';
import type { Settings } from './settings.ts';
import { StackError } from './stack-error.ts';

export type StackOptions = {
  settings: Settings;
  portal: 'built' | 'hot' | 'none';
  progress: (message: string) => void;
  /** Other migrations than the project's, for tests. */
  migrations?: string;
  /** Settings of the database server beside the project's own, for benchmarks. */
  serverSettings?: Record<string, string>;
  /** Fills the data between the API and the portal: the demo, or nothing. */
  seed?: (facts: Facts) => Promise<Facts>;
};

export type Stack = {
  facts: Facts;
  stop: () => Promise<void>;
  /** Rejects when a part of the stack ends by itself. */
  broken: Promise<never>;
};

/** What the parts of the stack hand over as they start, so that they can be stopped in reverse order. */
export type Keeper = {
  /** Waits until the child is ready; when it ends by itself after that, the stack is broken. */
  child: (child: Child, untilReady: () => Promise<void>) => Promise<void>;
  onStop: (undo: () => Promise<void> | void) => void;
};

export type OpeningStack = {
  /** Settles when everything runs, or when a step failed and what ran was stopped again. */
  ready: Promise<Stack>;
  /** Stops what runs, at any time, also in the middle of the start. */
  stop: () => Promise<void>;
};

export function openStack(options: StackOptions): OpeningStack {
  const undos: (() => Promise<void> | void)[] = [];
  const faults = Promise.withResolvers<never>();
  faults.promise.catch(() => {});
  let stopping: Promise<void> | undefined;

  const keeper: Keeper = {
    onStop: (undo) => undos.push(undo),
    child: async (child, untilReady) => {
      undos.push(() => child.stop());
      if (stopping) {
        await child.stop();
        throw new StackError('The start was interrupted.');
      }
      await untilReady();
      child.exited.then(() => {
        if (!child.wasStopped()) faults.reject(endedByItself(child));
      });
    },
  };

  async function stopAll(): Promise<void> {
    killTools();
    rmSync(factsFile(options.settings.localDir), { force: true });
    for (const undo of undos.splice(0).reverse()) await undo();
  }

  function stop(): Promise<void> {
    stopping ??= stopAll();
    return stopping;
  }

  async function start(): Promise<Stack> {
    try {
      const facts = await Promise.race([startParts(options, keeper), faults.promise]);
      return { facts, stop, broken: faults.promise };
    } catch (thrown) {
      await stop();
      throw thrown;
    }
  }

  return { ready: start(), stop };
}

function endedByItself(child: Child): StackError {
  return new StackError(`${child.name} ended by itself; the stack stops. Its last words:\n${child.logTail()}`);
}

/** Starts the whole stack in order; when a step fails, what was started is stopped again. */
export async function startStack(options: StackOptions): Promise<Stack> {
  return await openStack(options).ready;
}
