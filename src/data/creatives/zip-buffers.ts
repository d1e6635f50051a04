export type Content = Uint8Array<ArrayBuffer>;

export type Buffers = {
  /** The bytes of an answer that has to be `size` bytes long, in a buffer of the few; waits until one is free. */
  readonly read: (answer: () => Promise<Response>, size: number) => Promise<Content>;
  /** Nobody looks at these bytes any more. */
  readonly giveBack: (bytes: Uint8Array) => void;
};

/**
 * A few buffers that take turns. Bytes that are merely let go stay in memory until a collector comes, and those of
 * `blob()` and `arrayBuffer()` it does not even count: a long archive would fill the memory with what is written already.
 */
export function buffersOf(count: number): Buffers {
  const free = Array.from({ length: count }, () => new ArrayBuffer(0));
  const waiting: ((buffer: ArrayBuffer) => void)[] = [];
  /** How many bytes of a lent buffer are still to come back. */
  const lent = new Map<ArrayBufferLike, number>();

  const take = async () => free.pop() ?? (await new Promise<ArrayBuffer>((resolve) => waiting.push(resolve)));
  const put = (buffer: ArrayBuffer) => {
    const next = waiting.shift();
    if (next === undefined) free.push(buffer);
    else next(buffer);
  };
  return {
    async read(answer, size) {
      const buffer = await take();
      try {
        const content = await readInto(buffer, (await answer()).body, size);
        lent.set(content.buffer, size);
        return content;
      } catch (error) {
        // Its own may be in the hands of the stream that failed.
        put(new ArrayBuffer(0));
        throw error;
      }
    },
    giveBack({ buffer, byteLength }) {
      const left = lent.get(buffer);
      if (left === undefined || !(buffer instanceof ArrayBuffer)) return;
      if (left > byteLength) lent.set(buffer, left - byteLength);
      else {
        lent.delete(buffer);
        put(buffer);
      }
    },
  };
}

/** @throws Error when more or fewer bytes come. */
async function readInto(buffer: ArrayBuffer, body: ReadableStream<Content> | null, size: number): Promise<Content> {
  let whole = buffer.byteLength < size ? new ArrayBuffer(size) : buffer;
  const next = body === null ? undefined : nextOf(body);
  let length = 0;
  while (next !== undefined && length < size) {
    const part = await next(new Uint8Array(whole, length, size - length));
    if (part === undefined) break;
    whole = part.buffer;
    length += part.byteLength;
  }
  if (length < size) throw new Error(`${length} bytes instead of ${size}`);
  if ((await next?.(new Uint8Array(1))) !== undefined) throw new Error(`more than ${size} bytes`);
  return new Uint8Array(whole, 0, size);
}

type Next = (room: Content) => Promise<Content | undefined>;

/** Fills the room it is given, and answers with what it filled of it; undefined at the end. */
function nextOf(body: ReadableStream<Content>): Next {
  const reader = byteReaderOf(body);
  if (reader === undefined) return copyingFrom(body.getReader());
  return async (room) => {
    const { value, done } = await reader.read(room);
    return done ? undefined : value;
  };
}

/** Not every browser reads an answer straight into a buffer. */
function byteReaderOf(body: ReadableStream<Content>): ReadableStreamBYOBReader | undefined {
  try {
    return body.getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
}

function copyingFrom(reader: ReadableStreamDefaultReader<Content>): Next {
  let rest: Content = new Uint8Array(0);
  return async (room) => {
    while (rest.byteLength === 0) {
      const { value } = await reader.read();
      if (value === undefined) return undefined;
      rest = value;
    }
    const part = rest.subarray(0, room.byteLength);
    room.set(part);
    rest = rest.subarray(part.byteLength);
    return room.subarray(0, part.byteLength);
  };
}
