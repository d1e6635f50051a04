import { expect, test } from 'vitest';
import type { Child } from './child.ts';
import { keepAlive } from './keep-alive.ts';

/** Children that end when told to; a pid that no process can have. */
function makeStarts() {
  const ends: (() => void)[] = [];
  const start = (): Child => {
    const exited = Promise.withResolvers<void>();
    let isStopped = false;
    ends.push(exited.resolve);
    return {
      name: 'worker',
      pid: 2 ** 30,
      exited: exited.promise,
      hasExited: () => false,
      wasStopped: () => isStopped,
      stop: async () => {
        isStopped = true;
        exited.resolve();
      },
      logTail: () => `worker ${ends.length}`,
    };
  };
  return { start, ends };
}

const aMoment = () => new Promise((resolve) => setImmediate(resolve));

test('a worker that dies after it was ready comes back', async () => {
  const { start, ends } = makeStarts();
  const kept = keepAlive(start);
  kept.keep();
  ends[0]?.();
  await aMoment();
  expect(ends).toHaveLength(2);
  expect(kept.hasExited()).toBe(false);
  expect(kept.logTail()).toBe('worker 2');
});

test('one that dies before it was ready does not', async () => {
  const { start, ends } = makeStarts();
  const kept = keepAlive(start);
  ends[0]?.();
  await kept.exited;
  expect(ends).toHaveLength(1);
});

test('nor one that dies again and again', async () => {
  const { start, ends } = makeStarts();
  const kept = keepAlive(start);
  kept.keep();
  for (let at = 0; at < 6; at += 1) {
    ends[at]?.();
    await aMoment();
  }
  await kept.exited;
  expect(ends).toHaveLength(6);
});

test('nor one that was asked to stop', async () => {
  const { start, ends } = makeStarts();
  const kept = keepAlive(start);
  kept.keep();
  await kept.stop();
  expect(kept.hasExited()).toBe(true);
  expect(kept.wasStopped()).toBe(true);
  expect(ends).toHaveLength(1);
});
