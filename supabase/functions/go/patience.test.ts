import assert from 'node:assert/strict';
import { type Retry, withPatience } from './patience.ts';

type Landing = { readonly at: string };

/** Answers one after the other, and keeps which way they were asked for. */
function asked(...answers: (Landing | Retry)[]) {
  const ways: string[] = [];
  const on = (way: string) => (item: string) => {
    ways.push(`${way} ${item}`);
    return Promise.resolve(answers.shift() ?? { at: 'nobody asked for this' });
  };
  return { ways, record: withPatience({ ask: on('first'), askAgain: on('again'), pausesMs: [1, 1] }) };
}

Deno.test('what is answered is not asked for again', async () => {
  const { ways, record } = asked({ at: 'shop' });
  assert.deepEqual(await record('a'), { at: 'shop' });
  assert.deepEqual(ways, ['first a']);
});

Deno.test('who is told to come again comes on another way', async () => {
  const { ways, record } = asked({ retry: true }, { retry: true }, { at: 'shop' });
  assert.deepEqual(await record('a'), { at: 'shop' });
  assert.deepEqual(ways, ['first a', 'again a', 'again a']);
});

Deno.test('patience ends', async () => {
  const { ways, record } = asked({ retry: true }, { retry: true }, { retry: true });
  await assert.rejects(record('a'), /after 3 tries/);
  assert.equal(ways.length, 3);
});
