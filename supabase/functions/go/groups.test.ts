import assert from 'node:assert/strict';
import { inGroups } from './groups.ts';

const options = { windowMs: 1, mostInGroup: 3, mostAtOnce: 1, mostWaiting: 4 };
const aMoment = (ms = 10) => new Promise((resolve) => setTimeout(resolve, ms));

Deno.test('what comes together goes together, and each gets its own answer', async () => {
  const groups: number[][] = [];
  const ask = inGroups<number, string>(async (items) => {
    groups.push([...items]);
    await aMoment(1);
    return items.map((item) => `answer ${item}`);
  }, options);
  assert.deepEqual(
    await Promise.all([1, 2, 3, 4, 5].map(ask)),
    [1, 2, 3, 4, 5].map((item) => `answer ${item}`),
  );
  assert.deepEqual(groups, [
    [1, 2, 3],
    [4, 5],
  ]);
  assert.equal(await ask(6), 'answer 6');
});

Deno.test('while one group is under way, whoever comes waits for the next', async () => {
  const answers: (() => void)[] = [];
  const sizes: number[] = [];
  const ask = inGroups<number, number>((items) => {
    sizes.push(items.length);
    return new Promise((resolve) => answers.push(() => resolve(items)));
  }, options);
  const first = ask(1);
  await aMoment();
  const others = [ask(2), ask(3)];
  await aMoment();
  assert.deepEqual(sizes, [1]);
  answers[0]?.();
  await first;
  await aMoment();
  assert.deepEqual(sizes, [1, 2]);
  answers[1]?.();
  assert.deepEqual(await Promise.all(others), [2, 3]);
});

Deno.test('who comes when too many wait is turned away at once, and nobody else', async () => {
  const answers: (() => void)[] = [];
  const ask = inGroups<number, number>(
    (items) => new Promise((resolve) => answers.push(() => resolve(items))),
    options,
  );
  const underWay = [1, 2, 3].map(ask);
  const waiting = [4, 5, 6, 7].map(ask);
  await assert.rejects(ask(8), /4 wait already/);
  while (answers.length > 0) {
    answers.shift()?.();
    await aMoment();
  }
  assert.deepEqual(await Promise.all([...underWay, ...waiting]), [1, 2, 3, 4, 5, 6, 7]);
});

Deno.test('a group that fails fails for its members alone', async () => {
  let isBroken = true;
  const ask = inGroups<number, number>(
    (items) => (isBroken ? Promise.reject(new Error('gone')) : Promise.resolve(items)),
    options,
  );
  const results = await Promise.allSettled([ask(1), ask(2)]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  isBroken = false;
  assert.equal(await ask(3), 3);
});

Deno.test('an answer that is too short is no answer', async () => {
  const ask = inGroups<number, number>(() => Promise.resolve([]), options);
  await assert.rejects(ask(1), /1 asked, 0 answered/);
});
