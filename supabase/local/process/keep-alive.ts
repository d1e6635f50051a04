import type { Child } from './child.ts';

/** A child that is started again when it ends by itself. */
export type KeptChild = Child & {
  /** From now on: a child that never was ready has a fault that another start would not mend. */
  keep: () => void;
};

/** More ends than these within the time are a fault as well. */
const MOST_ENDS = 5;
const WITHIN_MS = 30_000;

/** As a hosted worker comes back when it dies, so does this one; its callers find the next one at the same port. */
export function keepAlive(start: () => Child): KeptChild {
  const ends: number[] = [];
  const over = Promise.withResolvers<void>();
  let isKept = false;
  let isAsked = false;
  let isOver = false;
  let current = start();

  function mayStartAgain(): boolean {
    const now = performance.now();
    ends.push(now);
    return isKept && !isAsked && ends.filter((end) => now - end < WITHIN_MS).length <= MOST_ENDS;
  }

  function finish(): void {
    isOver = true;
    over.resolve();
  }

  function watch(child: Child): void {
    void child.exited.then(() => {
      if (!mayStartAgain()) return finish();
      endSession(child.pid);
      current = start();
      watch(current);
    });
  }
  watch(current);

  return {
    name: current.name,
    get pid() {
      return current.pid;
    },
    exited: over.promise,
    hasExited: () => isOver,
    wasStopped: () => isAsked,
    stop: async () => {
      isAsked = true;
      await current.stop();
      finish();
    },
    logTail: () => current.logTail(),
    keep: () => {
      isKept = true;
    },
  };
}

/** What a killed wrapper leaves behind holds the port; children have a session of their own, named by their pid. */
function endSession(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left.
  }
}
