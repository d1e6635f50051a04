import { describe, expect, test } from 'vitest';
import { buffersOf } from './zip-buffers.ts';

const bytes = (length: number, from = 0) => Uint8Array.from({ length }, (_, at) => (from + at) % 251);

/** An answer whose body comes in these parts; not every browser lets one be read straight into a buffer. */
const answerOf = (type: 'bytes' | undefined, ...parts: Uint8Array<ArrayBuffer>[]) => {
  const start = (controller: ReadableByteStreamController | ReadableStreamDefaultController) => {
    for (const part of parts) controller.enqueue(part.slice());
    controller.close();
  };
  const body = type === undefined ? new ReadableStream({ start }) : new ReadableStream({ type, start });
  return () => Promise.resolve({ body } as Response);
};

describe.each(['bytes', undefined] as const)('a body of type %s', (type) => {
  test('is read whole, however it is cut', async () => {
    const { read } = buffersOf(1);
    const content = await read(answerOf(type, bytes(3), bytes(70, 3), bytes(1, 73)), 74);
    expect(content).toEqual(bytes(74));
  });

  test('is refused when it is shorter or longer than was said, and its place is free again', async () => {
    const { read } = buffersOf(1);
    await expect(read(answerOf(type, bytes(9)), 10)).rejects.toThrow('9 bytes instead of 10');
    await expect(read(answerOf(type, bytes(9), bytes(2)), 10)).rejects.toThrow('more than 10 bytes');
    await expect(read(() => Promise.reject(new Error('no line')), 10)).rejects.toThrow('no line');
    expect(await read(answerOf(type, bytes(10)), 10)).toEqual(bytes(10));
  });

  test('waits until all of an earlier one came back, and takes its buffer', async () => {
    const { read, giveBack } = buffersOf(1);
    const first = await read(answerOf(type, bytes(10)), 10);
    let isRead = false;
    const second = read(answerOf(type, bytes(8, 100)), 8).then((content) => {
      isRead = true;
      return content;
    });
    giveBack(first.subarray(0, 6));
    giveBack(bytes(10));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isRead).toBe(false);
    giveBack(first.subarray(6));
    expect(await second).toEqual(bytes(8, 100));
    expect((await second).buffer.byteLength).toBe(10);
  });
});
